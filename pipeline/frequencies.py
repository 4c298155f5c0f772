"""How often English has a word, and so how much two texts that share it have in common; the same for every corpus."""

from __future__ import annotations

import math
from functools import cache

from spellchecker import SpellChecker


@cache
def dictionary() -> SpellChecker:
    return SpellChecker(language="en", distance=1)


def times(word: str) -> int:
    """How often a dictionary of English has a word; 0 if it does not know it."""
    return int(dictionary().word_frequency[word.lower()])


@cache
def total() -> int:
    """How many words the dictionary's texts have."""
    return int(dictionary().word_frequency.total_words)


def rarity(word: str) -> float:
    """Inverse frequency, on a scale of logarithms: near 0 for the commonest words, 1 for those the dictionary lacks."""
    return 1 - math.log(times(word) + 1) / math.log(total())
