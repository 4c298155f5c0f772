"""The nouns around events: who acts in them, and what they happen to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import msgspec

from pipeline.components.grammar.vocabulary import nouns
from pipeline.domain import EventType
from pipeline.lexicons import load

NEWS: frozenset[EventType] = frozenset(
    {"LIFE", "DISASTER", "JUSTICE", "ELECTION", "PERSONNEL", "BUSINESS", "LAW", "STATEMENT"}
)
BEFALLING: frozenset[EventType] = frozenset({"DISASTER", "LIFE"})
"""What happens to people: whom "takes place at the church" leads to is nobody."""
COOPERATIVE: frozenset[EventType] = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
HOSTILE: frozenset[EventType] = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "THREATEN"})


class Classes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns of those who act, of what can be attacked or visited, and words that make an event no event."""

    heads: frozenset[str]
    assets: frozenset[str]
    authorities: frozenset[str]
    belonging: frozenset[str]
    benches: frozenset[str]
    units: frozenset[str]
    targets: frozenset[str]
    destinations: frozenset[str]
    elections: frozenset[str]
    occasions: frozenset[str]
    offices: frozenset[str]
    private: frozenset[str]
    officials: frozenset[str]
    outlets: frozenset[str]
    powers: frozenset[str]
    rulers: frozenset[str]
    protesters: frozenset[str]
    accidents: frozenset[str]
    animals: frozenset[str]
    amounts: frozenset[str]
    branches: frozenset[str]
    figures: frozenset[str]
    causes: frozenset[str]
    circumstances: frozenset[str]
    compounds: frozenset[str]
    currencies: frozenset[str]
    fiction: frozenset[str]
    givers: frozenset[str]
    governing: frozenset[str]
    immaterial: frozenset[str]
    legislators: frozenset[str]
    links: frozenset[str]
    local: frozenset[str]
    market: frozenset[str]
    shells: frozenset[str]
    speakers: frozenset[str]
    silence: frozenset[str]
    sport: frozenset[str]
    supplying: frozenset[str]
    states: frozenset[str]
    reprisals: frozenset[str]
    attacks: frozenset[str]
    phrasal: frozenset[str]
    reaching: frozenset[str]


@dataclass(frozen=True)
class Lexicon:
    """Who acts, and what events happen to."""

    classes: Classes
    people: frozenset[str]
    bodies: frozenset[str]


@cache
def event_lexicon() -> Lexicon:
    """The lexicon, read once a process."""
    people = nouns()
    return Lexicon(
        classes=load("classes", Classes),
        people=people.person | people.female | people.male | people.group,
        bodies=people.organization,
    )
