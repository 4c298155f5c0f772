"""Whose words are news: bodies, states and offices that speak now, in a main clause."""

from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.components import slots

LEAD = "Rain flooded the lower town of Bergen. The river rose by two metres. The trams stood still. "


def speakers(nlp: Language, text: str) -> list[str]:
    doc = nlp(LEAD + text)
    told = [each for each in slots.EVENTS.read(doc) if each.type == "STATEMENT"]
    return [party.text for each in told for party in each.actors]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("The health ministry said the wells were clean.", "The health ministry", id="a body"),
        pytest.param("Bergen police officials said the wells were clean.", "Bergen police officials", id="of a body"),
        pytest.param("Mayor Kari Lie said the wells were clean.", "Kari Lie", id="an office"),
        pytest.param(
            "Mayor Kari Lie left at noon. She said the wells were clean.", "She", id="a pronoun for an office"
        ),
        pytest.param("A nurse told reporters that the wells were clean.", "A nurse", id="an occasion"),
    ],
)
def test_those_who_count_make_statements(nlp: Language, text: str, speaker: str) -> None:
    assert any(speaker in name or name in speaker for name in speakers(nlp, text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A villager said the wells were clean.", id="no office"),
        pytest.param("Officials said the wells were clean.", id="an office of no body"),
        pytest.param("A senior official said the wells were clean.", id="one official of no body"),
        pytest.param("The ministry had said that the wells were clean.", id="what was said before"),
        pytest.param('"They paid us late," an official said. He said the wells were clean.', id="he of no body"),
        pytest.param("The harbour firm was near announcing a new ferry.", id="about to be announced"),
        pytest.param(
            "Norway expelled a Chadian consul. Oslo expelled the consul over spying, the foreign ministry said.",
            id="told once more",
        ),
        pytest.param("It is no surprise to Kari Lie, who the ministry says is ill.", id="a relative clause"),
        pytest.param("The Bergen Tidende quoted the ministry as saying that the wells were clean.", id="an outlet"),
    ],
)
def test_others_make_none(nlp: Language, text: str) -> None:
    assert speakers(nlp, text) == []


def test_an_interview_is_given_to_somebody(nlp: Language) -> None:
    doc = nlp(LEAD + "The health ministry said in an interview with the Bergen Tidende that the wells were clean.")
    told = [each for each in slots.EVENTS.read(doc) if each.type == "STATEMENT"]
    assert [party.text for each in told for party in each.recipients] == ["the Bergen Tidende"]
