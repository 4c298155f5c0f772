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
        pytest.param("“I saw him run.”\n– Deputy Mayor Ana Duarte", ["signed"], id="signature with a title"),
        pytest.param("“I saw him run.” -Captain Ana Duarte", ["signed"], id="dash without a blank"),
        pytest.param("He ran - Ana Duarte saw him.", [], id="dash within a sentence"),
        pytest.param("Statement by Mayor Ana Duarte:\n\n“We will rebuild.”", ["announced"], id="heading above"),
        pytest.param("And this from Colonel Ana Duarte: “We will rebuild.”", ["colon"], id="heading on the line"),
        pytest.param("Seen in Porto:\n\n“Open until nine.”", [], id="heading without a speaker"),
        pytest.param("Two men were held.\nReuters reports.", ["outlet"], id="outlet below"),
        pytest.param("Two men were held.\nThe fire spread.", [], id="narrative"),
    ],
)
def test_lines_find_the_speaker_of_a_line(nlp: Language, text: str, rules: list[str]) -> None:
    assert [said.rule for said in lines.layout_attributions(nlp(text))] == rules


def test_the_label_of_a_turn_names_nobody(nlp: Language) -> None:
    text = "QUESTION: Will you go?\n\nANSWER: We sent two ships to Malta."
    assert [(said.source, said.cue.text) for said in lines.layout_attributions(nlp(text))] == [
        (None, "QUESTION"),
        (None, "ANSWER"),
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param("“I saw him run.”\n— Deputy Mayor Ana Duarte", "Deputy Mayor Ana Duarte", id="signature"),
        pytest.param("Statement by Mayor Ana Duarte:\n\n“We go.”", "Mayor Ana Duarte", id="heading"),
    ],
)
def test_the_speaker_of_a_line(nlp: Language, text: str, source: str) -> None:
    assert [said.source.text for said in lines.layout_attributions(nlp(text)) if said.source] == [source]
