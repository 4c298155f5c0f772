"""Calendar arithmetic on TIMEX3 values: which days a value spans, and which value lies so many units away.

Days are of the proleptic Gregorian calendar, weeks are those of ISO 8601, seasons are meteorological and northern.
A value that the calendar does not hold (30 February, a year before Christ) spans nothing: ``None``.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

Bounds = tuple[date, date]

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
SEASON_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
SEASONS = ("SP", "SU", "FA", "WI")
THURSDAY = 4
BLANKS = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "H": "XXXX-HX",
    "Y": "XXXX", "DE": "XXX", "CE": "XX", "TH": "XXXX-XX-XX", "TM": "XXXX-XX-XX", "TS": "XXXX-XX-XX",
}  # fmt: skip
REMEMBERED = 4096
"""Values whose days are remembered: most recur."""
YEAR = re.compile(r"BC(\d{4,6})|(\d{4})")
MONTHS_IN = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200}


def month_span(year: int, month: int, length: int = 1) -> Bounds:
    """First and last day of so many months from the given one on."""
    end_year, end_month = divmod(year * 12 + month - 1 + length - 1, 12)
    return date(year, month, 1), date(end_year, end_month + 1, calendar.monthrange(end_year, end_month + 1)[1])


def years_span(first: int, length: int) -> Bounds:
    """So many years from one on; there is none before the year 1."""
    return date(max(first, 1), 1, 1), date(first + length - 1, 12, 31)


def _day(match: re.Match[str]) -> Bounds:
    found = date(int(match[1]), int(match[2]), int(match[3]))
    return found, found


def _week(match: re.Match[str]) -> Bounds:
    monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    return (monday + timedelta(days=5 if match[3] else 0)), monday + timedelta(days=6)


SPANS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Bounds]], ...] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)"), _day),
    (re.compile(r"(\d{4})-W(\d\d)(-WE)?"), _week),
    (re.compile(r"(\d{4})-(\d\d)"), lambda m: month_span(int(m[1]), int(m[2]))),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda m: month_span(int(m[1]), int(m[2]) * 3 - 2, 3)),
    (re.compile(r"(\d{4})-H([12])"), lambda m: month_span(int(m[1]), int(m[2]) * 6 - 5, 6)),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), lambda m: month_span(int(m[1]), SEASON_MONTHS[m[2]], 3)),
    (re.compile(r"(\d{4})"), lambda m: month_span(int(m[1]), 1, 12)),
    (re.compile(r"(\d{3})"), lambda m: month_span(int(m[1]) * 10, 1, 120)),
    (re.compile(r"(\d\d)"), lambda m: years_span(int(m[1]) * 100, 100)),
)


@lru_cache(REMEMBERED)
def bounds(value: str) -> Bounds | None:
    """First and last day of a TIMEX3 date or time; ``None`` if it is unknown, no date, or out of the calendar."""
    plain = value.partition("T")[0]
    for pattern, span in SPANS:
        if match := pattern.fullmatch(plain):
            try:
                return span(match)
            except (ValueError, OverflowError):
                return None
    return None


def value_holding(day: date, unit: str) -> str:
    """The TIMEX3 value of the day, week, month ... that holds a day."""
    if unit in ("W", "WE"):
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
    if unit == "S":
        season = SEASONS[(day.month - 3) % 12 // 3]
        return f"{day.year - (day.month < 3):04}-{season}"
    coarse = {
        "M": f"{day.year:04}-{day.month:02}",
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "H": f"{day.year:04}-H{(day.month + 5) // 6}",
        "Y": f"{day.year:04}",
        "DE": f"{day.year // 10:03}",
        "CE": f"{day.year // 100:02}",
    }
    return coarse.get(unit) or day.isoformat()


def add_units(day: date, amount: float, unit: str) -> date:
    """The day so many units later; the last of its month where that month is shorter. Raises OverflowError."""
    if unit in MONTHS_IN:
        return months_later(day, round(amount * MONTHS_IN[unit]))
    try:
        return day + timedelta(days=amount * {"W": 7, "WE": 7, "TH": 1 / 24}.get(unit, 1 if unit in ("D", "NI") else 0))
    except ValueError as error:
        raise OverflowError from error


def months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shift_value(value: str, amount: float, unit: str) -> str:
    """The unit that lies so many units from the one a value begins in; blank if the value is not fixed enough."""
    if unit == "Y" and (found := YEAR.match(value)):
        return year_value(year_number(found[0]) + round(amount))
    span = bounds(value)
    if span is None:
        return BLANKS.get(unit, "XXXX-XX-XX")
    try:
        return value_holding(add_units(span[0], amount, unit), unit)
    except OverflowError:
        return BLANKS.get(unit, "XXXX-XX-XX")


def year_number(value: str) -> int:
    """The year of a value, 1 BC as 0 and 2 BC as -1."""
    match = YEAR.match(value)
    if match is None:
        raise ValueError(f"no year: {value}")
    return int(match[2]) if match[2] else 1 - int(match[1])


def year_value(year: int) -> str:
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"


def nth_unit(value: str, nth: int, unit: str) -> str:
    """The nth unit in the period a value names, counted from its end if negative: "the last week of March".

    The unit K2 is a Tuesday. A week belongs to the period that its Thursday lies in, as in ISO 8601.
    """
    span = bounds(value)
    if span is None:
        return BLANKS.get(unit, "XXXX-XX-XX")
    if unit[0] == "K":
        return nth_weekday_in(span, nth, int(unit[1]))
    if unit == "W" and "X" not in (thursday := nth_weekday_in(span, nth, THURSDAY)):
        return value_holding(date.fromisoformat(thursday), "W")
    try:
        start = add_units(span[0], nth - 1, unit) if nth > 0 else add_units(span[1], nth + 1, unit)
    except OverflowError:
        return BLANKS.get(unit, "XXXX-XX-XX")
    return value_holding(start, unit)


def nth_weekday_in(span: Bounds, nth: int, weekday: int) -> str:
    """The nth Monday (1) to Sunday (7) between two days, from the end if negative; blank if there are not so many."""
    first, last = span
    start = first.toordinal() + (weekday - first.isoweekday()) % 7
    days = range(start, last.toordinal() + 1, 7)
    if not -len(days) <= nth <= len(days) or nth == 0:
        return "XXXX-XX-XX"
    return date.fromordinal(days[nth - 1 if nth > 0 else nth]).isoformat()
