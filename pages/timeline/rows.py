"""Where events stand on the timeline: lanes, in each what matters most first; the rest packed below. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from pages.timeline import axis
from pages.timeline.lanes import lanes
from pages.view.address import Lanes
from pages.view.default_selection import weight
from pages.view.kept import kept
from pipeline.index import EventRow

ONE_DAY = timedelta(days=1)
MOST_LABELLED = 40
HEADER, PACKED = 0.85, 0.5
MOST_PACKED = 12
"""Rows of a lane for what has no label: more would be a wall of marks that nobody reads."""
MARGIN = 12
"""The axis has a margin of one in so many of its length at an end beyond which events lie."""

Beyond = Literal["earlier", "later"]


@dataclass(frozen=True, slots=True)
class Bar:
    """An event from the morning of ``start`` to the midnight before ``stop``, at height ``y`` (rows from the top).

    One that ``is_bound`` has no day of its own: the end that is not open is the day on which it was reported. One
    ``beyond`` the axis stands in the margin, at no day. ``labelled`` ones have a row to themselves.
    """

    event: EventRow
    start: date
    stop: date
    y: float
    labelled: bool = True
    beyond: Beyond | None = None

    @property
    def is_bound(self) -> bool:
        return is_bound(self.event) and self.beyond is None

    @property
    def bound(self) -> tuple[date, date]:
        """The day of the report, and where the line ends that is open towards the past, or the future of a plan."""
        return (self.start, self.stop) if is_plan(self.event) else (self.stop, self.start)


@dataclass(frozen=True, slots=True)
class Timeline:
    """``headers`` are the heights of the lanes' names; ``depth`` is the height of all, in rows.

    ``first`` and ``last`` bound all that is drawn, ``scale`` what of it is a time axis between the margins. ``crowded``
    is how many events have no room.
    """

    bars: tuple[Bar, ...]
    headers: tuple[tuple[str, float], ...]
    depth: float
    first: date
    last: date
    scale: tuple[date, date]
    crowded: int = 0


def dated_events(events: Iterable[EventRow]) -> list[EventRow]:
    """Events with a day, or with one on which they were reported."""
    return [event for event in events if event.first or event.last or event.reported]


def is_bound(event: EventRow) -> bool:
    return not (event.first or event.last)


def is_plan(event: EventRow) -> bool:
    """Whether it can only lie after the day of its report; what is neither done nor denied."""
    return event.status in ("planned", "hypothetical")


@kept
def place_in_lanes(events: Sequence[EventRow], by: Lanes = "class") -> Timeline:
    """Give each dated event its place; an open end reaches to the edge of the axis.

    ``MOST_LABELLED`` events that matter most have a row and a label each; first in a lane is what matters most. Of the
    others stands there what has room in ``MOST_PACKED`` rows.
    """
    frame = _Frame.of(events)
    ranked = sorted(events, key=lambda event: (*(-each for each in weight(event)), event.id))
    labelled = {event.id for event in ranked[:MOST_LABELLED]}
    in_lanes = lanes(events, by)
    bars: list[Bar] = []
    headers: list[tuple[str, float]] = []
    depth = 0.0
    for name in dict.fromkeys(in_lanes.values()):
        spans = [_Span.of(event, frame) for event in ranked if in_lanes[event.id] == name]
        headers.append((name, depth))
        depth += HEADER
        alone = [span for span in spans if span.event.id in labelled]
        bars.extend(span.bar(depth + row) for row, span in enumerate(alone))
        depth += len(alone)
        rest = _pack_rows([span for span in spans if span.event.id not in labelled])
        bars.extend(span.bar(depth - PACKED + row * PACKED, labelled=False) for span, row in rest)
        depth += PACKED * (1 + max((row for _, row in rest), default=-1))
    crowded = len(events) - len(bars)
    return Timeline(tuple(bars), tuple(headers), depth, *frame.edges, (frame.first, frame.last), crowded)


@dataclass(frozen=True, slots=True)
class _Frame:
    """The first and last day of the axis, the length of an open end, and the margins (none: zero)."""

    first: date
    last: date
    tail: timedelta
    earlier: timedelta
    later: timedelta

    @classmethod
    def of(cls, events: Sequence[EventRow]) -> _Frame:
        """An open end gets a tenth more than the days that are known, three at least."""
        days = [day for event in events for day in _days(event)]
        first, last = axis.dense(days)
        inside = [event for event in events if first <= _anchor(event) <= last]
        more = max((last - first) / 10, 3 * ONE_DAY)
        opens = any(event.first is None and not (is_bound(event) and is_plan(event)) for event in inside)
        ends = any(event.latest is None and not (is_bound(event) and not is_plan(event)) for event in inside)
        first, last = first - more if opens else first, last + more if ends else last
        margin = max((last - first) / MARGIN, 2 * ONE_DAY)
        earlier = margin if any(_anchor(event) < first for event in events) else timedelta()
        later = margin if any(_anchor(event) > last for event in events) else timedelta()
        return cls(first, last, more / 2, earlier, later)

    @property
    def edges(self) -> tuple[date, date]:
        return self.first - self.earlier, self.last + self.later


def _days(event: EventRow) -> list[date]:
    known = [day for day in (event.first, event.latest) if day]
    return known or [day for day in (event.reported,) if day]


def _anchor(event: EventRow) -> date:
    """The day that says whether it is on the axis."""
    return event.first or event.latest or event.reported or date.min


@dataclass(frozen=True, slots=True)
class _Span:
    event: EventRow
    start: date
    stop: date
    beyond: Beyond | None = None

    @classmethod
    def of(cls, event: EventRow, frame: _Frame) -> _Span:
        if _anchor(event) < frame.first:
            return cls(event, frame.first - frame.earlier * 0.8, frame.first - frame.earlier * 0.3, "earlier")
        if _anchor(event) > frame.last:
            return cls(event, frame.last + frame.later * 0.3, frame.last + frame.later * 0.8, "later")
        if is_bound(event) and event.reported:
            before, after = (timedelta(), frame.tail) if is_plan(event) else (frame.tail, ONE_DAY)
            return cls(event, event.reported - before, event.reported + after)
        return cls(event, event.first or frame.first, min(event.latest or frame.last, frame.last) + ONE_DAY)

    def bar(self, y: float, *, labelled: bool = True) -> Bar:
        return Bar(self.event, self.start, self.stop, y, labelled, self.beyond)


def _pack_rows(spans: Sequence[_Span]) -> list[tuple[_Span, int]]:
    """Each in the first row where it has room, in the order given; without those that no row has room for."""
    rows: list[list[_Span]] = [[] for _ in range(MOST_PACKED)]
    found = []
    for span in spans:
        for number, row in enumerate(rows):
            if all(span.stop <= other.start or other.stop <= span.start for other in row):
                row.append(span)
                found.append((span, number))
                break
    return found
