"""Linking: how well events of several articles are brought together, by cross-validation over topics and clusters.

``python -m benchmarks.linking`` also fits the weights on all gold and writes them into
``pipeline/lexicons/linking.toml``. With ``--analyses FOLDER`` it takes what ``extract`` wrote there of each gold file
(``links-ecb-dev.jsonl`` ...), instead of reading all articles again.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

import pipeline.lexicons
from benchmarks.scoring import Row, article, extract, gold_folder, gold_rows, run_scorer, show
from pipeline.errors import PipelineError
from pipeline.linking import Dossier, Linker, lines, read
from pipeline.linking.accounts import Account
from pipeline.linking.score import Linking, features, fitted, may_be_one

LEXICON = Path(pipeline.lexicons.__path__[0]) / "linking.toml"
CHAINS, CLUSTERS = "links-ecb-dev", "links-clusters"
HALVES = 2
PRIOR = 1.0
SHARE = 0.1
"""How much a pair from two clusters counts: they are many and easy."""
AGAINST = frozenset({"other numbers", "other party", "other place"})
FREE = frozenset({"always", "statement"})
"""Features that may speak for a link or against it; of all others one of the two is known."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Corpus:
    """A gold file with its dossiers, and what parts its articles into topics."""

    name: str
    rows: list[Row]
    dossiers: list[Dossier]

    @classmethod
    def read(cls, name: str, gold: Path, analyses: Path | None) -> Corpus:
        rows = gold_rows(gold / f"{name}.jsonl")
        if analyses is not None:
            return cls(name, rows, [each for each in read([analyses / f"{name}.jsonl"]) if each])
        with tempfile.TemporaryDirectory() as folder:
            predicted = Path(folder) / "analyses.jsonl"
            extract([replace(article(row), outlet=row.get("outlet")) for row in rows], predicted)
            return cls(name, rows, [each for each in read([predicted]) if each])

    def only(self, *folds: int) -> Corpus:
        """The articles of the topics in these folds."""
        kept = {str(row["id"]) for row in self.rows if self.folds()[topic(row)] in folds}
        return Corpus(
            self.name,
            [row for row in self.rows if str(row["id"]) in kept],
            [each for each in self.dossiers if each.setting.article in kept],
        )

    def folds(self) -> dict[str, int]:
        """The fold of each topic; every topic of ECB+ is one of its own, the many clusters are in halves."""
        topics = sorted({topic(row) for row in self.rows})
        return {name: at if self.name == CHAINS else at % HALVES for at, name in enumerate(topics)}

    def accounts(self) -> list[Account]:
        return [account for each in self.dossiers for account in each.accounts]


def topic(row: Row) -> str:
    """The cluster of an article, or the topic of ECB+ in its name: both of its subtopics, which are alike."""
    return str(row.get("cluster") or str(row["id"]).partition("_")[0])


@dataclass(frozen=True, slots=True)
class Example:
    """Two accounts of these articles, and whether they are of one event."""

    articles: frozenset[str]
    features: dict[str, float]
    right: bool
    share: float


def examples(corpora: Iterable[Corpus]) -> list[Example]:
    return [example for corpus in corpora for example in JUDGES[corpus.name](corpus)]


def chained(corpus: Corpus) -> Iterator[Example]:
    """Pairs of accounts that the gold has mentions for: right if any two of these are of one chain."""
    mentions = {str(row["id"]): row["mentions"] for row in corpus.rows}
    known = {account: chains(account, mentions[account.article]) for account in corpus.accounts()}
    for one, other in combinations([account for account in known if known[account]], 2):
        if may_be_one(one, other):
            yield Example(articles(one, other), learnt(one, other), bool(known[one] & known[other]), 1.0)


def chains(account: Account, mentions: Iterable[Mapping[str, int | str]]) -> set[str]:
    triggers = [(report.trigger.start, report.trigger.end) for report in account.told.reports]
    return {
        str(each["chain"])
        for each in mentions
        if any(start < int(each["end"]) and int(each["start"]) < end for start, end in triggers)
    }


def unrelated(corpus: Corpus) -> Iterator[Example]:
    """Pairs of accounts of two clusters, all of them wrong; of one cluster nothing is known about single events."""
    cluster = {str(row["id"]): topic(row) for row in corpus.rows}
    for one, other in combinations(corpus.accounts(), 2):
        if cluster[one.article] != cluster[other.article] and may_be_one(one, other):
            yield Example(articles(one, other), learnt(one, other), False, SHARE)


def articles(one: Account, other: Account) -> frozenset[str]:
    return frozenset({one.article, other.article})


def learnt(one: Account, other: Account) -> dict[str, float]:
    return {name: value for name, value in features(one, other).items() if name not in fitted().by_hand}


JUDGES = {CHAINS: chained, CLUSTERS: unrelated}


def fit(found: Sequence[Example]) -> dict[str, float]:
    """Weights of a logistic regression, ridge but for the level, none against what its feature says."""
    names = sorted({name for example in found for name in example.features})
    matrix = np.array([[example.features.get(name, 0.0) for name in names] for example in found])
    signs = np.array([1.0 if example.right else -1.0 for example in found])
    share = np.array([example.share for example in found])
    prior = np.array([0.0 if name == "always" else PRIOR for name in names])

    def loss(point: Floats) -> tuple[float, Floats]:
        margin = signs * (matrix @ point)
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


def cross_validated(found: Sequence[Example], corpus: Corpus) -> list[bytes]:
    """The stories of each fold by weights that never saw its topics."""
    stories: list[bytes] = []
    for fold in sorted(set(corpus.folds().values())):
        tested = corpus.only(fold)
        ids = {each.setting.article for each in tested.dossiers}
        weights = fit([example for example in found if not example.articles & ids])
        stories += linked(tested, msgspec.structs.replace(fitted(), weights=weights))
    return stories


def run(gold: Path) -> bool:
    report([Corpus.read(name, gold, None) for name in JUDGES])
    return False


def report(corpora: Sequence[Corpus]) -> dict[str, float]:
    """Print the weights fitted on all, and the scores by these and by weights that never saw a topic; returns them."""
    found = examples(corpora)
    weights = fit(found)
    show("weights", {**weights, **{f"{name} (by hand)": value for name, value in fitted().by_hand.items()}})
    model = msgspec.structs.replace(fitted(), weights=weights)
    for corpus in corpora:
        show(f"{corpus.name}, each topic by the weights of the others", scored(corpus, cross_validated(found, corpus)))
        show(f"{corpus.name}, all by the weights of all", scored(corpus, linked(corpus, model)))
    return weights


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.linking", description=__doc__)
    parser.add_argument("--analyses", type=Path, metavar="FOLDER", help="what extract wrote of the gold files")
    given = parser.parse_args(arguments)
    try:
        weights = report([Corpus.read(name, gold_folder(), given.analyses) for name in JUDGES])
    except PipelineError as error:
        print(error, file=sys.stderr)
        return 2
    head = LEXICON.read_text("utf-8").partition("[weights]")[0]
    LEXICON.write_text(
        "\n".join([f"{head}[weights]", *(f'"{name}" = {weights[name]}' for name in weights), ""]), "utf-8"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
