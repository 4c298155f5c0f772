"""Texts as weighted words, which are compared by cosine; weights are those of English, never of the corpus."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from pipeline.frequencies import rarity
from pipeline.gazetteer.keys import key

Vector = Mapping[str, float]

LINK = re.compile(r"\b\w+://\S+|\bwww\.\S+|(?<!\S)\S+\.(?:com|co|org|net)/\S+|@\w+")
"""Each begins where a word does: of a text without spaces, no more than one beginning is tried."""
CONTRACTED = re.compile(r"n['’]t\b|['’](?:s|re|ll|ve|d|m)\b", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+")
YEAR = re.compile(r"(?:19|20)\d\d")
ENDINGS = ("ings", "ing", "ions", "ion", "ies", "ied", "ed", "es", "s", "e", "y")
SHORTEST = 3
COMMON = 0.33
"""Rarity up to which a word is left out: articles, pronouns, auxiliaries, "said"."""
NUMBER = 0.6


def words(text: str) -> list[str]:
    """The words of a text in the form under which names are filed, without addresses and contracted verbs."""
    return WORD.findall(key(CONTRACTED.sub("", LINK.sub("", text))))


@cache
def stem(word: str) -> str:
    """A word without its ending, so that "nominated" and "nomination" are one."""
    for ending in ENDINGS:
        root = word.removesuffix(ending)
        if root != word and len(root) >= SHORTEST:
            return root[:-1] if root[-1] == root[-2] else root
    return word


@cache
def weight(word: str) -> float:
    """The rarity of a word, 0 for one that tells nothing."""
    if word.isdigit():
        return 0.0 if YEAR.fullmatch(word) else NUMBER
    found = rarity(word) if len(word) >= SHORTEST else 0.0
    return found if found > COMMON else 0.0


def vector(texts: Iterable[str], longest: int | None = None) -> dict[str, float]:
    """Words of unit length by stem, weighed by rarity and how often they stand; only the ``longest`` heaviest."""
    counts = Counter(word for text in texts for word in words(text))
    weights: dict[str, float] = {}
    for word, times in counts.items():
        if worth := weight(word):
            weights[stem(word)] = max(weights.get(stem(word), 0.0), worth**2 * (1 + math.log(times)))
    kept = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:longest]
    norm = math.sqrt(math.fsum(value**2 for _, value in kept))
    return {word: value / norm for word, value in kept}


def without(whole: Vector, left_out: Collection[str]) -> dict[str, float]:
    """A vector without some of its words, of unit length again."""
    kept = {word: value for word, value in whole.items() if word not in left_out}
    norm = math.sqrt(math.fsum(value**2 for value in kept.values()))
    return {word: value / norm for word, value in kept.items()}


def cosine(one: Vector, other: Vector) -> float:
    """0 to 1; the same in either order."""
    shared = one.keys() & other.keys()
    return min(math.fsum(one[word] * other[word] for word in shared), 1.0)
