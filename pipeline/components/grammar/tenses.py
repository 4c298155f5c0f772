"""Tense and modality of a clause, by its finite form, its auxiliaries and the clause above."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.lexicons.function_words import FUTURE_AUXILIARIES, MODAL_AUXILIARIES

FINITE = ("VBD", "VBP", "VBZ", "MD")


def tense(verb: Token) -> str:
    """ "past", "present" or "future" of a clause; infinitives and participles take that of the clause above."""
    return tense_with(verb, list(syntax.auxiliaries(verb)))


def tense_with(verb: Token, helpers: Sequence[Token]) -> str:
    """The tense of a clause whose auxiliaries are known."""
    if any(helper.lower_ in FUTURE_AUXILIARIES for helper in helpers):
        return "future"
    finite = next((t for t in (*helpers, verb) if t.tag_ in FINITE and "VerbForm=Fin" in t.morph), None)
    if finite is not None:
        perfect = finite.lemma_ == "have" and finite is not verb
        return "past" if perfect or finite.tag_ == "VBD" else "present"
    above = syntax.governing_verb(verb.head) if verb.head != verb else None
    return tense(above) if above is not None and above != verb else "present"


def is_in_present(verb: Token) -> bool:
    """Whether a clause is in the present tense: a participle without auxiliary has none."""
    helpers = [*syntax.auxiliaries(verb)]
    return (verb.tag_ not in labels.PAST or bool(helpers)) and tense(verb) == "present"


def is_in_past(verb: Token) -> bool:
    """Whether a clause is in the simple past."""
    return any(token.tag_ == "VBD" for token in (verb, *syntax.auxiliaries(verb)))


def has_modal(verb: Token) -> bool:
    """Whether a modal auxiliary stands with the verb: "will", "may", "should"."""
    return any(helper.lower_ in MODAL_AUXILIARIES for helper in syntax.auxiliaries(verb))
