"""What linking is fitted on: pairs of events, right and wrong, of ECB+, of news clusters and of a mixed corpus."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from benchmarks.scoring import Row, article, extract, gold_rows
from pipeline.linking import Dossier, read_dossiers
from pipeline.linking.accounts import Account
from pipeline.linking.features import features
from pipeline.linking.model import fitted
from pipeline.linking.score import may_be_one

CHAINS, CLUSTERS, MIXED = "links-ecb-dev", "links-clusters", "links-mixed"
LABELS = {
    CLUSTERS: Path(__file__).parent / "linking_pairs.jsonl",
    MIXED: Path(__file__).parent / "linking_mixed_pairs.jsonl",
}
"""Pairs that were read, each trigger by article and offset; origin in docs/linking.md. The mixed corpus is of the
articles that its pairs name, by gold file and id.
"""
HALVES = 2
SHARE, HARD, READ = 0.1, 2.0, {CLUSTERS: 1.5, MIXED: 3.0}
"""How much a pair counts that is of two clusters (they are many and easy), of two events of one affair, and read."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """A gold file with its dossiers, and what parts its articles into topics."""

    name: str
    rows: list[Row]
    dossiers: list[Dossier]

    @classmethod
    def read(cls, name: str, gold: Path, analyses: Path | None) -> Corpus:
        rows = mixed_rows(gold) if name == MIXED else gold_rows(gold / f"{name}.jsonl")
        if analyses is not None:
            return cls(name, rows, [each for each in read_dossiers([analyses / f"{name}.jsonl"]) if each])
        with tempfile.TemporaryDirectory() as folder:
            predicted = Path(folder) / "analyses.jsonl"
            extract([replace(article(row), outlet=row.get("outlet")) for row in rows], predicted)
            return cls(name, rows, [each for each in read_dossiers([predicted]) if each])

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


def mixed_rows(gold: Path) -> list[Row]:
    """The articles of the mixed pairs; what parts those that are of no cluster is the file that they are from."""
    named = {article for row in gold_rows(LABELS[MIXED]) for article, _ in row["pair"]}
    return [
        {**row, "id": f"{source}/{row['id']}", "cluster": row.get("cluster") or source}
        for source in sorted({article.partition("/")[0] for article in named})
        for row in gold_rows(gold / f"{source}.jsonl")
        if f"{source}/{row['id']}" in named
    ]


def topic(row: Row) -> str:
    """The cluster of an article, or the topic of ECB+ in its name: both of its subtopics, which are alike."""
    return str(row.get("cluster") or str(row["id"]).partition("_")[0])


@dataclass(frozen=True, slots=True)
class Example:
    """Two accounts of these articles, and whether they are of one event; ``known`` is what is weighed by hand."""

    articles: frozenset[str]
    features: dict[str, float]
    known: float
    right: bool
    share: float

    @classmethod
    def of(cls, one: Account, other: Account, right: bool, share: float) -> Example:
        found, by_hand = features(one, other), fitted().by_hand
        known = sum(by_hand[name] * found.pop(name) for name in by_hand.keys() & found.keys())
        articles = (each.article.removeprefix(f"{CLUSTERS}/") for each in (one, other))
        return cls(frozenset(articles), found, known, right, share)


def examples(corpora: Iterable[Corpus]) -> list[Example]:
    return [example for corpus in corpora for example in JUDGES[corpus.name](corpus)]


def chained(corpus: Corpus) -> Iterator[Example]:
    """Pairs of accounts that the gold has mentions for: right if any two of these are of one chain."""
    mentions = {str(row["id"]): row["mentions"] for row in corpus.rows}
    known = {account: chains(account, mentions[account.article]) for account in corpus.accounts()}
    for one, other in combinations([account for account in known if known[account]], 2):
        if may_be_one(one, other):
            right = bool(known[one] & known[other])
            is_hard = not right and part(one.article) == part(other.article)
            yield Example.of(one, other, right, HARD if is_hard else 1.0)


def part(article: str) -> tuple[str, bool]:
    """The topic of ECB+ with which of its two events the article is about: all its events are of one affair."""
    return article.partition("_")[0], "plus" in article


def chains(account: Account, mentions: Iterable[Mapping[str, int | str]]) -> set[str]:
    triggers = [(report.trigger.start, report.trigger.end) for report in account.told.reports]
    return {
        str(each["chain"])
        for each in mentions
        if any(start < int(each["end"]) and int(each["start"]) < end for start, end in triggers)
    }


def clustered(corpus: Corpus) -> Iterator[Example]:
    """Pairs of accounts of two clusters, all of them wrong, and of one cluster those that were read."""
    cluster = {str(row["id"]): topic(row) for row in corpus.rows}
    for one, other in combinations(corpus.accounts(), 2):
        if cluster[one.article] != cluster[other.article] and may_be_one(one, other):
            yield Example.of(one, other, right=False, share=SHARE)
    yield from mixed(corpus)


def mixed(corpus: Corpus) -> Iterator[Example]:
    """The pairs that were read."""
    for one, other, right in read_pairs(corpus):
        if may_be_one(one, other):
            yield Example.of(one, other, right, READ[corpus.name])


def read_pairs(corpus: Corpus) -> Iterator[tuple[Account, Account, bool]]:
    """The pairs of ``LABELS`` whose triggers are still found, each once."""
    seen: set[frozenset[str]] = set()
    found = {
        (account.article, report.trigger.start): account
        for account in corpus.accounts()
        for report in account.told.reports
    }
    for row in gold_rows(LABELS[corpus.name]):
        one, other = (found.get((article, start)) for article, start in row["pair"])
        if one and other and one is not other and (pair := frozenset({one.id, other.id})) not in seen:
            seen.add(pair)
            yield one, other, row["one"]


JUDGES = {CHAINS: chained, CLUSTERS: clustered, MIXED: mixed}
