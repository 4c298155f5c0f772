"""Deeds that somebody makes known in words, whose day is that of the words, or bounded by it."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from pipeline.components.grammar import cues, labels, narration, syntax, when
from pipeline.components.grammar.traits import has_trait
from pipeline.components.plover.simultaneity import clauses_around
from pipeline.domain import TimeExpression
from pipeline.lexicons.predicates import predicates


def said_on(word: Token, times: Mapping[int, TimeExpression]) -> TimeExpression | None:
    """When somebody says that something has happened: "said on Monday it had sold the mine"."""
    clause = word.head if word.dep_ == "conj" else word
    finite = word if any(syntax.auxiliaries(word)) else clause
    if not (narration.is_in_perfect(finite) or narration.is_in_simple_past(word)):
        return None
    above = clause.head
    if clause.dep_ != "ccomp" or not cues.is_speech(above) or narration.is_told_as_earlier(word):
        return None
    found = (when.time_of(verb, times) for verb in (above, *clauses_around(above)))
    return next(filter(None, found), None)


def announced_on(word: Token, times: Mapping[int, TimeExpression]) -> TimeExpression | None:
    """When somebody says that something is being done: "said on Monday it was closing the border"."""
    return when.time_of(word.head, times) if is_announced(word) else None


def is_announced(clause: Token) -> bool:
    """ "said it was closing the border": a decision that is made known, in the progressive of the past."""
    if clause.dep_ != "ccomp" or clause.tag_ != "VBG" or not cues.is_speech(clause.head):
        return False
    was = any(helper.tag_ == "VBD" for helper in syntax.auxiliaries(clause))
    return was and narration.carries_on(clause.head) and clause.head.i < clause.i


def commits(clause: Token) -> bool:
    """ "promised a vote": what somebody binds oneself to with words."""
    governs = predicates().verb(syntax.lemma(clause)).governs
    return "commit" in governs and "consent" not in governs and narration.is_in_simple_past(clause)


def reacts(word: Token) -> bool:
    """Words told in the simple past or the present of a headline."""
    if word.tag_ not in labels.PRESENT and not narration.is_in_simple_past(word):
        return False
    return cues.addresses(word) or has_trait(word, "naming")
