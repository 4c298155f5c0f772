from __future__ import annotations

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        pytest.param("The rebels quit the town on Friday and the army retook it.", "quit", "VBD", id="beside a past"),
        pytest.param("The rebels quit the town on Friday.", "quit", "VBP", id="alone"),
        pytest.param("The rebels may quit the town, the army said.", "quit", "VB", id="behind a modal"),
    ],
)
def test_a_past_that_looks_like_a_present_is_one_beside_a_past(nlp: Language, text: str, word: str, tag: str) -> None:
    assert next(token.tag_ for token in nlp(text) if token.text == word) == tag


@pytest.mark.parametrize(
    ("text", "root"),
    [
        pytest.param("The tanker Sea Pearl left Basra on Friday.", "left", id="name behind its noun"),
        pytest.param("A cloud of chlorine leaked from a plant on Monday, killing two.", "leaked", id="with an outcome"),
        pytest.param("Floods fed by heavy rain killed six people in Assam.", "killed", id="behind another participle"),
        pytest.param("Mobs angered by the vote burned cars in Kano on Monday.", "burned", id="behind another noun"),
        pytest.param("A man killed in Oslo on Monday.", "man", id="participle"),
        pytest.param("The men that Obama met in Paris.", "men", id="relative clause"),
    ],
)
def test_a_name_behind_its_noun_has_the_main_verb(nlp: Language, text: str, root: str) -> None:
    assert [sentence.root.text for sentence in nlp(text).sents] == [root]


@pytest.mark.parametrize(
    ("text", "verb", "head"),
    [
        pytest.param("The law bars Chad from selling gas and capped its imports.", "capped", "bars", id="gerund"),
        pytest.param("The crew was sent to help and was met by gunmen.", "met", "sent", id="infinitive"),
        pytest.param("The crew was sent to help and rest.", "rest", "help", id="no finite verb"),
    ],
)
def test_a_finite_verb_goes_on_from_a_finite_one(nlp: Language, text: str, verb: str, head: str) -> None:
    assert next(token.head.text for token in nlp(text) if token.text == verb) == head


def test_what_is_prevented_hangs_on_the_verb_that_prevents_it(nlp: Language) -> None:
    text = "The patrols prevent people infected with the disease from fleeing to Chad."
    assert next(token.head.text for token in nlp(text) if token.text == "from") == "prevent"


def test_what_is_said_has_its_main_verb_too(nlp: Language) -> None:
    doc = nlp("Floods fed by heavy rain killed six people in Assam and forced many to flee, officials said on Monday.")
    clauses = [(token.text, token.dep_) for token in doc if token.text in ("killed", "forced", "said")]
    assert clauses == [("killed", "ccomp"), ("forced", "conj"), ("said", "ROOT")]
