"""Pass two: what underspecified time expressions mean, given the publication date or none.

A path is a start and steps, parted by blanks. It starts from a TIMEX3 value, from ``now`` (the day of writing),
``ref`` (the last date of the story), ``here`` (the day or year the story is in), ``day`` (the day of its sentence),
``night`` (that of its sentence, else last night), ``quarter`` and ``month`` (those of the report), ``end`` (the unit
whose end is meant) or ``full`` (the year that results are told of). The steps: ``+3D`` moves, ``<XXXX-09``, ``>...``
and ``=...`` are the last, the next and this September, ``/Q3`` and ``/10-07`` parts of a year, ``#-1W`` the nth unit
within, ``%2`` the Tuesday of a week, ``~12-25`` a feast, ``^-1Y`` the same time a year before, ``&`` that of a
quarter or month told before, ``FY`` a fiscal year, ``*2001`` the year of an event called by its date, ``@5`` says
which weekday it is, ``TMO`` a time of day; ``>`` and ``<`` the part after or before the day of reference.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from pipeline.dates import untold
from pipeline.dates.calendars import bounds, shift_value, year_number
from pipeline.dates.choice import by_tense, chosen_reading, in_story, is_near, is_open, with_year_of
from pipeline.dates.holidays import feast_length
from pipeline.dates.lapses import add_lapse, length_away
from pipeline.dates.ranges import order_ends
from pipeline.dates.sequence import next_in_sequence
from pipeline.dates.steps import MOVE, YEAR, feast_span, same_time, stepped
from pipeline.dates.story import Story, new_story, starts_sentence
from pipeline.dates.values import NO_DATE, clipped, date_span
from pipeline.domain import DateSpan, TimeExpression, Timex

CALLED = re.compile(r"\*(\d{4})")
AHEAD = re.compile(r"now (?:\+[1-9]|>(?!.*[+]))")
SENTENCE_DAYS = range(61)
"""How many days before publication a day may lie for a relative date in its sentence to count from it."""
JOINED = 5
"""Characters between two dates that share a year: "from 12 January to 3 March 1936", "August and May 1940"."""
CLOCK_JOINED = 16
"""Characters between a time of day and the day it belongs to: "at 11 a.m. local time on 3 May"."""


def resolve(expressions: Sequence[TimeExpression], published: date | None) -> tuple[Timex, ...]:
    """One timex an expression, in order. Without a publication date, what depends on it stays underspecified."""
    if published is None:
        expressions = untold.told_in_full(expressions)
    story = new_story(expressions, published)
    resolved: list[Timex] = []
    for index, expression in enumerate(expressions):
        story = story.in_sentence(expression.sentence)
        after = expressions[index + 1] if index + 1 < len(expressions) else None
        timex = resolve_one(expression, story, after)
        if index and expressions[index - 1].opens_range:
            resolved[-1], timex = order_ends(expressions[index - 1], resolved[-1], expression, timex)
        resolved.append(timex)
        story = story.after(expression, timex)
    return tuple(resolved)


def resolve_one(expression: TimeExpression, story: Story, after: TimeExpression | None) -> Timex:
    if expression.type == "DURATION":
        value, span = duration(expression, story)
    elif expression.type == "SET" or expression.value.endswith("_REF"):
        value, span = expression.value, NO_DATE
    else:
        value, span = resolve_date(expression, story, after)
    return Timex(
        expression.start, expression.end, expression.text, expression.type, value, expression.mod,
        span.edtf, span.first, span.last,
    )  # fmt: skip


def duration(expression: TimeExpression, story: Story) -> tuple[str, DateSpan]:
    """A length, and the days it covers if it starts or ends on a known one: "the next four years"."""
    length, *anchor = expression.value.split()
    if not anchor:
        return length, NO_DATE
    day = bounds(story.counted_from("D") if anchor[0] == "ref" else now(expression, story))
    if day is None:
        return length, NO_DATE
    ahead = anchor[1] == ">"
    far = length_away(day[0], length, 1 if ahead else -1)
    first, last = (day[0], far) if ahead else (far, day[0])
    if far is None:
        return length, DateSpan(first, last, f"{first}~/.." if ahead else f"../{last}~")
    return length, DateSpan(first, last, f"{first}/{last}")


def resolve_date(expression: TimeExpression, story: Story, after: TimeExpression | None) -> tuple[str, DateSpan]:
    start, *steps = expression.value.split()
    if "&" in steps and (told := story.period_compared_with()) is not None:
        value = same_time(told, int(start) - year_number(told) if start.isdigit() else -1)
        return value, date_span(value, expression.mod)
    if start == "ref" and (span := from_month(steps, story)) is not None:
        return "XXXX-XX-XX", span
    if start == "ref" and is_untold(steps, expression, story):
        return "XXXX-XX-XX", NO_DATE
    if story.published is None and (known := untold.from_text(expression, story, after)):
        return known, date_span(known, expression.mod)
    value = origin = start_value(start, steps, expression, story, after)
    for step in steps:
        if step not in ("<", ">", "&") and step[0] not in "T@*":
            value = stepped(complete_value(value, expression, story, after), step)
    value = complete_value(value, expression, story, after)
    if "|" in value:
        return ambiguous_figures(value)
    time = next((step for step in steps if step[0] == "T"), "")
    if time and (bounds(value) is None or len(value) >= 10):
        value += time if len(value) >= 10 else ""
    if steps and steps[-1][0] == "~" and feast_length(steps[-1]) > 1:
        return value, feast_span(value, feast_length(steps[-1]))
    mod = None if expression.type == "TIME" else expression.mod
    return value, narrow_to_side(date_span(value, mod), steps, origin if start != "ref" else story.now)


def is_untold(steps: Sequence[str], expression: TimeExpression, story: Story) -> bool:
    """ "The next day, he was freed", where no day was told from which it counts: it cannot be after publication."""
    move = MOVE.fullmatch(steps[0]) if steps else None
    is_later_day = move is not None and move[2] == "D" and float(move[1]) > 0
    return is_later_day and story.day is None and expression.tense == "past"


def from_month(steps: Sequence[str], story: Story) -> DateSpan | None:
    """The days that lie some days or weeks from a month: "arrested in January 2016 ... charged two weeks later".

    "The next day" and "the following week" need a day to count from.
    """
    move = MOVE.fullmatch(steps[0]) if steps else None
    month = bounds(story.bare_month or "")
    if move is None or move[2] != "D" or abs(float(move[1])) <= 1 or month is None:
        return None
    return add_lapse(DateSpan(*month, None), f"{move[1][0]}P{move[1][1:]}D")


def narrow_to_side(span: DateSpan, steps: Sequence[str], origin: str) -> DateSpan:
    """The part of a span after or before the day of reference, where the expression says so."""
    day = bounds(origin)
    if day is None or day[0] != day[1]:
        return span
    if "<" in steps:
        return clipped(span, before=day[0])
    return clipped(span, after=day[0]) if ">" in steps else span


def ambiguous_figures(readings: str) -> tuple[str, DateSpan]:
    """A date in figures whose day and month cannot be told apart: one of the two."""
    days = sorted(readings.split("|"))
    span = DateSpan(date.fromisoformat(days[0]), date.fromisoformat(days[-1]), f"[{','.join(days)}]")
    return f"{days[0][:4]}-XX-XX", span


def start_value(
    start: str, steps: Sequence[str], expression: TimeExpression, story: Story, after: TimeExpression | None
) -> str:
    move = MOVE.fullmatch(steps[0]) if steps else None
    unit = move[2] if move else "D" if steps and "WXX" in steps[0] else "Y"
    if start == "now":
        return now(expression, story) if unit == "D" or not story.untold else story.last_date_within(unit)
    if start == "quarter":
        return story.quarter or shift_value(story.now, -1, "Q")
    if start == "month":
        return story.sentence_month or story.month or shift_value(story.now, 0, "M")
    if start in ("end", "full"):
        may_be_over = start == "end" or story.early_in_the_year
        is_over = may_be_over and expression.tense == "past" and not story.own_time
        return shift_value(story.here(unit), -1 if is_over else 0, unit)
    if start == "ref":
        return story.counted_from(unit)
    if start == "here":
        return story.here(unit)
    if start == "day":
        return day_of(expression, story, after) or story.here("D")
    if start == "night":
        return overnight(expression, story, after)
    if start == "day?":
        return day_of(expression, story, after) or "XXXX-XX-XX"
    return chosen_reading(start, story.published) if "|" in start else start


def now(expression: TimeExpression, story: Story) -> str:
    """The day a relative date counts from: a past day told of in its own sentence, or the day of writing.

    "On 8 September he met a delegation before his trip next week" is told from 8 September.
    """
    day = story.sentence_day
    is_told_from_day = story.sentence_past and expression.tense != "future"
    if day is None or not is_told_from_day or not AHEAD.search(expression.value):
        return story.now
    if story.published is None or (story.published - date.fromisoformat(day)).days in SENTENCE_DAYS:
        return day
    return story.now


def day_of(expression: TimeExpression, story: Story, after: TimeExpression | None) -> str | None:
    """The day a time of day belongs to: that named right after it, before it in its sentence, or in the one before."""
    if after and after.sentence == expression.sentence and after.start - expression.end <= CLOCK_JOINED:
        timex = resolve_one(after, story, None)
        if timex.type == "DATE" and timex.first is not None and timex.first == timex.last:
            return timex.value
    return story.sentence_day or day_told_before(expression, story)


def day_told_before(expression: TimeExpression, story: Story) -> str | None:
    """The day of the sentence before; what is over was on none after publication."""
    day = bounds(story.day_before or "")
    is_ahead = day is not None and story.published is not None and day[0] > story.published
    return None if is_ahead and expression.tense == "past" else story.day_before


def overnight(expression: TimeExpression, story: Story, after: TimeExpression | None) -> str:
    """The night of a day in its sentence; else the one before the day of writing, or after it if yet to come."""
    ahead = expression.tense == "future"
    return day_of(expression, story, after) or shift_value(story.now, 0 if ahead else -1, "D")


def complete_value(value: str, expression: TimeExpression, story: Story, after: TimeExpression | None) -> str:
    """A value that comes round each week or year, in the one that is meant; others as they are."""
    if not is_open(value):
        return value
    joined = after and after.sentence == expression.sentence and after.start - expression.end <= JOINED
    if after and joined and "-W" not in value.replace("-WI", ""):
        later = resolve_one(after, story, None).value if after.value[:2] != "XX" else ""
        if YEAR.match(later) and "X" not in later[:6]:
            return with_year_of(value, later)
    if known := year_of_named_event(value, expression, story.published):
        return with_year_of(value, known)
    if story.from_publication(value, expression.tense):
        return by_publication(value, expression, story)
    if story.sentence_year and "-W" not in value.replace("-WI", ""):
        return in_story(value, story.sentence_year)
    if story.chronicle and starts_sentence(expression):
        return in_story(value, story.chronicle)
    if story.own_time and story.last:
        return in_story(value, story.last)
    usual = by_publication(value, expression, story)
    if story.published is None or expression.tense != "past":
        return usual
    return next_in_sequence(value, story.last, usual, story.published) or usual


def by_publication(value: str, expression: TimeExpression, story: Story) -> str:
    if story.published is not None:
        weekday = re.search(r"@([1-7])", expression.value)
        chosen = by_tense(value, story.published, expression.tense, int(weekday[1]) if weekday else None)
        is_open_fiscal = expression.value.endswith(" FY") and not is_near(chosen, story.published, expression.tense)
        return value if is_open_fiscal else chosen
    return "XXXX-XX-XX" if "~" in value else value


def year_of_named_event(value: str, expression: TimeExpression, published: date | None) -> str | None:
    """The year of an event that is called by its date ("the July 7 bombings"), if it was before publication."""
    if (named := CALLED.search(expression.value)) is None:
        return None
    day = bounds(f"{named[1]}{value[4:]}")
    return named[1] if day and (published is None or day[0] <= published) else None
