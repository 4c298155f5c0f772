"""What the model reads is what spaCy's own reads, however quickly, and alone as among others."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pipeline import model, parsing, transitions
from pipeline.remembering import RememberingMatcher, words_of

TEXTS = [
    "There's a ferry that does what it's told; she has gotta sail, ain't she?",
    "Do you think he'll help us? I gave it to them, and you had got wet.",
    "It did rain  when the Skopje envoys, whom we met, left for Graz by train on 2 May 2011.",
    "Y'all let's go, c'mon: the minister has said that those who came were gonna vote.",
    "The better wolves were running worse; the lying leaves left, having lain lower. Left wolves lie.",
    "Rain.",
]


@pytest.fixture(scope="module")
def bare() -> Language:
    return model.base()


def annotated(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (word.tag_, word.pos_, str(word.morph), word.lemma_, word.dep_, word.head.i, word.ent_type_) for word in doc
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_model_annotates_as_spacy_does(nlp: Language, bare: Language, text: str) -> None:
    with nlp.select_pipes(enable=bare.pipe_names):
        assert annotated(nlp(text)) == annotated(bare(text))


@pytest.mark.parametrize("texts", [8, 1], ids=["together", "alone"])
def test_transitions_are_those_of_spacy(nlp: Language, bare: Language, seed_text: str, texts: int) -> None:
    varied = [*TEXTS, "", seed_text, "   ", seed_text[:200], " ".join(TEXTS)]
    for start in range(0, len(varied), texts):
        given = varied[start : start + texts]
        with nlp.select_pipes(enable=bare.pipe_names):
            docs, others = list(nlp.pipe(given)), [nlp(text) for text in given]
        own = [bare(text) for text in given]
        assert list(map(annotated, docs)) == list(map(annotated, others)) == list(map(annotated, own))


def test_transitions_are_stepped(nlp: Language) -> None:
    forms = [type(nlp.get_pipe(name)) for name in ("parser", "ner")]
    assert forms == [transitions.SteppingParser, transitions.SteppingRecognizer]


def test_model_reads_a_text_alone_as_among_others(nlp: Language) -> None:
    alone = [next(parsing.parsed(nlp, [text])) for text in TEXTS]
    together = list(parsing.parsed(nlp, TEXTS))
    assert [doc.tensor.tobytes() for doc in alone] == [doc.tensor.tobytes() for doc in together]


def test_model_reads_no_text(nlp: Language) -> None:
    assert [len(doc) for doc in parsing.parsed(nlp, ["", "Rain.", ""])] == [0, 2, 0]


@pytest.mark.parametrize(
    ("token", "words"),
    [
        pytest.param({"TAG": "NN"}, [], id="any"),
        pytest.param({"LOWER": "got", "TAG": "VBD"}, ["got"], id="one"),
        pytest.param({"LOWER": {"IN": ["do", "did"]}}, ["do", "did"], id="several"),
        pytest.param({"LOWER": {"REGEX": "^y'?$"}}, None, id="described"),
        pytest.param({"LOWER": {"IN": ["do"], "REGEX": "o$"}}, None, id="listed and described"),
    ],
)
def test_remembering_words_of(token: dict[str, object], words: list[str] | None) -> None:
    assert words_of(token) == words


def test_remembering_matches_a_word_that_rules_name(nlp: Language) -> None:
    rules: list[dict[str, Any]] = [
        {"patterns": [[{"LOWER": "rain"}], [{"LOWER": "it"}, {"LOWER": "did"}]]},
        {"patterns": [[{"LENGTH": 4}]]},
    ]
    matcher = RememberingMatcher(nlp, rules)
    doc = nlp.make_doc("It did rain. Rain fell, it did")
    found = sorted((nlp.vocab.strings[name], start, end) for name, start, end in matcher(doc))
    expected = [("0", 0, 2), ("0", 2, 3), ("0", 4, 5), ("0", 7, 9), ("1", 2, 3), ("1", 4, 5), ("1", 5, 6)]
    assert found == expected
