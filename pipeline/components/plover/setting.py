"""When and where an event is, by syntax: the closest time expression and place that its clause governs."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from pipeline.components.grammar import labels, positions, syntax, when
from pipeline.components.grammar.lapses import lapse_of
from pipeline.components.grammar.traits import has_trait
from pipeline.components.grammar.when import UNDATED
from pipeline.components.plover import sequence, wording
from pipeline.components.plover.date_headings import day_above
from pipeline.components.plover.event_frame import EventFrame
from pipeline.components.plover.simultaneity import (
    carriers,
    clauses_around,
    coordinated_deeds,
    described_noun,
    is_event,
)
from pipeline.domain import Dating, Place, TimeExpression
from pipeline.lexicons.function_words import TIME_BOUNDS

BOUNDS = TIME_BOUNDS | {"ahead"}
MODIFIERS = frozenset({"npadvmod", "nmod", "compound", "poss", "amod", "advmod", "nummod", "appos"})
RELATIVE = frozenset({"coming", "last", "next", "past", "previous", "recent"})
DATED_IN = frozenset({"at", "by", "during", "from", "in", "of", "on", "to", "with"})
NOMINAL = frozenset({"NOUN", "PROPN", "NUM"})
ARGUMENTS = frozenset({"dobj", "attr", "dative", "conj", "oprd"})


@dataclass(frozen=True)
class Settings:
    """Times and places of a text by where they stand, so that no frame looks through all of them."""

    expressions: dict[int, list[TimeExpression]]
    """By the offset of their sentence."""
    by_start: dict[int, TimeExpression]
    by_token: dict[int, TimeExpression]
    places: tuple[Place, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, doc: Doc, expressions: Sequence[TimeExpression], places: Iterable[Place]) -> Settings:
        by_sentence: dict[int, list[TimeExpression]] = {}
        for each in expressions:
            by_sentence.setdefault(each.sentence, []).append(each)
        ordered = tuple(sorted(places, key=lambda place: place.start))
        by_start = {each.start: each for each in expressions}
        times = positions.by_token(doc, expressions)
        return cls(by_sentence, by_start, times, ordered, tuple(place.start for place in ordered))

    def times_in(self, sentence: Span) -> list[TimeExpression]:
        return self.expressions.get(sentence.start_char, [])

    def places_in(self, sentence: Span) -> tuple[Place, ...]:
        first, end = (bisect_left(self.starts, at) for at in (sentence.start_char, sentence.end_char))
        return self.places[first:end]


class DatedBy(NamedTuple):
    """Start of what dates an event, how it does, and how far the event lies from it; see ``EventMention``."""

    timex: int | None
    dating: Dating = "told"
    lapse: str | None = None


def date_of(told: EventFrame, settings: Settings) -> DatedBy:
    """What dates a frame: its own words, the event that it lies a length of time from, or what it came after."""
    own = timex_of(told, settings)
    words = {told.trigger, *told.coindexed}
    lapse = lapse_of(words, words | set(clauses_around(told.trigger)), settings.times_in(told.trigger.sent))
    if lapse is not None:
        other = lapse.date(settings.by_token)
        if own is None or own == lapse.word.start or (other is not None and own == other.start):
            return DatedBy(None if other is None else other.start, lapse=lapse.length)
    if own is None and (after := sequence.day_before_it(told.trigger, settings.by_token)) is not None:
        return DatedBy(after, "since")
    if own is None and (before := sequence.day_after_it(told.trigger, settings.by_token)) is not None:
        return DatedBy(before, "by")
    return DatedBy(own if own is not None else day_above(told.trigger, settings.by_start))


def timex_of(told: EventFrame, settings: Settings) -> int | None:
    """Start of the date or time that dates a frame, or None; a bare duration or a habit dates nothing.

    The date that the clause governs comes first, then one that ``grammar.when`` finds around it ("during the visit"),
    then a bound: "since May" and "by Monday" are of an event that no other date dates.
    """
    if told.timex is not None:
        return told.timex
    doc = told.trigger.doc
    times = settings.times_in(told.trigger.sent)
    if not times:
        return None
    found = ((e, head_of(doc, e.start, e.end)) for e in times if _dates(e))
    dated = [(e.start, head) for e, head in found if when.names_day(e) or not _is_of_thing(head, told)]
    anchored = [(start, head, anchor_of(head, told, _passed(head, settings))) for start, head in dated]
    own = closest(told, anchored)
    if own is None and (around := when.time_of(told.trigger, settings.by_token, told.coindexed)) is not None:
        own = next((start for start, _ in dated if start == around.start), None)
    if own is None:
        own = next(
            (start for start, _, at in anchored if at in coordinated_deeds(told.trigger) and _is_day(start, settings)),
            None,
        )
    return own if own is not None else _bounding(told, dated)


def _is_day(start: int, settings: Settings) -> bool:
    return when.names_day(settings.by_start[start])


def _is_of_thing(head: Token, told: EventFrame) -> bool:
    """Whether a period is that of what the deed is about, and not its own: the year of "approved a budget for 2031"."""
    return _is_of_results(head, told) or _is_meant_for(head, told)


def _is_meant_for(head: Token, told: EventFrame) -> bool:
    outer = head
    while outer.dep_ in MODIFIERS and outer.head.pos_ in NOMINAL:
        outer = outer.head
    if not _is_subject_matter(outer):
        return False
    above = outer.head.head
    things = syntax.patients(above) if above.pos_ in labels.VERBAL else [above]
    return any(thing.pos_ == "NOUN" and thing != told.trigger and not is_event(thing) for thing in things)


def _is_of_results(head: Token, told: EventFrame) -> bool:
    """ "reported a loss for the third quarter": what is dated so is the loss, not the report."""
    objects = (*told.coindexed, *syntax.patients(told.trigger))
    reported = {noun for noun in objects if noun.pos_ == "NOUN" and not is_event(noun)}
    within = itertools.takewhile(lambda above: above != told.trigger, head.ancestors)
    return told.type == "BUSINESS" and not reported.isdisjoint(within)


def _passed(head: Token, settings: Settings) -> frozenset[str]:
    """Prepositions between a date and what it dates: for a day behind a period, "for" too.

    "Raised its forecast for 2024 on Monday": the day is of the clause, and no part of the year.
    """
    above = head.head.head if head.dep_ == "pobj" else head.head
    is_behind_period = above.i in settings.by_token and settings.by_token[above.i] != settings.by_token.get(head.i)
    return DATED_IN | {"for"} if is_behind_period else DATED_IN


def _is_subject_matter(head: Token) -> bool:
    """ "a forecast for the year", "the budget for 2030": what is dated so is what the deed is about."""
    return head.dep_ == "pobj" and head.head.lower_ == "for"


def _bounding(told: EventFrame, dated: Iterable[tuple[int, Token]]) -> int | None:
    """The date that "since", "after", "before" or "by" sets as a bound of the clause.

    "The curfew, in force since May, was lifted": a bound of the noun is none of what is done to it.
    """
    clauses = {word for word in carriers(told) if word == told.trigger or word.pos_ in labels.VERBAL}
    for start, head in dated:
        outer = head
        while outer.dep_ in MODIFIERS and outer.head.pos_ in NOMINAL:
            outer = outer.head
        if outer.dep_ == "pobj" and _is_bound(outer.head) and outer.head.head in clauses:
            return start
    return None


def _dates(expression: TimeExpression) -> bool:
    if expression.type == "DURATION":
        return bool(RELATIVE & set(expression.text.lower().split()))
    return expression.type in labels.TIMES and expression.value not in UNDATED


def head_of(doc: Doc, start: int, end: int) -> Token:
    """The noun of a time or place: of "late on Monday", Monday."""
    span = doc.char_span(start, end, alignment_mode="expand")
    root = span.root if span is not None else doc[0]
    objects = (child for child in root.children if child.dep_ == "pobj" and start <= child.idx < end)
    return next(objects, root) if root.pos_ == "ADP" else root


def _is_argument(word: Token) -> bool:
    """A subject or object that is no event: what hangs on it says when and where its verb is."""
    nominal = word.pos_ in NOMINAL or bool(word.ent_type_)
    return nominal and word.dep_ in ARGUMENTS and not is_event(word)


def anchor_of(word: Token, told: EventFrame, passed: frozenset[str]) -> Token | None:
    """The verb or event noun that a time or place hangs on; None for what only bounds it, as "before Monday"."""
    named = (told.trigger, *told.coindexed, described_noun(told.trigger))
    while word.head != word:
        if word not in named and _is_start(word):
            word = word.head
        elif word in named or (word.pos_ in labels.VERBAL and not word.ent_type_):
            return word
        elif word.dep_ == "pobj":
            preposition = word.head
            if _sets_bound(preposition):
                return None
            word = preposition.head
            if is_event(word) or (word.pos_ == "NOUN" and preposition.lower_ not in passed):
                return word
        elif _only_describes(word, told):
            return None
        elif word.dep_ in MODIFIERS or _is_argument(word):
            word = word.head
            if is_event(word):
                return word
        else:
            return word
    return word


def _only_describes(word: Token, told: EventFrame) -> bool:
    """ "a Christmas market", "a 2008 Volvo": a time within what a noun is called."""
    if word.dep_ == "nummod":
        return wording.is_make(word.head)
    return word.dep_ in labels.PREMODIFIERS and word.head.pos_ in NOMINAL and not _may_be_dated(word.head, told)


def _is_start(word: Token) -> bool:
    """ "will close, | starting next month": it only says from when the verb above it is."""
    is_bare = not any(child.dep_ in ("dobj", "nsubj") for child in word.children)
    return word.tag_ == "VBG" and is_bare and word.i > word.head.i and has_trait(word, "beginning")


def _may_be_dated(noun: Token, told: EventFrame) -> bool:
    """ "Monday's meeting" dates the meeting; "a Christmas market" dates nothing."""
    return noun in (told.trigger, *told.coindexed) or is_event(noun) or noun.ent_type_ in labels.TIMES


def closest(told: EventFrame, found: Iterable[tuple[int, Token, Token | None]]) -> int | None:
    clauses = list(carriers(told))
    ranked = [
        (clauses.index(anchor), _is_subject_matter(head), abs(head.i - told.trigger.i), start)
        for start, head, anchor in found
        if anchor is not None and anchor in clauses and not _bounded(head, anchor)
    ]
    return min(ranked)[-1] if ranked else None


def _bounded(head: Token, anchor: Token) -> bool:
    """ "met them before his trip next week": what follows a bound belongs to it."""
    return any(anchor.i < child.i < head.i for child in anchor.rights if _sets_bound(child))


def _sets_bound(preposition: Token) -> bool:
    """ "before Monday", not "before dawn on Monday", which is of that day."""
    hours = when.when_words().hours
    return _is_bound(preposition) and not any(noun.lower_ in hours for noun in preposition.children)


def _is_bound(word: Token) -> bool:
    """ "before Monday", not the "by" of who did it."""
    return word.lower_ in BOUNDS and word.dep_ != "agent"
