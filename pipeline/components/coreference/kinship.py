"""Relatives told of from both sides: "Ana Lopes's son, Rui, said his mother was ill" tells of Ana Lopes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.components.coreference.candidates import Candidate, Cluster
from pipeline.components.coreference.same_name import are_two
from pipeline.components.grammar import vocabulary

SINGLE = frozenset({"parents", "spouses"})


def join_relatives(candidates: Sequence[Candidate], at: Mapping[int, Candidate]) -> None:
    """Join each relative of somebody to the person whose relative that one is; ``at`` gives candidates by head."""
    told = [(one, owner) for one in candidates if (owner := owner_of(one, at)) is not None]
    join_unique_relatives(told)
    kin: dict[tuple[int, str], Cluster] = {}
    for one, owner in told:
        kin.setdefault((id(one.cluster), relation(one)), owner.cluster)
    for one, owner in told:
        meant = next((kin[key] for key in inverse(one, owner) if key in kin), None)
        fresh = meant is not None and not one.cluster.names and one.cluster is not meant
        if fresh and meant is not None and meant is not owner.cluster and meant.agrees(one.cluster):
            meant.absorb(one.cluster)


def join_unique_relatives(told: Sequence[tuple[Candidate, Candidate]]) -> None:
    """Join what names somebody's one mother, husband or wife twice: "Silva's wife ... his wife"."""
    seen: dict[tuple[int, str, str | None], Cluster] = {}
    for one, owner in told:
        if (
            relation(one) in SINGLE
            and one.cluster.gender is not None
            and one.role is not None
            and not one.role.modifiers
        ):
            first = seen.setdefault((id(owner.cluster), relation(one), one.cluster.gender), one.cluster)
            if first is not one.cluster and first.agrees(one.cluster) and not are_two(first, one.cluster):
                first.absorb(one.cluster)


def owner_of(one: Candidate, at: Mapping[int, Candidate]) -> Candidate | None:
    """Whose relative a phrase names: Ana Lopes of "Ana Lopes's son", whoever "his" is of "his mother"."""
    if one.form != "nominal" or one.number == "many" or one.head.lower_ not in relations():
        return None
    owners = (at.get(child.i) for child in one.head.lefts if child.dep_ == "poss")
    return next((owner for owner in owners if owner is not None), None)


def relations() -> dict[str, str]:
    """What each noun for a relative is: "mother" -> "parents"."""
    return {noun: kind for kind, nouns in vocabulary.references().kinship.items() for noun in nouns}


def relation(one: Candidate) -> str:
    return relations()[one.head.lower_]


def inverse(one: Candidate, owner: Candidate) -> Iterator[tuple[int, str]]:
    """The relation in which the owner stands to whoever is meant: somebody's mother has a child."""
    inverses = {"parents": "children", "children": "parents", "spouses": "spouses", "siblings": "siblings"}
    yield id(owner.cluster), inverses[relation(one)]
