"""Stretches between quotation marks, over sentences and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

MARK = re.compile(r"[“”„«»\"]|``|''|‘‘|’’")
PARAGRAPH = re.compile(r"[^\n]+")
OPENING = frozenset({"“", "„", "«", "``", "‘‘"})
CLOSING = frozenset({"”", "»", "’’"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens from the opening to the closing mark, both included."""

    first: int
    last: int


def quotations(doc: Doc) -> list[Quotation]:
    """All quotations of a text in order; one that runs on in the next paragraph is one."""
    found: list[Quotation] = []
    text = doc.text
    for start, end in _joined(_stretches(text), text):
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            found.append(Quotation(span.start, span.end - 1))
    return found


def _stretches(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether it is closed, of each quotation within its paragraph."""
    for paragraph in PARAGRAPH.finditer(text):
        opened: int | None = None
        for mark in MARK.finditer(text, paragraph.start(), paragraph.end()):
            if opened is None:
                if mark[0] not in CLOSING:
                    opened = mark.start()
            elif mark[0] not in OPENING:
                yield opened, mark.end(), True
                opened = None
        if opened is not None:
            yield opened, paragraph.end(), False


def _joined(stretches: Iterator[tuple[int, int, bool]], text: str) -> Iterator[tuple[int, int]]:
    """A quotation without closing mark goes on with the one that opens the next paragraph."""
    waiting: tuple[int, int] | None = None
    for start, end, closed in stretches:
        if waiting and text[waiting[1] : start].strip():
            yield waiting
            waiting = None
        first = waiting[0] if waiting else start
        if closed:
            yield first, end
        waiting = None if closed else (first, end)
    if waiting:
        yield waiting
