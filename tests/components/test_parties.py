"""Actors whose names look like those of things."""

from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.components import slots


@pytest.mark.parametrize(
    ("text", "trigger", "parties"),
    [
        pytest.param(
            "Crane Foods, of Chicago, bought a mill.", "bought", ["Crane Foods"], id="firm called like a crane"
        ),
        pytest.param(
            "Police arrested Fire Chief Rui Dias.",
            "arrested",
            ["Police", "Fire Chief Rui Dias"],
            id="head of a fire brigade",
        ),
    ],
)
def test_parties_are_who_acts_whatever_names_look_like(
    nlp: Language, text: str, trigger: str, parties: list[str]
) -> None:
    told = next(each for each in slots.EVENTS.read(nlp(text)) if each.trigger.text == trigger)
    assert [party.text for party in (*told.actors, *told.recipients)] == parties
