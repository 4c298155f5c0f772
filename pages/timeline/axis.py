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


def dense(days: Iterable[date]) -> tuple[date, date]:
    """The first and last day without the few that lie beyond wide gaps at either end."""
    kept = sorted(days)
    spare = len(kept) // FEW
    while spare and kept[-1] - kept[0] > SHORT:
        gap, head, tail = max(_cuts(kept, spare))
        if gap * WIDE <= kept[-1] - kept[0]:
            break
        kept = kept[head : len(kept) - tail]
        spare -= head + tail
    return kept[0], kept[-1]


def _cuts(days: Sequence[date], spare: int) -> Iterable[tuple[timedelta, int, int]]:
    """Each gap that at most so many days lie beyond, with how many it cuts off at the head and at the tail."""
    for number in range(1, min(spare, len(days) - 1) + 1):
        yield days[number] - days[number - 1], number, 0
        yield days[-number] - days[-number - 1], 0, number
