"""From a parsed text and its places to clusters of mentions: rules from the surest to the least sure."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.components.coreference import (
    constructions,
    descriptions,
    homelands,
    names,
    nominals,
    office_holders,
    pronouns,
    same_name,
    speakers,
)
from pipeline.components.coreference.candidates import Candidate, Cluster
from pipeline.components.coreference.text import Text
from pipeline.domain import Place


def resolve(text: Text, places: Sequence[Place]) -> list[Cluster]:
    """The clusters of a text in the order of their first mention."""
    named = names.find(text, places)
    same_name.join(named)
    office_holders.inform(named)
    candidates = sorted([*named, *nominals.find(text, named)], key=lambda one: (one.first, -one.last))
    by_head = {one.head.i: one for one in reversed(candidates)}
    constructions.join(text, candidates, by_head)
    constructions.reach_regions(text, candidates, places)
    homelands.join_capitals(text, candidates, by_head, places)
    descriptions.join(candidates)
    turns = speakers.turns(text, by_head)
    pronouns.join(candidates, by_head, turns)
    speakers.join(text, candidates, turns)
    constructions.join_pronouns(text, by_head)
    homelands.join(candidates, by_head, turns)
    return list({id(one.cluster): one.cluster for one in candidates if not is_lone_qualifier(one)}.values())


def is_lone_qualifier(one: Candidate) -> bool:
    """Whether a noun that only qualifies another names nothing told of elsewhere: "police" of "a police dog"."""
    return one.determiner == "qualifying" and len(one.cluster.candidates) == 1
