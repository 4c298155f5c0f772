"""Days that bound an event which has none of its own: of what it came after, and of what came after it."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from pipeline.components.grammar import labels, tenses, when
from pipeline.domain import TimeExpression


def day_before_it(trigger: Token, times: Mapping[int, TimeExpression]) -> int | None:
    """Start of the date of the clause behind its "after" or "since", or before its "later": not before that day.

    ``times`` are by the index of their tokens.
    """
    if when.is_afterwards(trigger):
        found = when.time_of(trigger.head, times)
        return None if found is None or found.bound is not None else found.start
    if _is_only_one(trigger):
        return None
    for clause in trigger.children:
        if clause.dep_ == "advcl" and _marks(clause) & {"after", "since"}:
            found = when.time_of(clause, times)
            return None if found is None else found.start
    return None


def day_after_it(trigger: Token, times: Mapping[int, TimeExpression]) -> int | None:
    """Start of the date of what it came before: "she resigned on Friday after police | arrested her brother"."""
    above = _outcome_of(trigger)
    if above is None or tenses.tense(above) != "past":
        return None
    found = when.time_of(above, times)
    return None if found is None or found.bound is not None else found.start


def _is_only_one(clause: Token) -> bool:
    """ "The first envoy | to leave since the war began in 2011": the bound is of all the others."""
    return clause.dep_ in labels.ADNOMINAL_CLAUSES and clause.tag_ == "VB"


def _outcome_of(clause: Token) -> Token | None:
    """The verb that a clause with "after" is before: "after police arrested him", "after | finding him guilty"."""
    if clause.dep_ == "advcl" and "after" in _marks(clause):
        return clause.head
    is_gerund = clause.dep_ == "pcomp" and clause.tag_ == "VBG" and clause.head.lower_ == "after"
    return clause.head.head if is_gerund and clause.head.head.pos_ == "VERB" else None


def _marks(clause: Token) -> set[str]:
    return {child.lower_ for child in clause.lefts if child.dep_ == "mark"}
