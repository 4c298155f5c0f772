"""Where a text may speak of time: words and figures that no time expression is without, and what is read around them.

A text is mostly of other things. Only what stands around an anchor is cut into atoms: on the left from the end of the
nearest word that means nothing to the grammar, on the right up to the next.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.dates.prefixes import any_of
from pipeline.dates.vocabulary import FUNCTIONS, KINDS, MARKS, word_kinds

TIMELESS = frozenset(KINDS[name] for name in (*FUNCTIONS, *MARKS, "number", "ordinal", "day", "count", "zone"))
"""Kinds that are no time by themselves; but two numbers may be a year."""
ABBREVIATIONS = frozenset({KINDS["month_abbreviation"], KINDS["weekday_abbreviation"]})
NAMES = ABBREVIATIONS | {KINDS["month"], KINDS["weekday"], KINDS["weekdays"]}
NUMBERS = frozenset(KINDS[name] for name in ("number", "day", "count", "several", "few", "many"))
BEGINNING = re.compile(r"[a-z]{2,}+|[a-z]\.[a-z]")
FIGURE = re.compile(
    r"""[\d’'‘`QHF](?:
    (?<=\d)(?: \d{3} | :[0-5] | [/.]\d{1,2}[/.]\d | (?:st|nd|rd|th)\b | [’']?s\b | \.[0-5]\d\s?[ap] )
  | (?<=[’'‘`])(?: \d\d | clock ) | (?<=[QH])[1-4]\b | (?<=F)Y )""",
    re.VERBOSE,
)
"""Years, clock times, ordinals, quarters: figures that may be a date with no word of time beside them."""
PLAIN = re.compile(r"[\"“(]?([^\W\d_]+)[.,;:!?\"”)]*")
"""A word as it mostly stands between blanks: no figure, hyphen or apostrophe in it."""
OPENS_YEAR = "fy"


def anchors(text: str) -> list[int]:
    """Offsets of words of time and of figures that may be a date, in order; a month or weekday has a capital."""
    lower, names = text.replace("İ", "I").lower(), name_words()
    found = time_words().finditer(lower)
    starts = [match.start() for match in found if match[0] not in names or text[match.start()].isupper()]
    return sorted(starts + [match.start() for match in FIGURE.finditer(text)])


@cache
def time_words() -> re.Pattern[str]:
    """The beginning of each word of time, and of number, two of which may be a year."""
    found = (word for word, (kind, _) in word_kinds().items() if kind not in TIMELESS or kind == KINDS["number"])
    beginnings = {match[0] for match in map(BEGINNING.match, found) if match}
    return re.compile(f"(?<![a-z]){any_of(beginnings)}(?![a-z])")


@cache
def name_words() -> frozenset[str]:
    return frozenset(word for word, (kind, _) in word_kinds().items() if kind in NAMES)


def opening(text: str, anchor: int, end: int) -> int:
    """Where to begin to read for an anchor: after the nearest word on its left that means nothing; not before ``end``.

    A word after a number may mean something: "two bloody weeks".
    """
    start = word_start(text, anchor, end)
    while start > end:
        before = word_start(text, start - 1, end)
        found = PLAIN.fullmatch(text, before, start - 1)
        if found and means_nothing(found[1]) and not may_count(text, before, end):
            return found.end(1)
        start = before
    return end


def word_start(text: str, at: int, end: int) -> int:
    return max(end, text.rfind(" ", end, at) + 1)


def means_nothing(word: str) -> bool:
    lower = word.lower()
    return lower not in word_kinds() and lower != OPENS_YEAR


def may_count(text: str, at: int, end: int) -> bool:
    """Whether what stands before a word may be a number."""
    if at <= end:
        return False
    found = PLAIN.fullmatch(text, word_start(text, at - 1, end), at - 1)
    return found is None or word_kinds().get(found[1].lower(), ("",))[0] in NUMBERS
