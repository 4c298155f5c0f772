from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest
from spacy.language import Language

from pipeline.components.grammar import motion_words as words


def lists(value: Any) -> list[list[str]]:
    if isinstance(value, dict):
        return [each for inner in value.values() for each in lists(inner)]
    return [value] if isinstance(value, list) else []


@pytest.mark.parametrize("name", ["motion_context", "movers"])
def test_motion_lists_are_sorted_and_hold_each_word_once(name: str) -> None:
    found = lists(tomllib.loads(files("pipeline.lexicons").joinpath(f"{name}.toml").read_text("utf-8")))
    assert found
    for listed in found:
        assert listed == sorted(set(listed))


@pytest.mark.parametrize(
    ("text", "word", "kind", "expected"),
    [
        pytest.param("The jet touched down in Cork.", "touched", "arriving", True, id="with its particle"),
        pytest.param("He touched the jet in Cork.", "touched", "arriving", False, id="without its particle"),
        pytest.param("They set sail for Crete.", "set", "starting", True, id="with its bare object"),
        pytest.param("They set a date for Crete.", "set", "starting", False, id="not with another object"),
        pytest.param("Her trip to Oslo was short.", "trip", "visits", True, id="noun"),
        pytest.param("They trip over stones.", "trip", "visits", False, id="verb that looks like the noun"),
    ],
)
def test_motion_kinds_depend_on_word_class_and_particle(
    nlp: Language, text: str, word: str, kind: str, expected: bool
) -> None:
    assert [kind in words.kinds(token) for token in nlp(text) if token.text == word] == [expected]
