"""The stretch of time that the timeline shows to scale; the few events far outside it stand in a margin. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

FEW = 6
"""One day in so many may lie in the margins."""
WIDE = 4
"""A gap of more than one in so many of the whole stretch is what they must lie beyond."""
SHORT = timedelta(days=21)
"""A stretch that needs no margins."""
MONTH = 28
"""Days from which on ticks are months."""
NO_YEAR = "\N{NO-BREAK SPACE}"
"""As high as a year, so that all days stand at one height."""
MOST, THIRD = 3 / 4, 3
"""A burst holds so large a share of the days, in one in so many of the whole stretch."""


def dense(days: Iterable[date]) -> tuple[date, date]:
    """The first and last day without the few that lie beyond wide gaps at either end; of what bursts, the burst."""
    kept = sorted(days)
    spare = len(kept) // FEW
    while spare and kept[-1] - kept[0] > SHORT:
        gap, head, tail = max(_cuts(kept, spare))
        if gap * WIDE <= kept[-1] - kept[0]:
            break
        kept = kept[head : len(kept) - tail]
        spare -= head + tail
    return _burst(kept) if kept[-1] - kept[0] > SHORT else (kept[0], kept[-1])


def _cuts(days: Sequence[date], spare: int) -> Iterable[tuple[timedelta, int, int]]:
    """Each gap that at most so many days lie beyond, with how many it cuts off at the head and at the tail."""
    for number in range(1, min(spare, len(days) - 1) + 1):
        yield days[number] - days[number - 1], number, 0
        yield days[-number] - days[-number - 1], 0, number


def _burst(days: Sequence[date]) -> tuple[date, date]:
    """The shortest stretch that holds most days, and what is near it; all of it where it is not much shorter."""
    many = int(len(days) * MOST)
    _, first = min((days[at + many] - days[at], at) for at in range(len(days) - many))
    last = first + many
    near = (days[last] - days[first]) / WIDE
    while first and days[first] - days[first - 1] <= near:
        first -= 1
    while last < len(days) - 1 and days[last + 1] - days[last] <= near:
        last += 1
    is_burst = (days[last] - days[first]) * THIRD <= days[-1] - days[0]
    return (days[first], days[last]) if is_burst else (days[0], days[-1])


def ticks(first: date, last: date, most: int) -> tuple[list[date], list[str]]:
    """Days at equal distances, no more than ``most``, and how they are written: the year where it begins anew."""
    step = max(1, -(-(last - first).days // most))
    days = [first + timedelta(days=at) for at in range(0, (last - first).days + 1, step)]
    return days, [_written(day, days[at - 1] if at else None, step) for at, day in enumerate(days)]


def _written(day: date, before: date | None, step: int) -> str:
    if step >= MONTH:
        return f"{day:%b} {day.year}"
    year = NO_YEAR if before and before.year == day.year else day.year
    return f"{day.day} {day:%b}<br>{year}"
