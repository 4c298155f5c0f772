"""Which of the days that a name fits is meant: "Friday", "18 August", "September", "Easter"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.dates.calendars import bounds, shift_value, value_holding, year_number, year_value
from pipeline.dates.holidays import feast_days
from pipeline.domain import Tense

WEEKDAY = re.compile(r"XXXX-WXX-([1-7]|WE)")
MONTH = re.compile(r"XXXX-\d\d")
PERIOD = re.compile(r"XXXX-[QH]\d")
MONTH_DAY = re.compile(r"XXXX-\d\d-\d\d")
NUMBERED = re.compile(r"XXXX-XX-(\d\d)")
FEAST = re.compile(r"XXXX~(.+)")
NEAR_FUTURE = 45
"""Days ahead within which a month and day in the past tense may still lie ("announced an event on 12 October")."""
TURN = 9
"""Months backwards within one year that rather mean the next year: "In December ... In January"."""
AT_PUBLICATION = 14
"""Days from publication within which one of two readings of a date in figures is the likely one."""
NEAR_PAST = 60
"""Days back within which the present tense may tell of a day; beyond, it announces one ("The law takes effect")."""
REPORTED = 75
"""Days after a quarter within which its results may still be awaited."""
FAR_PAST = 300
"""Days back beyond which a day without a year is not expected to lie if another is near."""


def occurrences(pattern: str, around: date) -> Iterator[date]:
    """First days of what the pattern names, in the years around a day or the two weeks around it, in order."""
    if match := WEEKDAY.fullmatch(pattern):
        weekday = 6 if match[1] == "WE" else int(match[1])
        monday = around - timedelta(days=around.weekday())
        yield from (monday + timedelta(days=weekday - 1 + 7 * week) for week in (-1, 0, 1))
        return
    if match := NUMBERED.fullmatch(pattern):
        months = (shift_value(around.isoformat(), offset, "M") for offset in (-1, 0, 1))
        yield from (span[0] for month in months if (span := bounds(f"{month}-{match[1]}")))
        return
    for year in range(max(around.year - 2, 1), min(around.year + 3, 9999)):
        if match := FEAST.fullmatch(pattern):
            yield from feast_days(match[1], year)
        elif span := bounds(f"{year:04}{pattern[4:]}"):
            yield span[0]


def as_value(pattern: str, first: date) -> str:
    """The value of an occurrence that begins on a day."""
    if pattern.endswith("WE"):
        return value_holding(first, "WE")
    if pattern.startswith("XXXX-XX-") or WEEKDAY.fullmatch(pattern) or FEAST.fullmatch(pattern):
        return first.isoformat()
    return f"{first.year:04}{pattern[4:]}"


def is_open(value: str) -> bool:
    """Whether a value names something that comes round each week or year."""
    if not value.startswith("XXXX") or len(value) == 4:
        return False
    is_pattern = "~" in value or any(pattern.fullmatch(value) for pattern in (NUMBERED, WEEKDAY))
    return is_pattern or bounds("2000" + value[4:]) is not None


def by_tense(pattern: str, published: date, tense: Tense | None, weekday: int | None) -> str:
    found = list(occurrences(pattern, published))
    if weekday is not None:
        found = [day for day in found if day.isoweekday() == weekday] or found
    past = max((day for day in found if day <= published), default=None)
    ahead = min((day for day in found if day >= published), default=None)
    is_long_past = past is not None and (published - past).days > NEAR_PAST
    if tense == "present" and is_long_past and MONTH_DAY.fullmatch(pattern):
        tense = "future"
    if tense == "past" and MONTH.fullmatch(pattern) and past:
        return as_value(pattern, past)
    if PERIOD.fullmatch(pattern) and past and ahead:
        return as_value(pattern, nearest_period(period_end(pattern, past), past, ahead, published, tense))
    chosen = nearest(past, ahead, published, tense)
    return pattern if chosen is None else as_value(pattern, chosen)


def nearest(past: date | None, ahead: date | None, published: date, tense: Tense | None) -> date | None:
    """The last occurrence or the next: as the tense says, unless that is a year away and the other at hand."""
    if past is None or ahead is None:
        return past or ahead
    back, forth = (published - past).days, (ahead - published).days
    if tense == "past":
        return ahead if forth <= NEAR_FUTURE and back > FAR_PAST else past
    if tense == "future":
        return past if back <= NEAR_FUTURE and forth > FAR_PAST else ahead
    return past if back <= forth else ahead


def nearest_period(ended: date, past: date, ahead: date, published: date, tense: Tense | None) -> date:
    """The last such quarter or the next: the nearer one, unless the tense is against it.

    Results are told, and awaited, of a quarter just ended: "expects to report a third-quarter loss".
    """
    back, forth = max((published - ended).days, 0), (ahead - published).days
    if tense == "past":
        return ahead if forth <= NEAR_FUTURE and back > FAR_PAST / 2 else past
    if tense == "future":
        return past if back <= REPORTED else ahead
    return past if back <= forth else ahead


def is_near(quarter: str, published: date, tense: Tense | None) -> bool:
    """Whether a quarter is one that results are told of then: a fiscal one farther off is none of the calendar's."""
    span = bounds(quarter)
    ahead = 0 if tense == "past" else REPORTED
    return span is not None and (published - span[1]).days <= REPORTED and (span[0] - published).days <= ahead


