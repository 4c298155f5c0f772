from __future__ import annotations

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        pytest.param("Ana Ruiz said last month she had quit the board.", "month", "said", id="behind the report"),
        pytest.param("Ana Ruiz said on Tuesday she had quit the board.", "on", "said", id="with a preposition"),
        pytest.param("Ana Ruiz said that last month she had quit the board.", "month", "quit", id="behind that"),
        pytest.param("Ana Ruiz left last month.", "month", "left", id="no report"),
        pytest.param("Police are investigating a crash on Friday.", "on", "crash", id="looked into"),
        pytest.param("Police investigated a crash on Friday.", "on", "investigated", id="was looked into"),
        pytest.param("Ana Ruiz, who returned from a trip to Oslo on Friday, left.", "on", "returned", id="of a return"),
    ],
)
def test_a_time_is_of_the_report_or_return_that_it_stands_behind(
    nlp: Language, text: str, word: str, head: str
) -> None:
    token = next(token for token in nlp(text) if token.text == word)
    assert token.head.text == head
