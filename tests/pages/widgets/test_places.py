from __future__ import annotations

from dataclasses import replace

import pytest

from pages.widgets.places import Sighting, concerns, is_country, place_card, place_in_words, sightings, told_in
from pipeline.domain import Place, PlaceCandidate
from pipeline.index import Happening
from tests.pages.rows import LISBON, RABAT, event, movement

TEXT = "The envoy landed in Perth on Friday."
PERTH = Place(20, 25, "Perth", "Perth", "AU", "Western Australia", "PPLA", -31.95, 115.86, 1, 0.55)
TOWN = PlaceCandidate("Perth", "GB", "Scotland", "PPL", 56.39, -3.43, 2, 0.31)
LOST = Place(20, 25, "Perth", "Perth", None, None, None, None, None, None, 0.1)


def card(place: Place, text: str = TEXT) -> str:
    return place_card([Sighting("a0", place)], 1, lambda _: text)


def test_place_card_names_runner_ups_with_their_confidence() -> None:
    shown = card(replace(PERTH, alternatives=(TOWN,)))
    assert "It may also mean" in shown
    assert "Scotland, United Kingdom; 56.39° N, 3.43° W (31%)" in shown


def test_place_card_says_when_nothing_else_comes_into_question() -> None:
    assert "No other place" in card(PERTH)
    assert "No other place" not in card(LOST)


@pytest.mark.parametrize(("confidence", "warned"), [(0.55, True), (0.9, False)])
def test_place_card_warns_of_low_confidence(confidence: float, warned: bool) -> None:
    assert ("not certain" in card(replace(PERTH, confidence=confidence))) is warned


def test_place_card_marks_the_name_in_its_sentence() -> None:
    assert '<mark class="dl-trigger">Perth</mark>' in card(PERTH)


def test_place_card_escapes_names_and_text() -> None:
    evil = "<script>"
    shown = card(replace(PERTH, name=evil, alternatives=(replace(TOWN, name=evil),)), f"{evil}    in Perth")
    assert evil not in shown


def test_place_that_is_not_located_says_so() -> None:
    assert place_in_words(LOST).startswith("not located")


@pytest.mark.parametrize(
    ("feature", "whole"), [("PCLI", True), ("TERR", True), ("PPLC", False), ("ADM1", False), (None, False)]
)
def test_country_is_told_from_its_capital(feature: str | None, whole: bool) -> None:
    assert is_country(feature) is whole


def test_articles_of_a_place_are_those_with_something_at_it() -> None:
    rows: list[Happening] = [
        movement(article="a1"),
        event(article="a2", place=RABAT),
        event(article="a3"),
        movement(article="a1"),
    ]
    assert told_in(RABAT.key, rows) == ["a1", "a2"]
    assert concerns(rows[0], LISBON.key)
    assert not concerns(rows[1], LISBON.key)


def test_sightings_are_mentions_of_the_same_gazetteer_entry() -> None:
    assert [each.place for each in sightings("a0", [PERTH, LOST], "1")] == [PERTH]
    assert [each.place for each in sightings("a0", [PERTH, LOST], "name:perth")] == [LOST]
