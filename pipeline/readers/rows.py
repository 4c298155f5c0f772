"""Rows of tables as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

BETWEEN_CELLS = " – "
LONGEST_CELL = 300
FEWEST_ROWS = 2


def rows_as_lines(rows: Iterable[list[list[str]]]) -> list[str]:
    """A line for each row, header included; a table that only lays out a page is its paragraphs one after the other.

    A cell is a list of paragraphs.
    """
    table = [row for row in rows if any(row)]
    if len(table) < FEWEST_ROWS or any(is_layout(cell) for row in table for cell in row):
        return [paragraph for row in table for cell in row for paragraph in cell]
    return [BETWEEN_CELLS.join(filled(row)) for row in table]


def is_layout(cell: list[str]) -> bool:
    return sum(map(len, cell)) > LONGEST_CELL


def filled(row: list[list[str]]) -> Iterator[str]:
    return (" ".join(" ".join(cell).split()) for cell in row if any(part.strip() for part in cell))
