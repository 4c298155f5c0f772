from __future__ import annotations

import pytest

from tests.components.coreference.conftest import Find


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("The ferry Queen Adelaide sank off Crete.", "Queen Adelaide", id="after its sort"),
        pytest.param("HMS Prince of Wales left Portsmouth.", "HMS Prince of Wales", id="after a prefix"),
        pytest.param("The USS John F. Kennedy sailed.", "USS John F. Kennedy", id="with an initial"),
        pytest.param("The research ship Shi Yan 6 docked in Colombo.", "Shi Yan 6", id="with a number"),
        pytest.param("The aircraft carrier Charles de Gaulle left.", "Charles de Gaulle", id="a person's name"),
    ],
)
def test_vessels_are_known_by_what_stands_before(find: Find, text: str, name: str) -> None:
    [kind] = [one.kind for one in find(text) for mention in one.mentions if mention.text == name]
    assert kind == "vehicle"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The tanker Iran seized was empty.", id="a country's clause"),
        pytest.param("The train Kim took left Hanoi.", id="a person's clause"),
        pytest.param("The plane Boeing built crashed.", id="its maker"),
        pytest.param("The ship Monday left for Malta.", id="a day"),
    ],
)
def test_vessels_are_not_what_a_clause_starts_with(find: Find, text: str) -> None:
    named = [one.name for one in find(text) if one.kind == "vehicle" and any(m.form == "name" for m in one.mentions)]
    assert named == []


def test_vessels_keep_their_kind_without_the_prefix(find: Find) -> None:
    [ship] = [
        one for one in find("The MV Wakashio ran aground. Oil leaked from the Wakashio.") if one.kind == "vehicle"
    ]
    assert [mention.text for mention in ship.mentions] == ["MV Wakashio", "Wakashio"]


def test_vessels_are_taken_up_only_by_nouns_of_their_sort(find: Find) -> None:
    found = find("The ferry Queen Adelaide sank. The plane circled above. The vessel was old.")
    assert [[m.text for m in one.mentions] for one in found if one.kind == "vehicle"] == [
        ["Queen Adelaide", "The vessel"],
        ["The plane"],
    ]
