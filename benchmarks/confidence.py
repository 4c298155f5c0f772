"""Confidence: how well it says whether an event or movement is rightly read, by cross-validation over articles.

``python -m benchmarks.confidence`` also fits the weights on all gold and writes them into
``pipeline/lexicons/confidence.toml``; with ``--threshold`` also the confidence from which ``PRECISION`` is right.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

import pipeline.lexicons
from benchmarks.scoring import Row, article, extract, gold_folder, gold_rows, show
from pipeline import codec
from pipeline.domain import Analysis, Event, Movement
from pipeline.errors import PipelineError
from pipeline.merging.confidence import features, logistic
from pipeline.merging.confidence import threshold as kept_threshold
from pipeline.store.columns import folded

LEXICON = Path(pipeline.lexicons.__path__[0]) / "confidence.toml"
PRECISION = 0.85
FOLDS = 5
PRIOR = 1.0
STORIES = "stories"
SHARE = {STORIES: 1.0, "events-plover-odd": 0.3, "movements-wikinews": 0.3}
"""How much an example of a set counts: stories are whole articles with all that they tell, the others are not."""
STEPS = [step / 100 for step in range(5, 100)]
BANDS = [(low / 10, (low + 1) / 10) for low in range(10)]

Floats = NDArray[np.float64]


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
        parties = [([who.name for who in event.actors], row["actors"])]
        parties.append(([who.name for who in event.recipients], row["recipients"]))
        yield event, event.type == row["type"] and all(not want or shares(have, want[0]) for have, want in parties)


def judge_movement(analysis: Analysis, row: Row) -> Iterator[tuple[Event | Movement, bool]]:
    """Right: the gold has a movement of this mover to, or else from, this place or country, of this status."""
    for found in analysis.movements:
        yield found, any(is_movement(found, want) for want in row["movements"])


def is_movement(found: Movement, want: Mapping[str, Any]) -> bool:
    end = "destination" if want["destination"] else "origin"
    place = found.destination if want["destination"] else found.origin
    same = place is not None and (shares([place.name], want[end]) or (place.country or "") == want["country"])
    return same and shares([found.mover.name], want["mover"]) and settled(found.status) == settled(want["status"])


def settled(status: str) -> str:
    return "occurred" if status == "ongoing" else status


def shares(names: Iterable[str], wanted: str | None) -> bool:
    """Whether one of the names has a word of what is wanted."""
    return any(words(name) & words(wanted or "") for name in names)


def words(text: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]{3,}", folded(text)))


JUDGES = {STORIES: judge_story, "events-plover-odd": judge_record, "movements-wikinews": judge_movement}


def fit(found: Sequence[Example]) -> dict[str, float]:
    """Weights of a logistic regression, ridge but for the level; the levels of single corpora are left out."""
    names = sorted({name for example in found for name in example.columns()})
    matrix = np.array([[example.columns().get(name, 0.0) for name in names] for example in found])
    signs = np.array([1.0 if example.right else -1.0 for example in found])
    share = np.array([SHARE[example.corpus] for example in found])
    prior = np.array([0.0 if name == "always" else PRIOR for name in names])

    def loss(point: Floats) -> tuple[float, Floats]:
        margin = signs * (matrix @ point)
        slope = -(share * signs / (1 + np.exp(np.clip(margin, -30, 30)))) @ matrix + prior * point
        return float(share @ np.logaddexp(0, -margin) + prior @ point**2 / 2), slope

    point = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    fitted = {name: round(float(value), 3) for name, value in zip(names, point, strict=True)}
    return {name: value for name, value in fitted.items() if value and not name.startswith("corpus ")}


def predicted(example: Example, weights: Mapping[str, float]) -> float:
    return logistic(sum(weights.get(name, 0.0) * value for name, value in example.features.items()))


def cross_validated(found: Sequence[Example]) -> list[tuple[float, bool]]:
    """For each example of the stories: what weights that never saw its article say, and what is so."""
    pairs = []
    for fold in range(FOLDS):
        weights = fit([example for example in found if example.fold != fold])
        tested = [example for example in found if example.fold == fold and example.corpus == STORIES]
        pairs += [(predicted(example, weights), example.right) for example in tested]
    return pairs


def threshold(pairs: Sequence[tuple[float, bool]]) -> float:
    """The lowest confidence from which ``PRECISION`` of the examples are right; 0 if there is none."""
    return next((step for step in STEPS if precision(pairs, step) >= PRECISION), 0.0)


def precision(pairs: Sequence[tuple[float, bool]], least: float) -> float:
    kept = [right for sure, right in pairs if sure >= least]
    return sum(kept) / len(kept) if kept else 0.0


def calibration(pairs: Sequence[tuple[float, bool]]) -> dict[str, str]:
    """For each tenth of confidence: how many there are, how sure they are on average, and how many are right."""
    table = {}
    for low, high in BANDS:
        band = [(sure, right) for sure, right in pairs if low <= sure < high or sure == high == 1]
        if band:
            sure, right = np.array(band, dtype=float).mean(axis=0)
            table[f"{low:.1f} to {high:.1f}"] = (
                f"{len(band):5} found, {100 * sure:5.1f} expected, {100 * right:5.1f} right"
            )
    return table


def quality(pairs: Sequence[tuple[float, bool]], least: float) -> dict[str, float]:
    sure, right = np.array([each for each, _ in pairs]), np.array([flag for _, flag in pairs])
    base = right.mean()
    kept = sure >= least
    return {
        "examples": len(pairs),
        "right, percent": round(100 * float(base), 1),
        "Brier score": round(float(((sure - right) ** 2).mean()), 4),
        "Brier score of the base rate": round(float(base * (1 - base)), 4),
        "threshold": least,
        "right from there on, percent": round(100 * precision(pairs, least), 1),
        "shown from there on, percent": round(100 * float(kept.mean()), 1),
        "right ones shown, percent": round(100 * float((right & kept).sum() / max(right.sum(), 1)), 1),
    }


def as_toml(weights: Mapping[str, float], least: float, figures: Mapping[str, float], before: str) -> str:
    """The lexicon with new weights and threshold; its classes and what stands above them stay."""
    head, classes = before.partition("threshold =")[0], before[before.index("[classes]") : before.index("[weights]")]
    right, shown = figures["right from there on, percent"], figures["shown from there on, percent"]
    said = f"# {PRECISION:.0%} are right from {figures['threshold']} on: {right}% by cross-validation, {shown}% of all."
    listed = [f'"{name}" = {value}' for name, value in sorted(weights.items())]
    return "\n".join([f"{head}threshold = {least}", said, "", f"{classes}[weights]", *listed, ""])


def run(gold: Path) -> bool:
    report(examples(gold))
    return False


def report(found: Sequence[Example]) -> dict[str, float]:
    """Print weights, calibration and quality; returns the last."""
    pairs = cross_validated(found)
    least = threshold(pairs)
    figures = quality(pairs, least)
    show("weights", fit(found))
    show(f"calibration on stories, {FOLDS}-fold by article", calibration(pairs))
    show("quality on stories", figures)
    if not least:
        print(f"\nNo confidence is right in {PRECISION:.0%} of the cases: nothing is drawn apart.")
    return figures


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.confidence", description=__doc__)
    parser.add_argument("--threshold", action="store_true", help="write the threshold too, not the weights alone")
    given = parser.parse_args(arguments)
    try:
        found = examples(gold_folder())
    except PipelineError as error:
        print(error, file=sys.stderr)
        return 2
    figures = report(found)
    least = figures["threshold"] if given.threshold else kept_threshold()
    LEXICON.write_text(as_toml(fit(found), least, figures, LEXICON.read_text("utf-8")), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
