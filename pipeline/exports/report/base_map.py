"""Land and borders of Natural Earth, from the TopoJSON that the dashboard's map uses too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from pipeline.great_circle import Point, Window, unrolled

FILE = Path(__file__).parents[3] / "static" / "topojson" / "world_50m.json"
TURNS = (-360.0, 0.0, 360.0)
HALF_TURN = 180.0


def land(window: Window) -> list[list[Point]]:
    """Closed rings that reach into a window, on whichever turn of the globe."""
    return [ring for outline in _rings("land") for ring in _inside(outline, window)]


def borders(window: Window) -> list[list[Point]]:
    """Outlines of countries that reach into a window."""
    return [ring for outline in _rings("countries") for ring in _inside(outline, window)]


def _inside(ring: tuple[Point, ...], window: Window) -> Iterator[list[Point]]:
    south, north = min(lat for lat, _ in ring), max(lat for lat, _ in ring)
    west, east = min(lon for _, lon in ring), max(lon for _, lon in ring)
    for turn in TURNS:
        apart = east + turn < window.west or west + turn > window.east
        if not apart and south <= window.north and north >= window.south:
            yield [(lat, lon + turn) for lat, lon in ring]


@lru_cache(maxsize=2)
def _rings(name: str) -> tuple[tuple[Point, ...], ...]:
    """Outer and inner rings of all areas of one kind, closed."""
    world = json.loads(FILE.read_text("utf-8"))
    arcs = [_arc(arc, world["transform"]) for arc in world["arcs"]]
    found = []
    for shape in world["objects"][name]["geometries"]:
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        found += [_ring(ring, arcs) for polygon in polygons for ring in polygon]
    return tuple(found)


def _arc(arc: list[list[int]], transform: dict[str, Any]) -> list[Point]:
    """TopoJSON keeps steps between whole numbers."""
    (kx, ky), (x0, y0) = transform["scale"], transform["translate"]
    xs, ys = accumulate(step[0] for step in arc), accumulate(step[1] for step in arc)
    return [(y * ky + y0, x * kx + x0) for x, y in zip(xs, ys, strict=True)]


def _ring(indices: list[int], arcs: list[list[Point]]) -> tuple[Point, ...]:
    """Arcs joined; one counted from the end runs backwards. Across the date line a ring runs on, but round a pole."""
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    straight = unrolled(points)
    closed = abs(straight[0][1] - straight[-1][1]) < HALF_TURN
    return tuple(straight if closed else points)
