"""Where events stand on the timeline: a lane a colour, a row an event, packed where there are many. Pure.

What is less certain than the threshold has a lane of its own, the last.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from pages.shared.certainty import is_doubtful
from pages.shared.palette import QUADS, Quad, quad
from pipeline.store import EventRow

Lane = Quad | Literal["less certain"]

LANES: tuple[Lane, ...] = (*QUADS, "less certain")
ONE_DAY = timedelta(days=1)
MOST_LABELLED = 48
HEADER = 0.85


@dataclass(frozen=True, slots=True)
class Bar:
    """An event from the morning of ``start`` to the midnight before ``stop``, at height ``y`` (rows from the top).

    One that ``is_bound`` has no day of its own: the end that is not open is the day on which it was reported.
    """

    event: EventRow
    start: date
    stop: date
    y: float

    @property
    def is_bound(self) -> bool:
        return is_bound(self.event)

    @property
    def bound(self) -> tuple[date, date]:
        """The day of the report, and where the line ends that is open towards the past, or the future of a plan."""
        return (self.start, self.stop) if is_plan(self.event) else (self.stop, self.start)


@dataclass(frozen=True, slots=True)
class Timeline:
    """``headers`` are the heights of the lanes' names; ``depth`` is the height of all, in rows."""

    bars: tuple[Bar, ...]
    headers: tuple[tuple[Lane, float], ...]
    depth: float
    first: date
    last: date
    labelled: bool


def dated(events: Iterable[EventRow]) -> list[EventRow]:
    """Events with a day, or with one on which they were reported."""
    return [event for event in events if event.first or event.last or event.reported]


def is_bound(event: EventRow) -> bool:
    return not (event.first or event.last)


def is_plan(event: EventRow) -> bool:
    """Whether it can only lie after the day of its report; what is neither done nor denied."""
    return event.status in ("planned", "hypothetical")


def latest(event: EventRow) -> date | None:
    """The last day that it can be: as the text tells, or that of its report if it is over and told since a day only."""
    if event.last or not event.first or not event.reported or event.status != "occurred":
        return event.last
    return event.reported if event.first <= event.reported else None


def lane(event: EventRow) -> Lane:
    return "less certain" if is_doubtful(event) else quad(event.type)


def placed(events: Sequence[EventRow]) -> Timeline:
    """Give each dated event its place; an open end reaches to the edge of the timeline."""
    first, last, more = _edges(events)
    labelled = len(events) <= MOST_LABELLED
    bars: list[Bar] = []
    headers: list[tuple[Lane, float]] = []
    depth = 0.0
    for name in LANES:
        spans = [_Span.of(event, first, last, more / 2) for event in events if lane(event) == name]
        if not spans:
            continue
        headers.append((name, depth))
        depth += HEADER
        rows = _one_each(spans) if labelled else _packed(spans)
        bars.extend(Bar(span.event, span.start, span.stop, depth + row) for span, row in rows)
        depth += 1 + max(row for _, row in rows)
    return Timeline(tuple(bars), tuple(headers), depth, first, last, labelled)


@dataclass(frozen=True, slots=True)
class _Span:
    event: EventRow
    start: date
    stop: date

    @classmethod
    def of(cls, event: EventRow, first: date, last: date, tail: timedelta) -> _Span:
        if is_bound(event) and event.reported:
            before, after = (timedelta(), tail) if is_plan(event) else (tail, ONE_DAY)
            return cls(event, event.reported - before, event.reported + after)
        return cls(event, event.first or first, (latest(event) or last) + ONE_DAY)


def _edges(events: Sequence[EventRow]) -> tuple[date, date, timedelta]:
    """The first and last day on the timeline; an open end gets a tenth more, a week at least, which is the third."""
    days = [day for event in events for day in (event.first, latest(event)) if day]
    days += [event.reported for event in events if is_bound(event) and event.reported]
    first, last = min(days), max(days)
    more = max((last - first) / 10, 7 * ONE_DAY)
    opens = [event.first is None and not (is_bound(event) and is_plan(event)) for event in events]
    ends = [latest(event) is None and not (is_bound(event) and not is_plan(event)) for event in events]
    return first - more if any(opens) else first, last + more if any(ends) else last, more


def _one_each(spans: Sequence[_Span]) -> list[tuple[_Span, int]]:
    ordered = sorted(spans, key=lambda span: (span.start, span.stop, span.event.id))
    return [(span, row) for row, span in enumerate(ordered)]


def _packed(spans: Sequence[_Span]) -> list[tuple[_Span, int]]:
    """Each in the first row that is free by then."""
    free_from: list[date] = []
    rows = []
    for span in sorted(spans, key=lambda span: (span.start, span.stop, span.event.id)):
        row = next((at for at, free in enumerate(free_from) if free <= span.start), len(free_from))
        if row == len(free_from):
            free_from.append(span.stop)
        free_from[row] = span.stop
        rows.append((span, row))
    return rows
