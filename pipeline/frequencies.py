"""How often English has a word, and so how much two texts that share it have in common; the same for every corpus."""

from __future__ import annotations

import gzip
import math
from functools import cache
from importlib.resources import files

import msgspec


@cache
def counts() -> dict[str, int]:
    """The words of pyspellchecker's English texts, small, each as often as it stands there.

    Read from its file: the checker itself takes twice as long to open it, for spellings that nobody asks it for.
    """
    packed = files("spellchecker") / "resources" / "en.json.gz"
    return msgspec.json.decode(gzip.decompress(packed.read_bytes()), type=dict[str, int])


def frequency(word: str) -> int:
    """How often a dictionary of English has a word; 0 if it does not know it."""
    return counts().get(word.lower(), 0)


@cache
def total() -> int:
    """How many words the dictionary's texts have."""
    return sum(counts().values())


def rarity(word: str) -> float:
    """Inverse frequency, on a scale of logarithms: near 0 for the commonest words, 1 for those the dictionary lacks."""
    return 1 - math.log(frequency(word) + 1) / math.log(total())
