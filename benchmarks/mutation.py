"""``python -m benchmarks.mutation``: switch off one lexicon entry or guard at a time and see whether a test needs it.

The sentences of the tests are parsed once; only events, movements, attributions and factualities are read again. An
entry is needed if those of any sentence change without it; a guard is needed if they change where it always says yes,
and where it always says no.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from inspect import getmembers, isfunction
from pathlib import Path
from types import ModuleType

from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.mutants import Entry, entries, mutated
from pipeline import model
from pipeline.components import attributions, events, movements, predicates, slots
from pipeline.components.grammar import syntax
from pipeline.components.motion.document_index import DocumentIndex
from pipeline.components.plover import assertion, nonevents
from pipeline.domain import EventMention, MovementMention, Predicate

ROOT = Path(__file__).parent.parent
DATA = ROOT / "tests/components/data"
SEED = ROOT / "seeds/dprk-leader-to-pay-visit-to-russia.txt"
MOVEMENTS = sorted(DATA.glob("movements*.toml"))
STATUSES = ROOT / "tests/components/grammar/data/statuses.tsv"
TESTS = (
    "tests.components.test_events",
    "tests.components.test_attributions",
    "tests.components.test_movements",
    "tests.components.grammar.test_certainty",
)
Read = EventMention | MovementMention | Predicate | tuple[int, int, int]
Reader = Callable[[Doc], tuple[Read, ...]]
MARKS = re.compile(r"[\[\]]")


@dataclass(frozen=True)
class Result:
    """Whether a test needs an entry or a guard, by the file it is in."""

    file: str
    what: str
    needed: bool


class Sentences:
    """Parsed sentences with what is read from them as things are, found by the words in them."""

    def __init__(self, nlp: Language, texts: Iterable[str]) -> None:
        self.docs = list(nlp.pipe(texts))
        self.before: dict[tuple[Reader, int], tuple[Read, ...]] = {}
        self.by_word: dict[str, set[int]] = defaultdict(set)
        for number, doc in enumerate(self.docs):
            for word in words_of(doc):
                self.by_word[word].add(number)

    def as_is(self, read: Reader, number: int) -> tuple[Read, ...]:
        """What a sentence is read as with all entries and guards, kept."""
        if (read, number) not in self.before:
            self.before[read, number] = read(self.docs[number])
        return self.before[read, number]

    def need(self, entry: Entry) -> bool:
        read = all_of if entry.kind == "class" else events_of
        numbers = sorted(set[int]().union(*(self.by_word.get(word, set()) for word in words_in(entry.word))))
        before = [self.as_is(read, number) for number in numbers]
        with mutated(entry):
            return any(read(self.docs[number]) != told for number, told in zip(numbers, before, strict=True))

    def need_guard(self, name: str) -> bool:
        return all(self.changed_by(name, verdict) for verdict in (True, False))

    def changed_by(self, name: str, verdict: bool) -> bool:
        before = [self.as_is(events_of, number) for number in range(len(self.docs))]
        with patched(guards()[name], name, lambda *_: verdict):
            return any(events_of(doc) != told for doc, told in zip(self.docs, before, strict=True))


def events_of(doc: Doc) -> tuple[Read, ...]:
    """The events of a text but for their reasons, which name an entry even where another would tell the same."""
    expressions, places = slots.EXPRESSIONS.read(doc), slots.PLACES.read(doc)
    told = events.find_events(doc, expressions, places, slots.ATTRIBUTIONS.read(doc), slots.ENTITIES.read(doc))
    return tuple(replace(mention, why=()) for mention in told)


def all_of(doc: Doc) -> tuple[Read, ...]:
    """Events, movements, extents of attributions, and factualities."""
    moved = (replace(mention, why=()) for mention in movements.find_movements(DocumentIndex.of(doc)))
    said = ((each.cue.start, each.content.start, each.content.end) for each in attributions.find_attributions(doc))
    return (*events_of(doc), *moved, *said, *map(predicates.predicate, predicates.find_predicates(doc)))


def words_of(doc: Doc) -> set[str]:
    return {form for token in doc for form in (token.lemma_.lower(), token.lower_, syntax.lemma(token))}


def words_in(entry: str) -> list[str]:
    return [part for word in entry.split() for part in (word, *word.split("_"), *word.split("-")) if part]


def texts() -> list[str]:
    """The sentences of the tests of components, and the seed article."""
    rows = (DATA / "events.tsv").read_text("utf-8").splitlines()[1:]
    plain = (DATA / "non_events.txt").read_text("utf-8").splitlines()
    moved = [row["text"] for name in MOVEMENTS for row in tomllib.loads(name.read_text("utf-8"))["sentence"]]
    judged = [row.split("\t")[-1] for row in STATUSES.read_text("utf-8").splitlines()[1:]]
    cases = [case for name in TESTS for case in parametrized(name)]
    found = [*(row.split("\t")[-1] for row in rows), *plain, *moved, *judged, *cases]
    return [*dict.fromkeys(MARKS.sub("", text) for text in found), SEED.read_text("utf-8")]


def parametrized(name: str) -> Iterator[str]:
    """The first parameter of each case of a test module, where it is a sentence."""
    for _, function in getmembers(import_module(name), isfunction):
        for mark in getattr(function, "pytestmark", ()):
            if mark.name == "parametrize":
                first = (case if isinstance(case, str) else case.values[0] for case in mark.args[1] if is_case(case))
                yield from (text for text in first if isinstance(text, str) and " " in text)


def is_case(case: object) -> bool:
    return isinstance(case, str) or hasattr(case, "values")


@cache
def guards() -> dict[str, ModuleType]:
    """The functions that decide what is no event by yes or no, with their modules."""
    return {
        name: module
        for module in (nonevents, assertion)
        for name, function in getmembers(module, isfunction)
        if function.__module__ == module.__name__ and function.__annotations__.get("return") == "bool"
    }


@contextmanager
def patched(module: ModuleType, name: str, value: object) -> Iterator[None]:
    before = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, before)


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
