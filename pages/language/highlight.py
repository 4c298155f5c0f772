"""Text with marks as HTML that is safe to show: everything is escaped, marks may nest and overlap. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text, the CSS classes that say what it is, the words of its tooltip, and what it leads to."""

    start: int
    end: int
    classes: str
    tooltip: str = ""
    href: str = ""


def mark_text(text: str, marks: Iterable[Mark], *, start: int = 0, end: int | None = None) -> str:
    """The text from ``start`` to ``end`` as HTML; a piece inside several marks carries the classes of all.

    Offsets count characters of the whole text. Marks that reach beyond the stretch are cut, empty ones left out.
    """
    stop = len(text) if end is None else min(end, len(text))
    inside = [mark for mark in marks if max(mark.start, start) < min(mark.end, stop)]
    return "".join(_piece(text[at:to], covering) for at, to, covering in _pieces(inside, max(start, 0), stop))


def _pieces(marks: list[Mark], start: int, stop: int) -> Iterator[tuple[int, int, list[Mark]]]:
    """Cut at every boundary: each piece with the marks that cover it, the widest first."""
    bounds = sorted(
        {start, stop, *(m.start for m in marks if m.start > start), *(m.end for m in marks if m.end < stop)}
    )
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    for at, to in pairwise(bounds):
        yield at, to, [mark for mark in ordered if mark.start <= at and to <= mark.end]


def _piece(text: str, covering: list[Mark]) -> str:
    if not covering:
        return escape(text)
    classes = " ".join(dict.fromkeys(name for mark in covering for name in mark.classes.split()))
    tooltip = " · ".join(dict.fromkeys(mark.tooltip for mark in covering if mark.tooltip))
    title = f' title="{escape(tooltip)}"' if tooltip else ""
    said = f'<mark class="{escape(classes)}"{title}>{escape(text)}</mark>'
    links = [mark for mark in covering if mark.href]
    return f'<a href="{escape(narrowest(links).href)}">{said}</a>' if links and text.strip() else said


def narrowest(marks: Sequence[Mark]) -> Mark:
    """Of marks that lie over one another, the one that says most of this piece; of equals the last."""
    return min(reversed(marks), key=lambda mark: mark.end - mark.start)


def context(text: str, start: int, end: int, *, around: int = 160) -> tuple[int, int]:
    """A stretch with up to ``around`` characters on either side, cut between words; within a text that is shorter."""
    start, end = min(start, len(text)), min(end, len(text))
    first, last = max(0, start - around), min(len(text), end + around)
    while 0 < first < start and not text[first - 1].isspace():
        first += 1
    while end < last < len(text) and not text[last].isspace():
        last -= 1
    return first, last
