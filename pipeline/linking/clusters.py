"""Accounts that can all be of one event, brought together; what belongs together depends on no order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from pipeline.linking.accounts import Account

Compare = Callable[[Account, Account], float | None]
Apart = Callable[[Account, Account], bool]
VETO = -np.inf


class Components:
    """Numbers that are linked in any way, found by the least of them (union-find)."""

    def __init__(self) -> None:
        self.parent: list[int] = []
        self.members: dict[int, list[int]] = {}

    def add(self) -> int:
        number = len(self.parent)
        self.parent.append(number)
        self.members[number] = [number]
        return number

    def root(self, number: int) -> int:
        while self.parent[number] != number:
            self.parent[number] = self.parent[self.parent[number]]
            number = self.parent[number]
        return number

    def join(self, one: int, other: int) -> None:
        kept, gone = sorted((self.root(one), self.root(other)))
        if kept != gone:
            self.parent[gone] = kept
            self.members[kept] += self.members.pop(gone)


def clustered(found: Sequence[Account], compare: Compare, apart: Apart, threshold: float) -> list[list[Account]]:
    """Average-link clusters of accounts: the two that fit best on average join first, as long as they reach the
    threshold and no pair across them speaks against it. ``compare`` gives None for two that cannot be one. Of two that
    are ``apart`` in one cluster the one that fits the rest less leaves it; those that left may be of one event.
    """
    kept: list[list[Account]] = []
    remaining = sorted(found, key=lambda account: account.id)
    while remaining:
        scores = pairwise(remaining, compare)
        parts = [parted(cluster, remaining, scores, apart) for cluster in average_link(scores, threshold)]
        kept += [[remaining[at] for at in cluster] for cluster, _ in parts]
        remaining = [remaining[at] for at in sorted(at for _, left in parts for at in left)]
    return kept


def average_link(scores: NDArray[np.float64], threshold: float) -> list[list[int]]:
    totals, sizes = scores.copy(), np.ones(len(scores))
    clusters = [[at] for at in range(len(scores))]
    while len(scores) > 1:
        means = totals / np.outer(sizes, sizes)
        one, other = divmod(int(np.argmax(means)), len(scores))
        if means[one, other] < threshold:
            break
        totals[one] += totals[other]
        totals[:, one] = totals[one]
        totals[one, one] = VETO
        totals[other], totals[:, other] = VETO, VETO
        sizes[one] += sizes[other]
        clusters[one] += clusters[other]
        clusters[other] = []
    return [sorted(cluster) for cluster in clusters if cluster]


def parted(
    cluster: list[int], ordered: Sequence[Account], scores: NDArray[np.float64], apart: Apart
) -> tuple[list[int], list[int]]:
    """A cluster without those of its accounts that cannot be with another that fits the rest better, and these."""
    kept, left = list(cluster), []
    while clashes := {at for at, other in permutations(kept, 2) if apart(ordered[at], ordered[other])}:
        worst = min(clashes, key=lambda at: (sum(scores[at, other] for other in kept if other != at), -at))
        kept.remove(worst)
        left.append(worst)
    return kept, left


def pairwise(ordered: Sequence[Account], compare: Compare) -> NDArray[np.float64]:
    """The scores of all pairs; of one with itself, and of two that cannot be one, minus infinity."""
    scores = np.full((len(ordered), len(ordered)), VETO)
    for at, account in enumerate(ordered):
        for below in range(at):
            score = compare(account, ordered[below])
            if score is not None:
                scores[at, below] = scores[below, at] = score
    return scores
