"""Room for words on the map: none run into others, stand on the mark of something else, or leave the map. Pure.

Boxes are in pixels of the map as it is first shown; y grows downwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from math import log, pi, radians, tan

from pages.movements.arcs import MOST_LATITUDE, Point, Window

LETTER_PX, SPACE_PX = 6.7, 2.7
LETTERS_PX, LINE_PX = 10.5, 15.6
"""How high letters are, and how far below the last line the next stands."""
COLUMN_PX = 580
"""The least width that a screen leaves a map."""
TAG = re.compile(r"<[^>]+>")
ABOVE, BELOW = ("top center", "top right", "top left"), ("bottom center", "bottom right", "bottom left")
BESIDE = ("middle right", "middle left")


@dataclass(frozen=True, slots=True)
class Box:
    """Where words or a mark stand."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)

    def holds(self, other: Box) -> bool:
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom


class Room:
    """The room that marks and words leave on a map of this height and of this many times that width."""

    def __init__(self, shown: Window, height: float, aspect: float, *, mercator: bool = True) -> None:
        self._shown = shown
        self._width = min(height * aspect, COLUMN_PX)
        self._height = self._width / aspect
        self._mercator = mercator
        self._marks: list[tuple[Point, Box]] = []
        self._words: list[Box] = []

    def keep(self, point: Point, radius: float) -> None:
        """No words may stand on this mark but its own."""
        x, y = self._at(point)
        self._marks.append((point, Box(x - radius, y - radius, x + radius, y + radius)))

    def side(self, point: Point, words: str, sides: Iterable[str], radius: float = 0) -> str | None:
        """The first of these sides of a point at which words have room, and take it; None if there is none.

        ``words`` are HTML, a side is a ``textposition`` of plotly's, ``radius`` that of the mark they are drawn with.
        """
        for side in sides:
            box = self._box(point, words, side, clearance(radius))
            if self._is_free(box, point):
                self._words.append(box)
                return side
        return None

    def is_under(self, point: Point, other: Point, radius: float) -> bool:
        """Whether two points are no more than a radius apart."""
        (x, y), (across, down) = self._at(point), self._at(other)
        return max(abs(x - across), abs(y - down)) < radius

    def _is_free(self, box: Box, point: Point) -> bool:
        whole = Box(0, 0, self._width, self._height)
        if not whole.holds(box) and (self._shown.holds(point) or whole.meets(box)):
            return False
        marks = (mark for owner, mark in self._marks if owner != point)
        return not any(box.meets(taken) for taken in (*marks, *self._words))

    def _box(self, point: Point, words: str, side: str, gap: float) -> Box:
        lines = unescape(TAG.sub("", words.replace("<br>", "\n"))).split("\n")
        wide, high = LETTER_PX * max(len(line.strip()) for line in lines), LETTERS_PX + LINE_PX * (len(lines) - 1)
        aside = gap + SPACE_PX * max(len(line) - len(line.strip()) for line in lines)
        x, y = self._at(point)
        vertical, horizontal = side.split()
        left = {"left": x - aside - wide, "center": x - wide / 2, "right": x + aside}[horizontal]
        top = {"top": y - gap - high, "middle": y - high / 2, "bottom": y + gap}[vertical]
        return Box(left, top, left + wide, top + high)

    def _at(self, point: Point) -> tuple[float, float]:
        return self._by_mercator(point) if self._mercator else self._by_natural_earth(point)

    def _by_mercator(self, point: Point) -> tuple[float, float]:
        lat, lon = point
        shown = self._shown
        span = shown.east - shown.west
        turned = (lon - shown.west) % 360
        across = turned if turned <= span or turned - span < 360 - turned else turned - 360
        north, south, y = map(northing, (shown.north, shown.south, lat))
        return across / span * self._width, (north - y) / (north - south) * self._height

    def _by_natural_earth(self, point: Point) -> tuple[float, float]:
        """Plotly fits the window into the map, and puts the middle of its degrees in the middle."""
        lat, lon = point
        shown = self._shown
        span, middle = shown.east - shown.west, (shown.east + shown.west) / 2
        widest = max(
            natural_earth(each, span)[0] for each in (shown.south, shown.north, min(max(0, shown.south), shown.north))
        )
        north, south, level = (
            natural_earth(each, 0)[1] for each in (shown.north, shown.south, (shown.north + shown.south) / 2)
        )
        scale = min(self._width / widest, self._height / (north - south))
        x, y = natural_earth(lat, (lon - middle + 180) % 360 - 180)
        return self._width / 2 + scale * x, self._height / 2 - scale * (y - level)


def northing(lat: float) -> float:
    """Of Mercator's projection."""
    bounded = max(-MOST_LATITUDE, min(MOST_LATITUDE, lat))
    return log(tan(pi / 4 + radians(bounded) / 2))


def natural_earth(lat: float, lon: float) -> tuple[float, float]:
    """Patterson's projection with the polynomials of Šavrič and others (2011), as d3-geo has it; degrees in."""
    phi = radians(lat)
    two = phi * phi
    four = two * two
    across = 0.8707 - 0.131979 * two + four * (-0.013791 + four * (0.003971 * two - 0.001529 * four))
    up = 1.007226 + two * (0.015085 + four * (-0.044475 + 0.028874 * two - 0.005916 * four))
    return radians(lon) * across, phi * up


def clearance(radius: float) -> float:
    """How far from the point words begin: plotly puts them a quarter of the radius and a pixel beyond the mark."""
    return radius / 0.8 + 1 if radius else 0
