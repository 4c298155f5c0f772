"""Articles that repeat each other's text: found by MinHash, and briefs by the leads they consist of; measured by the
five-word runs that they share.
"""

from __future__ import annotations

import unicodedata
import zlib
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.linking.clusters import Components
from pipeline.linking.postings import Filed
from pipeline.linking.versions import sentences
from pipeline.linking.words import WORD

RUN = 5
"""Words of a run (a shingle)."""
FEWEST = 8
"""Runs that a text must have to be anybody's copy by less than all of it."""
COPIED = 0.5
"""The share of the shorter text's runs from which it is a copy."""
BANDS, ROWS = 48, 2
"""Of the MinHash index: two texts of one length that share half their runs are compared in 99.6% of all cases."""
BITS = 6
"""That number a band."""

LEAD, LONG = 6, 10
"""Sentences from the top of an article, of so many words at least, that a brief may consist of."""

Runs = NDArray[np.uint32]


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """What of a text is compared: hashes of its runs of five words, sorted, and of the sentences of its lead."""

    runs: Runs
    lead: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Wording:
        long = [words for sentence in sentences(text) if len(words := normalised(sentence)) >= LONG]
        return cls(runs(text), tuple(zlib.crc32(" ".join(words).encode()) for words in long[:LEAD]))


def normalised(text: str) -> list[str]:
    """The words of a text, whatever its line ends, spaces, quotes, capitals and invisible characters."""
    visible = (letter for letter in unicodedata.normalize("NFKC", text) if unicodedata.category(letter) != "Cf")
    return WORD.findall("".join(visible).casefold())


def runs(text: str) -> Runs:
    """The runs of five words of a text, as sorted hashes; a shorter text is one run."""
    words = normalised(text)
    last = max(len(words) - RUN + 1, 1)
    return np.array(sorted({zlib.crc32(" ".join(words[at : at + RUN]).encode()) for at in range(last)}), np.uint32)


def share(one: Runs, other: Runs) -> float:
    """How much of the shorter text stands in the longer, 0 to 1."""
    shorter = min(len(one), len(other))
    found = len(np.intersect1d(one, other, assume_unique=True)) / shorter
    return found if shorter >= FEWEST or found == 1 == shorter / max(len(one), len(other)) else 0.0


def share_of_texts(text: str, other: str) -> float:
    """How much of the shorter of two texts stands in the longer, 0 to 1: 0.92 for "92% of this stands in ..."."""
    return share(runs(text), runs(other))


class MinHashIndex:
    """Sets of runs by number; those meet that are likely to share many.

    datasketch brings scipy, 0.3 s of a process's start: it is imported when there are texts to compare.
    """

    def __init__(self) -> None:
        from datasketch import MinHash

        self._signature: Any = MinHash
        self._filed = Filed()

    def add(self, number: int, members: Runs) -> list[int]:
        """File a set; gives the earlier ones that it is likely to be like."""
        signature = self._signature(num_perm=BANDS * ROWS, hashfunc=int)
        signature.update_batch(members.tolist())
        bands = signature.hashvalues.reshape(BANDS, ROWS)
        keys = [zlib.crc32(band.tobytes()) << BITS | at for at, band in enumerate(bands)]
        _, found, _ = self._filed.find(np.array(keys, np.int64))
        for key in keys:
            self._filed.add(key, number, 1.0)
        return sorted(set(found.tolist()))


class Copies:
    """Sets of articles that are one text. The sets do not depend on the order in which the articles came."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self._numbers: dict[str, int] = {}
        self._runs: list[Runs] = []
        self._leads: dict[int, list[int]] = defaultdict(list)
        self._sets = Components()

    def add(self, article: str, wording: Wording) -> dict[str, float]:
        """Take in an article; returns the earlier articles that it copies, with the share of the text."""
        number = self._sets.add()
        led = (other for at in wording.lead for other in self._leads.get(at, ()))
        alike = {*self._index.add(number, wording.runs), *led}
        shares = {other: share(wording.runs, self._runs[other]) for other in alike}
        copied = {other: much for other, much in sorted(shares.items()) if much >= COPIED}
        for other in copied:
            self._sets.join(number, other)
        for at in wording.lead:
            self._leads[at].append(number)
        self._runs.append(wording.runs)
        self.ids.append(article)
        self._numbers[article] = number
        return {self.ids[other]: much for other, much in copied.items()}

    @cached_property
    def _index(self) -> MinHashIndex:
        return MinHashIndex()

    def original(self, article: str) -> int:
        """The number of the set that an article is in, alone or with others."""
        return self._sets.root(self._numbers[article])

    def sets(self) -> list[list[str]]:
        """The sets of two articles and more, in order."""
        found = (sorted(self.ids[at] for at in numbers) for numbers in self._sets.members.values())
        return sorted(ids for ids in found if len(ids) > 1)
