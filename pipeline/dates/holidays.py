"""On which day a feast falls: fixed days, nth weekdays, days counted from Easter, and feasts of other calendars."""

from __future__ import annotations

import calendar
import itertools
import re
from datetime import date, timedelta
from functools import cache

import msgspec

from pipeline.lexicons import load

RULE = re.compile(r"(?P<month>\d\d)-(?:(?P<day>\d\d)|(?P<weekday>[a-z]{3})(?P<nth>-?\d)(?P<shift>[+-]\d+)?)")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class MovingFeasts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of moving_feasts.toml."""

    days: dict[str, tuple[date, ...]]


def easter(year: int) -> date:
    """Easter Sunday of the Western churches, by the anonymous Gregorian computus."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def feast_days(rule: str, year: int) -> tuple[date, ...]:
    """The first days of a feast by its rule of holidays.toml, in a year from 1 to 9998.

    None where no table reaches, two where the year of another calendar begins twice in it.
    """
    rule = rule.partition("/")[0]
    if rule.startswith("table:"):
        return moving_feasts(rule.removeprefix("table:")).get(year, ())
    if rule.startswith("easter"):
        return (easter(year) + timedelta(days=int(rule.removeprefix("easter"))),)
    match = RULE.fullmatch(rule)
    if match is None:
        raise ValueError(f"no holiday rule: {rule}")
    if match["day"]:
        return (date(year, int(match["month"]), int(match["day"])),)
    found = nth_weekday(year, int(match["month"]), WEEKDAYS.index(match["weekday"]), int(match["nth"]))
    return (found + timedelta(days=int(match["shift"] or 0)),)


def feast_length(rule: str) -> int:
    """How many days a feast lasts."""
    return int(rule.partition("/")[2] or 1)


@cache
def moving_feasts(name: str) -> dict[int, tuple[date, ...]]:
    """The days of a feast by the year they fall in."""
    lists: MovingFeasts = load("moving_feasts", MovingFeasts)
    return {year: tuple(days) for year, days in itertools.groupby(lists.days[name], key=lambda day: day.year)}


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month, from its end if negative; Monday is 0."""
    length = calendar.monthrange(year, month)[1]
    days = [day for day in range(1, length + 1) if date(year, month, day).weekday() == weekday]
    return date(year, month, days[nth - 1 if nth > 0 else nth])
