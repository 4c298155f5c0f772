"""How certain the article leaves an event: status and factuality of a verb or event noun, from its context."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components import syntax
from pipeline.domain import Factuality, Status


def certainty(trigger: Token) -> tuple[Status, Factuality]:
    """Status and factuality of what the trigger tells of."""
    verb = syntax.governing_verb(trigger) or trigger
    if syntax.is_negated(verb):
        return "denied", "CT-"
    if syntax.tense(verb) == "future":
        return "planned", "UU"
    return "occurred", "CT+"
