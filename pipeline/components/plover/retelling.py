"""The day of what headline and lead tell first, where the text tells it once more with its day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from pipeline.components.grammar import positions, referents, syntax
from pipeline.components.grammar.when import names_day, names_week
from pipeline.components.plover.reasons import NO_DATE
from pipeline.domain import Argument, EventMention, Status, TimeExpression

FIRST_TOLD = 2
RETOLD = 8
"""Sentences from the top within which an article tells its news once more in full."""
DONE: frozenset[Status] = frozenset({"occurred", "ongoing"})


def retold(doc: Doc, mentions: Sequence[EventMention], times: dict[int, TimeExpression]) -> Iterator[EventMention]:
    """The mentions, those of the first sentences with the day that is told of them below.

    "Judge jails Frye" is of the day of "Judge Osei jailed Frye on Monday": of one type, and of one party or one word.
    """
    first, end = (positions.end_of_opening(doc, sentences) for sentences in (FIRST_TOLD, RETOLD))
    dated = [each for each in mentions if each.trigger.start < end and _has_day(each, times)]
    for mention in mentions:
        is_same = _is_told_first_of if mention.trigger.start < first else _is_told_again_of
        undated = mention.timex is None and mention.lapse is None and mention.status in DONE
        told = next((each for each in dated if is_same(doc, mention, each)), None) if undated else None
        yield mention if told is None else _dated_as(mention, told, times)


def _has_day(mention: EventMention, times: dict[int, TimeExpression]) -> bool:
    is_own = mention.dating == "told" and mention.lapse is None
    time = times[mention.timex] if is_own and mention.timex is not None else None
    return time is not None and (names_day(time) or names_week(time)) and mention.status in DONE


def _is_told_first_of(doc: Doc, one: EventMention, other: EventMention) -> bool:
    """Headline or lead and what it is of below: of one type, and of one party or one word."""
    if one.type != other.type or one.evidence.start >= other.evidence.start:
        return False
    return _word(doc, one) == _word(doc, other) or _share_party(doc, one, other)


def _is_told_again_of(doc: Doc, one: EventMention, other: EventMention) -> bool:
    """A deed that is told once more: of one word and one party; one speaks more than once."""
    if "STATEMENT" in (one.type, other.type):
        return False
    return _word(doc, one) == _word(doc, other) and _share_party(doc, one, other)


def _word(doc: Doc, mention: EventMention) -> str:
    span = doc.char_span(mention.trigger.start, mention.trigger.end, alignment_mode="expand")
    return "" if span is None else syntax.lemma(span.root)


def _share_party(doc: Doc, one: EventMention, other: EventMention) -> bool:
    parties = [_head(doc, party) for party in (*other.actors, *other.recipients)]
    return any(_are_same(_head(doc, a), b) for a in (*one.actors, *one.recipients) for b in parties)


def _head(doc: Doc, party: Argument) -> Token | None:
    span = doc.char_span(party.head, party.head + 1, alignment_mode="expand")
    return None if span is None else span.root


def _are_same(one: Token | None, other: Token | None) -> bool:
    """One entity, or one noun: "a deputy" of a headline is the deputy of the text."""
    if one is None or other is None:
        return False
    return referents.same(one, other) or (one.pos_ == "NOUN" and syntax.lemma(one) == syntax.lemma(other))


def _dated_as(mention: EventMention, told: EventMention, times: dict[int, TimeExpression]) -> EventMention:
    """The mention with the day of what tells it once more, which its reasons name as such."""
    day = "" if told.timex is None else times[told.timex].text
    why = (*(reason for reason in mention.why if reason != NO_DATE), f"date: {day!r}, as told below")
    return replace(mention, timex=told.timex, dating="follows", why=why)
