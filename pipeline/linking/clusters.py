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
        parts = [part_conflicting(cluster, remaining, scores, apart) for cluster in average_link(scores, threshold)]
        kept += [[remaining[at] for at in cluster] for cluster, _ in parts]
        remaining = [remaining[at] for at in sorted(at for _, left in parts for at in left)]
    return kept


def average_link(scores: NDArray[np.float64], threshold: float) -> list[list[int]]:
    """Rows that join, those first that fit best on average, of equals the first. Each row keeps its best partner, which
    is looked for again only where it has joined another, so that a step costs little more than a row.
    """
    totals, sizes = scores.copy(), np.ones(len(scores))
    clusters = [[at] for at in range(len(scores))]
    partners, best = scores.argmax(axis=1), scores.max(axis=1)
    while best[one := int(best.argmax())] >= threshold:
        other = int(partners[one])
        clusters[one] += clusters[other]
        clusters[other] = []
        merge_rows(totals, sizes, one, other)
        best[other] = VETO
        gains = totals[:, one] / (sizes * sizes[one]) >= best
        outdated = np.flatnonzero((best > VETO) & ((partners == one) | (partners == other) | gains))
        means = totals[outdated] / np.outer(sizes[outdated], sizes)
        partners[outdated], best[outdated] = means.argmax(axis=1), means.max(axis=1)
    return [sorted(cluster) for cluster in clusters if cluster]


def merge_rows(totals: NDArray[np.float64], sizes: NDArray[np.float64], one: int, other: int) -> None:
    """Put one row and column into another, in place."""
    totals[one] += totals[other]
    totals[:, one] = totals[one]
    totals[one, one] = VETO
    totals[other], totals[:, other] = VETO, VETO
    sizes[one] += sizes[other]


def part_conflicting(
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
