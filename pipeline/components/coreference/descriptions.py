"""Which entity a definite noun phrase means: "the minister", "the company", "North Korea's leader"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.components.coreference.candidates import Candidate, Cluster
from pipeline.components.coreference.roles import may_be
from pipeline.components.coreference.salience import most_salient
from pipeline.domain import EntityKind

POINTS_BACK = frozenset({"definite", "demonstrative", "possessive"})
NEW = frozenset({"indefinite", "quantified"})
SORTS: dict[str, EntityKind] = {
    "agency": "organization", "broadcaster": "organization", "city": "place", "company": "organization",
    "country": "country", "firm": "organization", "group": "organization", "island": "place",
    "nation": "country", "newspaper": "organization", "organisation": "organization",
    "organization": "organization", "province": "place", "region": "place", "town": "place", "village": "place",
}  # fmt: skip


def join(candidates: Sequence[Candidate], sentences: dict[int, int]) -> None:
    """Join each noun phrase that points back, in the order of the text."""
    for i, phrase in enumerate(candidates):
        if phrase.form == "nominal" and phrase.kind is not None and phrase.role is not None:
            found = (
                by_role(phrase, candidates, i)
                or by_words(phrase, candidates[:i])
                or by_head(phrase, candidates[:i])
                or by_sort(phrase, candidates[:i], sentences)
            )
            if found is not None:
                found.absorb(phrase.cluster)


def joinable(phrase: Candidate, cluster: Cluster) -> bool:
    return cluster is not phrase.cluster and cluster.agrees(phrase.cluster)


def by_role(phrase: Candidate, candidates: Sequence[Candidate], i: int) -> Cluster | None:
    """The person known by that office, before or, failing that, after."""
    role = phrase.role
    if role is None or phrase.kind != "person" or phrase.number != "one" or phrase.determiner in NEW:
        return None
    if phrase.determiner == "none" and not role.modifiers:
        return None
    for other in (*reversed(candidates[:i]), *(one for one in candidates[i + 1 :] if one.form == "name")):
        cluster = other.cluster
        if joinable(phrase, cluster) and any(known and may_be(role, known, cluster.country) for known in cluster.roles):
            return cluster
    return None


def by_words(phrase: Candidate, before: Sequence[Candidate]) -> Cluster | None:
    """An earlier phrase or name in the same words: "the Indonesian navy" for the Indonesian Navy."""
    if phrase.determiner in NEW:
        return None
    return next(
        (
            other.cluster
            for other in reversed(before)
            if other.form != "pronoun"
            and other.words == phrase.words
            and other.determiner != "quantified"
            and joinable(phrase, other.cluster)
        ),
        None,
    )


def by_head(phrase: Candidate, before: Sequence[Candidate]) -> Cluster | None:
    """An earlier phrase or name with the same head that says at least as much: "the court" for the Supreme Court."""
    if phrase.determiner not in POINTS_BACK:
        return None
    for other in reversed(before):
        if joinable(phrase, other.cluster) and says_as_much(phrase, other):
            return other.cluster
    return None


def says_as_much(phrase: Candidate, other: Candidate) -> bool:
    if phrase.role is None:
        return False
    if other.form == "name":
        own = other.head.lower_
        return (
            other.kind != "person"
            and own == phrase.role.noun
            and phrase.role.modifiers <= {*other.words, other.country}
        )
    if other.role is None or other.determiner == "quantified":
        return False
    return other.role.noun == phrase.role.noun and phrase.role.modifiers <= other.role.modifiers


def by_sort(phrase: Candidate, before: Iterable[Candidate], sentences: dict[int, int]) -> Cluster | None:
    """The most salient named thing of the sort that the noun says: "the country"."""
    role = phrase.role
    if (
        role is None
        or phrase.determiner not in ("definite", "demonstrative")
        or role.modifiers
        or phrase.number != "one"
    ):
        return None
    sort = SORTS.get(role.noun)
    return most_salient(phrase, list(named(before, sort)), sentences) if sort else None


def named(candidates: Iterable[Candidate], sort: EntityKind) -> Iterator[Candidate]:
    return (one for one in candidates if one.cluster.kind == sort and one.cluster.names())
