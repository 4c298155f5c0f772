"""Which of several possible antecedents is most in mind (after Lappin and Leass, 1994)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import takewhile

from spacy.tokens import Token

from pipeline.components.coreference.candidates import Candidate, Cluster
from pipeline.components.grammar import cues, labels

REACH = 3
HERE = 1.3
AGAIN = 0.4
RECENCY = 100.0
WEIGHTS = {
    "nsubj": 80.0, "nsubjpass": 80.0, "ROOT": 60.0, "dobj": 50.0, "poss": 45.0, "dative": 40.0, "pobj": 40.0,
    "conj": 35.0, "attr": 30.0, "appos": 30.0,
}  # fmt: skip
LEAST = 20.0
CENTRE = 120.0
SPEECH = 800.0
OBJECTIVE = frozenset({"her", "him", "them"})
CENTRED = frozenset({"organization", "vehicle"})
SURE_GENDER = 2.0
SURE_NUMBER = 2.0
THING = 0.3


def apposition_host(word: Token) -> Token:
    """The noun that a word is in apposition to, or the word itself: an apposition stands where its noun does."""
    while word.dep_ == "appos" and word.head.i != word.i:
        word = word.head
    return word


def in_centre(phrase: Candidate, other: Candidate) -> bool:
    """Whether a subject follows the subject of the main clause of the sentence before (Grosz et al. 1995): a pronoun,
    or a noun for a body or vehicle."""
    word = apposition_host(other.head)
    main = word.dep_ in labels.SUBJECTS and word.head.dep_ == "ROOT" and phrase.sentence == other.sentence + 1
    one = phrase.number != "many" or other.cluster.number != "one"
    return main and one and may_stay_in_centre(phrase)


def may_stay_in_centre(phrase: Candidate) -> bool:
    pronoun = phrase.form == "pronoun" and phrase.words[0] not in OBJECTIVE
    return phrase.head.dep_ in labels.SUBJECTS and (pronoun or phrase.kind in CENTRED)


def speaks_on(phrase: Candidate, other: Candidate) -> bool:
    """Whether a pronoun says more after somebody said something: "Silva said that Kos had lied. He said ..."."""
    return (
        phrase.form == "pronoun"
        and cues.is_speech(phrase.head.head)
        and cues.is_speech(apposition_host(other.head).head)
    )


def fitness(phrase: Candidate, cluster: Cluster) -> float:
    """How much better than others something suits a phrase: of that gender, several for "they", no mere thing."""
    sure = SURE_GENDER if phrase.gender is not None and cluster.gender == phrase.gender else 1.0
    if phrase.number != "many":
        return sure
    return SURE_NUMBER * (THING if cluster.kind is None else 1.0) if cluster.number == "many" else 1.0


def weight(phrase: Candidate, other: Candidate) -> float:
    """How much a mention adds to what its cluster weighs for a phrase: half as much a sentence further back."""
    distance = phrase.sentence - other.sentence
    centre = (SPEECH if speaks_on(phrase, other) else CENTRE) if in_centre(phrase, other) else 0.0
    near: float = (HERE if distance == 0 else 1.0) / 2**distance
    return (
        near
        * fitness(phrase, other.cluster)
        * (RECENCY + WEIGHTS.get(apposition_host(other.head).dep_, LEAST) + centre)
    )


def most_salient(phrase: Candidate, before: Sequence[Candidate], margin: float = 1.0) -> Cluster | None:
    """The cluster whose mentions in the last sentences weigh most.

    Of those in one sentence the heaviest counts whole, the others ``AGAIN`` of their weight. Nobody, where another
    weighs nearly as much: ``margin`` is how many times the next one's weight it takes.
    """
    scores: dict[int, float] = defaultdict(float)
    heaviest: dict[tuple[int, int], float] = defaultdict(float)
    clusters: dict[int, Cluster] = {}
    for other in takewhile(lambda one: phrase.sentence - one.sentence <= REACH, reversed(before)):
        own, cluster = weight(phrase, other), id(other.cluster)
        gain = max(own - heaviest[cluster, other.sentence], 0.0)
        heaviest[cluster, other.sentence] += gain
        scores[cluster] += AGAIN * own + (1 - AGAIN) * gain
        clusters[cluster] = other.cluster
    ranked = sorted(scores, key=lambda one: -scores[one])
    clear = len(ranked) < 2 or scores[ranked[0]] >= margin * scores[ranked[1]]
    return clusters[ranked[0]] if ranked and clear else None