def in_story(pattern: str, last: str) -> str:
    """In the year of the story's last date, or the next or the one before if that is many months nearer."""
    year = year_number(last)
    if WEEKDAY.fullmatch(pattern):
        return weekday_after(pattern, last)
    told, named = month_of(last), month_of(pattern)
    if NUMBERED.fullmatch(pattern):
        return f"{last[:7]}{pattern[7:]}" if told else pattern
    if told and named and pattern[-2:].isdigit():
        year += (told - named >= TURN) - (named - told > TURN)
    return in_year(pattern, year)


def with_year_of(pattern: str, later: str) -> str:
    """In the year of a date that follows, or the one before if the months say so: "from November to May 1921"."""
    year = year_number(later)
    named, told = month_of(pattern), month_of(later)
    return in_year(pattern, year - (named is not None and told is not None and named > told))


def month_of(value: str) -> int | None:
    """The month a value names, the first of a season or a quarter."""
    span = bounds("2000" + value[value.find("-") :]) if "-" in value else None
    return span[0].month if span else None


def in_year(pattern: str, year: int) -> str:
    if "~" in pattern:
        found = feast_days(pattern.partition("~")[2], year) if year > 0 else ()
        return found[0].isoformat() if found else "XXXX-XX-XX"
    return year_value(year) + pattern[4:]


def weekday_after(pattern: str, last: str) -> str:
    """The next such weekday after a day of the story; open if the story gives no day."""
    span = bounds(last)
    if span is None or span[0] != span[1]:
        return pattern
    later = [day for day in occurrences(pattern, span[0]) if day >= span[0]]
    return as_value(pattern, min(later)) if later else pattern


def neighbour(value: str, step: str) -> str:
    """The last, next or this September, Friday or spring, seen from a day."""
    pattern, direction = step[1:], step[0]
    span = bounds(value)
    if span is None:
        return pattern
    found = list(occurrences(pattern, span[0]))
    if direction == "<":
        earlier = [day for day in found if period_end(pattern, day) < span[0]]
        return as_value(pattern, max(earlier)) if earlier else pattern
    if direction == ">":
        later = [day for day in found if day > span[1]]
        return as_value(pattern, min(later)) if later else pattern
    return by_tense(pattern, span[0], None, None) if "W" in pattern else f"{span[0].year:04}{pattern[4:]}"


def period_end(pattern: str, first: date) -> date:
    span = bounds(as_value(pattern, first))
    return span[1] if span else first


def chosen_reading(readings: str, published: date | None) -> str:
    """The reading of a date in figures that the calendar allows, or that lies at publication; else both."""
    possible = [reading for reading in readings.split("|") if bounds(reading)]
    if len(possible) == 1:
        return possible[0]
    if published is not None:
        away = {reading: abs((date.fromisoformat(reading) - published).days) for reading in possible}
        near = [reading for reading in possible if away[reading] <= AT_PUBLICATION]
        if len(near) == 1:
            return near[0]
    return readings
