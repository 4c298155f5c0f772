"""Dates before Christ, which no ``date`` holds: their EDTF, and that of what lasts between them or since one.

EDTF counts 1 BC as the year 0 and 2 BC as -1, so that "44 BC" is -0043; TIMEX3 keeps the figure (BC0044).
"""

from __future__ import annotations

import re

from pipeline.dates.calendars import SEASON_CODES, year_number
from pipeline.domain import Bound, DateSpan

YEAR = re.compile(r"BC(\d{4,})(?:-(.+))?")
PART = re.compile(r"\d\d(?:-\d\d)?")
YEARS = re.compile(r"BC(\d{1,3})")
FOUR_FIGURES = 9999


def edtf_before_christ(value: str) -> str | None:
    """EDTF of a TIMEX3 value before Christ; years in the interval they are where it names several.

    The third century BC (BC02) began in 300 BC, the 430s BC (BC043) in 439 BC.
    """
    if match := YEARS.fullmatch(value):
        return years(match[1])
    if (match := YEAR.fullmatch(value)) is None:
        return None
    year, part = edtf_year(year_number(value)), match[2]
    if part in SEASON_CODES:
        return f"{year}-{SEASON_CODES[part]}"
    return f"{year}-{part}" if part and PART.fullmatch(part) else year


def years(figures: str) -> str:
    length = 10 ** (4 - len(figures))
    latest = int(figures) * length + (len(figures) < len("430"))
    return f"{edtf_year(2 - latest - length)}/{edtf_year(1 - max(latest, 1))}"


def edtf_year(number: int) -> str:
    return f"{'Y' if -number > FOUR_FIGURES else ''}{number:0{5 if number < 0 else 4}}"


def is_before_christ(span: DateSpan) -> bool:
    """Whether a date is known and begins or ends before the year 1."""
    return span.edtf is not None and span.edtf.removeprefix("../").startswith(("-", "Y-", "0000"))


def interval_between(first: DateSpan, last: DateSpan) -> DateSpan:
    """ "from 490 to 480 BC", "from 27 BC to AD 14": an interval whose days are known from the year 1 on."""
    start, end = str(first.edtf).partition("/")[0], str(last.edtf).rpartition("/")[2]
    return DateSpan(None, last.last, f"{start}/{end}")


def open_sided(span: DateSpan, side: Bound) -> DateSpan:
    """ "since 195 BC", "before 44 BC"."""
    start, end = str(span.edtf).partition("/")[0], str(span.edtf).rpartition("/")[2]
    if side in ("since", "after"):
        return DateSpan(None, None, f"{start if side == 'since' else end}/..")
    return DateSpan(None, None, f"../{start if side == 'before' else end}")
