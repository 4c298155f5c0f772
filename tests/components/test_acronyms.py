from __future__ import annotations

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "part"),
    [
        pytest.param("WHO is working with Oxfam in Chad.", "PROPN", id="a body"),
        pytest.param("Doctors who left Chad returned.", "PRON", id="small letters"),
        pytest.param("WHO LEFT?", "PRON", id="all in capitals"),
    ],
)
def test_acronyms_are_names(nlp: Language, text: str, part: str) -> None:
    assert next(token.pos_ for token in nlp(text) if token.lower_ == "who") == part
