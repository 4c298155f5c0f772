"""Whose plan it is that a verb is done to."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import syntax
from pipeline.components.grammar.factuality import effects
from pipeline.lexicons.predicates import predicates
from pipeline.lexicons.predicates.classes import Effect

AVERTING: frozenset[Effect | None] = frozenset({"cancels", "denies", "doubts", "negates"})


def is_of_others(plan: Token) -> bool:
    """ "foiled a plot to", "condemned plans to": what somebody else has planned."""
    verb = plan.head
    judged = "judges" in predicates().verb(syntax.lemma(verb)).reports
    return judged or effects.on_noun(verb) in AVERTING
