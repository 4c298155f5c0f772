from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.components import slots


def said_when(nlp: Language, text: str) -> list[tuple[str, str | None]]:
    """Each cue with the words that say when."""
    doc = nlp(text)
    words: dict[int | None, str] = {each.start: each.text for each in slots.EXPRESSIONS.read(doc)}
    return [(said.cue.text, words.get(said.timex)) for said in slots.ATTRIBUTIONS.read(doc)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Officials said on Monday that the convoy had left Kabul.", [("said", "Monday")], id="after"),
        pytest.param("In May, the union accused the mayor of lying.", [("accused", "May")], id="before"),
        pytest.param("The convoy left, officials said on Sunday.", [("said", "Sunday")], id="behind the content"),
        pytest.param("The convoy left Kabul on Sunday, officials said.", [("said", None)], id="date of the content"),
        pytest.param(
            "In a statement on Tuesday, the ministry denied that troops had crossed the river.",
            [("denied", "Tuesday")],
            id="in a statement on",
        ),
        pytest.param(
            "On 3 May 2021, Reuters reported, citing two diplomats, that Chad would close the border.",
            [("reported", "3 May 2021"), ("citing", "3 May 2021")],
            id="citing goes on the clause",
        ),
        pytest.param(
            "The ministry issued a statement on Friday saying the ambassador would return.",
            [("saying", "Friday")],
            id="clause of the statement",
        ),
        pytest.param("The president has said since January that he will run.", [("has said", None)], id="since"),
        pytest.param(
            "The envoy met the nuns in May 2004 and told them the abbey was safe. Prosecutors said the nuns paid.",
            [("told", "May 2004"), ("said", None)],
            id="no frame: behind another verb",
        ),
        pytest.param(
            "After the attack on Monday, officials said that five people had died.",
            [("said", None)],
            id="after an event",
        ),
        pytest.param(
            "On Friday the police said a man had fled. The mayor denied that anyone had died.",
            [("said", "Friday"), ("denied", "Friday")],
            id="frame of the next sentence",
        ),
        pytest.param(
            "On Friday the police said a man had fled. Earlier, the mayor denied that anyone had died.",
            [("said", "Friday"), ("denied", None)],
            id="moved on in time",
        ),
        pytest.param(
            "On Friday the police said a man had fled.\n\nThe mayor denied that anyone had died.",
            [("said", "Friday"), ("denied", None)],
            id="another paragraph",
        ),
        pytest.param(
            "The police said on Friday a man had fled. The mayor denied that anyone had died.",
            [("said", "Friday"), ("denied", None)],
            id="no frame: behind its verb",
        ),
        pytest.param(
            "On Friday the police said a man had fled. The mayor has denied that anyone died.",
            [("said", "Friday"), ("has denied", None)],
            id="no simple past",
        ),
    ],
)
def test_saying_is_dated_by_what_hangs_on_the_cue(
    nlp: Language, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert said_when(nlp, text) == expected
