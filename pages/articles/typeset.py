"""A text as it was set: paragraphs, list items and rows of tables, with marks. Pure; everything is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from pages.language.highlight import Mark, mark_text

ITEM = re.compile(r"\s*(?:[-*•‣◦–—]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+\S")
CELLS = re.compile(r"[^\t|]+")
LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
FEWEST_ROWS = 2
Stretch = tuple[int, int]


def typeset(text: str, marks: Iterable[Mark], start: int, end: int) -> str:
    """The text from ``start`` to ``end`` as HTML."""
    ordered = sorted((mark for mark in marks if mark.start < end and start < mark.end), key=lambda mark: mark.start)
    lines = list(lines_of(text, start, end))
    runs = [(tabular, list(run)) for tabular, run in groupby(lines, key=lambda line: is_row(text[slice(*line)]))]
    return "".join(
        table_html(text, run, ordered)
        if tabular and len(run) >= FEWEST_ROWS
        else "".join(line_html(text, each, ordered) for each in run)
        for tabular, run in runs
    )


def lines_of(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Lines that are not blank, without their ends."""
    for match in LINE.finditer(text, start, end):
        if match.group().strip():
            yield match.span()


def is_row(line: str) -> bool:
    """Two cells or more between tabs or bars."""
    return sum(bool(cell.strip()) for cell in CELLS.findall(line)) > 1


def line_html(text: str, stretch: Stretch, marks: list[Mark]) -> str:
    kind = "dl-item" if ITEM.match(text, *stretch) else "dl-line"
    return f"<p class='{kind}' data-at='{stretch[0]}'>{marked_html(text, stretch, marks)}</p>"


def table_html(text: str, rows: list[Stretch], marks: list[Mark]) -> str:
    """Lines whose cells stand between tabs or bars."""
    said = "".join(
        "<tr>"
        + "".join(
            f"<td data-at='{cell.start()}'>{marked_html(text, cell.span(), marks)}</td>"
            for cell in CELLS.finditer(text, *row)
        )
        + "</tr>"
        for row in rows
    )
    return f"<table><tbody>{said}</tbody></table>"


def marked_html(text: str, stretch: Stretch, marks: list[Mark]) -> str:
    start, end = stretch
    return mark_text(text, [mark for mark in marks if mark.start < end and start < mark.end], start=start, end=end)


def part_bounds(text: str, length: int) -> list[Stretch]:
    """A long text cut into parts of about this many characters, between lines where it can be."""
    bounds, start = [], 0
    while len(text) - start > length:
        cut = text.rfind("\n", start + length // 2, start + length) + 1 or start + length
        bounds.append((start, cut))
        start = cut
    return [*bounds, (start, len(text))]
