from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.components import predicates, slots


def read(nlp: Language, text: str) -> dict[str, str]:
    return {found.text: found.factuality for found in slots.PREDICATES.read(nlp(text))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The army has denied that it attacked the village.",
            {"denied": "CT+", "attacked": "PS-"},
            id="verbs without their auxiliaries",
        ),
        pytest.param(
            "The explosion prevented the arrival of the queen.",
            {"explosion": "CT+", "prevented": "CT+", "arrival": "CT-"},
            id="event nouns",
        ),
        pytest.param("The government of the province.", {}, id="nouns that only look like events"),
        pytest.param("", {}, id="nothing"),
    ],
)
def test_predicates_are_verbs_and_event_nouns(nlp: Language, text: str, expected: dict[str, str]) -> None:
    assert read(nlp, text) == expected


@pytest.mark.parametrize("noun", ["visit", "deployment", "bombing"])
def test_predicates_names_event(noun: str) -> None:
    assert predicates.names_event(noun)


@pytest.mark.parametrize("noun", ["embassy", "department", "building"])
def test_predicates_names_no_event(noun: str) -> None:
    assert not predicates.names_event(noun)
