"""The day of a publication date, in whatever form a page, a file or a person wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from pipeline.dates.vocabulary import KINDS, word_kinds

MONTHS = (KINDS["month"], KINDS["month_abbreviation"])
YEARS = range(1500, 2200)
LONGEST = 200
"""Characters of a date with its label and time; more is a text that a date stands in."""
ORDINAL = r"(?:st|nd|rd|th)?"
YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
COMPACT = re.compile(r"(?<!\d)(\d{4})(\d{2})(\d{2})(?=$|\D|\d{4}(?:\d\d)?$)")
DAY_MONTH = re.compile(
    rf"(?<!\d)(\d{{1,2}}){ORDINAL}[\s./-]*(?:of\s+)?([a-z]{{3,9}})\b\.?,?[\s./-]*(\d{{4}})(?!\d)", re.I
)
MONTH_DAY = re.compile(rf"\b([a-z]{{3,9}})\.?[\s-]+(\d{{1,2}}){ORDINAL}(?:,\s*|\s+|-)(\d{{4}})(?!\d)", re.I)
C_TIME = re.compile(
    r"\b([a-z]{3})\s+(\d{1,2})\s+\d\d:\d\d(?::\d\d)?\s+(?:[a-z]{3,4}\s+|[+-]\d{4}\s+)?(\d{4})(?!\d)", re.I
)
FIGURES = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
SECONDS, MILLISECONDS = re.compile(r"\d{10}"), re.compile(r"\d{13}")
ISO_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:?\d\d(?::?\d\d(?:\.\d+)?)? ?(Z|[+-]\d\d(?::?\d\d)?)", re.I)


def written_day(text: str, *, day_first: bool | None = None) -> date | None:
    """The first full date in a short text, as it was at the place that wrote it; None if there is none.

    "05/03/2019" is a date only if ``day_first`` is known, or if it can be read one way alone. A number of seconds
    since 1970 is the day in UTC.
    """
    text = text.strip()[:LONGEST]
    if SECONDS.fullmatch(text) or MILLISECONDS.fullmatch(text):
        return (datetime.fromtimestamp(0, UTC) + timedelta(seconds=int(text[:10]))).date()
    found = [hit for read in (year_first, day_month, month_day) for hit in read(text)]
    found += list(figures(text, day_first))
    return min(found, key=lambda hit: hit[0])[1] if found else None


def moment(text: str) -> datetime | None:
    """The instant of an ISO 8601 time that names its zone."""
    match = ISO_TIME.match(text.strip())
    try:
        return datetime.fromisoformat(match[0].replace(" Z", "Z").replace(" +", "+")) if match else None
    except ValueError:
        return None


Hit = tuple[int, date]


def year_first(text: str) -> Iterator[Hit]:
    for match in YEAR_FIRST.finditer(text):
        yield from hit(match, match[1], match[3], match[4])
    for match in COMPACT.finditer(text):
        yield from hit(match, match[1], match[2], match[3])


def day_month(text: str) -> Iterator[Hit]:
    for match in DAY_MONTH.finditer(text):
        yield from hit(match, match[3], month_number(match[2]), match[1])


def month_day(text: str) -> Iterator[Hit]:
    for pattern in (MONTH_DAY, C_TIME):
        for match in pattern.finditer(text):
            yield from hit(match, match[3], month_number(match[1]), match[2])


def figures(text: str, day_first: bool | None) -> Iterator[Hit]:
    for match in FIGURES.finditer(text):
        first, second = int(match[1]), int(match[3])
        if match[2] == "." or first > 12 or first == second:
            yield from hit(match, match[4], second, first)
        elif second > 12:
            yield from hit(match, match[4], first, second)
        elif day_first is not None:
            yield from hit(match, match[4], *((second, first) if day_first else (first, second)))


def month_number(word: str) -> int:
    kind, number = word_kinds().get(word.lower(), ("", 0))
    return int(number) if kind in MONTHS else 0


def hit(match: re.Match[str], year: str, month: str | int, day: str | int) -> Iterator[Hit]:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return
    if found.year in YEARS:
        yield match.start(), found
