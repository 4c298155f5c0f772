from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from pipeline.linking.clusters import VETO, average_link

LEVELS = [VETO, -3.0, -1.0, 0.0, 0.25, 1.0, 3.0]


def scores(size: int, seed: int) -> NDArray[np.float64]:
    """Scores of all pairs, many of them equal."""
    upper = np.triu(np.random.default_rng(seed).choice(LEVELS, size=(size, size)), 1)
    found: NDArray[np.float64] = np.where(np.tri(size, k=-1, dtype=bool).T, upper, 0.0)
    found = found + found.T
    np.fill_diagonal(found, VETO)
    return found


def by_all_averages(found: NDArray[np.float64], threshold: float) -> list[list[int]]:
    """Average link as it is defined: at each step the averages of all pairs of clusters."""
    clusters = [[at] for at in range(len(found))]
    while len(clusters) > 1:
        means = [[float(found[np.ix_(a, b)].mean()) if a is not b else VETO for b in clusters] for a in clusters]
        one, other = divmod(int(np.argmax(means)), len(clusters))
        if means[one][other] < threshold:
            break
        clusters[one] += clusters.pop(other)
    return [sorted(cluster) for cluster in clusters]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 12), st.integers(0, 10_000))
def test_average_link_joins_first_what_fits_best(size: int, seed: int) -> None:
    found = scores(size, seed)
    assert average_link(found, -0.5) == by_all_averages(found, -0.5)
