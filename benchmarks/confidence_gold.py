"""The events and movements of gold articles as the pipeline reads them, each with whether it is right."""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.scoring import Row, article, extract, gold_rows
from pipeline import codec
from pipeline.domain import Analysis, Event, Movement, Participant
from pipeline.merging.confidence import features
from pipeline.search_terms import fold_case

FOLDS = 5
STORIES = "stories"
SHARE = {STORIES: 1.0, "events-plover-odd": 0.3, "movements-wikinews": 0.3}
"""How much an example of a set counts: stories are whole articles with all that they tell, the others are not."""


@dataclass(frozen=True, slots=True)
class Example:
    """An event or movement of a gold article, and whether it is right."""

    corpus: str
    article: str
    features: dict[str, float]
    right: bool

    @property
    def fold(self) -> int:
        return int(sha256(self.article.encode()).hexdigest(), 16) % FOLDS

    def columns(self) -> dict[str, float]:
        """Its features; every corpus but the stories has a level of its own, which is not kept."""
        return self.features if self.corpus == STORIES else {**self.features, f"corpus {self.corpus}": 1.0}


def examples(gold: Path) -> list[Example]:
    return [example for corpus in SHARE for example in judged(corpus, gold / f"{corpus}.jsonl")]


def judged(corpus: str, file: Path) -> Iterator[Example]:
    """What the pipeline finds in the articles of a set, each judged by its gold."""
    rows = gold_rows(file)
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        failures = extract([article(row) for row in rows], predicted)
        if failures:
            print(f"{len(failures)} articles of {corpus} failed", file=sys.stderr)
        lines = predicted.read_bytes().splitlines()
    for row, line in zip(rows, lines, strict=True):
        if "error" not in msgspec.json.decode(line):
            for found, right in JUDGES[corpus](codec.analysis_from_json(line), row):
                yield Example(corpus, str(row["id"]), features(found), right)


def judge_story(analysis: Analysis, row: Row) -> Iterator[tuple[Event | Movement, bool]]:
    """Right: an event of the gold is told where it is told, with a type and a status that fit."""
    known = {event.id for event in analysis.events}
    shown: list[Event | Movement] = [*analysis.events]
    shown += [move for move in analysis.movements if move.event not in known]
    for found in shown:
        kind = found.type if isinstance(found, Event) else "MOVE"
        told = [want for want in row["events"] if kind in want["types"] and is_told(found, want["tells"])]
        yield found, any(found.status in want["status"] for want in told)


def is_told(found: Event | Movement, stretches: Iterable[Sequence[int]]) -> bool:
    triggers = [report.trigger for report in found.reports]
    return any(first <= each.start and each.end <= last for first, last in stretches for each in triggers)


def judge_record(analysis: Analysis, row: Row) -> Iterator[tuple[Event | Movement, bool]]:
    """Right: the first event of the sentence has the type and the parties of its record; the others have no gold."""
    for event in analysis.events[:1]:
        has_parties = names_first(event.actors, row["actors"]) and names_first(event.recipients, row["recipients"])
        yield event, event.type == row["type"] and has_parties


def names_first(parties: Iterable[Participant], wanted: Sequence[str]) -> bool:
    """Whether one of the parties is the first that is wanted, if any is."""
    return not wanted or shares((party.name for party in parties), wanted[0])


def judge_movement(analysis: Analysis, row: Row) -> Iterator[tuple[Event | Movement, bool]]:
    """Right: the gold has a movement of this mover to, or else from, this place or country, of this status."""
    for found in analysis.movements:
        yield found, any(is_movement(found, want) for want in row["movements"])


def is_movement(found: Movement, want: Mapping[str, Any]) -> bool:
    same_mover = shares([found.mover.name], want["mover"])
    return same_mover and settled(found.status) == settled(want["status"]) and has_end(found, want)


def has_end(found: Movement, want: Mapping[str, Any]) -> bool:
    """Whether the destination, or else the origin, is the place or the country that is wanted."""
    end = "destination" if want["destination"] else "origin"
    place = found.destination if want["destination"] else found.origin
    if place is None:
        return False
    is_in_country = (place.country or "") == want["country"]
    return is_in_country or shares([place.name], want[end])


def settled(status: str) -> str:
    return "occurred" if status == "ongoing" else status


def shares(names: Iterable[str], wanted: str | None) -> bool:
    """Whether one of the names has a word of what is wanted."""
    return any(words(name) & words(wanted or "") for name in names)


def words(text: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]{3,}", fold_case(text)))


JUDGES = {STORIES: judge_story, "events-plover-odd": judge_record, "movements-wikinews": judge_movement}
