"""Days that lie a length of time from others: two weeks after a day, ten months before one."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pipeline.dates.calendars import months_later
from pipeline.domain import DateSpan

LAPSE = re.compile(r"([+-])P(?:(?P<amount>\d+(?:\.\d+)?)(?P<unit>[DWMY])|T\S+)")
LENGTH = re.compile(r"PT?(\d+(?:\.\d+)?)([DWMYH])")
DAYS_IN = {"H": 1 / 24, "D": 1, "W": 7}
MONTHS_IN = {"M": 1, "Y": 12}


def add_lapse(span: DateSpan, lapse: str) -> DateSpan | None:
    """The days so far after ("+P2W") or before ("-P2W") others; None out of the calendar.

    Hours are of the same day. Months and years are counted by the calendar, and approximate.
    """
    match = LAPSE.fullmatch(lapse)
    if match is None or match["unit"] is None:
        return span
    amount = float(f"{match[1]}{match['amount']}")
    first, last = (None if day is None else _add_lapse(day, amount, match["unit"]) for day in (span.first, span.last))
    if first is None and last is None:
        return None
    mark = "~" if match["unit"] in MONTHS_IN else ""
    ends = [f"{day}{mark}" if day else ".." for day in (first, last)]
    return DateSpan(first, last, ends[0] if first == last else "/".join(ends))


def _add_lapse(day: date, amount: float, unit: str) -> date | None:
    """None out of the calendar."""
    try:
        if unit in MONTHS_IN:
            return months_later(day, round(amount * MONTHS_IN[unit]))
        return day + timedelta(days=round(amount * DAYS_IN[unit]))
    except (OverflowError, ValueError):
        return None


def length_away(day: date, length: str, sign: int) -> date | None:
    """The day a TIMEX3 duration later or earlier; None if that is no number of days, weeks, months or years."""
    match = LENGTH.fullmatch(length)
    if match is None:
        return None
    amount, unit = float(match[1]) * sign, match[2]
    try:
        if unit in "MY":
            return months_later(day, round(amount * (12 if unit == "Y" else 1)))
        return date.fromordinal(day.toordinal() + round(amount * DAYS_IN[unit] + sign * 0.49))
    except (OverflowError, ValueError):
        return None
