"""When a movement takes place: the time of its word, of the verb that carries it, or of the occasion it leads to."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Token

from pipeline.components.grammar import motion_words as words
from pipeline.components.grammar import syntax, when
from pipeline.components.grammar.lapses import lapse_of
from pipeline.components.motion.document_index import DocumentIndex
from pipeline.domain import TimeExpression


class Timing(NamedTuple):
    """What dates a movement, and how far it lies from that; see ``MovementMention``."""

    time: TimeExpression | None
    lapse: str | None = None


def timing_of(trigger: Token, support_verb: Token | None, index: DocumentIndex) -> Timing:
    """Its own time; else that of what it lies a length from: "arrived a day after he left Rome on 3 May"."""
    carriers = [support_verb] if support_verb is not None else []
    own = when.time_of(trigger, index.expressions, [*_occasions(trigger), *carriers])
    told = (index.expressions.get(token.i) for token in trigger.sent)
    lapse = lapse_of([trigger, *carriers], [trigger, *carriers], dict.fromkeys(time for time in told if time))
    if lapse is None:
        return Timing(own)
    other = lapse.date(index.expressions)
    return Timing(other, lapse.length) if own in (None, lapse.word, other) else Timing(own)


def _occasions(trigger: Token) -> list[Token]:
    """Occasions that the trigger goes to, with a time of their own: "will attend next month's summit"."""
    nouns = [*syntax.patients(trigger), *syntax.under(trigger, {"at", "for", "in", "to"})]
    return [noun for noun in nouns if "occasions" in words.kinds(noun)]
