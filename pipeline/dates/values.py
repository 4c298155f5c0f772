"""TIMEX3 values as days and as EDTF (ISO 8601-2:2019): first day, last day, and how sure each is."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pipeline.dates.antiquity import edtf_before_christ
from pipeline.dates.calendars import SEASON_CODES, Bounds, bounds, months_later
from pipeline.domain import DateSpan

SHAPE = re.compile(
    r"""(?:PRESENT|PAST|FUTURE)_REF
      | P(?:(?:\d+(?:\.\d+)?|X)(?:Y|M|W|D|Q|H|WE|NI)|T(?:\d+(?:\.\d+)?|X)[HMS]|T\d+H\d+M\d+S)
      | FY[\dX]{4}
      | (?:BC)?[\dX]{2,4} | BC\d | BC\d{5,6}
      | (?:BC)?[\dX]{4}-(?:[\dX]{2}|Q[1-4X]|H[12X]|SP|SU|FA|WI)
      | (?:BC)?[\dX]{4}-W[\dX]{2}(?:-(?:[1-7]|WE))?
      | (?:BC)?[\dX]{4}-[\dX]{2}-[\dX]{2}
      | (?:(?:BC)?[\dX]{4}-[\dX]{2}-[\dX]{2}|[\dX]{4}-W[\dX]{2}(?:-[1-7])?)
        T(?:MO|MI|AF|EV|NI|DT|\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d(?::\d\d)?)?)
    """,
    re.VERBOSE,
)
OPEN_DATE = re.compile(r"XXXX-\d\d(?:-\d\d)?")
THIRDS = {"START": 0, "MID": 1, "END": 2}
NO_DATE = DateSpan(None, None, None)


def is_value(value: str) -> bool:
    """Whether this is a TIMEX3 value, fixed or underspecified."""
    return SHAPE.fullmatch(value) is not None


def date_span(value: str, mod: str | None) -> DateSpan:
    """What a value and its mod span. An impossible date spans nothing and has no EDTF."""
    span = bounds(value)
    if span is None:
        return DateSpan(None, None, open_edtf(value))
    if mod in THIRDS and (span[1] - span[0]).days >= 2:
        first, last = third(span, THIRDS[mod])
        return DateSpan(first, last, f"{first}{'' if mod == 'START' else '~'}/{last}{'' if mod == 'END' else '~'}")
    return DateSpan(*span, edtf(value, span) + ("~" if mod == "APPROX" else ""))


def third(span: Bounds, number: int) -> Bounds:
    """The first, middle or last third of a period, in whole years or months where it has several of them.

    A decade's are its years 0 to 3, 4 to 6 and 7 to 9; a month's its days 1 to 10, 11 to 20 and 21 to the end.
    """
    first, last = span
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months >= 3 and first.day == 1:
        size = 12 if months >= 36 else 1
        starts = [months_later(first, -(-months // size * part // 3) * size) for part in range(3)]
    else:
        starts = [first + timedelta(days=((last - first).days + 1) // 3 * part) for part in range(3)]
    return starts[number], last if number == 2 else starts[number + 1] - timedelta(days=1)


def edtf(value: str, span: Bounds) -> str:
    plain = value.partition("T")[0]
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", plain):
        return plain
    if len(plain) in (2, 3):
        return plain + "X" * (4 - len(plain))
    year, _, part = plain.partition("-")
    if part in SEASON_CODES:
        return f"{year}-{SEASON_CODES[part]}"
    if part[0] == "Q":
        return f"{year}-{32 + int(part[1])}"
    if part[0] == "H":
        return f"{year}-{39 + int(part[1])}"
    return f"{span[0]}/{span[1]}"


def open_edtf(value: str) -> str | None:
    """EDTF of what is no span of known days: dates before Christ, and unspecified digits."""
    plain = value.partition("T")[0]
    if plain.startswith("BC"):
        return edtf_before_christ(plain)
    if re.fullmatch(r"\d{4}-XX(?:-XX)?", plain):
        return plain
    some_year = plain.replace("XXXX", "2000", 1)
    return plain if OPEN_DATE.fullmatch(plain) and bounds(some_year) else None


def clipped(span: DateSpan, *, after: date | None = None, before: date | None = None) -> DateSpan:
    """The part of a span from a day on, or up to a day; the span itself if nothing would be left."""
    first = max(span.first, after) if span.first and after else span.first
    last = min(span.last, before) if span.last and before else span.last
    is_unchanged = (first, last) == (span.first, span.last)
    if is_unchanged or first is None or last is None:
        return span
    return span if first > last else DateSpan(first, last, f"{first}/{last}" if first != last else str(first))
