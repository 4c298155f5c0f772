"""Movements: recall on gold articles with all that is found to read; precision and recall on sentences of our own."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from benchmarks.scoring import score, show
from pipeline.analysis import analyse
from pipeline.domain import Article, Movement, Status

DATA = Path(__file__).parent.parent / "tests" / "components" / "data"
PRECISION = 90
RECALL = 75
PUBLISHED = date(2024, 3, 13)


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A movement that a careful reader takes from a sentence; ``mover`` is the last word of its name."""

    mover: str
    status: Status
    origin: str | None = None
    destination: str | None = None
    departure: str | None = None
    arrival: str | None = None
    vehicle: str | None = None


class Sentence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text and all movements that it tells of."""

    text: str
    movements: list[Expected]


class Sentences(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of our own sentences."""

    sentence: list[Sentence]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was expected of a sentence, what was found, and which pairs of them agree."""

    sentence: Sentence
    found: tuple[Movement, ...]
    pairs: tuple[tuple[Expected, Movement], ...]

    @property
    def missed(self) -> list[Expected]:
        return [one for one in self.sentence.movements if all(one is not other for other, _ in self.pairs)]

    @property
    def wrong(self) -> list[Movement]:
        return [one for one in self.found if all(one is not other for _, other in self.pairs)]


def own_sentences(name: str = "movements") -> list[Sentence]:
    """Sentences of our own: ``movements``, written before the code, ``_unseen`` and ``_others``, written after it."""
    return msgspec.convert(tomllib.loads((DATA / f"{name}.toml").read_text("utf-8")), Sentences).sentence


def outcomes(sentences: Iterable[Sentence]) -> Iterator[Outcome]:
    for sentence in sentences:
        found = analyse(Article(sentence.text, sentence.text, published=PUBLISHED)).movements
        pairs: list[tuple[Expected, Movement]] = []
        for expected in sentence.movements:
            free = [one for one in found if all(one is not other for _, other in pairs)]
            if (match := next((one for one in free if agrees(expected, one)), None)) is not None:
                pairs.append((expected, match))
        yield Outcome(sentence, found, tuple(pairs))


def agrees(expected: Expected, found: Movement) -> bool:
    """Same mover, same goal (or origin, where there is no goal) and same status, under way as good as done."""
    goal = ("destination", expected.destination) if expected.destination else ("origin", expected.origin)
    place = getattr(found, goal[0])
    return (
        expected.mover in found.mover.name
        and place is not None
        and goal[1] in (place.text, place.name)
        and settled(expected.status) == settled(found.status)
    )


def settled(status: Status) -> str:
    return "told" if status in ("occurred", "ongoing") else status


def table(results: Iterable[Outcome]) -> dict[str, float | int]:
    """Precision and recall of movements, in percent, and how many of those found have what else is told of them."""
    listed = list(results)
    pairs = [pair for result in listed for pair in result.pairs]
    found, expected = sum(len(r.found) for r in listed), sum(len(r.sentence.movements) for r in listed)
    told = [(one, other) for one, other in pairs if one.vehicle]
    started = [(one, other) for one, other in pairs if one.origin and one.destination]
    return {
        "precision": percent(len(pairs), found),
        "recall": percent(len(pairs), expected),
        "vehicle": percent(sum(one.vehicle == other.vehicle for one, other in told), len(told)),
        "origin": percent(
            sum(
                other.origin is not None and one.origin in (other.origin.text, other.origin.name)
                for one, other in started
            ),
            len(started),
        ),
        "expected": expected,
        "found": found,
    }


def percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def run(gold_folder: Path) -> int:
    """Print both tables; below the goals for our own sentences it fails."""
    show("Movements, Wikinews (recall counts; read the rest)", score("movements", "movements-wikinews", errors=100))
    sets = {
        "movements": "written before the code",
        "movements_unseen": "longer, written after it",
        "movements_others": "other movers and idioms, written after it",
    }
    tables = [table(outcomes(own_sentences(name))) for name in sets]
    for title, own in zip(sets.values(), tables, strict=True):
        show(f"Movements, sentences of our own, {title}", own)
    return int(any(own["precision"] < PRECISION or own["recall"] < RECALL for own in tables))
