"""The predicate lexicon: all that is known of a verb, an event noun or an adjective, in one folder of TOML files.

A file holds classes of words: ``[[class]]`` says what their words say of motion, of speech or of the event they
govern; ``[[family]]``, ``[[matter]]``, ``[[light_verb]]`` and ``[[idiom]]`` which events they tell of. A word may stand
in several classes, and what they say adds up. ``README.md`` in the folder explains every field.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import get_args

import msgspec

from pipeline.errors import LexiconError
from pipeline.lexicons import load
from pipeline.lexicons.predicates.classes import ADDED, EXCLUSIVE, NOTHING, Meaning, Motion, PredicateClass
from pipeline.lexicons.predicates.events import EventWords, Family, Frame, LightVerb, Matter, group_by_key, indexed

FILES = (
    "cooperation", "disputes", "conflict", "life", "disaster", "justice", "election", "personnel", "business", "law",
    "statement", "idioms", "light_verbs", "motion", "speech", "outcomes", "phrases",
    "complements", "judgements",
)  # fmt: skip
MOTIONS = get_args(Motion)


class PredicateFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"classes": "class"}):
    """One file of the folder."""

    family: tuple[Family, ...] = ()
    idiom: tuple[Frame, ...] = ()
    matter: tuple[Matter, ...] = ()
    light_verb: tuple[LightVerb, ...] = ()
    classes: tuple[PredicateClass, ...] = ()


@dataclass(frozen=True)
class Predicates:
    """What the classes say together of each lemma, by part of speech and of any."""

    verbs: Mapping[str, Meaning]
    nouns: Mapping[str, Meaning]
    adjectives: Mapping[str, Meaning]
    words: Mapping[str, Meaning]

    def verb(self, lemma: str) -> Meaning:
        return self.verbs.get(lemma, NOTHING)

    def noun(self, lemma: str) -> Meaning:
        return self.nouns.get(lemma, NOTHING)

    def adjective(self, lemma: str) -> Meaning:
        return self.adjectives.get(lemma, NOTHING)

    def of(self, word: str) -> Meaning:
        """What is said of a lemma or a phrase, whatever its part of speech."""
        return self.words.get(word, NOTHING)


@cache
def predicate_file(name: str) -> PredicateFile:
    found: PredicateFile = load(f"predicates/{name}", PredicateFile)
    return found


@cache
def predicates() -> Predicates:
    """What words say of motion, of speech and of the events they govern; LexiconError where classes disagree."""
    return indexed_classes(all_classes())


def all_classes() -> list[PredicateClass]:
    return [each for name in FILES for each in predicate_file(name).classes]


def indexed_classes(classes: Sequence[PredicateClass]) -> Predicates:
    return Predicates(
        verbs=_meanings((word, each) for each in classes for word in each.verbs),
        nouns=_meanings((word, each) for each in classes for word in each.nouns),
        adjectives=_meanings((word, each) for each in classes for word in each.adjectives),
        words=_meanings((word, each) for each in classes for word in members(each)),
    )


@cache
def event_words() -> EventWords:
    """Which events words tell of."""
    files = [predicate_file(name) for name in FILES]
    return indexed(
        [family for file in files for family in file.family],
        [idiom for file in files for idiom in file.idiom],
        [matter for file in files for matter in file.matter],
        [light_verb for file in files for light_verb in file.light_verb],
    )


def members(each: PredicateClass) -> Iterator[str]:
    yield from dict.fromkeys((*each.verbs, *each.nouns, *each.adjectives, *each.phrases))


def _meanings(pairs: Iterable[tuple[str, PredicateClass]]) -> dict[str, Meaning]:
    return {word: _merge_classes(word, classes) for word, classes in group_by_key(pairs).items()}


def _merge_classes(word: str, classes: tuple[PredicateClass, ...]) -> Meaning:
    """What several classes say of a word: lists add up; an effect or a vehicle is only ever one."""
    kinds = {kind for each in classes for kind in each.motion}
    single = {field: _the_one(word, field, classes) for field in EXCLUSIVE}
    added = {field: frozenset[str]().union(*(getattr(each, field) for each in classes)) for field in ADDED}
    motion = [kind for kind in MOTIONS if kind in kinds]
    return msgspec.convert({"motion": motion, **single, **added}, Meaning)


def _the_one(word: str, field: str, classes: tuple[PredicateClass, ...]) -> str | None:
    said = {value for each in classes if (value := getattr(each, field)) is not None}
    if len(said) > 1:
        raise LexiconError.two_values(word, field, said)
    return next(iter(said), None)
