"""The predicate lexicon without one word of one class, and the readers of it that then see the rest."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

import msgspec

from pipeline.components.grammar import certainty, motion_words
from pipeline.components.plover import wording
from pipeline.lexicons import predicates as lexicon
from pipeline.lexicons.predicates import PredicateFile, predicate_file
from pipeline.lexicons.predicates.classes import PredicateClass
from pipeline.lexicons.predicates.events import EventWords, Matter, Phrased

T = TypeVar("T")
Kind = Literal["class", "family", "idiom", "matter"]
PARTS = ("verbs", "nouns", "adjectives", "phrases")


@dataclass(frozen=True)
class Entry:
    """One word of a class, family, idiom or matter."""

    file: str
    kind: Kind
    name: str
    word: str

    def __str__(self) -> str:
        return f"{self.kind} {self.name!r}: {self.word}"


def entries() -> list[Entry]:
    return [entry for file in lexicon.FILES for entry in entries_of(file, predicate_file(file))]


def entries_of(file: str, lists: PredicateFile) -> Iterator[Entry]:
    for each in lists.classes:
        yield from (Entry(file, "class", each.name, word) for word in lexicon.members(each))
    for family in lists.family:
        yield from (Entry(file, "family", family.name, word) for word in family.verbs)
    for idiom in lists.idiom:
        yield from (Entry(file, "idiom", idiom.name, word) for word in idiom.verbs)
    for matter in lists.matter:
        yield from (Entry(file, "matter", matter.name, word) for word in matter.nouns)


@contextmanager
def mutated(entry: Entry) -> Iterator[None]:
    """Every component reads the lexicon without this entry."""
    if entry.kind == "class":
        known = lexicon.indexed_classes([_lacking(each, entry) for each in lexicon.all_classes()])
        with _replaced(lexicon.predicates, lambda: known):
            yield
    else:
        words = without(lexicon.event_words(), entry)
        with _replaced(lexicon.event_words, lambda: words):
            yield


def without(words: EventWords, entry: Entry) -> EventWords:
    """Event words that lack one word of one family, idiom or matter."""
    if entry.kind == "matter":
        return replace(words, matters=_cut(words.matters, entry.word, lambda each: _is_matter(each, entry)))
    first = entry.word.split()[0].partition("_")[0]
    if entry.kind == "idiom":
        return replace(words, idioms=_cut(words.idioms, first, lambda each: _is_phrase(each, entry)))
    return replace(words, families=_cut(words.families, first, lambda each: _is_phrase(each, entry)))


def _lacking(each: PredicateClass, entry: Entry) -> PredicateClass:
    if each.name != entry.name:
        return each
    kept = {part: tuple(word for word in getattr(each, part) if word != entry.word) for part in PARTS}
    return msgspec.structs.replace(each, **kept)


def _cut(index: dict[str, tuple[T, ...]], word: str, gone: Callable[[T], bool]) -> dict[str, tuple[T, ...]]:
    kept = tuple(each for each in index[word] if not gone(each))
    others = {key: value for key, value in index.items() if key != word}
    return {**others, word: kept} if kept else others


def _is_matter(matter: Matter, entry: Entry) -> bool:
    return matter.name == entry.name and entry.word in matter.nouns


def _is_phrase(phrase: Phrased, entry: Entry) -> bool:
    frame = phrase.family or phrase.idiom
    head, *rest = entry.word.split()
    particle = head.partition("_")[2] or None
    named = frame is not None and frame.name == entry.name and entry.word in frame.verbs
    return named and (phrase.particle, phrase.rest) == (particle, tuple(rest))


@contextmanager
def _replaced(reader: Callable[[], T], other: Callable[[], T]) -> Iterator[None]:
    """Every module that imported a reader of the lexicon has another; nothing read before is remembered."""
    name = reader.__name__
    users = [module for module in [*sys.modules.values()] if getattr(module, name, None) is reader]
    _forget()
    for module in users:
        setattr(module, name, other)
    try:
        yield
    finally:
        _forget()
        for module in users:
            setattr(module, name, reader)


def _forget() -> None:
    for remembered in (certainty.standing, motion_words.kinds, wording.matters):
        remembered.cache_clear()
