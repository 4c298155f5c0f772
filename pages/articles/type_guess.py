"""The type of event that a word tells by itself, by the lexicons of predicates: a first guess for the analyst. Pure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from importlib.resources import files

import msgspec

from pipeline import lexicons
from pipeline.domain import EventType

WORD = re.compile(r"[^\W\d_]+")
LONGEST_ENDING, SHORTEST_STEM = 4, 3


class Family(msgspec.Struct, frozen=True):
    """Of a family of verbs, what a guess needs."""

    type: EventType
    verbs: tuple[str, ...]


class Matter(msgspec.Struct, frozen=True):
    """Of a class of nouns, what a guess needs."""

    nouns: tuple[str, ...]
    alone: EventType | None = None


class Predicates(msgspec.Struct, frozen=True):
    """A file of both."""

    family: tuple[Family, ...] = ()
    matter: tuple[Matter, ...] = ()


def type_of(words: str) -> EventType | None:
    """That of the first word which, without an ending, is a verb or noun of an event; None for any other."""
    return next((found for word in WORD.findall(words.lower()) if (found := of_word(word))), None)


def of_word(word: str) -> EventType | None:
    stems = (word[:end] for end in range(len(word), max(len(word) - LONGEST_ENDING, SHORTEST_STEM) - 1, -1))
    return next((types[stem] for stem in stems if stem in (types := types_by_stem())), None)


@cache
def types_by_stem() -> dict[str, EventType]:
    """By each word without a last "e" or "y": the type of most entries that are that word alone."""
    found: defaultdict[str, Counter[EventType]] = defaultdict(Counter)
    for name in sorted(file.name for file in files(lexicons).joinpath("predicates").iterdir()):
        if name.endswith(".toml"):
            for type_, word in entries(lexicons.load(f"predicates/{name.removesuffix('.toml')}", Predicates)):
                found[stem(word)][type_] += 1
    return {word: max(sorted(types), key=lambda type_: types[type_]) for word, types in found.items()}


def entries(predicates: Predicates) -> list[tuple[EventType, str]]:
    verbs = [(family.type, verb) for family in predicates.family for verb in family.verbs]
    nouns = [(matter.alone, noun) for matter in predicates.matter if matter.alone for noun in matter.nouns]
    return [(type_, word) for type_, word in (*verbs, *nouns) if WORD.fullmatch(word)]


def stem(word: str) -> str:
    return word[:-1] if word[-1] in "ey" and len(word) > SHORTEST_STEM else word
