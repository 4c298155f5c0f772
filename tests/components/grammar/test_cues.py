from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from spacy.language import Language

from pipeline.components.grammar import cues


def test_sources_are_sorted_without_repetition() -> None:
    lists = tomllib.loads(files("pipeline.lexicons").joinpath("sources.toml").read_text("utf-8"))
    assert all(sorted(set(words)) == words for words in lists.values())


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param("Ana Duarte left.", "Duarte", True, id="person by name"),
        pytest.param("Two officials left.", "officials", True, id="persons by noun"),
        pytest.param("The ministry wrote.", "ministry", True, id="organization by noun"),
        pytest.param("The river rose.", "river", False, id="thing"),
    ],
)
def test_cues_can_speak(nlp: Language, text: str, word: str, expected: bool) -> None:
    assert cues.can_speak(next(token for token in nlp(text) if token.text == word)) is expected


def test_cues_evidence_shows_but_does_not_speak(nlp: Language) -> None:
    poll = nlp("The poll shows a lead.")[1]
    assert cues.is_evidence(poll)
    assert not cues.can_speak(poll)
    assert cues.can_attribute(poll)
