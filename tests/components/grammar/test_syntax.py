from __future__ import annotations

from spacy.language import Language

from pipeline.components.grammar import noun_phrases, tenses


def test_syntax_tense_of_a_sentence_without_finite_verb_ends(nlp: Language) -> None:
    doc = nlp("Talking to reporters.")
    assert [tenses.tense(token) for token in doc if token.pos_ == "VERB"] == ["present"]


def test_syntax_phrase_parts_no_hyphenated_word(nlp: Language) -> None:
    doc = nlp("Congo-Brazzaville's envoy left on Monday.")
    envoy = next(token for token in doc if token.text == "envoy")
    assert noun_phrases.phrase(envoy).text == "Congo-Brazzaville's envoy"
