"""When a movement takes place: the time of its word, of the verb that carries it, or of the occasion it leads to."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from pipeline.components import slots
from pipeline.components.grammar import motion_words as words
from pipeline.components.grammar import narration, syntax, when
from pipeline.components.grammar.lapses import lapse_of
from pipeline.components.motion.document_index import DocumentIndex
from pipeline.domain import TimeExpression

DATED = frozenset({"told", "follows"})
KEPT = 4


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
        return Timing(own if own is not None else _time_of_deed_before(trigger, index))
    other = lapse.date(index.expressions)
    return Timing(other, lapse.length) if own in (None, lapse.word, other) else Timing(own)


def _time_of_deed_before(trigger: Token, index: DocumentIndex) -> TimeExpression | None:
    """ "The two were freed and | flown to Lima": the day of the deed that a journey is joined to."""
    if trigger.dep_ != "conj" or not narration.is_in_simple_past(trigger) or when.is_afterwards(trigger):
        return None
    start = _days_of_deeds(trigger.doc).get(trigger.head.idx)
    day = None if start is None else trigger.doc.char_span(start, start + 1, alignment_mode="expand")
    return None if day is None else index.expressions.get(day.root.i)


@lru_cache(maxsize=KEPT)
def _days_of_deeds(doc: Doc) -> dict[int, int]:
    """Starts of what dates events, by the starts of their triggers, but for bounds; kept for the texts asked last."""
    told = (each for each in slots.EVENTS.read(doc) if each.dating in DATED and each.lapse is None)
    return {each.trigger.start: each.timex for each in told if each.timex is not None}


def _occasions(trigger: Token) -> list[Token]:
    """Occasions that the trigger goes to, with a time of their own: "will attend next month's summit"."""
    nouns = [*syntax.patients(trigger), *syntax.under(trigger, {"at", "for", "in", "to"})]
    return [noun for noun in nouns if "occasions" in words.kinds(noun)]
