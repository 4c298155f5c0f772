"""Linking: how well events of several articles are brought together, by cross-validation over topics and clusters.

``python -m benchmarks.linking`` also fits the weights on all gold, takes the threshold by the cross-validated figures,
and writes both into ``pipeline/lexicons/linking.toml``. With ``--analyses FOLDER`` it takes what ``extract`` wrote
there of each gold file (``links-ecb-dev.jsonl`` ...), instead of reading all articles again.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

import pipeline.lexicons
from benchmarks.linking_examples import CHAINS, JUDGES, MIXED, Corpus, Example, examples, read_pairs
from benchmarks.scoring import Row, gold_folder, run_scorer, show
from pipeline.errors import PipelineError
from pipeline.linking import Linker, lines
from pipeline.linking.model import Linking, fitted

LEXICON = Path(pipeline.lexicons.__path__[0]) / "linking.toml"
THRESHOLD = re.compile(r"^threshold = .*$", re.M)
THRESHOLDS = [round(at / 20, 2) for at in range(-12, 11)]
PRECISION = 80.0
PRIOR = 1.0
AGAINST = frozenset(
    {
        "nothing identifies", "other affair", "other content", "other countries", "other deeds", "other numbers",
        "other party", "other people", "other place", "other speaker", "other weekday", "other words",
    }
)  # fmt: skip
FREE = frozenset({"always", "briefs", "lead of both", "lead of one", "speech", "statement"})
"""Features that may speak for a link or against it; of all others one of the two is known."""

Floats = NDArray[np.float64]


def fit(found: Sequence[Example]) -> dict[str, float]:
    """Weights of a logistic regression, ridge but for the level, none against what its feature says."""
    names = sorted({name for example in found for name in example.features})
    matrix = np.array([[example.features.get(name, 0.0) for name in names] for example in found])
    signs = np.array([1.0 if example.right else -1.0 for example in found])
    share = np.array([example.share for example in found])
    known = np.array([example.known for example in found])
    prior = np.array([0.0 if name == "always" else PRIOR for name in names])

    def loss(point: Floats) -> tuple[float, Floats]:
        margin = signs * (matrix @ point + known)
        slope = -(share * signs / (1 + np.exp(np.clip(margin, -30, 30)))) @ matrix + prior * point
        return float(share @ np.logaddexp(0, -margin) + prior @ point**2 / 2), slope

    point = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", bounds=list(map(bounds, names))).x
    return {name: round(float(value), 2) for name, value in zip(names, point, strict=True)}


def bounds(name: str) -> tuple[float | None, float | None]:
    if name in FREE:
        return None, None
    return (None, 0.0) if name in AGAINST else (0.0, None)


def linked(corpus: Corpus, model: Linking) -> list[bytes]:
    """The stories of a corpus by a model."""
    linker = Linker(model)
    for dossier in corpus.dossiers:
        linker.add(dossier)
    return list(lines(linker))


def scored(corpus: Corpus, stories: Iterable[bytes]) -> Row:
    """The scorer's table."""
    with tempfile.TemporaryDirectory() as folder:
        gold, file = Path(folder) / "gold.jsonl", Path(folder) / "stories.jsonl"
        gold.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in corpus.rows))
        file.write_bytes(b"".join(line + b"\n" for line in stories))
        return run_scorer("links", gold, file, 0)


def read_and_linked(corpus: Corpus, stories: Iterable[bytes]) -> Row:
    """How many of the pairs that were read are linked, of those that are of one event, and of the others."""
    told = [event for line in stories if (event := msgspec.json.decode(line)).get("copies") is None]
    story = {
        (report["article"], report["event"]): at
        for at, row in enumerate(told)
        for report in (row.get("event") or row["movement"])["reports"]
    }
    found = {True: [0, 0], False: [0, 0]}
    for one, other, right in read_pairs(corpus):
        first, second = (story.get((each.article, each.told.id)) for each in (one, other))
        found[right][0] += first is not None and first == second
        found[right][1] += 1
    names = {True: "read as one, linked", False: "read as two, linked"}
    return {names[right]: f"{kept} of {total}" for right, (kept, total) in found.items()}


def unseen(found: Sequence[Example], corpus: Corpus) -> list[tuple[Corpus, dict[str, float]]]:
    """The topics of each fold with weights that never saw them."""
    parts = [corpus.only(fold) for fold in sorted(set(corpus.folds().values()))]
    ids = [{each.setting.article for each in part.dossiers} for part in parts]
    weights = [fit([example for example in found if not example.articles & own]) for own in ids]
    return list(zip(parts, weights, strict=True))


def cross_validated(folds: Iterable[tuple[Corpus, dict[str, float]]], threshold: float) -> list[bytes]:
    models = ((part, msgspec.structs.replace(fitted(), threshold=threshold, weights=own)) for part, own in folds)
    return [line for part, model in models for line in linked(part, model)]


def chosen_threshold(chains: Corpus, folds: Sequence[tuple[Corpus, dict[str, float]]]) -> float:
    """The lowest at which pairs of topics that the weights never saw keep ``PRECISION``; shows the scores of all."""
    scores = {each: scored(chains, cross_validated(folds, each))["cross_pairs_of_covered"] for each in THRESHOLDS}
    show(f"{chains.name}, cross-validated pairs by threshold", {str(each): found for each, found in scores.items()})
    return next((each for each, (precision, *_) in scores.items() if precision >= PRECISION), THRESHOLDS[-1])


def run(gold: Path) -> bool:
    report([Corpus.read(name, gold, None) for name in JUDGES])
    return False


def report(corpora: Sequence[Corpus]) -> Linking:
    """Print the weights fitted on all, and the scores by those of the lexicon, by these, and by some that never saw the
    topic; returns the model fitted on all.
    """
    known = examples(corpora)
    weights = fit(known)
    show("weights", {**weights, **{f"{name} (by hand)": value for name, value in fitted().by_hand.items()}})
    folds = {corpus.name: unseen(known, corpus) for corpus in corpora}
    threshold = next(chosen_threshold(each, folds[CHAINS]) for each in corpora if each.name == CHAINS)
    model = msgspec.structs.replace(fitted(), threshold=threshold, weights=weights)
    for corpus in corpora:
        stories = {
            "as the lexicon has it": linked(corpus, fitted()),
            f"each topic by the weights of the others, from {threshold}": cross_validated(
                folds[corpus.name], threshold
            ),
            f"all by the weights of all, from {threshold}": linked(corpus, model),
        }
        for title, found in stories.items():
            read = read_and_linked(corpus, found) if corpus.name != CHAINS else {}
            show(f"{corpus.name}, {title}", {**(scored(corpus, found) if corpus.name != MIXED else {}), **read})
    return model


def rewritten(lexicon: str, model: Linking) -> str:
    """The lexicon with the threshold and the weights of a model; all else is as it was."""
    head = THRESHOLD.sub(f"threshold = {model.threshold}", lexicon.partition("[weights]")[0])
    return "\n".join([f"{head}[weights]", *(f'"{name}" = {value}' for name, value in model.weights.items()), ""])


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.linking", description=__doc__)
    parser.add_argument("--analyses", type=Path, metavar="FOLDER", help="what extract wrote of the gold files")
    given = parser.parse_args(arguments)
    try:
        model = report([Corpus.read(name, gold_folder(), given.analyses) for name in JUDGES])
    except PipelineError as error:
        print(error, file=sys.stderr)
        return 2
    LEXICON.write_text(rewritten(LEXICON.read_text("utf-8"), model), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
