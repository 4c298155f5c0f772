"""``python -m benchmarks.mutation``: switch off one lexicon entry or guard at a time and see whether a test needs it.

The sentences of the tests are parsed once; only the events component runs again. An entry is needed if the events of
any sentence change without it; a guard is needed if they change where it always says yes, and where it always says no.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib import import_module
from inspect import getmembers, isfunction
from pathlib import Path
from types import ModuleType
from typing import Literal, TypeVar

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import model
from pipeline.components import events, slots
from pipeline.components.grammar import syntax
from pipeline.components.plover import nonevents
from pipeline.domain import EventMention
from pipeline.lexicons import predicates as lexicons
from pipeline.lexicons.predicates import PredicateFile
from pipeline.lexicons.predicates.events import EventWords, Matter, Phrased

T = TypeVar("T")
ROOT = Path(__file__).parent.parent
DATA = ROOT / "tests/components/data"
SEED = ROOT / "seeds/dprk-leader-to-pay-visit-to-russia.txt"
Kind = Literal["family", "idiom", "matter"]


@dataclass(frozen=True)
class Entry:
    """One word of a family, idiom or matter."""

    file: str
    kind: Kind
    name: str
    word: str

    def __str__(self) -> str:
        return f"{self.kind} {self.name!r}: {self.word}"


@dataclass(frozen=True)
class Result:
    """Whether a test needs an entry or a guard, by the file it is in."""

    file: str
    what: str
    needed: bool


class Sentences:
    """Parsed sentences with the events read from them as things are, found by the words in them."""

    def __init__(self, nlp: Language, texts: Iterable[str]) -> None:
        self.docs = list(nlp.pipe(texts))
        self.before = [read(doc) for doc in self.docs]
        self.by_word: dict[str, set[int]] = defaultdict(set)
        for number, doc in enumerate(self.docs):
            for word in words_of(doc):
                self.by_word[word].add(number)

    def changed(self, numbers: Iterable[int]) -> bool:
        return any(read(self.docs[number]) != self.before[number] for number in numbers)

    def need(self, entry: Entry) -> bool:
        numbers = sorted(set[int]().union(*(self.by_word.get(word, set()) for word in words_in(entry.word))))
        with replaced(without(lexicons.event_words(), entry)):
            return self.changed(numbers)

    def need_guard(self, name: str) -> bool:
        return all(self.changed_by(name, verdict) for verdict in (True, False))

    def changed_by(self, name: str, verdict: bool) -> bool:
        with patched(nonevents, name, lambda *_: verdict):
            return self.changed(range(len(self.docs)))


def read(doc: Doc) -> list[EventMention]:
    """The events of a text but for their reasons, which name an entry even where another would tell the same."""
    read_slots = (slots.EXPRESSIONS, slots.PLACES, slots.ATTRIBUTIONS, slots.ENTITIES)
    expressions, places, attributions, entities = read_slots
    found = events.find(doc, expressions.read(doc), places.read(doc), attributions.read(doc), entities.read(doc))
    return [replace(mention, why=()) for mention in found]


def words_of(doc: Doc) -> set[str]:
    return {form for token in doc for form in (token.lemma_.lower(), token.lower_, syntax.lemma(token))}


def words_in(entry: str) -> list[str]:
    return [part for word in entry.split() for part in (word, *word.split("_"), *word.split("-")) if part]


def texts() -> list[str]:
    """The sentences of the event tests, and the seed article."""
    rows = (DATA / "events.tsv").read_text("utf-8").splitlines()[1:]
    plain = (DATA / "non_events.txt").read_text("utf-8").splitlines()
    found = [*(row.split("\t")[-1] for row in rows), *plain, *parametrized("tests.components.test_events")]
    return [*dict.fromkeys(found), SEED.read_text("utf-8")]


def parametrized(name: str) -> Iterator[str]:
    """The first parameter of each case of a test module."""
    for _, function in getmembers(import_module(name), isfunction):
        for mark in getattr(function, "pytestmark", ()):
            if mark.name == "parametrize":
                yield from (case if isinstance(case, str) else case.values[0] for case in mark.args[1])


def entries() -> list[Entry]:
    return [entry for file in lexicons.FILES for entry in entries_of(file, lexicons.predicate_file(file))]


def entries_of(file: str, lists: PredicateFile) -> Iterator[Entry]:
    for family in lists.family:
        yield from (Entry(file, "family", family.name, word) for word in family.verbs)
    for idiom in lists.idiom:
        yield from (Entry(file, "idiom", idiom.name, word) for word in idiom.verbs)
    for matter in lists.matter:
        yield from (Entry(file, "matter", matter.name, word) for word in matter.nouns)


def guards() -> list[str]:
    """The functions of ``nonevents`` that answer yes or no."""
    functions = getmembers(nonevents, lambda each: isfunction(each) and each.__module__ == nonevents.__name__)
    return [name for name, function in functions if function.__annotations__.get("return") == "bool"]


def without(words: EventWords, entry: Entry) -> EventWords:
    """Event words that lack one word of one class."""
    if entry.kind == "matter":
        return replace(words, matters=cut(words.matters, entry.word, lambda each: is_matter(each, entry)))
    first = entry.word.split()[0].partition("_")[0]
    if entry.kind == "idiom":
        return replace(words, idioms=cut(words.idioms, first, lambda each: is_phrase(each, entry)))
    return replace(words, families=cut(words.families, first, lambda each: is_phrase(each, entry)))


def cut(index: dict[str, tuple[T, ...]], word: str, gone: Callable[[T], bool]) -> dict[str, tuple[T, ...]]:
    kept = tuple(each for each in index[word] if not gone(each))
    others = {key: value for key, value in index.items() if key != word}
    return {**others, word: kept} if kept else others


def is_matter(matter: Matter, entry: Entry) -> bool:
    return matter.name == entry.name and entry.word in matter.nouns


def is_phrase(phrase: Phrased, entry: Entry) -> bool:
    frame = phrase.family or phrase.idiom
    head, *rest = entry.word.split()
    particle = head.partition("_")[2] or None
    named = frame is not None and frame.name == entry.name and entry.word in frame.verbs
    return named and (phrase.particle, phrase.rest) == (particle, tuple(rest))


@contextmanager
def patched(module: ModuleType, name: str, value: object) -> Iterator[None]:
    before = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, before)


@contextmanager
def replaced(words: EventWords) -> Iterator[None]:
    """Every module of events reads these words instead."""
    reader = lexicons.event_words
    users = [module for module in [*sys.modules.values()] if getattr(module, reader.__name__, None) is reader]
    for module in users:
        setattr(module, reader.__name__, lambda: words)
    try:
        yield
    finally:
        for module in users:
            setattr(module, reader.__name__, reader)


def results(sentences: Sentences, chosen: Iterable[Entry], named: Iterable[str]) -> Iterator[Result]:
    """Guards first: they are few."""
    for name in named:
        yield Result("guards", name, sentences.need_guard(name))
    for entry in chosen:
        yield Result(entry.file, str(entry), sentences.need(entry))


def within(found: Iterator[Result], minutes: float, clock: Callable[[], float] = time.monotonic) -> Iterator[Result]:
    end = clock() + 60 * minutes
    while clock() < end and (result := next(found, None)) is not None:
        yield result


def table(found: Iterable[Result]) -> str:
    """What nothing needs, by file, under the share that is needed."""
    by_file: dict[str, list[Result]] = defaultdict(list)
    for result in found:
        by_file[result.file].append(result)
    return "\n".join(line for file in sorted(by_file) for line in lines(file, by_file[file]))


def lines(file: str, found: list[Result]) -> Iterator[str]:
    needed = sum(result.needed for result in found)
    yield f"{file}: {needed} of {len(found)} needed ({needed / len(found):.0%})"
    yield from sorted(f"  {result.what}" for result in found if not result.needed)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutation", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    chosen = entries()
    random.Random(options.seed).shuffle(chosen)
    sentences = Sentences(model.load(), texts())
    found = list(within(results(sentences, chosen, guards()), options.minutes))
    print(table(found))
    print(f"{len(found)} of {len(chosen) + len(guards())} tried")
    return 0


if __name__ == "__main__":
    sys.exit(main())
