"""Which of several possible antecedents is most in mind (after Lappin and Leass, 1994)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pipeline.components.coreference.candidates import Candidate, Cluster

REACH = 3
RECENCY = 100.0
WEIGHTS = {
    "nsubj": 80.0, "nsubjpass": 80.0, "ROOT": 60.0, "dobj": 50.0, "poss": 45.0, "dative": 40.0, "pobj": 40.0,
    "conj": 35.0, "attr": 30.0, "appos": 30.0,
}  # fmt: skip
LEAST = 20.0
SURE_GENDER = 1.25


def most_salient(phrase: Candidate, before: Sequence[Candidate]) -> Cluster | None:
    """The cluster whose mentions in the last sentences weigh most, each half as much a sentence further back."""
    scores: dict[int, float] = defaultdict(float)
    clusters: dict[int, Cluster] = {}
    for other in reversed(before):
        distance = phrase.sentence - other.sentence
        if distance > REACH:
            break
        known = SURE_GENDER if phrase.gender is not None and other.cluster.gender == phrase.gender else 1.0
        scores[id(other.cluster)] += known * (RECENCY + WEIGHTS.get(other.head.dep_, LEAST)) / 2**distance
        clusters[id(other.cluster)] = other.cluster
    return clusters[max(scores, key=lambda one: scores[one])] if scores else None
