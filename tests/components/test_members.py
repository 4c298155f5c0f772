"""Plurals that name nobody stand for those who are named."""

from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.components import slots


def parties(nlp: Language, text: str) -> list[tuple[set[str], set[str]]]:
    told = slots.EVENTS.read(nlp(text))
    return [({party.text for party in each.actors}, {party.text for party in each.recipients}) for each in told]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        pytest.param("Countries such as Peru and Chile condemned the raid.", {"Peru", "Chile"}, id="such as"),
        pytest.param("Peru fired at Chile. Both countries condemned the raid.", {"Peru", "Chile"}, id="both"),
        pytest.param("Peru and Chile met. Bolivia watched. Both countries condemned the raid.", set(), id="which two"),
    ],
)
def test_a_plural_stands_for_those_who_are_named(nlp: Language, text: str, actors: set[str]) -> None:
    condemned = nlp(text)
    told = [each for each in slots.EVENTS.read(condemned) if each.trigger.text == "condemned"]
    assert [{party.text for party in each.actors} for each in told] == ([actors] if actors else [])


def test_a_law_is_passed_by_the_chamber_that_it_is_passed_in(nlp: Language) -> None:
    assert ({"the Senate"}, set()) in parties(nlp, "The bill was rejected in the Senate on Monday.")
