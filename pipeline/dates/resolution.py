"""Pass two: what underspecified time expressions mean, given the publication date or none.

A path is a start and steps, parted by blanks. It starts from a TIMEX3 value, from ``now`` (the day of writing), ``ref``
(the last date of the story) or ``day`` (the day of its sentence). The steps: ``+3D`` moves, ``<XXXX-09``,
``>...`` and ``=...`` are the last, the next and this September, ``/Q3`` and ``/10-07`` parts of a year, ``#-1W`` the
nth unit within, ``~12-25`` a feast, ``@5`` says which weekday it is, ``TMO`` a time of day; ``>`` and ``<`` the part
after or before the day of reference.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.dates.calendars import bounds, months_later, nth_unit, shifted
from pipeline.dates.choice import chosen_reading, completed, neighbour
from pipeline.dates.holidays import feast_day
from pipeline.dates.values import clipped, date_span
from pipeline.domain import DateSpan, TimeExpression, Timex

MOVE = re.compile(r"([+-]\d+(?:\.\d+)?)([A-Z]+)")
NTH = re.compile(r"#(-?\d+)([A-Z]+)")
AHEAD = re.compile(r"now (?:\+[1-9]|>)")
SENTENCE_REFERENCE_DAYS = 60
"""How long before publication a day may lie for a relative date in its sentence to count from it."""


@dataclass(frozen=True, slots=True)
class Context:
    """What earlier expressions leave for later ones: dates of the story, and of the sentence at hand."""

    published: date | None
    story: str | None = None
    sentence: int = -1
    sentence_day: str | None = None
    sentence_past: bool = False

    @property
    def now(self) -> str:
        return self.published.isoformat() if self.published else "XXXX-XX-XX"


def resolve(expressions: Sequence[TimeExpression], published: date | None) -> tuple[Timex, ...]:
    """One timex an expression, in order. Without a publication date, what depends on it stays underspecified."""
    context = Context(published)
    resolved: list[Timex] = []
    for expression in expressions:
        if expression.sentence != context.sentence:
            context = replace(context, sentence=expression.sentence, sentence_day=None, sentence_past=False)
        timex = resolved_one(expression, context)
        resolved.append(timex)
        context = following(context, expression, timex)
    return tuple(resolved)


def following(context: Context, expression: TimeExpression, timex: Timex) -> Context:
    """The context for what comes after a date."""
    if expression.type not in ("DATE", "TIME") or (timex.first is None and not timex.value.startswith("BC")):
        return context
    value = timex.value.partition("T")[0]
    context = replace(context, story=value)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value) and context.sentence_day is None:
        return replace(context, sentence_day=value, sentence_past=expression.tense == "past")
    return context


def resolved_one(expression: TimeExpression, context: Context) -> Timex:
    if expression.type == "DURATION":
        value, span = duration(expression, context)
    elif expression.type == "SET":
        value, span = expression.value, DateSpan(None, None, None)
    else:
        value, span = dated(expression, context)
    return Timex(
        expression.start, expression.end, expression.text, expression.type, value, expression.mod,
        span.edtf, span.first, span.last,
    )  # fmt: skip


def duration(expression: TimeExpression, context: Context) -> tuple[str, DateSpan]:
    """A length, and the days it covers if it starts or ends on a known one: "the next four years"."""
    length, *anchor = expression.value.split()
    if not anchor:
        return length, DateSpan(None, None, None)
    day = bounds(start_value(anchor[0], expression, context))
    if day is None:
        return length, DateSpan(None, None, None)
    sign = "+" if anchor[1] == ">" else "-"
    far = bounds(shifted_by_length(day[0].isoformat(), length, sign))
    first, last = (day[0], far and far[0]) if sign == "+" else (far and far[0], day[0])
    return length, DateSpan(first, last, f"{first or '..'}/{last or '..'}")


def shifted_by_length(day: str, length: str, sign: str) -> str:
    match = re.fullmatch(r"P(\d+(?:\.\d+)?)([DWMY])", length)
    if match is None:
        return "XXXX-XX-XX"
    amount, unit = float(match[1]), match[2]
    scale, unit = {"W": (7, "D"), "Y": (12, "M")}.get(unit, (1, unit))
    if unit == "D":
        return shifted(day, float(f"{sign}{amount * scale}"), "D")
    return moved_months(day, round(amount * scale) * (1 if sign == "+" else -1))


def moved_months(day: str, months: int) -> str:
    try:
        return months_later(date.fromisoformat(day), months).isoformat()
    except OverflowError:
        return "XXXX-XX-XX"


def dated(expression: TimeExpression, context: Context) -> tuple[str, DateSpan]:
    if expression.value.endswith("_REF"):
        return expression.value, DateSpan(None, None, None)
    start, *steps = expression.value.split()
    value, time = start_value(start, expression, context), ""
    side = None
    for step in steps:
        if step in ("<", ">"):
            side = step
        elif step[0] == "T":
            time = step
        elif step[0] != "@":
            value = stepped(value, step)
    weekday = next((int(step[1:]) for step in steps if step[0] == "@"), None)
    value = completed(value, expression.tense, context.published, context.story, weekday)
    if "|" in value:
        return undecided(value)
    span = date_span(value, expression.mod)
    if side and (day := bounds(start_value(start, expression, context) if start != "ref" else context.now)):
        span = clipped(span, before=day[0]) if side == "<" else clipped(span, after=day[0])
    return (value + time if time and len(value) >= 10 else value), span


def undecided(readings: str) -> tuple[str, DateSpan]:
    """A date in figures whose day and month cannot be told apart: one of the two."""
    days = sorted(readings.split("|"))
    return f"{days[0][:4]}-XX-XX", DateSpan(
        date.fromisoformat(days[0]), date.fromisoformat(days[-1]), f"[{','.join(days)}]"
    )


def start_value(start: str, expression: TimeExpression, context: Context) -> str:
    if start == "now":
        return now_in_sentence(expression, context)
    if start == "ref":
        return context.story or context.now
    if start == "day":
        return context.sentence_day or context.now
    return chosen_reading(start, context.published) if "|" in start else start


def now_in_sentence(expression: TimeExpression, context: Context) -> str:
    """The day a relative date counts from: a past day told of in its own sentence, or the day of writing.

    "On 8 September he met a delegation before his trip next week" is told from 8 September.
    """
    day = context.sentence_day
    if day is None or not AHEAD.search(expression.value) or not context.sentence_past or expression.tense == "future":
        return context.now
    if context.published is None:
        return day
    age = (context.published - date.fromisoformat(day)).days
    return day if 0 <= age <= SENTENCE_REFERENCE_DAYS else context.now


def stepped(value: str, step: str) -> str:
    if match := MOVE.fullmatch(step):
        return shifted(value, float(match[1]), match[2])
    if match := NTH.fullmatch(step):
        return nth_unit(value, int(match[1]), match[2])
    if step[0] == "/":
        return f"{value}-{step[1:]}" if re.fullmatch(r"(BC)?[\dX]{4}", value) else "XXXX-XX-XX"
    if step[0] == "~":
        return on_feast(value, step[1:])
    return neighbour(value, step)


def on_feast(year: str, rule: str) -> str:
    if year.isdigit():
        return feast_day(rule, int(year)).isoformat()
    return f"XXXX-{rule}" if re.fullmatch(r"\d\d-\d\d", rule) else f"XXXX~{rule}"
