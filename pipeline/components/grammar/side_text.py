"""What stands beside the news and is no part of it: datelines, by-lines, captions, notes, readers' comments.

Nobody named there takes part in what an article tells. Each is found by the form of its paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate
from typing import Literal

import msgspec

from pipeline.components.grammar.datelines import datelines, is_heading
from pipeline.lexicons import load

SideText = Literal["by-line", "caption", "comment", "dateline", "note"]

NAME = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}"
DAY = r"[A-Z][a-z]+\.? \d{1,2}, \d{4}"
CREDIT = re.compile(rf"[\[(]{NAME}/[A-Z][^\])]{{1,40}}[\])]\s*$|^{NAME}/[A-Z][\w ]{{1,40}}$")
"""The picture's maker and owner at the end of its line: "... [Per Lund/Fjord Press]"."""
LINE = re.compile(r"[^\n]+")
LONGEST = 300


class SideTexts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon ``side_text.toml``."""

    captions: frozenset[str]
    comments: frozenset[str]
    ends: frozenset[str]
    headings: frozenset[str]
    labels: frozenset[str]
    notes: frozenset[str]
    sides: frozenset[str]
    starts: frozenset[str]
    writers: frozenset[str]


def side_text_lists() -> SideTexts:
    found: SideTexts = load("side_text", SideTexts)
    return found


@cache
def by_line() -> re.Pattern[str]:
    """ "By Ana Lopes, Staff Writer, May 2, 2020", with or without office and day."""
    names = rf"(?:By|BY) {NAME}(?:(?:,| and| &) {NAME})*"
    writer = rf"(?:,? (?i:{one_of(side_text_lists().writers)})\b)"
    return re.compile(rf"(?:^|(?<=[.!?] )){names}{writer}(?:,? {DAY})?")


@cache
def forms() -> tuple[tuple[SideText, re.Pattern[str]], ...]:
    """What makes a paragraph one beside the news."""
    known = side_text_lists()
    return (
        ("by-line", re.compile(rf"^\W*(?:By|BY) {NAME}(?:(?:,| and| &) {NAME})*(?:,? (?:{DAY})|, [^.!?]*)?\s*$")),
        ("by-line", re.compile(rf"(?i)^\W*(?:{one_of(known.starts)})\b|\b(?:{one_of(known.ends)})\b")),
        (
            "caption",
            re.compile(
                rf"(?i)(?:^\W*|[.!?] )(?:{one_of(known.labels)})(?: ?[:—–-] |\s*:)|\b(?:{one_of(known.captions)})\b"
            ),
        ),
        ("caption", CREDIT),
        ("caption", re.compile(rf"(?i)^[^.()]{{1,60}}\((?:{one_of(known.sides)})\)")),
        ("note", re.compile(rf"(?i)^\W*(?:{one_of(known.headings)})\s*:")),
        ("note", re.compile(rf"(?i)^\W*(?:{one_of(known.notes)})\b")),
    )


@cache
def heading_of_comments() -> re.Pattern[str]:
    return re.compile(rf"(?i)\W*(?:\d+ )?(?:{one_of(side_text_lists().comments)})(?: ?\(\d+\))?\W*")


def one_of(words: frozenset[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def side_texts(text: str) -> Iterator[tuple[int, int, SideText]]:
    """First and last character (exclusive) of what stands beside the news, and what it is.

    A paragraph of up to ``LONGEST`` characters counts as a whole, of a longer one only the by-line that it starts with,
    and of any its dateline. All that follows a heading of comments is comments.
    """
    for line in LINE.finditer(text):
        paragraph, start = line.group(), line.start()
        if heading_of_comments().fullmatch(paragraph):
            yield start, len(text), "comment"
            return
        signed = by_line().search(paragraph)
        if signed is not None:
            yield start + signed.start(), start + signed.end(), "by-line"
        elif (kind := kind_of(paragraph)) is not None:
            yield start, line.end(), kind
        else:
            yield from ((start + first, start + last, "dateline") for first, last in datelines_of(paragraph))


def datelines_of(paragraph: str) -> Iterator[tuple[int, int]]:
    """Its datelines: whatever their words mean, they tell nothing."""
    return ((first, last) for first, last in datelines(paragraph) if not is_heading(paragraph[first:last]))


def kind_of(paragraph: str) -> SideText | None:
    if len(paragraph) > LONGEST:
        return None
    return next((kind for kind, form in forms() if form.search(paragraph)), None)


class SideTextIndex:
    """Tells which characters stand in stretches that ``side_texts`` gives, without looking through all of them."""

    def __init__(self, stretches: Iterable[tuple[int, int, SideText]]) -> None:
        ordered = sorted(stretches)
        self._starts = [start for start, _, _ in ordered]
        self._ends = list(accumulate((end for _, end, _ in ordered), max))
        """The furthest end of all that begin no later."""

    def covers(self, offset: int) -> bool:
        begun = bisect_right(self._starts, offset)
        return begun > 0 and offset < self._ends[begun - 1]
