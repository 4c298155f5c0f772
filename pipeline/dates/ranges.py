"""Ranges and bounds: what "from May 1 to 3", "between 2007 and 2012" and "since 2014" leave open of what they date."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from pipeline.dates import antiquity
from pipeline.dates.calendars import shift_value
from pipeline.dates.choice import is_open
from pipeline.dates.recognition import RecognizedTime
from pipeline.dates.steps import same_time
from pipeline.dates.values import NO_DATE, date_span
from pipeline.dates.vocabulary import KINDS, bound_words, word_kinds
from pipeline.domain import Bound, DateSpan, TimeExpression, Timex

DATED = ("DATE", "TIME")
CLOCK = "day T"
WINDOW = 40
"""Characters before an expression in which its preposition may stand."""
JOINED = re.compile(r"\s*[-–—]\s*|\s+(?:to|through|thru|until|till)\s+(?:the\s+)?", re.IGNORECASE)
AND = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
FROM = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
ONWARDS = re.compile(r"\s*,?\s*(?:onwards?|on)\b(?!\s+(?:the|a|an)\b)", re.IGNORECASE)


@cache
def bound_before() -> re.Pattern[str]:
    words = sorted(bound_words(), key=len, reverse=True)
    return re.compile(
        rf"\b({'|'.join(map(re.escape, words))})\s+(?:(?:about|around|at least|on|in)\s+)?$", re.IGNORECASE
    )


def open_side_of(text: str, found: RecognizedTime) -> Bound | None:
    """The open side that the words around a date give what it dates."""
    if found.type not in DATED:
        return None
    before = text[max(0, found.start - WINDOW) : found.start]
    if (match := bound_before().search(before)) and not names_period(before[: match.start()], match[1]):
        return bound_words()[match[1].lower()]
    return "since" if FROM.search(before) and ONWARDS.match(text, found.end) else None


def names_period(before: str, word: str) -> bool:
    """ "the week beginning Nov. 23"."""
    noun = (before.split() or [""])[-1].lower()
    return word.lower().endswith("ing") and word_kinds().get(noun, ("",))[0] == KINDS["unit"]


def opens_range(text: str, found: RecognizedTime, after: RecognizedTime | None) -> bool:
    """Whether a date goes on to the next: "March 9-13", "from April to June", "between 2007 and 2012"."""
    if after is None or found.type not in DATED or after.type not in DATED:
        return False
    between = text[found.end : after.start]
    if JOINED.fullmatch(between):
        return True
    return (
        AND.fullmatch(between) is not None
        and BETWEEN.search(text, max(0, found.start - WINDOW), found.start) is not None
    )


def are_reversed(first: Timex, last: Timex) -> bool:
    """Whether the end of a range begins before its start does."""
    return first.first is not None and last.first is not None and last.first < first.first


def order_ends(opening: TimeExpression, first: Timex, closing: TimeExpression, last: Timex) -> tuple[Timex, Timex]:
    """Two ends of a range, a week or a year apart from what each would mean alone if they stand in the wrong order."""
    if opening.value.startswith(CLOCK) and closing.value.startswith(CLOCK) and last.first:
        return on_day_of(first, last), last
    cycle = cycle_of(opening) if cycle_of(opening) == cycle_of(closing) else None
    if cycle is None or not are_reversed(first, last):
        return first, last
    if "past" not in (opening.tense, closing.tense) or "future" in (opening.tense, closing.tense):
        return first, shift_timex(last, 1, cycle)
    return shift_timex(first, -1, cycle), last


def on_day_of(first: Timex, last: Timex) -> Timex:
    """ "from 2 p.m. to 4 p.m. on Thursday": both are on Thursday."""
    return replace(last, start=first.start, end=first.end, text=first.text, value=last.value[:10] + first.value[10:])


def cycle_of(expression: TimeExpression) -> str | None:
    """The unit in which a day or month without a year comes round."""
    if not is_open(expression.value):
        return None
    return "W" if expression.value.startswith("XXXX-W") and expression.value[6:8] == "XX" else "Y"


def shift_timex(timex: Timex, amount: int, cycle: str) -> Timex:
    value = shift_value(timex.value, 7 * amount, "D") if cycle == "W" else same_time(timex.value, amount)
    span = date_span(value, timex.mod)
    return replace(timex, value=value, edtf=span.edtf, first=span.first, last=span.last)


def dated_spans(expressions: Sequence[TimeExpression], timexes: Sequence[Timex]) -> dict[int, DateSpan]:
    """When what each time expression dates takes place, by its offset; unknown dates left out.

    Its own days, the whole range that it opens or closes, or an open side.
    """
    by_start = {expression.start: expression for expression in expressions}
    told = [(by_start.get(timex.start), timex) for timex in timexes]
    spans = {timex.start: open_sided(timex, expression.bound if expression else None) for expression, timex in told}
    for (expression, first), (_, last) in itertools.pairwise(told):
        if expression and expression.opens_range and (span := range_between(first, last)):
            spans[first.start] = spans[last.start] = span
    return {start: span for start, span in spans.items() if span != NO_DATE}


def range_between(first: Timex, last: Timex) -> DateSpan | None:
    if first.first and last.last and first.first <= last.last:
        return DateSpan(first.first, last.last, f"{first.first}/{last.last}")
    start, end = as_span(first), as_span(last)
    return antiquity.interval_between(start, end) if antiquity.is_before_christ(start) and end.edtf else None


def as_span(timex: Timex) -> DateSpan:
    return DateSpan(timex.first, timex.last, timex.edtf)


def open_sided(timex: Timex, side: Bound | None) -> DateSpan:
    """ "since 2014" is from its first day on, "after 2014" from its last, "before 2014" up to its first."""
    if side and antiquity.is_before_christ(as_span(timex)):
        return antiquity.open_sided(as_span(timex), side)
    if timex.first is None or timex.last is None or side is None:
        return as_span(timex)
    if side in ("since", "after"):
        return from_day(timex.first if side == "since" else timex.last)
    return up_to(timex.first if side == "before" else timex.last)


def from_day(day: date) -> DateSpan:
    return DateSpan(day, None, f"{day}/..")


def up_to(day: date) -> DateSpan:
    return DateSpan(None, day, f"../{day}")
