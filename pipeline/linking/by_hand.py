"""Clusters of accounts as analysts corrected them: two stories that are one, and a report that is of another. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from pipeline.corrections import STORIES, Change, Correction, Entry, Reference
from pipeline.linking.accounts import Account

Stretch = tuple[str, bool, int, int]
"""Article, whether it is a movement, first and last offset of a trigger."""


class Grouping:
    """Which accounts are of one event, by the linker first, then as each correction changes it."""

    def __init__(self, clusters: Iterable[Sequence[Account]]) -> None:
        self.clusters = [list(cluster) for cluster in clusters]
        self.joined: set[str] = set()
        """Ids of accounts that an analyst brought together with others."""
        every = [(number, account) for number, cluster in enumerate(self.clusters) for account in cluster]
        self._home = {account.id: number for number, account in every}
        self._by_id = {(account.article, account.told.id): account for _, account in every}
        self._by_trigger = {place: account for _, account in every for place in triggers(account)}

    def apply(self, reference: Reference, change: Change) -> None:
        """Do what a correction says; what is there no more is left out."""
        account, others = self._account(reference), self.accounts(change.stories)
        if account is None:
            return
        if change.field == "another_story":
            self._part(account, others)
        else:
            for other in others:
                self._join(account, other)

    def accounts(self, named: Iterable[Reference]) -> list[Account]:
        """Those of what is named that are still there."""
        return [found for each in named if (found := self._account(each)) is not None]

    def home(self, accounts: Iterable[Account]) -> int | None:
        """The number of the cluster that most of some accounts are in, of equals the first; None if there are none."""
        counts = Counter(self._home[account.id] for account in accounts)
        return min(counts, key=lambda number: (-counts[number], number), default=None)

    def _account(self, named: Reference) -> Account | None:
        target = named.target
        place = named.article, target.kind == "movement", target.trigger.start, target.trigger.end
        return self._by_id.get((named.article, target.id)) or self._by_trigger.get(place)

    def _join(self, one: Account, other: Account) -> None:
        """Both stories whole, if both are events or both movements."""
        kept, gone = self._home[one.id], self._home[other.id]
        if kept == gone or one.is_move != other.is_move:
            return
        moved, self.clusters[gone] = self.clusters[gone], []
        self.clusters[kept] += moved
        self._home |= dict.fromkeys((account.id for account in moved), kept)
        self.joined |= {one.id, other.id}

    def _part(self, account: Account, others: Iterable[Account]) -> None:
        """It leaves the story in which any of the others is."""
        home = self._home[account.id]
        if any(self._home[other.id] == home for other in others if other is not account):
            self.clusters[home].remove(account)
            self._home[account.id] = len(self.clusters)
            self.clusters.append([account])
            self.joined.discard(account.id)


def triggers(account: Account) -> Iterable[Stretch]:
    for report in account.told.reports:
        yield account.article, account.is_move, report.trigger.start, report.trigger.end


def regrouped(clusters: Sequence[Sequence[Account]], log: Iterable[Entry]) -> tuple[list[list[Account]], set[str]]:
    """The clusters after all corrections that are not undone, and the ids of accounts that these joined."""
    made = [entry for entry in log if not entry.undone and entry.correction.change.field in STORIES]
    grouping = Grouping(clusters if made else ())
    for entry in sorted(made, key=lambda entry: entry.number):
        correction = entry.correction
        grouping.apply(Reference(correction.article, correction.target), correction.change)
    grouped = [cluster for cluster in grouping.clusters if cluster]
    return grouped if made else [list(cluster) for cluster in clusters], grouping.joined


def marked_wrong(clusters: Sequence[Sequence[Account]], log: Iterable[Entry]) -> dict[int, tuple[Correction, ...]]:
    """By the number of a cluster, the verdicts of Wrong on reports that stood with its accounts when it was given."""
    verdicts: dict[tuple[str, str, str], Correction] = {}
    for entry in sorted(log, key=lambda entry: entry.number):
        made = entry.correction
        if made.change.field == "verdict" and entry.matched and not entry.undone:
            verdicts[made.article, made.target.kind, made.target.id] = made
    wrong = [made for made in verdicts.values() if made.change.word == "wrong" and made.change.stories]
    grouping = Grouping(clusters if wrong else ())
    found: dict[int, list[Correction]] = defaultdict(list)
    for made in wrong:
        number = grouping.home(grouping.accounts(made.change.stories))
        if number is not None:
            found[number].append(made)
    return {number: tuple(each) for number, each in found.items()}
