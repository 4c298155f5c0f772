"""Several who are named together and taken up as one: "Turkey and Russia signed it. They ..."."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pipeline.components.coreference.candidates import Candidate
from pipeline.components.coreference.text import Text
from pipeline.components.grammar import syntax
from pipeline.domain import EntityKind

PEOPLE: frozenset[EntityKind | None] = frozenset({"person", "group"})
BODIES: frozenset[EntityKind | None] = frozenset({"country", "organization"})
LINK = "and"


def find_coordinations(text: Text, candidates: Sequence[Candidate], at: Mapping[int, Candidate]) -> Iterator[Candidate]:
    """Coordinations of people or of bodies; those that nothing takes up are dropped in the end."""
    for one in candidates:
        if one.form == "pronoun" or one.head.dep_ == "conj" or at.get(one.head.i) is not one:
            continue
        members = [at.get(word.i) for word in syntax.conjuncts(one.head)]
        together = [member for member in members if member is not None]
        if len(together) > 1 and len(together) == len(members) and are_alike(together) and is_linked(text, together):
            yield coordination(text, together)


def are_alike(members: Sequence[Candidate]) -> bool:
    kinds = {member.cluster.kind for member in members}
    return kinds <= PEOPLE or kinds <= BODIES


def is_linked(text: Text, members: Sequence[Candidate]) -> bool:
    """Whether "and" stands between the last two, and each comes after the other."""
    ordered = all(one.last <= other.first for one, other in pairwise(members))
    return ordered and LINK in text.words[members[-2].last : members[-1].first]


def coordination(text: Text, members: Sequence[Candidate]) -> Candidate:
    first, last = members[0], members[-1]
    made = Candidate(
        first.first,
        last.last,
        first.head,
        "nominal",
        "group",
        (LINK, *(member.text for member in members)),
        "many",
        determiner="together",
        sentence=first.sentence,
        text=" ".join(text.substring(first.first, last.last).split()),
    )
    made.cluster.members = tuple(members)
    return made
