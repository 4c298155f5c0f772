"""Lines on the globe: great circles, fanned out where several join two places, and the window round them. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, cos, degrees, pi, radians, sin

from pipeline.great_circle import STEPS, Point, Window, great_circle, window

__all__ = ["STEPS", "Point", "Window", "arc", "bearing", "lanes", "window"]

FAN, WIDEST_FAN = 0.07, 6
MOST_LATITUDE = 85.0


def arc(start: Point, end: Point, lane: float = 0.0, steps: int = STEPS) -> list[Point]:
    """The great circle between two points; ``lane`` bends it to the side, by ``FAN`` of its length each.

    Longitudes run on past 180 degrees rather than jump.
    """
    straight = great_circle(start, end, steps)
    return straight if lane == 0 or len(straight) == 2 else _bent(straight, lane)


def lanes(routes: Sequence[tuple[Point, Point]]) -> list[float]:
    """A lane for each route, so that several between two places fan out: one stays straight, two bow apart."""
    numbers: dict[frozenset[Point], list[int]] = {}
    for at, (start, end) in enumerate(routes):
        numbers.setdefault(frozenset((start, end)), []).append(at)
    given = [0.0] * len(routes)
    for same in numbers.values():
        for rank, at in enumerate(same):
            side = 1 if routes[at] == routes[same[0]] else -1
            apart = min(1, WIDEST_FAN / max(len(same) - 1, 1))
            given[at] = side * apart * (rank - (len(same) - 1) / 2)
    return given


def bearing(start: Point, end: Point) -> float:
    """Degrees clockwise from north, as a line between two near points runs on a Mercator map."""
    (lat1, lon1), (lat2, lon2) = start, end
    return degrees(atan2((lon2 - lon1) * cos(radians((lat1 + lat2) / 2)), lat2 - lat1)) % 360


def _bent(points: Sequence[Point], lane: float) -> list[Point]:
    """Push the middle of a line aside, at right angles to it."""
    (lat1, lon1), (lat2, lon2) = points[0], points[-1]
    across, along = lat2 - lat1, lon2 - lon1
    pushes = [lane * FAN * sin(pi * step / (len(points) - 1)) for step in range(len(points))]
    return [
        (max(-MOST_LATITUDE, min(MOST_LATITUDE, lat + along * push)), lon - across * push)
        for (lat, lon), push in zip(points, pushes, strict=True)
    ]
