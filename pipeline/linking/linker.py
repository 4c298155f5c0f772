"""Accounts linked as articles come in: a new article is compared with few others, and only what it touches is done
again. The clusters depend on the articles alone, in whatever order they came.
"""

from __future__ import annotations

from pipeline.errors import LinkingError
from pipeline.linking.accounts import Account
from pipeline.linking.blocking import Blocks
from pipeline.linking.clusters import Components, clustered
from pipeline.linking.copies import Copies
from pipeline.linking.dossiers import Dossier, Provenance
from pipeline.linking.model import Linking, fitted
from pipeline.linking.score import Scorer, told_apart


class Linker:
    """All accounts of a corpus: linked where a pair's score reaches the threshold, and clustered by component."""

    def __init__(self, model: Linking | None = None) -> None:
        """With another model than the lexicon's, by that."""
        self._scorer = Scorer(model or fitted())
        self.copies = Copies()
        self.provenance: dict[str, Provenance] = {}
        self._fingerprints: list[str] = []
        self._numbers: dict[str, int] = {}
        self._accounts: list[Account] = []
        self._blocks = Blocks()
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
        self._accounts += dossier.accounts
        for number, others in self._blocks.add(dossier.setting, dossier.accounts):
            self._components.add()
            for other in others:
                if self._scorer.links(self._accounts[number], self._accounts[other]):
                    self._components.join(number, other)
        return self.copies.add(article, dossier.wording)

    def clusters(self) -> list[list[Account]]:
        """The accounts of each event and movement; of what no new article has touched, as before."""
        found = {}
        for root, members in self._components.members.items():
            size, clusters = self._clusters.get(root, (0, []))
            if size != len(members):
                accounts = [self._accounts[at] for at in members]
                clusters = clustered(accounts, self._scorer.score, told_apart, self._scorer.threshold)
            found[root] = (len(members), clusters)
        self._clusters = found
        return [cluster for _, clusters in found.values() for cluster in clusters]
