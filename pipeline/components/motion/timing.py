"""When a movement takes place: the time of its word, of the verb that carries it, or of the occasion it leads to."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import motion_words as words
from pipeline.components.grammar import syntax, when
from pipeline.components.motion.document_index import DocumentIndex
from pipeline.domain import TimeExpression


def time_of(trigger: Token, support_verb: Token | None, index: DocumentIndex) -> TimeExpression | None:
    carriers = [*_occasions(trigger), *([support_verb] if support_verb is not None else [])]
    return when.time_of(trigger, index.expressions, carriers)


def _occasions(trigger: Token) -> list[Token]:
    """Occasions that the trigger goes to, with a time of their own: "will attend next month's summit"."""
    nouns = [*syntax.patients(trigger), *syntax.under(trigger, {"at", "for", "in", "to"})]
    return [noun for noun in nouns if "occasions" in words.kinds(noun)]
