"""Lines on the globe: the shortest way between two points, cut at the date line, and the window round points. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import asin, atan2, cos, degrees, hypot, pi, radians, sin, sqrt

Point = tuple[float, float]
"""Latitude and longitude in degrees, WGS 84."""

STEPS = 32
MERIDIAN = 180.0
LEAST_SPAN, PADDING = 9.0, 0.32


@dataclass(frozen=True, slots=True)
class Window:
    """What the map shows, in degrees; ``west`` may be below -180 or ``east`` above 180 across the date line."""

    south: float
    north: float
    west: float
    east: float

    def contains(self, point: Point) -> bool:
        lat, lon = point
        turns = (lon - 360, lon, lon + 360)
        return self.south <= lat <= self.north and any(self.west <= turn <= self.east for turn in turns)


def great_circle(start: Point, end: Point, steps: int = STEPS) -> list[Point]:
    """The shortest way between two points; of the same or of opposite points, only these.

    Longitudes run on past 180 degrees rather than jump.
    """
    angle = _angle(start, end)
    if angle == 0 or angle > pi - 1e-6:
        return [start, end]
    return unrolled([_interpolate(start, end, angle, step / steps) for step in range(steps + 1)])


def window(points: Iterable[Point], aspect: float = 1.6) -> Window | None:
    """The part of the world that holds all points with room around; ``None`` without points. Longitudes may run on past
    180 degrees.

    ``aspect`` is width to height in degrees of the equator.
    """
    found = list(points)
    if not found:
        return None
    south, north = min(lat for lat, _ in found), max(lat for lat, _ in found)
    west, east = _narrowest(sorted({(lon + MERIDIAN) % (2 * MERIDIAN) - MERIDIAN for _, lon in found}))
    middle = (south + north) / 2
    stretch = max(cos(radians(min(abs(middle), 75))), 0.25)
    height = max((north - south) * (1 + 2 * PADDING), LEAST_SPAN, (east - west) * (1 + 2 * PADDING) * stretch / aspect)
    height = min(height, 170)
    width = min(max(height * aspect / stretch, (east - west) * 1.05), 360)
    low = min(max(middle - height / 2, -88), 88 - height)
    centre = (west + east) / 2
    return Window(low, low + height, centre - width / 2, centre + width / 2)


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


def _interpolate(start: Point, end: Point, angle: float, share: float) -> Point:
    (lat1, lon1), (lat2, lon2) = ((radians(lat), radians(lon)) for lat, lon in (start, end))
    a, b = sin((1 - share) * angle) / sin(angle), sin(share * angle) / sin(angle)
    x = a * cos(lat1) * cos(lon1) + b * cos(lat2) * cos(lon2)
    y = a * cos(lat1) * sin(lon1) + b * cos(lat2) * sin(lon2)
    z = a * sin(lat1) + b * sin(lat2)
    return degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))


def unrolled(points: Sequence[Point]) -> list[Point]:
    """Longitudes that run on past 180 degrees rather than jump."""
    run = [points[0]]
    for lat, lon in points[1:]:
        before = run[-1][1]
        run.append((lat, before + (lon - before + 180) % 360 - 180))
    return run


def _narrowest(longitudes: Sequence[float]) -> tuple[float, float]:
    """The shortest stretch of the circle that holds all, across the date line if that is shorter."""
    following = [*longitudes[1:], longitudes[0] + 360]
    gaps = [after - before for before, after in zip(longitudes, following, strict=True)]
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    if widest == len(gaps) - 1:
        return longitudes[0], longitudes[-1]
    return longitudes[widest + 1] - 360, longitudes[widest]
