"""Sentences of our own with their toponyms marked: [words|name, country], a "?" in place of what is left unresolved."""

from __future__ import annotations

import re

import pytest
from spacy.language import Language

from pipeline import model
from pipeline.components import BEFORE_PARSER, places, slots
from pipeline.domain import Place

MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The model with no more than this component needs."""
    pipeline = model.base()
    pipeline.add_pipe(BEFORE_PARSER, first=True)
    pipeline.add_pipe(places.NAME)
    return pipeline


def found_in(nlp: Language, text: str) -> tuple[Place, ...]:
    return slots.PLACES.read(nlp(text))


def unmark(marked: str) -> tuple[str, list[tuple[int, str, str]]]:
    """The text, and offset, words and reading of each mark."""
    wanted, text = [], ""
    rest = 0
    for match in MARK.finditer(marked):
        text += marked[rest : match.start()]
        wanted.append((len(text), match[1], match[2]))
        text += match[1]
        rest = match.end()
    return text + marked[rest:], wanted


def shown(place: Place) -> tuple[int, str, str]:
    reading = f"{place.name}, {place.country or '-'}" if place.latitude is not None else "?"
    return place.start, place.text, reading


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("The envoy flew from [Lisbon|Lisbon, PT] to [Maputo|Maputo, MZ] on Sunday.", id="cities"),
        pytest.param("Rain fell in [Paris|Paris, US], [Texas|Texas, US], overnight.", id="city and state"),
        pytest.param("She grew up in [Naples|Naples, US], [Fla.|Florida, US], in 1990.", id="abbreviated state"),
        pytest.param("He moved to [Columbia|Columbia, US], [S.C.|South Carolina, US]", id="end of the text"),
        pytest.param(
            "A plant in [Cambridge|Cambridge, CA], [Ont.|Ontario, CA], will close.", id="abbreviated province"
        ),
        pytest.param("The [U.A.E.|United Arab Emirates, AE] and [Oman|Oman, OM] signed.", id="country in initials"),
        pytest.param("Police in [Kiev|Kyiv, UA] detained four men.", id="former name gets the everyday name"),
        pytest.param("A [U.S.|United States, US]-led raid failed.", id="country in front of a hyphen"),
        pytest.param("They met in [Rostov-on-Don|Rostov-on-Don, RU] in May.", id="hyphens within a name"),
        pytest.param("The emir visited [Holy See|Vatican City, VA].", id="a state that is called like a body"),
        pytest.param(
            "Tankers waited in the [Strait of Hormuz|Strait of Hormuz, -] and the [Red Sea|Red Sea, -].", id="waters"
        ),
        pytest.param(
            "They left by the [Danube|Danube River, -] and the [Bosphorus|Bosporus, TR].", id="one word with the"
        ),
        pytest.param("Its train stopped at [Khasan station|Khasan, RU] for an hour.", id="rail station"),
        pytest.param("Fighting went on in [Kashmir|Kashmir, -] and [Darfur|Darfur, SD].", id="regions"),
        pytest.param(
            "Votes were counted in [Tegucigalpa|Tegucigalpa, HN] and [Encarnación|Encarnación, PY].", id="accents"
        ),
    ],
)
def test_places_finds_and_resolves(nlp: Language, marked: str) -> None:
    text, wanted = unmark(marked)
    assert [shown(place) for place in found_in(nlp, text)] == wanted


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        pytest.param("WASHINGTON — The treasury spoke of tariffs.", "WASHINGTON", "District of Columbia", id="capital"),
        pytest.param(
            "Voters in Spokane and Tacoma, Washington, go to the polls.", "Washington", "Washington", id="state"
        ),
        pytest.param(
            "ATHENS, Ga. — Athens police closed two roads near Watkinsville.",
            "Athens",
            "Georgia",
            id="dateline",
        ),
        pytest.param(
            "Envoys met in Boston. A British minister stayed in Leeds.", "Boston", "Massachusetts", id="metropolis"
        ),
        pytest.param(
            "Peru's president opened a port in Trujillo.", "Trujillo", "La Libertad", id="country of the sentence"
        ),
        pytest.param("Georgia expelled two envoys of Moldova.", "Georgia", None, id="nation among nations"),
        pytest.param("A bill by Georgia's legislature failed.", "Georgia", "Georgia", id="state by its offices"),
        pytest.param("Floods hit Washington state on Sunday.", "Washington", "Washington", id="state after"),
        pytest.param("She taught in Victoria, Seychelles.", "Victoria", "English River", id="country behind"),
        pytest.param("Athens has asked Brussels and Berlin for time.", "Athens", "Attica", id="capital among capitals"),
        pytest.param(
            "Firemen from Toledo, Dayton and Lima, Ohio, helped. Lima sent two crews.",
            "Lima",
            "Ohio",
            id="one sense",
        ),
    ],
)
def test_places_resolves_by_what_the_text_says_elsewhere(nlp: Language, text: str, words: str, name: str) -> None:
    assert {place.admin1 for place in found_in(nlp, text) if place.text == words} == {name}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Michael Jordan and Paris Hilton met Georgia Meloni.", id="people named like places"),
        pytest.param("Sydney Sweeney thanked Austin Butler.", id="given names"),
        pytest.param("Mr. Houston said that Mrs. London was late.", id="titles"),
        pytest.param("The White House and the Kremlin declined to comment.", id="seats of government"),
        pytest.param("A SWAT team met us in March at the Union.", id="words and acronyms"),
        pytest.param("The European Union and the African Union agreed.", id="unions of demonyms"),
        pytest.param("Ireland Basto thanked Jamaica Lindqvist and Montana Reyes.", id="given names of countries"),
        pytest.param("Colonel Jordan and Dr. Lima agreed.", id="ranks"),
        pytest.param("", id="nothing"),
        pytest.param(" \n\n .", id="blank"),
        pytest.param("A carrier was moved into the Gulf.", id="a part of the world"),
        pytest.param("Consuls were expelled from the West.", id="a side of the world"),
    ],
)
def test_places_leaves_alone(nlp: Language, text: str) -> None:
    assert [place.text for place in found_in(nlp, text)] == []


def test_places_corrects_labels_of_the_model(nlp: Language) -> None:
    text = "The DPRK said nothing. The DPRK and Vladivostok came up in Pyongyang. Vladivostok waits."
    found = {place.text: place.country for place in found_in(nlp, text)}
    assert found == {"DPRK": "KP", "Vladivostok": "RU", "Pyongyang": "KP"}


@pytest.mark.parametrize(
    ("text", "words", "role", "country"),
    [
        pytest.param("Danish and South Korean ships met.", "South Korean", "demonym", "KR", id="demonym of two words"),
        pytest.param("Among the injured were two Scots.", "Scots", "demonym", "GB", id="people of a region"),
        pytest.param("The University of Ghana opened a clinic.", "Ghana", "within_name", "GH", id="behind of"),
        pytest.param(
            "Nairobi Technical College opened on Monday.", "Nairobi", "within_name", "KE", id="first in a name"
        ),
        pytest.param("Ghana opened a clinic.", "Ghana", "name", "GH", id="by itself"),
        pytest.param(
            "Iran said that Kuwait had moved ships into the Gulf.", "Gulf", "name", None, id="waters by their shores"
        ),
        pytest.param("Osei toured the Holy See on Monday.", "Holy See", "name", "VA", id="a country of two words"),
        pytest.param("Real Oviedo had won in Norway.", "Oviedo", "within_name", "ES", id="a club of a town"),
        pytest.param("Dayton Mayor Ines Oduya resigned.", "Dayton", "name", "US", id="a town and its mayor"),
    ],
)
def test_places_says_in_which_role(nlp: Language, text: str, words: str, role: str, country: str | None) -> None:
    (found,) = [place for place in found_in(nlp, text) if place.text.startswith(words)]
    assert (found.role, found.country) == (role, country)


def test_places_keeps_what_it_cannot_resolve(nlp: Language) -> None:
    (found,) = [p for p in found_in(nlp, "The bus left for the village of Zqvorbograd in Poland.") if p.text[0] == "Z"]
    assert (found.latitude, found.longitude, found.country, found.geonames_id) == (None, None, None, None)
    assert 0 < found.confidence < 1


def test_places_keeps_runners_up_that_are_elsewhere(nlp: Language) -> None:
    (found,) = found_in(nlp, "A fire broke out in Springfield.")
    assert 0 < len(found.alternatives) <= 3
    confidences = [found.confidence, *(other.confidence for other in found.alternatives)]
    assert confidences == sorted(confidences, reverse=True)
    assert sum(confidences) <= 1.0
    assert all(other.latitude != found.latitude for other in found.alternatives)


def test_places_gives_offsets_of_the_text_as_it_is(nlp: Language) -> None:
    text = "\n\n  He left Oslo  for\tBergen,\r\nNorway — and then the U.S."
    for place in found_in(nlp, text):
        assert text[place.start : place.end] == place.text
    assert [place.text for place in found_in(nlp, text)] == ["Oslo", "Bergen", "Norway", "U.S."]
