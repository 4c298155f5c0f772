"""Whom a pronoun means, by number, gender, syntax and salience (after Lappin and Leass, 1994)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Token

from pipeline.components.coreference.candidates import Candidate, Cluster

REACH = 3
SUBJECT, OBJECT, OBLIQUE, OWNER = 80.0, 50.0, 40.0, 45.0
WEIGHTS = {
    "nsubj": SUBJECT, "nsubjpass": SUBJECT, "dobj": OBJECT, "dative": OBLIQUE, "pobj": OBLIQUE, "poss": OWNER,
    "attr": 30.0, "conj": 35.0, "appos": 30.0, "ROOT": 60.0,
}  # fmt: skip
PERSONAL = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
BODIES = frozenset({"organization", "group"})


def join(candidates: Sequence[Candidate], sentences: dict[int, int]) -> None:
    """Join third-person pronouns; ``sentences`` numbers the sentences by their first token."""
    for i, pronoun in enumerate(candidates):
        if pronoun.form == "pronoun" and pronoun.words[0] in PERSONAL | NEUTER | PLURAL:
            found = antecedent(pronoun, candidates[:i], sentences)
            if found is not None:
                found.absorb(pronoun.cluster)


def antecedent(pronoun: Candidate, before: Sequence[Candidate], sentences: dict[int, int]) -> Cluster | None:
    here = sentences[pronoun.sentence]
    scores: dict[int, float] = defaultdict(float)
    clusters: dict[int, Cluster] = {}
    for other in reversed(before):
        distance = here - sentences[other.sentence]
        if distance > REACH:
            break
        if fits(pronoun, other) and not excluded(pronoun, other):
            scores[id(other.cluster)] += (100 + WEIGHTS.get(other.head.dep_, 20.0)) / 2**distance
            clusters[id(other.cluster)] = other.cluster
    if not scores:
        return None
    best = max(scores, key=lambda one: scores[one])
    return clusters[best]


def fits(pronoun: Candidate, other: Candidate) -> bool:
    """Whether kind, number and gender allow the pronoun to mean the other."""
    cluster, word = other.cluster, pronoun.words[0]
    if other.form == "pronoun" and len(cluster.candidates) == 1:
        return False
    if word in PERSONAL:
        return cluster.kind == "person" and cluster.number != "many" and cluster.gender in (None, pronoun.gender)
    if word in NEUTER:
        return cluster.kind not in ("person", "group") and cluster.number != "many"
    return cluster.number == "many" or cluster.kind in BODIES


def excluded(pronoun: Candidate, other: Candidate) -> bool:
    """Binding: not inside the phrase it would mean, nor object of the verb whose subject it would mean."""
    if other.first <= pronoun.first < other.last:
        return True
    if pronoun.words[0] in REFLEXIVE or pronoun.head.dep_ == "poss":
        return False
    return clause(pronoun.head).i == clause(other.head).i and pronoun.head.dep_ in ("dobj", "pobj", "dative")


def clause(token: Token) -> Token:
    """The verb or root that a token is an argument of."""
    while token.head.i != token.i and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token
