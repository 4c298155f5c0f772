"""Lines of printed pages -> paragraphs: line breaks, hyphens at line ends, page numbers and running heads undone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

PAGE_NUMBER = re.compile(r"(?:page\s+)?\W*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?:][\"'”’)]*$")
PRINTED_LINE_END = re.compile("(?:([\x02\ufffe])(?:\r?\n)?|\r\n?|\n)")
HYPHENS = "\x02\ufffe\xad"
DIGITS = re.compile(r"\d+")
REPEATED_ON = 3
SHORT_LINE = 0.8
HEADING_LINE = 0.6


def paragraphs(pages: Sequence[str]) -> list[str]:
    """Paragraphs of the pages in their order; one may run over the end of a page."""
    lines = [line for page in without_running_heads([lines_of(page) for page in pages]) for line in page]
    return [joined(group) for group in grouped(lines, usual_width(lines))]


def lines_of(page: str) -> list[str]:
    """Lines without white space around them; an empty one stands for a gap. PDFium joins lines at a hyphen it marks."""
    lines = [line.strip() for line in PRINTED_LINE_END.sub(r"\1\n", page).split("\n")]
    return lines if any(lines) else []


def without_running_heads(pages: Sequence[list[str]]) -> Iterator[list[str]]:
    """Pages without a first or last line that is a page number, or the same on at least three pages."""
    edges = Counter(DIGITS.sub("", line) for page in pages for line in {*page[:1], *page[-1:]})
    for page in pages:
        start, end = 0, len(page)
        while start < end and is_running(page[start], edges):
            start += 1
        while start < end and is_running(page[end - 1], edges):
            end -= 1
        yield page[start:end]


def is_running(line: str, edges: Counter[str]) -> bool:
    return not line or bool(PAGE_NUMBER.fullmatch(line)) or edges[DIGITS.sub("", line)] >= REPEATED_ON


def usual_width(lines: Sequence[str]) -> int:
    """Characters in a full line; a few longer ones are something else."""
    lengths = sorted(map(len, filter(None, lines)))
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def grouped(lines: Sequence[str], width: int) -> Iterator[list[str]]:
    """Lines of one paragraph each."""
    group: list[str] = []
    for line, following in zip(lines, [*lines, ""][1:], strict=True):
        if line:
            group.append(line)
        if group and ends_paragraph(line, following, width):
            yield group
            group = []


def ends_paragraph(line: str, following: str, width: int) -> bool:
    """At a gap, after a short line that ends a sentence, and after one so short that it can only be a heading."""
    if not line or not following:
        return True
    if SENTENCE_END.search(line):
        return len(line) < SHORT_LINE * width
    return len(line) < HEADING_LINE * width and not following[:1].islower()


def joined(lines: Sequence[str]) -> str:
    """One line of several; a word divided by a printer's hyphen becomes whole again."""
    text = ""
    for line in lines:
        if text.endswith(tuple(HYPHENS)):
            text = text.rstrip(HYPHENS) + ("" if line[:1].islower() else "-") + line
        elif text.endswith("-") and text[-2:-1].isalpha():
            text = (text.removesuffix("-") if line[:1].islower() else text) + line
        else:
            text = f"{text} {line}" if text else line
    return re.sub(f"[{HYPHENS}]", "", text)
