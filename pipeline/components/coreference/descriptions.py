"""Which earlier entity a definite noun phrase means: "the minister", "the company", "North Korea's leader"."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.components.coreference.candidates import Candidate, Cluster
from pipeline.components.coreference.roles import may_be

POINTS_BACK = frozenset({"definite", "demonstrative", "possessive"})
SORTS = {
    "country": ("country",), "nation": ("country",), "kingdom": ("country",),
    "republic": ("country",), "company": ("organization",), "firm": ("organization",), "agency": ("organization",),
    "organization": ("organization",), "organisation": ("organization",), "group": ("organization",),
    "city": ("place",), "town": ("place",), "village": ("place",), "newspaper": ("organization",),
    "broadcaster": ("organization",), "island": ("place",), "region": ("place",), "province": ("place",),
}  # fmt: skip


def join(candidates: Sequence[Candidate]) -> None:
    """Join each noun phrase that points back, in the order of the text."""
    for i, phrase in enumerate(candidates):
        if phrase.form == "nominal" and phrase.kind is not None:
            before = candidates[:i]
            found = (
                by_role(phrase, candidates, i)
                or by_words(phrase, before)
                or by_head(phrase, before)
                or by_sort(phrase, before)
            )
            if found is not None:
                found.absorb(phrase.cluster)


def joinable(phrase: Candidate, cluster: Cluster) -> bool:
    return cluster is not phrase.cluster and cluster.agrees(phrase.cluster)


def by_role(phrase: Candidate, candidates: Sequence[Candidate], i: int) -> Cluster | None:
    """The person known by that office, before or, failing that, after."""
    if phrase.kind != "person" or phrase.number != "one" or phrase.role is None:
        return None
    if phrase.determiner in ("indefinite", "quantified"):
        return None
    if phrase.determiner == "none" and not phrase.role.modifiers:
        return None
    for other in (*reversed(candidates[:i]), *candidates[i + 1 :]):
        if (
            (other.first < phrase.first or other.form == "name")
            and joinable(phrase, other.cluster)
            and any(
                role is not None and may_be(phrase.role, role, other.cluster.country) for role in other.cluster.roles
            )
        ):
            return other.cluster
    return None


def by_words(phrase: Candidate, before: Sequence[Candidate]) -> Cluster | None:
    """An earlier phrase in the same words."""
    if phrase.determiner in ("indefinite", "quantified"):
        return None
    for other in reversed(before):
        if other.form == "nominal" and other.words == phrase.words and joinable(phrase, other.cluster):
            return other.cluster
    return None


def by_head(phrase: Candidate, before: Sequence[Candidate]) -> Cluster | None:
    """An earlier phrase or name with the same head that says at least as much: "the court" for the Supreme Court."""
    if phrase.determiner not in POINTS_BACK or phrase.role is None:
        return None
    for other in reversed(before):
        if not joinable(phrase, other.cluster):
            continue
        if (
            other.form == "name"
            and other.kind != "person"
            and other.words[-1] == phrase.role.noun
            and phrase.role.modifiers <= set(other.words)
        ):
            return other.cluster
        if (
            other.form == "nominal"
            and other.role is not None
            and other.role.noun == phrase.role.noun
            and phrase.role.modifiers <= other.role.modifiers
        ):
            return other.cluster
    return None


def by_sort(phrase: Candidate, before: Sequence[Candidate]) -> Cluster | None:
    """The nearest named thing of the sort that the noun says: "the country"."""
    if phrase.determiner not in ("definite", "demonstrative") or phrase.role is None or phrase.role.modifiers:
        return None
    sorts = SORTS.get(phrase.role.noun, ()) if phrase.number == "one" else ()
    for other in reversed(before):
        if other.form == "name" and other.cluster.kind in sorts and other.cluster is not phrase.cluster:
            return other.cluster
    return None
