from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.components import slots
from pipeline.domain import Place


def capitals(nlp: Language, text: str) -> list[Place]:
    return [place for place in slots.PLACES.read(nlp(text)) if place.text == "capital"]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        pytest.param("The envoy flew to the Zambian capital.", "Lusaka", "ZM", id="demonym"),
        pytest.param("The South Korean capital was calm.", "Seoul", "KR", id="demonym of two words"),
        pytest.param("Police searched Peru's capital.", "Lima", "PE", id="possessive"),
        pytest.param("They met in the capital of Chad.", "N'Djamena", "TD", id="of a country"),
    ],
)
def test_capitals_are_places_though_no_city_is_named(nlp: Language, text: str, name: str, country: str) -> None:
    [place] = capitals(nlp, text)
    assert (place.name, place.country, text[place.start : place.end]) == (name, country, "capital")
    assert place.latitude is not None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They met in Kenya's capital, Nairobi.", id="the name follows"),
        pytest.param("They met in the capital of Nairobi.", id="of the city itself"),
        pytest.param("They met in the former Kazakh capital.", id="one of other times"),
        pytest.param("They met in the Bolivian capital.", id="one of several"),
        pytest.param("Ana Lopes met voters in Atlanta. Georgia's capital votes today.", id="a state's"),
        pytest.param("The Canadian capital markets fell.", id="money"),
        pytest.param("Venture capital left the capital.", id="nobody's"),
    ],
)
def test_capitals_that_are_named_or_unclear_are_none(nlp: Language, text: str) -> None:
    assert capitals(nlp, text) == []
