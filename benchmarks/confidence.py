"""Confidence: how well it says whether an event or movement is rightly read, by cross-validation over articles.

``python -m benchmarks.confidence`` also fits the weights on all gold and writes them into
``pipeline/lexicons/confidence.toml``; with ``--threshold`` also the confidence from which ``PRECISION`` is right.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

import pipeline.lexicons
from benchmarks.confidence_gold import FOLDS, SHARE, STORIES, Example, examples
from benchmarks.scoring import gold_folder, show
from pipeline.errors import PipelineError
from pipeline.merging.confidence import fitted, logistic
from pipeline.merging.confidence import threshold as kept_threshold

LEXICON = Path(pipeline.lexicons.__path__[0]) / "confidence.toml"
PRECISION = 0.85
PRIOR = 1.0
STEPS = [step / 100 for step in range(5, 100)]
BANDS = [(low / 10, (low + 1) / 10) for low in range(10)]

Floats = NDArray[np.float64]


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


def by_kept_weights(found: Sequence[Example]) -> list[tuple[float, bool]]:
    """For each example of the stories: what the lexicon as it is says, and what is so."""
    stories = [example for example in found if example.corpus == STORIES]
    return [(predicted(example, fitted().weights), example.right) for example in stories]


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


def as_toml(weights: Mapping[str, float], figures: Mapping[str, float], before: str) -> str:
    """The lexicon with new weights and the threshold of the figures; its classes and what stands above them stay."""
    head, classes = before.partition("threshold =")[0], before[before.index("[classes]") : before.index("[weights]")]
    right, shown = figures["right from there on, percent"], figures["shown from there on, percent"]
    said = f"# From there on {right}% are right by cross-validation; these are {shown}% of all."
    listed = [f'"{name}" = {value}' for name, value in sorted(weights.items())]
    return "\n".join([f"{head}threshold = {figures['threshold']}", said, "", f"{classes}[weights]", *listed, ""])


def run(gold: Path) -> bool:
    report(examples(gold))
    return False


def report(found: Sequence[Example]) -> list[tuple[float, bool]]:
    """Print weights, calibration and quality by cross-validation; returns what was said of each, and what is so."""
    pairs = cross_validated(found)
    least = threshold(pairs)
    show("weights", fit(found))
    show(f"calibration on stories, {FOLDS}-fold by article", calibration(pairs))
    show("quality on stories", quality(pairs, least))
    show("quality of the weights that stand", quality(by_kept_weights(found), kept_threshold()))
    if not least:
        print(f"\nNo confidence is right in {PRECISION:.0%} of the cases: nothing is drawn apart.")
    return pairs


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.confidence", description=__doc__)
    parser.add_argument("--threshold", action="store_true", help="write the threshold too, not the weights alone")
    given = parser.parse_args(arguments)
    try:
        found = examples(gold_folder())
    except PipelineError as error:
        print(error, file=sys.stderr)
        return 2
    pairs = report(found)
    least = threshold(pairs) if given.threshold else kept_threshold()
    LEXICON.write_text(as_toml(fit(found), quality(pairs, least), LEXICON.read_text("utf-8")), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
