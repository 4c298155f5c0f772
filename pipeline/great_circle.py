"""Lines on the globe: the shortest way between two points, and the same cut at the date line. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import asin, atan2, cos, degrees, hypot, pi, radians, sin, sqrt

Point = tuple[float, float]
"""Latitude and longitude in degrees, WGS 84."""

STEPS = 32
MERIDIAN = 180.0


def great_circle(start: Point, end: Point, steps: int = STEPS) -> list[Point]:
    """The shortest way between two points; of the same or of opposite points, only these.

    Longitudes run on past 180 degrees rather than jump.
    """
    angle = _angle(start, end)
    if angle == 0 or angle > pi - 1e-6:
        return [start, end]
    return _unrolled([_between(start, end, angle, step / steps) for step in range(steps + 1)])


def cut_at_date_line(line: Sequence[Point]) -> list[list[Point]]:
    """A line cut where it crosses the date line, as RFC 7946 asks, with longitudes from -180 to 180."""
    parts: list[list[Point]] = [[line[0]]]
    turn = 0.0
    for before, after in pairwise(line):
        edge = MERIDIAN if after[1] > before[1] else -MERIDIAN
        if before[1] + turn != edge and (before[1] + turn - edge) * (after[1] + turn - edge) <= 0:
            share = (edge - turn - before[1]) / (after[1] - before[1])
            latitude = before[0] + share * (after[0] - before[0])
            parts[-1].append((latitude, edge))
            parts.append([(latitude, -edge)])
            turn -= 2 * edge
        parts[-1].append((after[0], after[1] + turn))
    return parts


def _angle(start: Point, end: Point) -> float:
    (lat1, lon1), (lat2, lon2) = ((radians(lat), radians(lon)) for lat, lon in (start, end))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * asin(min(1.0, sqrt(half)))


def _between(start: Point, end: Point, angle: float, share: float) -> Point:
    (lat1, lon1), (lat2, lon2) = ((radians(lat), radians(lon)) for lat, lon in (start, end))
    a, b = sin((1 - share) * angle) / sin(angle), sin(share * angle) / sin(angle)
    x = a * cos(lat1) * cos(lon1) + b * cos(lat2) * cos(lon2)
    y = a * cos(lat1) * sin(lon1) + b * cos(lat2) * sin(lon2)
    z = a * sin(lat1) + b * sin(lat2)
    return degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))


def _unrolled(points: Sequence[Point]) -> list[Point]:
    run = [points[0]]
    for lat, lon in points[1:]:
        before = run[-1][1]
        run.append((lat, before + (lon - before + 180) % 360 - 180))
    return run
