"""From a parsed text and its places to clusters of mentions: rules from the surest to the least sure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.components.coreference import (
    constructions,
    descriptions,
    homelands,
    kinship,
    leads,
    names,
    nationals,
    nominals,
    office_holders,
    pairs,
    pronouns,
    same_name,
    speakers,
    split_antecedents,
)
from pipeline.components.coreference.candidates import Candidate, Cluster
from pipeline.components.coreference.text import Text
from pipeline.domain import Place

IDLE_ALONE = frozenset({"qualifying", "together"})


def resolve(text: Text, places: Sequence[Place]) -> list[Cluster]:
    """The clusters of a text in the order of their first mention."""
    named = names.find_names(text, places)
    same_name.join_same_names(named)
    office_holders.add_known_offices(named)
    called = [*named, *nationals.find_nationals(text)]
    candidates = in_order([*called, *nominals.find_nominals(text, called), *split_antecedents.find_dual_anaphors(text)])
    by_head = {one.head.i: one for one in reversed(candidates)}
    constructions.join_equated(text, candidates, by_head)
    constructions.reach_regions(text, candidates, places)
    constructions.reach_bodies(text, candidates)
    homelands.join_capitals(text, candidates, by_head, places)
    split_antecedents.join_split_antecedents(candidates)
    leads.join_unnamed_person(text, candidates)
    descriptions.join_descriptions(candidates)
    turns = speakers.turns(text, by_head)
    candidates = in_order([*candidates, *pairs.find_coordinations(text, candidates, by_head)])
    split_antecedents.join_coordinations(candidates)
    pronouns.join_pronouns(candidates, by_head, turns)
    split_antecedents.join_split_antecedents(candidates)
    speakers.join_first_person(text, candidates, turns)
    constructions.join_predicates_of_pronouns(text, by_head)
    homelands.join_owned_countries(candidates, by_head, turns)
    kinship.join_relatives(candidates, by_head)
    return list({id(one.cluster): one.cluster for one in candidates if not is_idle(one)}.values())


def in_order(candidates: Iterable[Candidate]) -> list[Candidate]:
    return sorted(candidates, key=lambda one: (one.first, -one.last))


def is_idle(one: Candidate) -> bool:
    """Whether what only counts if it is told of elsewhere is not: "police" of "a police dog", "Turkey and Russia"."""
    return one.determiner in IDLE_ALONE and len(one.cluster.candidates) == 1
