"""How many people or things sentences count: "at least 50 people" and "59 people" may be one count."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

import msgspec

from pipeline.dates import number_words
from pipeline.lexicons import load
from pipeline.linking.words import stem, weight, words

REACH = 4
"""Words behind a number among which it counts something: "23 Somali and Yemeni pirates"."""
CUE = 2
"""The most words of a cue before a number: "more than"."""
ABOUT = 0.2
"""How far off a number told as a rough one may be."""

THOUSANDS, POINT, PERCENT = (
    re.compile(r"(?<=\d),(?=\d{3})"),
    re.compile(r"(?<=\d)\.(?=\d)"),
    re.compile(r"%|\bper cent\b"),
)
DECIMAL = re.compile(r"(\d+)point(\d+)")
"""A decimal as one word: "2.36" is "2point36"."""

Count = tuple[float, float]
"""The least and the most that a number can mean."""
Counts = Mapping[str, frozenset[Count]]
"""By the stem of what is counted."""


class Bounds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon ``counts.toml``: cues before a number, and words that say roughly how many."""

    at_least: frozenset[str]
    at_most: frozenset[str]
    about: frozenset[str]
    rough: dict[str, Count]


@cache
def bounds() -> Bounds:
    found: Bounds = load("counts", Bounds)
    return found


def counts(texts: Iterable[str]) -> Counts:
    """What the sentences count, by each of the ``REACH`` words behind the number."""
    found: dict[str, set[Count]] = defaultdict(set)
    for told in (words(figures(text)) for text in texts):
        for at, word in enumerate(told):
            if (count := count_meant(word, told[max(at - CUE, 0) : at])) is not None:
                for named in told[at + 1 : at + 1 + REACH]:
                    if weight(named) and not named.isdigit():
                        found[stem(named)].add(count)
    return {word: frozenset(each) for word, each in found.items()}


def figures(text: str) -> str:
    """A text in which each number is one word, and a percentage counts percent."""
    return PERCENT.sub(" percent ", POINT.sub("point", THOUSANDS.sub("", text)))


def count_meant(word: str, before: list[str]) -> Count | None:
    """What a number means behind the words before it; None for any other word, and for a year."""
    figure, cues = str(number_words().get(word, word)), {" ".join(before), *before[-1:]}
    if decimal := DECIMAL.fullmatch(figure):
        return within_bounds(float(".".join(decimal.groups())), cues)
    if not figure.isdigit():
        return bounds().rough.get(word)
    return within_bounds(float(figure), cues) if weight(figure) else None


def within_bounds(number: float, cues: set[str]) -> Count:
    if cues & bounds().at_least:
        return number, math.inf
    if cues & bounds().at_most:
        return 0.0, number
    if cues & bounds().about:
        return number * (1 - ABOUT), number * (1 + ABOUT)
    return number, number


def count_alike(one: Counts, other: Counts) -> bool:
    """Whether both count something by the same number."""
    return any(low == high for word in one.keys() & other.keys() for low, high in one[word] & other[word])


def count_otherwise(one: Counts, other: Counts) -> bool:
    """Whether something is counted by both, and nothing so that both can mean one number."""
    pairs = [(a, b) for word in one.keys() & other.keys() for a in one[word] for b in other[word]]
    return bool(pairs) and not any(may_be_one_count(a, b) for a, b in pairs)


def may_be_one_count(one: Count, other: Count) -> bool:
    return max(one[0], other[0]) <= min(one[1], other[1])
