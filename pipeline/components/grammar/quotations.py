"""Stretches between quotation marks, over sentences and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.components.texts import text_of

MARK = re.compile(r"[“”„«»\"]|``|''|‘‘|’’")
PARAGRAPH = re.compile(r"[^\n]+")
OPENING = frozenset({"“", "„", "«", "``", "‘‘"})
CLOSING = frozenset({"”", "»", "’’"})
CLOSED_BY = {"„": '“”"', "»": "«", "”": '”"'}
LONGEST_SINGLE = 1500
SINGLE = re.compile(
    rf"(?<![^\s(\[—–])(?:‘(?=\w)[^‘\n]{{1,{LONGEST_SINGLE}}}?[,.!?…]’|'(?=[A-Z])[^\n]{{1,{LONGEST_SINGLE}}}?[,.!?…]')(?![\w'’])"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens from the opening to the closing mark, both included."""

    first: int
    last: int


def quotations(doc: Doc) -> list[Quotation]:
    """All quotations of a text in order; one that runs on in the next paragraph is one."""
    text = text_of(doc)
    double = list(_join_continued(_stretches(text), text))
    spans = (
        doc.char_span(start, end, alignment_mode="expand") for start, end in sorted([*double, *_single(text, double)])
    )
    return [Quotation(span.start, span.end - 1) for span in spans if span is not None]


def _single(text: str, double: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches between single marks that end with a stop, outside of double ones: "‘We won’t go,’ she said"."""
    inside = {i for start, end in double for i in range(start, end)}
    for found in SINGLE.finditer(text):
        if found.start() not in inside and found.end() - 1 not in inside:
            yield found.span()


def _stretches(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether it is closed, of each quotation within its paragraph."""
    for paragraph in PARAGRAPH.finditer(text):
        opened: re.Match[str] | None = None
        for mark in MARK.finditer(text, paragraph.start(), paragraph.end()):
            if opened is None:
                opened = mark if _opens(mark) else None
            elif _closes(mark[0], opened[0]):
                yield opened.start(), mark.end(), True
                opened = None
        if opened is not None:
            yield opened.start(), paragraph.end(), False


def _opens(mark: re.Match[str]) -> bool:
    """By its form; the closing marks of English open a quotation elsewhere (»so«, ”så”): right before a word."""
    if mark[0] not in CLOSING:
        return True
    before, after = mark.string[max(0, mark.start() - 1) : mark.start()], mark.string[mark.end() : mark.end() + 1]
    return after.isalnum() and not before.strip()


def _closes(mark: str, opening: str) -> bool:
    """By its form; “ closes what „ opens, and « what » does."""
    return mark in CLOSED_BY[opening] if opening in CLOSED_BY else mark not in OPENING


def _join_continued(stretches: Iterator[tuple[int, int, bool]], text: str) -> Iterator[tuple[int, int]]:
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
