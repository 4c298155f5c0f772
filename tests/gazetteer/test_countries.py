from __future__ import annotations

import pytest

from pipeline.gazetteer import countries
from pipeline.gazetteer.countries import Country


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("DPRK", "KP", id="initials"),
        pytest.param("Burma", "MM", id="former name"),
        pytest.param("the Netherlands", "NL", id="with its article"),
        pytest.param("Côte d’Ivoire", "CI", id="accents and apostrophe"),
        pytest.param("Holy See", "VA", id="other name"),
    ],
)
def test_countries_are_known_by_their_names(name: str, code: str) -> None:
    found = countries.of_name(name)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    ("word", "name"),
    [("Emirati", "United Arab Emirates"), ("Danes", "Denmark"), ("North Korean", "North Korea"), ("Congolese", None)],
)
def test_countries_are_known_by_their_demonyms(word: str, name: str | None) -> None:
    found = countries.of_demonym(word)
    assert found is not None
    assert name is None or found.name == name


def test_countries_are_known_by_capital_and_seat() -> None:
    capital, seat = countries.of_capital("Nouakchott"), countries.of_seat("the Kremlin")
    assert (capital and capital.code, seat and seat.code) == ("MR", "RU")


@pytest.mark.parametrize("name", ["Kremlin", "Ohio", "", "Europe"])
def test_countries_are_not_other_names(name: str) -> None:
    assert countries.of_name(name) is None


@pytest.mark.parametrize("country", countries.by_code().values(), ids=lambda country: country.code)
def test_countries_have_a_code_and_name_themselves(country: Country) -> None:
    assert len(country.code) == 2
    assert country.code.isupper()
    assert countries.of_name(country.name) is country
