"""Room for words on the map: none run into others, stand on the mark of something else, or leave the map. Pure.

Boxes are in pixels of the map as it is first shown; y grows downwards.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape
from itertools import pairwise, product

from pages.movements import projections
from pages.movements.arcs import Point, Window
from pages.movements.projections import Projection

LETTER_PX, SPACE_PX = 6.7, 2.7
LETTERS_PX, LINE_PX = 10.5, 15.6
"""How high letters are, and how far below the last line the next stands."""
COLUMN_PX = 580
"""The least width that a screen leaves a map."""
CELL_PX = 50
APART_PX, DOTTED_PX, HEAD_PX = 3, 6, 5
"""What stays free beside words; how far apart points of a line are on which none stand; and round its head."""
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

    def halfway_to(self, x: float, y: float) -> Box:
        """With half of what lies between it and a point."""
        across = (x + min(max(x, self.left), self.right)) / 2
        down = (y + min(max(y, self.top), self.bottom)) / 2
        return Box(min(self.left, across), min(self.top, down), max(self.right, across), max(self.bottom, down))

    def holds(self, other: Box) -> bool:
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom

    def cells(self) -> Iterator[tuple[int, int]]:
        """The squares of ``CELL_PX`` that it lies in."""
        columns = range(int(self.left // CELL_PX), int(self.right // CELL_PX) + 1)
        return product(columns, range(int(self.top // CELL_PX), int(self.bottom // CELL_PX) + 1))


class Occupied:
    """Boxes that are taken, kept by the squares that they lie in: of hundreds few are near another."""

    def __init__(self) -> None:
        self._cells: defaultdict[tuple[int, int], list[tuple[Box, Hashable]]] = defaultdict(list)

    def occupy(self, box: Box, owner: Hashable = None) -> None:
        """The words of its owner may stand on it."""
        for cell in box.cells():
            self._cells[cell].append((box, owner))

    def meets(self, box: Box, own: Hashable = None) -> bool:
        """Whether a box, of words of that owner, runs into what others have taken."""
        near = (taken for cell in box.cells() for taken in self._cells.get(cell, ()))
        return any(box.meets(other) for other, owner in near if owner is None or owner != own)


class Room:
    """The room that marks and words leave on a map of this height and of this many times that width."""

    def __init__(self, shown: Window, height: float, aspect: float, *, mercator: bool = True) -> None:
        self._shown = shown
        self._width = min(height * aspect, COLUMN_PX)
        self._height = self._width / aspect
        project = projections.mercator if mercator else projections.natural_earth
        self._at: Projection = cache(project(shown, self._width, self._height))
        self._whole = _frame(shown, self._at, self._width)
        self._taken, self._lines = Occupied(), Occupied()

    def keep_clear(self, point: Point, radius: float) -> None:
        """No words may stand on this mark but its own."""
        self._taken.occupy(self.mark(point, radius), point)

    def mark(self, point: Point, radius: float) -> Box:
        """Where a mark at a point stands."""
        x, y = self._at(point)
        return Box(x - radius, y - radius, x + radius, y + radius)

    def shows(self, point: Point) -> bool:
        """Whether the map draws this point; far from the equator a map of the world holds more than its degrees say."""
        return self._whole.holds(self.mark(point, 0))

    def keep_line(self, name: str, points: Sequence[Point], head: Point) -> None:
        """Words that can stand elsewhere do not stand on this line, nor on its head."""
        for x, y in dotted([self._at(point) for point in points]):
            self._lines.occupy(Box(x, y, x, y), name)
        self._lines.occupy(self.mark(head, HEAD_PX), name)

    def side(
        self,
        point: Point,
        words: str,
        sides: Iterable[str],
        radius: float = 0,
        own: str | None = None,
        *,
        bare: bool = False,
    ) -> str | None:
        """The first of these sides of a point at which words have room, and take it; None if there is none.

        ``words`` are HTML, a side is a ``textposition`` of plotly's, ``radius`` that of the mark they are drawn with.
        With ``own`` they stand on no line but the one of that name, and beyond none; ``bare``: on that neither. With ""
        they stand on none.
        """
        for side in sides:
            box = self._box(point, words, side, clearance(radius))
            if self._is_free(box, point) and (own is None or self._is_off_lines(box, point, own, bare=bare)):
                self._taken.occupy(Box(box.left - APART_PX, box.top, box.right + APART_PX, box.bottom))
                return side
        return None

    def _is_off_lines(self, box: Box, point: Point, own: str, *, bare: bool) -> bool:
        if bare and self._lines.meets(box):
            return False
        return not self._lines.meets(box.halfway_to(*self._at(point)) if own else box, own)

    def _is_free(self, box: Box, point: Point) -> bool:
        if not self._whole.holds(box) and (self._shown.contains(point) or self._whole.meets(box)):
            return False
        return not self._taken.meets(box, point)

    def _box(self, point: Point, words: str, side: str, gap: float) -> Box:
        wide, high, blank = _measured(words)
        aside = gap + blank
        x, y = self._at(point)
        vertical, horizontal = side.split()
        left = {"left": x - aside - wide, "center": x - wide / 2, "right": x + aside}[horizontal]
        top = {"top": y - gap - high, "middle": y - high / 2, "bottom": y + gap}[vertical]
        return Box(left, top, left + wide, top + high)


def _frame(shown: Window, at: Projection, width: float) -> Box:
    """What of the map is drawn: all of it, or less where the projection is of another shape."""
    middle, widest = (shown.west + shown.east) / 2, min(max(0, shown.south), shown.north)
    left = at((widest, shown.west))[0]
    return Box(left, at((shown.north, middle))[1], width - left, at((shown.south, middle))[1])


def dotted(points: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Points of a line, and as many between them that no letter fits in."""
    for (x, y), (across, down) in pairwise(points):
        parts = int(max(abs(across - x), abs(down - y)) // DOTTED_PX) + 1
        yield from ((x + (across - x) * part / parts, y + (down - y) * part / parts) for part in range(parts))


def _measured(words: str) -> tuple[float, float, float]:
    """How wide and how high words (HTML) are, and the blank that they begin or end with."""
    lines = unescape(TAG.sub("", words.replace("<br>", "\n"))).split("\n")
    bare = [len(line.strip()) for line in lines]
    blank = max(len(line) - letters for line, letters in zip(lines, bare, strict=True))
    return LETTER_PX * max(bare), LETTERS_PX + LINE_PX * (len(lines) - 1), SPACE_PX * blank


def clearance(radius: float) -> float:
    """How far from the point words begin: plotly puts them a quarter of the radius and a pixel beyond the mark."""
    return radius / 0.8 + 1 if radius else 0
