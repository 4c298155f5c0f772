from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pipeline import parsing
from pipeline.analysis import reading
from pipeline.components import BEFORE_PARSER

PARAGRAPHS = [
    "Vienna was quiet. Chancellor Mara Stein flew to Lisbon on 4 March 2021, her office said.",
    '"We shall not sign," said Rui Prado, who met her there.\nThe talks go on in May.',
    "Dockers struck in Porto on Friday. They didn't warn the harbour-master of it.",
]
TEXT = "\n\n".join(PARAGRAPHS * 4)


def annotated(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (word.idx, word.text, word.norm_, word.lemma_, word.tag_, word.dep_, word.head.i, word.ent_iob_, word.ent_type_)
        for word in doc
    ]


@pytest.mark.parametrize("piece", [70, 150])
def test_parsed_in_pieces_is_what_the_whole_is(nlp: Language, monkeypatch: pytest.MonkeyPatch, piece: int) -> None:
    whole = nlp(TEXT)
    monkeypatch.setattr(parsing, "PIECE", piece)
    (found,) = parsing.parsed(nlp, [TEXT])
    assert annotated(found) == annotated(whole)
    assert reading(found) == reading(whole)
    assert found.text == TEXT


def test_parsed_keeps_the_order_of_short_and_long_texts(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "PIECE", 40)
    texts = [*PARAGRAPHS, TEXT, "", PARAGRAPHS[0], TEXT]
    assert [doc.text for doc in parsing.parsed(nlp, texts)] == texts


@pytest.mark.parametrize(
    ("text", "end"),
    [
        pytest.param("One two three. Four five six seven eight nine ten.", 4, id="behind a stop"),
        pytest.param("one two three four five six seven eight nine ten", 6, id="anywhere"),
        pytest.param("One. Two\n\nThree four five six seven eight.", 4, id="at a paragraph"),
    ],
)
def test_parsed_cuts(nlp: Language, monkeypatch: pytest.MonkeyPatch, text: str, end: int) -> None:
    monkeypatch.setattr(parsing, "PIECE", 6)
    assert parsing.cuts(nlp.get_pipe(BEFORE_PARSER)(nlp.make_doc(text)))[1] == end
