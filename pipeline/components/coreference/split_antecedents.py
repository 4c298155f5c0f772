"""Two who are named apart and taken up together or one by one: "Lopes met Novak. The two leaders ... The latter"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile

from spacy.tokens import Token

from pipeline.components.coreference.candidates import Candidate, Cluster
from pipeline.components.coreference.text import Text
from pipeline.components.grammar import labels, vocabulary
from pipeline.domain import EntityKind, SplitAntecedent

BACK = 2
"""Sentences before a phrase in which the two are named."""
NEAR = 200
"""Candidates before a phrase that are asked whether it takes them up."""
TWO = frozenset({"both", "two"})
BODIES: frozenset[EntityKind | None] = frozenset({"country", "organization"})
POINTS_BACK = frozenset({"definite", "demonstrative"})
RESTRICTING = frozenset({"acl", "prep", "relcl"})
ORDINALS = {"former": 0, "latter": 1}
NOUNLESS = frozenset({"Both", *TWO, *ORDINALS})


def find_dual_anaphors(text: Text) -> Iterator[Candidate]:
    """What takes up two and has no noun: "the two", "both", "the former", "the latter"."""
    for i, written in enumerate(text.words):
        if written not in NOUNLESS or not is_alone(text.tokens[i]):
            continue
        word, first = written.lower(), i - 1
        if word == "both":
            first = i if text.tokens[i].dep_ in labels.SUBJECTS else -1
        elif i == 0 or text.words[first].lower() != "the":
            continue
        if first >= 0:
            yield dual_anaphor(text, first, i, word)


def dual_anaphor(text: Text, first: int, at: int, word: str) -> Candidate:
    return Candidate(
        first,
        at + 1,
        text.tokens[at],
        "nominal",
        None,
        (word,),
        "one" if word in ORDINALS else "many",
        determiner="definite",
        sentence=text.sentences[at],
        text=text.substring(first, at + 1),
    )


def is_alone(word: Token) -> bool:
    """Whether a word has no noun that it qualifies, and nothing behind it says two of whom."""
    qualifies = word.head.i > word.i and word.head.pos_ in labels.NOMINAL
    return not qualifies and not any(child.dep_ in RESTRICTING for child in word.rights)


def join_split_antecedents(candidates: Sequence[Candidate]) -> None:
    """Give each phrase that takes up two the two as its members, and join "the latter" to the one that it is."""
    for at, phrase in enumerate(candidates):
        if phrase.form != "nominal" or phrase.determiner not in POINTS_BACK or not is_open(phrase.cluster):
            continue
        one = ORDINALS.get(phrase.words[-1]) if phrase.kind is None else None
        if one is None and not is_of_two(phrase):
            continue
        before = candidates[max(0, at - NEAR) : at]
        if one is not None:
            if pair := two_before(phrase, before):
                pair[one].cluster.absorb(phrase.cluster)
        elif not any(is_earlier(other, phrase) for other in before):
            phrase.cluster.members = two_before(phrase, before)
            phrase.cluster.kind = phrase.cluster.kind or ("group" if phrase.cluster.members else None)


def is_open(cluster: Cluster) -> bool:
    return not cluster.names and not cluster.members


def is_of_two(phrase: Candidate) -> bool:
    """Whether a phrase says that it means two: "both men", "the couple", "the two"; not "the other two"."""
    is_pair = phrase.words[-1] in vocabulary.references().pairs
    if phrase.number != "many" and not is_pair:
        return False
    before = {child.lower_ for child in phrase.head.lefts}
    counted = phrase.words[-1] in TWO or not before.isdisjoint(TWO)
    return (is_pair or counted) and before.isdisjoint(vocabulary.references().contrasting)


def is_earlier(one: Candidate, phrase: Candidate) -> bool:
    """Whether a noun was told of before that a phrase takes up: "two men were held ... both men"; not with the names
    right behind it, "the brothers Ali and Omar Sow"."""
    alike = one.form == "nominal" and one.number == "many" and one.head.lower_ == phrase.head.lower_
    return alike and not one.head.doc[one.last : one.last + 1].text[:1].isupper()


def two_before(phrase: Candidate, before: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The last mentions of the only two whom a phrase can mean, if possible by name, in the order of the text."""
    near = takewhile(lambda one: phrase.sentence - one.sentence <= BACK, reversed(before))
    possible = [one for one in near if may_be_of(phrase, one.cluster) and not overlaps(one, phrase)]
    named = [one for one in possible if one.cluster.names]
    for among in (named, possible):
        for people in (True, False):
            pair = last_two([one for one in among if (one.cluster.kind == "person") is people])
            if pair:
                return pair
    return ()


def last_two(among: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Of mentions from the last to the first, those of the two clusters of one sort that come before any third."""
    found: dict[int, Candidate] = {}
    for _, mentions in groupby(among, key=lambda one: one.sentence):
        for one in mentions:
            found.setdefault(id(one.cluster), one)
        if len(found) > 1:
            break
    pair = sorted(found.values(), key=lambda one: one.cluster.candidates[0].first)
    return tuple(pair) if len(pair) == len(ORDINALS) and are_alike(*(one.cluster for one in pair)) else ()


def overlaps(one: Candidate, phrase: Candidate) -> bool:
    return one.first <= phrase.first < one.last or phrase.first <= one.first < phrase.last


def are_alike(one: Cluster, other: Cluster) -> bool:
    return one.kind == other.kind or {one.kind, other.kind} <= BODIES


def may_be_of(phrase: Candidate, cluster: Cluster) -> bool:
    """Whether a cluster is one of the sort that a phrase takes up two of: two men are no women."""
    kind = "person" if phrase.words[-1] in vocabulary.references().pairs else phrase.kind
    gender = vocabulary.noun_gender(phrase.head.lemma_.lower())
    if cluster.number == "many" or cluster.kind is None:
        return False
    if kind is None or kind == "group":
        return cluster.kind in (*BODIES, "person")
    same_sort = cluster.kind == kind or (kind == "organization" and cluster.kind in BODIES)
    return same_sort and (gender is None or cluster.gender in (None, gender))


def join_coordinations(candidates: Sequence[Candidate]) -> None:
    """Join those who are named together to what takes up the same two: "Chad and Togo ... the two countries"."""
    together = {members(one): one for one in candidates if one.determiner == "together"}
    for phrase in candidates:
        same = together.get(members(phrase)) if phrase.cluster.members and phrase.determiner != "together" else None
        if same is not None:
            same.cluster.absorb(phrase.cluster)


def members(phrase: Candidate) -> frozenset[int]:
    return frozenset(id(one.cluster) for one in phrase.cluster.members)


def split_antecedents_of(clusters: Iterable[Cluster]) -> Iterator[SplitAntecedent]:
    """Each phrase that takes up several, with the last mention of each of them."""
    for cluster in clusters:
        for one in cluster.candidates if cluster.members else ():
            if one.determiner != "together":
                yield SplitAntecedent(one.head.idx, tuple(member.head.idx for member in cluster.members))
