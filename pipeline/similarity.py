"""How much of a text stands in others: near-duplicates by their shingles of five words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

if TYPE_CHECKING:
    from datasketch import MinHash

SHINGLE = 5
PERMUTATIONS = 64
BANDS = (32, 2)
"""Bands and rows: texts that share 30% of their shingles meet in one with 95%, those that share 2% with 1%."""
LEAST = 0.5
WORD = re.compile(r"\w+")


class Likeness(NamedTuple):
    """Shares of shingles: of this text that stand in the other, and of the other that stand in this."""

    key: str
    share: float
    other: float


def shingles(text: str) -> frozenset[bytes]:
    """Runs of five words, whatever their case and what stands between them; a shorter text is one run."""
    words = WORD.findall(text.casefold())
    starts = range(max(1, len(words) - SHINGLE + 1)) if words else ()
    return frozenset(" ".join(words[start : start + SHINGLE]).encode() for start in starts)


def likeness(key: str, here: frozenset[bytes], there: frozenset[bytes]) -> Likeness:
    common = len(here & there)
    return Likeness(key, common / len(here) if here else 0.0, common / len(there) if there else 0.0)


def is_near(found: Likeness) -> bool:
    """Whether half of either text stands in the other."""
    return max(found.share, found.other) >= LEAST


class NearTexts:
    """Texts by MinHash, so that one of thousands is found without comparing it with all.

    ``text_of`` gives the text of a key again: what the hashes only estimate is counted before it is said. The library
    is imported with the first, since it takes a second.
    """

    def __init__(self, text_of: Callable[[str], str]) -> None:
        from datasketch import MinHashLSH

        self.text_of = text_of
        self.index = MinHashLSH(num_perm=PERMUTATIONS, params=BANDS)
        self.keys: set[str] = set()

    def add(self, key: str, text: str) -> None:
        if key not in self.keys:
            self.index.insert(key, signature(shingles(text)))
            self.keys.add(key)

    def discard(self, key: str) -> None:
        if key in self.keys:
            self.index.remove(key)
            self.keys.remove(key)

    def like(self, text: str) -> list[Likeness]:
        """The texts of which half stands in this one, or half of this one in them; the nearest first."""
        found = [each for each in self._compared(shingles(text)) if is_near(each)]
        return sorted(found, key=lambda each: (-each.share, -each.other, each.key))

    def _compared(self, here: frozenset[bytes]) -> Iterator[Likeness]:
        for key in self.index.query(signature(here)) if here else ():
            yield likeness(key, here, shingles(self.text_of(key)))


def signature(of: frozenset[bytes]) -> MinHash:
    from datasketch import MinHash

    hashed = MinHash(num_perm=PERMUTATIONS, hashfunc=crc32)
    hashed.update_batch(list(of))
    return hashed
