"""The lexicon of what moves: nouns for persons, parties, goods and vehicles (``movers.toml``)."""

from __future__ import annotations

from functools import cache

import msgspec

from pipeline import lexicons
from pipeline.components.grammar import vocabulary
from pipeline.domain import Vehicle


class MoverLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas of what moves; vehicles by kind."""

    people: frozenset[str]
    parties: frozenset[str]
    residents: frozenset[str]
    posted: frozenset[str]
    guests: frozenset[str]
    escorts: frozenset[str]
    numbers: frozenset[str]
    goods: frozenset[str]
    measures: frozenset[str]
    weights: frozenset[str]
    vehicles: dict[Vehicle, list[str]]
    ways: dict[Vehicle, list[str]]


@cache
def mover_lexicon() -> MoverLexicon:
    loaded: MoverLexicon = lexicons.load("movers", MoverLexicon)
    return loaded


@cache
def humans() -> frozenset[str]:
    """Nouns for persons and for bodies of people that travel together, by lemma."""
    persons = frozenset(noun for noun, kind in vocabulary.kinds().items() if kind == "person")
    return persons | mover_lexicon().people | mover_lexicon().parties | mover_lexicon().posted


@cache
def vehicles() -> dict[str, Vehicle]:
    return {lemma: kind for kind, lemmas in mover_lexicon().vehicles.items() for lemma in lemmas}


@cache
def means() -> dict[str, Vehicle]:
    """Whatever can be gone by: vehicles, and the ways that they take."""
    return vehicles() | {lemma: kind for kind, lemmas in mover_lexicon().ways.items() for lemma in lemmas}
