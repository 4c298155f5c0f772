"""The lexicon of verbs and nouns beside a date that say whether it looks ahead (``time_direction.toml``)."""

from __future__ import annotations

from functools import cache

import msgspec

from pipeline import lexicons


class DirectionLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of time_direction.toml."""

    pending: frozenset[str]
    calling: frozenset[str]
    moving: frozenset[str]
    pausing: frozenset[str]
    granting: frozenset[str]
    closing: frozenset[str]
    bounds: frozenset[str]
    goals: frozenset[str]
    answering: frozenset[str]
    timetabled: frozenset[str]
    deliveries: frozenset[str]
    expecting: frozenset[str]
    foreseeing: frozenset[str]
    pledging: frozenset[str]
    terms: frozenset[str]
    fixtures: frozenset[str]
    fixing: frozenset[str]


@cache
def direction_words() -> DirectionLexicon:
    loaded: DirectionLexicon = lexicons.load("time_direction", DirectionLexicon)
    return loaded
