from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.components.grammar import syntax


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        pytest.param("Odeh said “the port is open” and sailed to Tunis.", "sailed", "Odeh", id="deed after it"),
        pytest.param("Odeh said “we will stay,” and left Tunis.", "left", "Odeh", id="deed after a comma"),
        pytest.param("Odeh said the port was open and ships sailed to Tunis.", "sailed", "ships", id="no quotation"),
    ],
)
def test_a_deed_behind_a_quotation_is_the_speakers(nlp: Language, text: str, verb: str, subject: str) -> None:
    token = next(token for token in nlp(text) if token.text == verb)
    assert [noun.text for noun in syntax.subjects(token)] == [subject]


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        pytest.param("Odeh said “we will stay,” before he left Tunis.", "left", "said", id="adjunct after a stop"),
        pytest.param("Odeh said “we will fight” in the north.", "in", "fight", id="phrase that goes on"),
        pytest.param("Odeh called the port “a ruin” and a shame.", "and", "ruin", id="phrase in marks"),
    ],
)
def test_what_stands_behind_a_quotation(nlp: Language, text: str, word: str, head: str) -> None:
    token = next(token for token in nlp(text) if token.text == word)
    assert token.head.text == head
