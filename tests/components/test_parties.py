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
        pytest.param(
            "CALDER — A Henley County woman was sentenced Monday for fraud.",
            "sentenced",
            ["A Henley County woman"],
            id="where a text was filed",
        ),
        pytest.param(
            "Norwegian aid from Oslo reached Haiti after the attacks from either side.",
            "attacks",
            ["either side"],
            id="whom it comes from",
        ),
        pytest.param("Fishermen rescued 70 migrants whose boat sank.", "sank", [], id="owner of what sinks"),
        pytest.param("Police made arrests in Porto on Friday.", "made", ["Police"], id="scene of arrests"),
        pytest.param(
            "Quist vows to eliminate tax breaks used by estate agents.", "vows", ["Quist"], id="part of a promise"
        ),
    ],
)
def test_parties_are_who_acts_whatever_names_look_like(
    nlp: Language, text: str, trigger: str, parties: list[str]
) -> None:
    told = next(each for each in slots.EVENTS.read(nlp(text)) if each.trigger.text == trigger)
    assert [party.text for party in (*told.actors, *told.recipients)] == parties


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("BitCorvo offered tokens on a decentralised network.", id="goods on sale"),
        pytest.param('"The host will be fair," Quist said during a rally in Kenton.', id="speaker at a rally"),
    ],
)
def test_parties_are_none_of_what_is_only_offered_or_attended(nlp: Language, text: str) -> None:
    assert {each.type for each in slots.EVENTS.read(nlp(text))} <= {"STATEMENT"}
