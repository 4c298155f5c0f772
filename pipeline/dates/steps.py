"""What each step of a path makes of a value; ``resolution`` lists the steps."""

from __future__ import annotations

import re
from datetime import timedelta

from pipeline.dates.calendars import bounds, nth_unit, shift_value, value_holding, year_number, year_value
from pipeline.dates.choice import neighbour
from pipeline.dates.holidays import feast_days
from pipeline.dates.values import NO_DATE
from pipeline.domain import DateSpan

MOVE = re.compile(r"([+-]\d+(?:\.\d+)?)([A-Z]+)")
NTH = re.compile(r"#(-?\d+)([A-Z]+\d?)")
YEAR = re.compile(r"(?:BC)?[\dX]{4}")


def stepped(value: str, step: str) -> str:
    if match := MOVE.fullmatch(step):
        return shift_value(value, float(match[1]), match[2])
    if match := NTH.fullmatch(step):
        return nth_unit(value, int(match[1]), match[2])
    if step[0] == "/":
        return f"{value}-{step[1:]}" if YEAR.fullmatch(value) else "XXXX-XX-XX"
    if step[0] == "%":
        return day_of_week(value, int(step[1]))
    if step == "FY":
        return value if "-Q" in value else f"FY{value[:4]}"
    if step[0] == "~":
        return on_feast(value, step[1:])
    if step[0] == "^":
        return same_time(value, int(step[1:-1]))
    return neighbour(value, step)


def same_time(value: str, years: int) -> str:
    """The same month, quarter or day so many years away."""
    match = YEAR.match(value)
    return value if match is None or "X" in match[0] else year_value(year_number(value) + years) + value[match.end() :]


def day_of_week(week: str, weekday: int) -> str:
    """The day of a week of ISO 8601, Monday as 1."""
    span = bounds(week)
    return f"XXXX-WXX-{weekday}" if span is None else value_holding(span[0] + timedelta(days=weekday - 1), "D")


def on_feast(year: str, rule: str) -> str:
    if year.isdigit():
        found = feast_days(rule, int(year))
        return found[0].isoformat() if found else "XXXX-XX-XX"
    return f"XXXX-{rule}" if re.fullmatch(r"\d\d-\d\d", rule) else f"XXXX~{rule}"


def feast_span(first_day: str, length: int) -> DateSpan:
    """All days of a feast such as Ramadan, whose value is its first."""
    day = bounds(first_day)
    if day is None:
        return NO_DATE
    last = day[0] + timedelta(days=length - 1)
    return DateSpan(day[0], last, f"{day[0]}/{last}")
