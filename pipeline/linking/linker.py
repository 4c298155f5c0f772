"""Accounts linked as articles come in: a new article is compared with few others, and only what it touches is done
again. The clusters depend on the articles alone, in whatever order they came.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.errors import LinkingError
from pipeline.linking.accounts import Account, Setting
from pipeline.linking.blocking import SHARED_PAIRS, Blocks, about_pairs, fortnights, term_pairs
from pipeline.linking.clusters import Components, clustered
from pipeline.linking.copies import Copies
from pipeline.linking.dossiers import Dossier, Provenance
from pipeline.linking.score import SURE, Linking, fitted, log_odds, may_be_one, told_apart
from pipeline.linking.times import may_be_one_affair


class Linker:
    """All accounts of a corpus: linked where a pair's score reaches the threshold, and clustered by component."""

    def __init__(self, model: Linking | None = None) -> None:
        """With another model than the lexicon's, by that."""
        model = model or fitted()
        self._threshold, self._weights = model.threshold, model.all_weights
        self.copies = Copies()
        self.provenance: dict[str, Provenance] = {}
        self._fingerprints: list[str] = []
        self._numbers: dict[str, int] = {}
        self._accounts: list[Account] = []
        self._ranges: list[range] = []
        self._settings: list[Setting] = []
        self._by_account, self._by_article = Blocks(), Blocks()
        self._components = Components()
        self._clusters: dict[int, tuple[int, list[list[Account]]]] = {}

    def add(self, dossier: Dossier) -> dict[str, float]:
        """Link one more article; returns those whose copy it is, with the share of the text. One that is there
        already changes nothing. Raises LinkingError where another article has its id.
        """
        article = dossier.setting.article
        if (known := self._numbers.setdefault(article, len(self._fingerprints))) < len(self._fingerprints):
            if self._fingerprints[known] != dossier.fingerprint:
                raise LinkingError.two_articles(article)
            return {}
        self._fingerprints.append(dossier.fingerprint)
        self.provenance[article] = dossier.provenance
        for one, other in self._to_compare(known, dossier):
            score = self.compare(self._accounts[one], self._accounts[other])
            if score is not None and score >= self._threshold:
                self._components.join(one, other)
        return self.copies.add(article, dossier.wording)

    def _to_compare(self, article: int, dossier: Dossier) -> Iterator[tuple[int, int]]:
        """File the accounts of an article; gives each with the earlier ones that may be of its events."""
        own = range(len(self._accounts), len(self._accounts) + len(dossier.accounts))
        self._ranges.append(own)
        self._accounts += dossier.accounts
        near = [at for other in self._of_one_affair(article, dossier.setting) for at in self._ranges[other]]
        for number, account in zip(own, dossier.accounts, strict=True):
            self._components.add()
            filed = self._by_account.add(number, term_pairs(account), fortnights(account))
            yield from ((number, other) for other in filed.keys() | near)

    def _of_one_affair(self, article: int, setting: Setting) -> list[int]:
        """File an article; gives the earlier ones of its affair, by its time or told again later."""
        shared = self._by_article.add(article, about_pairs(setting), [None])
        self._settings.append(setting)
        alike = [other for other, pairs in shared.items() if pairs >= SHARED_PAIRS]
        return [other for other in alike if may_be_one_affair(setting, self._settings[other])]

    def clusters(self) -> list[list[Account]]:
        """The accounts of each event and movement; of what no new article has touched, as before."""
        found = {}
        for root, members in self._components.members.items():
            size, clusters = self._clusters.get(root, (0, []))
            if size != len(members):
                clusters = clustered([self._accounts[at] for at in members], self.compare, told_apart, self._threshold)
            found[root] = (len(members), clusters)
        self._clusters = found
        return [cluster for _, clusters in found.values() for cluster in clusters]

    def compare(self, one: Account, other: Account) -> float | None:
        """The score of two accounts; None where they cannot be of one event."""
        if told_apart(one, other):
            return -SURE
        return log_odds(one, other, self._weights) if may_be_one(one, other) else None
