"""Days that bound an event which has none of its own: of what it came after, and of what came after it."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from pipeline.components.grammar import syntax, when
from pipeline.domain import TimeExpression


def day_before_it(trigger: Token, times: Mapping[int, TimeExpression]) -> int | None:
    """Start of the date of the clause behind its "after" or "since": not before that day.

    ``times`` are by the index of their tokens.
    """
    for clause in trigger.children:
        if clause.dep_ == "advcl" and _marks(clause) & {"after", "since"}:
            found = when.time_of(clause, times)
            return None if found is None else found.start
    return None


def day_after_it(trigger: Token, times: Mapping[int, TimeExpression]) -> int | None:
    """Start of the date of what it came before: "she resigned on Friday after police | arrested her brother"."""
    if trigger.dep_ != "advcl" or "after" not in _marks(trigger) or syntax.tense(trigger.head) != "past":
        return None
    found = when.time_of(trigger.head, times)
    return None if found is None or found.bound is not None else found.start


def _marks(clause: Token) -> set[str]:
    return {child.lower_ for child in clause.lefts if child.dep_ == "mark"}
