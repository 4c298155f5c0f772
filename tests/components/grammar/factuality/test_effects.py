from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.components.grammar.factuality import effects
from pipeline.lexicons.predicates.classes import Effect


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param("They called off the talks.", "called", "cancels", id="verb and particle"),
        pytest.param("They cancelled the talks.", "cancelled", "cancels", id="verb"),
        pytest.param("The planned talks began.", "planned", "plans", id="participle as adjective"),
        pytest.param("They described the talks.", "described", None, id="no effect"),
    ],
)
def test_effects_on_an_event_noun(nlp: Language, text: str, word: str, expected: Effect | None) -> None:
    token = next(token for token in nlp(text) if token.text == word)
    assert effects.on_noun(token) == expected
