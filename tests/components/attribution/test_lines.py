from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.components.attribution import lines


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        pytest.param("Police: Two men held over harbour fire", ["colon"], id="speaker and colon"),
        pytest.param("Update: Two men held over harbour fire", [], id="heading and colon"),
        pytest.param("What we know: Two men were held on Monday", [], id="clause and colon"),
        pytest.param("Ana Duarte told the court:\nI saw him run.", ["announced"], id="announcing line"),
        pytest.param("“I saw him run.”\n— Ana Duarte", ["signed"], id="signature on the next line"),
        pytest.param("Two men were held.\nReuters reports.", ["outlet"], id="outlet below"),
        pytest.param("Two men were held.\nThe fire spread.", [], id="narrative"),
    ],
)
def test_lines_find_the_speaker_of_a_line(nlp: Language, text: str, rules: list[str]) -> None:
    assert [said.rule for said in lines.find(nlp(text))] == rules
