"""Words on a printed page -> lines in the order of reading: columns one after the other, rows of tables kept whole."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median, mode


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page, in points from its lower left corner; ``y`` is its baseline, ``size`` that of its letters."""

    text: str
    left: float
    right: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words of one line, from left to right; ``gap`` says that more than a line's distance lies above it."""

    text: str
    y: float
    left: float
    size: float
    gap: bool = False


Row = list[Word]
Interval = tuple[float, float]
SAME_LINE = 0.35
GUTTER = 0.9
"""Width of the least gap between columns, in sizes of letters."""
CELL_GAP = 1.6
FEWEST_LINES = 3
FILLED = 0.55
"""Share of a column's width that most of its lines fill, if it is a column of running text."""
WORDS_A_LINE = 3.5
LEADING = 1.45
LARGER = 1.18
INDENT, MOST_INDENT = 0.8, 4
BETWEEN_CELLS = " – "


def lines_in_reading_order(words: Sequence[Word]) -> list[TextLine]:
    """The lines of a page in the order of reading."""
    if not words:
        return []
    size = median(word.size for word in words)
    found = [line for block in blocks(rows_of(words), size) for line in lines_of(block)]
    return list(mark_gaps(found))


def rows_of(words: Sequence[Word]) -> list[Row]:
    """Words on one baseline each, from top to bottom."""
    found: list[Row] = []
    for word in sorted(words, key=lambda each: (-each.y, each.left)):
        if found and abs(found[-1][0].y - word.y) <= SAME_LINE * min(word.size, found[-1][0].size):
            found[-1].append(word)
        else:
            found.append([word])
    return [sorted(row, key=lambda each: each.left) for row in found]


def blocks(rows: list[Row], size: float) -> Iterator[list[Row]]:
    """Rows that are read one after the other: each column of a band with columns, and what stands between bands."""
    plain: list[Row] = []
    start = 0
    while start < len(rows):
        end, gutters = column_band(rows, start, size)
        if gutters:
            if plain:
                yield plain
            plain = []
            for column in columns(rows[start:end], gutters):
                yield from blocks(column, size)
            start = end
        else:
            plain.append(rows[start])
            start += 1
    if plain:
        yield plain


def column_band(rows: list[Row], start: int, size: float) -> tuple[int, list[Interval]]:
    """The longest run of rows from ``start`` with a gutter all the way down, and its gutters; none if there is none."""
    left, right = min(row[0].left for row in rows), max(word.right for row in rows for word in row)
    free, best = [(left, right)], (start, list[Interval]())
    for end in range(start, len(rows)):
        free = [
            gap
            for gap in intersections(free, gaps_between_words(rows[end], left, right))
            if gap[1] - gap[0] >= GUTTER * size
        ]
        inner = [gap for gap in free if gap[0] > left and gap[1] < right]
        if not free:
            break
        if end - start + 1 >= FEWEST_LINES and (text := gutters_of_running_text(rows[start : end + 1], inner)):
            best = end + 1, text
    return best


def gaps_between_words(row: Row, left: float, right: float) -> list[Interval]:
    """The intervals without a word."""
    edges = [left - 1, *(edge for word in row for edge in (word.left, word.right)), right + 1]
    return [(edges[place], edges[place + 1]) for place in range(0, len(edges), 2) if edges[place + 1] > edges[place]]


def intersections(some: Sequence[Interval], others: Sequence[Interval]) -> list[Interval]:
    return [
        (max(one[0], other[0]), min(one[1], other[1]))
        for one in some
        for other in others
        if min(one[1], other[1]) > max(one[0], other[0])
    ]


def gutters_of_running_text(rows: list[Row], gutters: list[Interval]) -> list[Interval]:
    """The gutters if what they divide are columns of running text, not the cells of a table."""
    if not gutters:
        return []
    parts = columns(rows, gutters)
    return gutters if all(is_running_text(part) for part in parts) else []


def is_running_text(column: list[Row]) -> bool:
    if len(column) < FEWEST_LINES:
        return False
    width = max(row[-1].right for row in column) - min(row[0].left for row in column)
    filled = [row[-1].right - row[0].left for row in column]
    return median(filled) >= FILLED * width and sum(map(len, column)) >= WORDS_A_LINE * len(column)


def columns(rows: list[Row], gutters: Sequence[Interval]) -> list[list[Row]]:
    """The rows of each column, from left to right."""
    edges = [(gap[0] + gap[1]) / 2 for gap in sorted(gutters)]
    found: list[list[Row]] = [[] for _ in range(len(edges) + 1)]
    for row in rows:
        for place, column in enumerate(found):
            low = edges[place - 1] if place else float("-inf")
            high = edges[place] if place < len(edges) else float("inf")
            if part := [word for word in row if low <= word.left < high]:
                column.append(part)
    return found


def lines_of(rows: list[Row]) -> Iterator[TextLine]:
    for row in rows:
        yield TextLine(line_text(row), row[0].y, row[0].left, median(word.size for word in row))


def line_text(row: Row) -> str:
    """The words of a line; a wide gap divides the cells of a table."""
    text = row[0].text
    for word, after in itertools.pairwise(row):
        text += (BETWEEN_CELLS if after.left - word.right > CELL_GAP * word.size else " ") + after.text
    return text


def mark_gaps(found: list[TextLine]) -> Iterator[TextLine]:
    """The lines with a gap before each that stands further below than usual, is set in another size, or is indented."""
    steps = [above.y - below.y for above, below in itertools.pairwise(found) if above.y - below.y > 0]
    usual = median(steps) if steps else 0
    edge = mode(round(line.left) for line in found) if found else 0
    for above, line in zip([None, *found], found, strict=False):
        gap = above is not None and (
            above.y - line.y > LEADING * usual or is_other_size(line, above) or is_indented(line, above, edge)
        )
        yield TextLine(line.text, line.y, line.left, line.size, gap)


def is_other_size(line: TextLine, above: TextLine) -> bool:
    return max(line.size, above.size) > LARGER * min(line.size, above.size)


def is_indented(line: TextLine, above: TextLine, edge: float) -> bool:
    """Whether a line begins a paragraph a little to the right of the edge at which the line above begins."""
    step = (line.left - above.left) / line.size
    return above.y > line.y and INDENT < step < MOST_INDENT and abs(above.left - edge) <= 1
