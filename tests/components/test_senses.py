"""Words in another sense than the one that their class tells of, and periods that are not the day of a deed."""

from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.components import slots


@pytest.mark.parametrize(
    ("text", "types"),
    [
        pytest.param("A Reading man cut a plea deal with prosecutors.", {"JUSTICE"}, id="plea deal"),
        pytest.param("Authorities shut down a street in Bergen.", {"COERCE"}, id="street closed by authorities"),
        pytest.param("Hundreds of farmers shut down a street in Bergen.", {"PROTEST"}, id="street closed by a crowd"),
        pytest.param("The envoy declared the release of the girls significant.", set(), id="only said of"),
        pytest.param("Ana Reyes allowed the public to think that she was ill.", set(), id="let think"),
        pytest.param("Peru let the prisoners see their families.", {"CONCEDE"}, id="let do"),
        pytest.param("The actress took part in the promotion of a soap.", set(), id="promotion of goods"),
        pytest.param("The promotion of Lena Quist was announced.", {"PERSONNEL"}, id="promotion of somebody"),
        pytest.param("The house is fully occupied by students.", set(), id="lived in"),
        pytest.param("Chadian troops occupied the town.", {"ASSAULT"}, id="occupied by forces"),
        pytest.param("A child was confirmed as having measles.", set(), id="diagnosis"),
        pytest.param("The probe was shot into space on Monday.", set(), id="shot into space"),
        pytest.param("The robbery was captured by a police camera.", set(), id="recorded"),
        pytest.param("Police were summoned to the house by a tenant.", set(), id="called for help"),
        pytest.param("Forecasters issued a warning.", {"STATEMENT"}, id="warning of a storm"),
        pytest.param("The club ended its title drought on Saturday.", {"STATEMENT"}, id="drought of titles"),
        pytest.param("The 100 metres race was won by Ana Reyes of Chile.", set(), id="race of runners"),
        pytest.param("Ana Reyes won the bike race on Sunday.", set(), id="race of riders"),
        pytest.param("Ana Reyes won the race for mayor.", {"ELECTION"}, id="race for an office"),
        pytest.param(
            "Carol Hale and Ana Reyes won the two seats beating Omar Quist.", {"ELECTION"}, id="beaten at the polls"
        ),
    ],
)
def test_senses_are_told_apart_by_who_does_it_and_to_what(nlp: Language, text: str, types: set[str]) -> None:
    assert {each.type for each in slots.EVENTS.read(nlp(text))} == types


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        pytest.param("The council approved a budget for 2031.", "approved", id="year of a budget"),
        pytest.param("The curfew, in force since May 3, was lifted.", "lifted", id="bound of what is ended"),
    ],
)
def test_periods_of_what_a_deed_is_about_do_not_date_it(nlp: Language, text: str, trigger: str) -> None:
    assert next(each for each in slots.EVENTS.read(nlp(text)) if each.trigger.text == trigger).timex is None


def test_dead_in_a_crash_cancels_no_crash(nlp: Language) -> None:
    told = next(each for each in slots.EVENTS.read(nlp("12 dead in bus crash in Peru")) if each.trigger.text == "crash")
    assert told.status == "occurred"
