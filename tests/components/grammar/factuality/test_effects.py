from __future__ import annotations

from collections import Counter

import msgspec
import pytest
from spacy.language import Language

from pipeline.components.grammar.factuality import effects
from pipeline.components.grammar.factuality.standing import Effect


@pytest.mark.parametrize(
    "lists", [effects.certainty_words().clause, effects.certainty_words().noun], ids=["clause", "noun"]
)
def test_effects_are_sorted_and_name_each_word_once(lists: effects.EffectLists) -> None:
    groups: dict[str, list[str]] = msgspec.to_builtins(lists)
    assert all(words == sorted(words) for words in groups.values())
    assert not [word for word, times in Counter(w for words in groups.values() for w in words).items() if times > 1]


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
