from __future__ import annotations

import pytest

from tests.components.coreference.conftest import Find


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        pytest.param(
            "Norwegian Prime Minister Ida Dahl said her country would pay.", "her country", "country:NO", id="hers"
        ),
        pytest.param(
            '"Our country will not forget," said Chadian envoy Ali Sow.', "Our country", "country:TD", id="a speaker's"
        ),
        pytest.param(
            "Laos won. The Laotian runners wept for their country.", "their country", "country:LA", id="a group's"
        ),
        pytest.param(
            "A Zambian minister said that the country had no maize.", "the country", "country:ZM", id="who tells of it"
        ),
    ],
)
def test_homelands_are_those_of_their_owners(find: Find, text: str, words: str, key: str) -> None:
    assert [one.key for one in find(text) for mention in one.mentions if mention.text == words] == [key]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The father left his country for Norway.", id="owner of no known nation"),
        pytest.param("The envoy said that the country had no maize.", id="who is of no known nation"),
        pytest.param("Kenyan writer Ali Sow praised his adopted country.", id="another country of his"),
        pytest.param("Tonga sent doctors to Samoa. The country had asked for help.", id="either of two countries"),
        pytest.param("Togo and Benin signed a treaty. The country will pay.", id="both of two countries"),
    ],
)
def test_homelands_that_are_unclear_are_no_known_country(find: Find, text: str) -> None:
    told = [one for one in find(text) if any(mention.text.endswith("country") for mention in one.mentions)]
    assert [(one.kind, one.country) for one in told] == [("country", None)]


def test_homelands_let_the_country_be_the_one_told_of_most(find: Find) -> None:
    text = "Peru's economy shrank, the bank said. The country sells copper to Japan. The nation also sells fish."
    [peru] = [one for one in find(text) if one.key == "country:PE"]
    assert [mention.text for mention in peru.mentions] == ["Peru", "The country", "The nation"]


@pytest.mark.parametrize(
    ("text", "key", "mentions"),
    [
        pytest.param("They flew to the Zambian capital.", "place:lusaka", ["the Zambian capital"], id="named nowhere"),
        pytest.param(
            "The Latvian capital is quiet. Riga has no riots.",
            "place:riga",
            ["The Latvian capital", "Riga"],
            id="named elsewhere",
        ),
    ],
)
def test_homelands_join_a_described_capital_to_its_city(find: Find, text: str, key: str, mentions: list[str]) -> None:
    [city] = [one for one in find(text) if one.key == key]
    assert [mention.text for mention in city.mentions] == mentions
