"""Dates as an analyst writes them: as precise as the text, and no more. Pure.

A date comes as its first and last possible day and, where there is one, its EDTF value, which alone knows what is
approximate ("~"), uncertain ("?"), a season or part of a day, or of an unknown year ("XXXX-09-11").
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from pipeline.wording.antiquity import SEASONS, before_christ, ordinal

NO_DATE = "no date"
ONE_DAY = timedelta(days=1)
DAY_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
QUARTERS = {"33": "first quarter of", "34": "second quarter of", "35": "third quarter of", "36": "fourth quarter of"}

_PART = re.compile(r"T(MO|MI|AF|EV|NI|DT)")
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_SUB_YEAR = re.compile(r"^(\d{4})-(2[1-4]|3[3-6])$")
_YEARLESS = re.compile(r"^XXXX-(\d\d)(?:-(\d\d))?")


def when(first: date | None, last: date | None, edtf: str | None = None) -> str:
    """Say a date in words: "early August 2023", "8 September 2023, evening", "from 12 September 2023 on"."""
    value = edtf or ""
    if old := before_christ(value):
        return old
    if first is None and last is None:
        return _undated(value)
    if first is None or last is None:
        return _open(first, last, value)
    if first == last:
        return _hedged(long_day(first), value) + _time_of_day(value)
    return _calendar_period(first, last, value) or _hedged(_span(first, last), value)


def long_day(day: date) -> str:
    return f"{day.day} {month(day)} {day.year}"


def short_day(day: date) -> str:
    """ "1 Jul 2023"."""
    return f"{day.day} {calendar.month_abbr[day.month]} {day.year}"


def month(day: date) -> str:
    return calendar.month_name[day.month]


def _undated(value: str) -> str:
    found = _YEARLESS.match(value)
    if not found or not 1 <= int(found[1]) <= 12:
        return NO_DATE
    name = calendar.month_name[int(found[1])]
    return f"{int(found[2])} {name}, year unknown" if found[2] else f"{name}, year unknown"


def _open(first: date | None, last: date | None, value: str) -> str:
    vague = "~" in value
    if first:
        return f"in the days after {long_day(first)}" if vague else f"from {long_day(first)} on"
    if last:
        return f"in the days before {long_day(last)}" if vague else f"until {long_day(last)}"
    return NO_DATE


def _time_of_day(value: str) -> str:
    if part := _PART.search(value):
        return f", {DAY_PARTS[part[1]]}"
    clocks = _CLOCK.findall(value)
    if not clocks:
        return ""
    if len(clocks) == 1:
        return f", {clocks[0][0]}:{clocks[0][1]}"
    return f", {_part_of_day(int(clocks[0][0]))}"


def _part_of_day(hour: int) -> str:
    if 5 <= hour < 12:
        return "morning"
    if 12 <= hour < 17:
        return "afternoon"
    return "evening" if 17 <= hour < 21 else "night"


def _hedged(words: str, value: str) -> str:
    if "~" in value or "%" in value:
        return f"around {words}"
    return f"possibly {words}" if "?" in value else words


def _calendar_period(first: date, last: date, value: str) -> str | None:
    """A stretch of the calendar that has a name."""
    if found := _SUB_YEAR.match(value):
        return f"{SEASONS.get(found[2]) or QUARTERS[found[2]]} {found[1]}"
    if "~" in value and (named := _third(first, last)):
        return named
    return _whole(first, last)


def _whole(first: date, last: date) -> str | None:
    """A whole month, year, decade, century or week."""
    if first.day == 1 and last == _month_end(first):
        return f"{month(first)} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return _years(first.year, last.year)
    if first.weekday() == 0 and last - first == 6 * ONE_DAY:
        return f"week of {long_day(first)}"
    return None


def _years(first: int, last: int) -> str:
    if first == last:
        return str(first)
    if first % 10 == 0 and last == first + 9:
        return f"the {first}s"
    if last == first + 99 and first % 100 in (0, 1):
        return f"{ordinal(first // 100 + 1)} century"
    return f"{first}–{last}"


def _third(first: date, last: date) -> str | None:
    """The first, middle or last part of a month or a year, if an approximate stretch is about that."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{_position(first.day, last.day, _month_end(first).day)}{month(first)} {first.year}"
    if first.year == last.year and first.day == 1 and last == _month_end(last):
        return f"{_position(first.month, last.month, 12)}{first.year}"
    return None


def _position(first: int, last: int, units: int) -> str:
    if first == 1:
        return "early "
    return "late " if last == units else "mid-"


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _span(first: date, last: date) -> str:
    if first.day == 1 and last == _month_end(last):
        start = month(first) if first.year == last.year else f"{month(first)} {first.year}"
        return f"{start} – {month(last)} {last.year}"
    if first.year != last.year:
        return f"{long_day(first)} – {long_day(last)}"
    if first.month != last.month:
        return f"{first.day} {month(first)} – {long_day(last)}"
    return f"{first.day}–{long_day(last)}"
