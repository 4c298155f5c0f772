"""The day of events that the text dates elsewhere: in the lead that a statement reacts to, in the sentence before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from pipeline.components.grammar import cues, syntax
from pipeline.components.plover.lexicon import lexicon
from pipeline.components.plover.reasons import NO_DATE
from pipeline.domain import EventMention, EventType, Status, TimeExpression

LEAD = 4
DAY = re.compile(r"-\d\d-\d\d|-WXX-\d|\bnow [+-]\d+D")
DONE: frozenset[Status] = frozenset({"occurred", "ongoing"})
WORDS: frozenset[EventType] = frozenset({"ACCUSE", "REJECT", "REQUEST", "STATEMENT", "SUPPORT", "THREATEN"})
EARLIER = frozenset({"already", "before", "earlier", "once", "originally", "previously", "recently"})


def elaborated(
    doc: Doc, mentions: Sequence[EventMention], expressions: Sequence[TimeExpression]
) -> Iterator[EventMention]:
    """Undated words of the day's news are not before the news that the lead dates to a day: they react to it."""
    days = {each.start: each.text for each in expressions if DAY.search(each.value)}
    day = next((each.timex for each in _opening(doc, mentions) if each.timex in days), None)
    for each in mentions:
        yield _reacting(each, day, days[day]) if day is not None and _reacts(doc, each) else each


def _reacts(doc: Doc, mention: EventMention) -> bool:
    undated = mention.timex is None and mention.status in DONE
    return undated and mention.type in WORDS and _is_news(doc, mention)


def _reacting(mention: EventMention, day: int, words: str) -> EventMention:
    """The mention with the day of the lead as a bound, which its reasons name as such."""
    why = (*(reason for reason in mention.why if reason != NO_DATE), f"date: not before {words!r}, as the lead tells")
    return replace(mention, timex=day, reacts=True, why=why)


def _opening(doc: Doc, mentions: Sequence[EventMention]) -> Iterator[EventMention]:
    end = syntax.end_of_opening(doc, LEAD)
    return (each for each in mentions if each.trigger.start < end and each.status in DONE)


def _is_news(doc: Doc, mention: EventMention) -> bool:
    """Told in the simple past or the present of a headline, and not as what was said earlier."""
    span = doc.char_span(mention.trigger.start, mention.trigger.end, alignment_mode="expand")
    word: Token | None = None if span is None else span.root
    if word is None or word.tag_ not in ("VBD", "VBZ", "VBP") or not _speaks(word):
        return False
    return not any(child.lower_ in EARLIER for child in word.children)


def _speaks(word: Token) -> bool:
    return cues.is_speech(word) or syntax.lemma(word) in lexicon().judgements.naming
