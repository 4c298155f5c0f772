"""Who is no recipient: where something happens, who suffers what is condemned, who only stands in a clause below."""

from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.components import slots
from pipeline.domain import EventMention


def told(nlp: Language, text: str, trigger: str) -> EventMention:
    return next(each for each in slots.EVENTS.read(nlp(text)) if each.trigger.text == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        pytest.param("Hundreds protested in Bergen over the closure of the mill.", "protested", [], id="scene"),
        pytest.param("He was told of the bombings in Basra and Mosul.", "bombings", [], id="two scenes"),
        pytest.param("Fijian prisoners rioted at a jail in northern Fiji.", "rioted", ["northern Fiji"], id="state"),
        pytest.param(
            "The senator condemned the murder of a journalist in Lima.", "condemned", [], id="victim condemned for"
        ),
        pytest.param(
            "Chile condemned the arrest of Chilean fishermen by Peru.", "condemned", ["Peru"], id="doer condemned"
        ),
        pytest.param("Police are investigating a student's death.", "investigating", [], id="dead, not accused"),
        pytest.param(
            "Thousands marched to protest against the killing of a student.", "marched", [], id="victim mourned"
        ),
        pytest.param(
            "Ana Silva requested more tents to house the sick nurses.", "requested", [], id="part of a purpose"
        ),
        pytest.param(
            "The mayor agreed that a plan would give new tenants a garden.",
            "agreed",
            [],
            id="part of what is agreed",
        ),
        pytest.param(
            "Officials are urging that people leave the coast.", "urging", ["people"], id="asked in a clause below"
        ),
        pytest.param("The ministers agreed at the Lima summit to lift tariffs.", "agreed", [], id="scene of a deal"),
    ],
)
def test_recipients(nlp: Language, text: str, trigger: str, recipients: list[str]) -> None:
    assert [party.text for party in told(nlp, text, trigger).recipients] == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        pytest.param(
            "Unions criticised the army for killing three farmers.", "killing", ["the army"], id="ground of criticism"
        ),
        pytest.param(
            "Ana Silva criticised Officer Lena Quist for shooting and wounding Omar Reyes.",
            "wounding",
            ["Officer Lena Quist"],
            id="second ground",
        ),
    ],
)
def test_ground_of_a_reproach_is_only_alleged(nlp: Language, text: str, trigger: str, actors: list[str]) -> None:
    found = told(nlp, text, trigger)
    assert (found.status, [party.text for party in found.actors]) == ("hypothetical", actors)


def test_protest_against_a_killing_is_no_plan(nlp: Language) -> None:
    assert told(nlp, "Thousands marched to protest against the killing of a student.", "marched").status == "occurred"


@pytest.mark.parametrize(
    ("text", "types"),
    [
        pytest.param("Officers suspect two brothers of the theft.", {"ACCUSE"}, id="somebody suspected"),
        pytest.param("Analysts suspect the firm is set to grow.", set(), id="opinion"),
    ],
)
def test_suspicion_is_of_somebody(nlp: Language, text: str, types: set[str]) -> None:
    assert {each.type for each in slots.EVENTS.read(nlp(text))} == types
