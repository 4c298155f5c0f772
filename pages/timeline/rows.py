"""Where events stand on the timeline: a lane a colour, a row an event, packed where there are many. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pages.shared.palette import QUADS, Quad, quad
from pipeline.store import EventRow

ONE_DAY = timedelta(days=1)
MOST_LABELLED = 48
HEADER = 0.85


@dataclass(frozen=True, slots=True)
class Bar:
    """An event from the morning of ``start`` to the midnight before ``stop``, at height ``y`` (rows from the top)."""

    event: EventRow
    start: date
    stop: date
    y: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """``headers`` are the heights of the lanes' names; ``depth`` is the height of all, in rows."""

    bars: tuple[Bar, ...]
    headers: tuple[tuple[Quad, float], ...]
    depth: float
    first: date
    last: date
    labelled: bool


def dated(events: Iterable[EventRow]) -> list[EventRow]:
    return [event for event in events if event.first or event.last]


def placed(events: Sequence[EventRow]) -> Timeline:
    """Give each dated event its place; an open end reaches to the edge of the timeline."""
    first, last = _edges(events)
    labelled = len(events) <= MOST_LABELLED
    bars: list[Bar] = []
    headers: list[tuple[Quad, float]] = []
    depth = 0.0
    for lane in QUADS:
        spans = [_Span.of(event, first, last) for event in events if quad(event.type) == lane]
        if not spans:
            continue
        headers.append((lane, depth))
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
    def of(cls, event: EventRow, first: date, last: date) -> _Span:
        return cls(event, event.first or first, (event.last or last) + ONE_DAY)


def _edges(events: Sequence[EventRow]) -> tuple[date, date]:
    """The first and last day on the timeline; an open end gets a tenth more, a week at least."""
    days = [day for event in events for day in (event.first, event.last) if day]
    first, last = min(days), max(days)
    more = max((last - first) / 10, 7 * ONE_DAY)
    return (
        first - more if any(event.first is None for event in events) else first,
        last + more if any(event.last is None for event in events) else last,
    )


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
