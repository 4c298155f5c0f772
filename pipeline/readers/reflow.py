"""Lines of printed pages -> paragraphs: line breaks, hyphens at line ends, page numbers and running heads undone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.readers.hyphens import rejoin_divided

PAGE_NUMBER = re.compile(r"(?:page\s+)?\W*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
PRINTED = re.compile(
    r"^\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d(?: ?[AP]M)?(?: – .*)?$|"
    r"^\W*(?:printed|print date|accessed|downloaded|retrieved|saved)\b|\bpage \d+ of \d+$",
    re.IGNORECASE,
)
DIVIDED = re.compile(r"[\w.][-‐\xad]$")
SENTENCE_END = re.compile(r"[.!?:][\"'”’)]*$")
PRINTED_LINE_END = re.compile("(?:[\x02\ufffe](?:\r?\n)?|\r\n?|\n)")
MARKED_HYPHENS = "\x02\ufffe"
DIGITS = re.compile(r"\d+")
REPEATED_ON = 3
LONG_PAGE = 3
"""Lines from which a first or last line that stands on two pages is a running head."""
SHORT_LINE = 0.8
HEADING_LINE = 0.6
DEEPEST = 3
"""Lines from the top or the foot of a page among which a running head can stand."""


def paragraphs(pages: Sequence[str]) -> list[str]:
    """Paragraphs of the pages' lines in their order; one may run over the end of a page. An empty line is a gap."""
    lines = [line for page in without_running_heads([lines_of(page) for page in pages]) for line in page]
    known = frozenset(re.findall(r"\w+(?:-\w+)+", " ".join(lines)))
    return [join_lines(group, known) for group in split_paragraphs(lines, usual_width(lines))]


def lines_of(page: str) -> list[str]:
    """Lines without white space around them; an empty one stands for a gap. A hyphen may be marked as a line end."""
    text = PRINTED_LINE_END.sub(lambda end: "-\n" if end[0][0] in MARKED_HYPHENS else "\n", page)
    lines = [line.strip() for line in text.split("\n")]
    return lines if any(lines) else []


def running_heads(pages: Sequence[str]) -> list[str]:
    """The lines at the edges of pages that belong to the print and not to the text."""
    kept = [lines_of(page) for page in pages]
    edges = count_edge_lines(kept)
    return [line for page in kept for line in edge_lines_of(page) if line and is_running_head(line, edges)]


def edge_lines_of(page: list[str]) -> list[str]:
    full = [line for line in page if line]
    return [*full[:DEEPEST], *full[-DEEPEST:]]


def count_edge_lines(pages: Sequence[list[str]]) -> Counter[str]:
    """How often each first or last line stands on a page, figures apart; twice is enough on pages with more lines."""
    edges = Counter(DIGITS.sub("", line) for page in pages for line in {*edge_lines_of(page)})
    long_pages = all(len(page) > LONG_PAGE for page in pages)
    return Counter(
        {line: REPEATED_ON if times >= 2 and long_pages and len(line) > 3 else times for line, times in edges.items()}
    )


def without_running_heads(pages: Sequence[list[str]]) -> Iterator[list[str]]:
    """Pages without first and last lines that are page numbers, what a printer adds, or the same on several pages.

    On a page that another follows, the gap behind the last line goes with them, so that its sentence runs on.
    """
    edges = count_edge_lines(pages)
    for page in pages:
        start, end = 0, len(page)
        while start < end and is_running_head(page[start], edges):
            start += 1
        while start < end and is_running_head(page[end - 1], edges):
            end -= 1
        yield page[start:end]


def is_running_head(line: str, edges: Counter[str]) -> bool:
    return not line or is_imprint(line) or edges[DIGITS.sub("", line)] >= REPEATED_ON


def is_imprint(line: str) -> bool:
    """A page number, a print date or the address of the page."""
    has_address = ADDRESS.search(line) is not None and len(line.split()) < 12
    return has_address or PAGE_NUMBER.fullmatch(line) is not None or PRINTED.search(line) is not None


def usual_width(lines: Sequence[str]) -> int:
    """Characters in a full line; a few longer ones are something else."""
    lengths = sorted(map(len, filter(None, lines)))
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def split_paragraphs(lines: Sequence[str], width: int) -> Iterator[list[str]]:
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


def join_lines(lines: Sequence[str], known: frozenset[str] = frozenset()) -> str:
    """One line of several; a word that is divided at a line end becomes whole again."""
    text = ""
    for line in lines:
        if DIVIDED.search(text) and line[:1].isalnum():
            text = rejoin_divided(text, line, known)
        else:
            text = f"{text} {line}" if text else line
    return text.replace("\xad", "")
