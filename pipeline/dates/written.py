"""A date that somebody types: a day, a week, a month, a part of one, a range, an open side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, zip_longest

from pipeline.dates.ranges import BETWEEN, ONWARDS, dated_spans, open_side_of, opens_range
from pipeline.dates.recognition import RecognizedTime, recognise
from pipeline.dates.resolution import resolve
from pipeline.dates.values import NO_DATE, date_span
from pipeline.dates.vocabulary import KINDS, bound_words, word_kinds
from pipeline.domain import Bound, DateSpan, TimeExpression, Timex
from pipeline.errors import CorrectionError

WORD = re.compile(r"[^\W_]+")
NAMES = tuple(KINDS[kind] for kind in ("month", "month_abbreviation", "weekday", "weekday_abbreviation"))
JOINING = frozenset(KINDS[kind] for kind in ("the", "of", "in", "on", "at", "from", "to", "and", "since", "about"))
"""Words that may stand before or between dates."""
YEAR_FIRST = re.compile(r"\b(\d{4})[/.](\d\d)[/.](\d\d)\b")
HYPHENED_MONTH = re.compile(r"(?<=\d)-(?=[A-Za-z]{3})|(?<=[A-Za-z]{3})-(?=\d)")
MONTH_OR_WEEK = re.compile(
    r"(?P<year>\d{4})-(?P<part>0[1-9]|1[0-2]|W\d\d) | (?P<month>0?[1-9]|1[0-2])[/.-](?P<its_year>\d{4})", re.VERBOSE
)
WEEK_AT = re.compile(r"(?:the\s+)?week\s+(?:(ending)|beginning|commencing|from|starting)\s+(?:on\s+)?", re.IGNORECASE)
FROM = re.compile(r"from\s", re.IGNORECASE)
ONWARD = re.compile(r"\s*(?:,?\s*onwards?|[-–—])\s*", re.IGNORECASE)
WEEK = timedelta(days=6)


def written_span(typed: str, published: date | None) -> DateSpan | None:
    """ "12 sept 2023", "from 12 to 17 September 2023", "since May 2019", "last Friday" of an article of that day.

    None for nothing. Raises CorrectionError, in words of its own for each, for what is no date, what can be two days
    ("4/7/2023") or is one only beside another ("4 July"), and where a word or figure is of no date ("12 Spet 2023").
    """
    text = HYPHENED_MONTH.sub(" ", YEAR_FIRST.sub(r"\1-\2-\3", WORD.sub(_capitalised, typed.strip())))
    if not text:
        return None
    if (named := MONTH_OR_WEEK.fullmatch(text)) and (span := date_span(_iso(named), None)).first:
        return span
    week = WEEK_AT.match(text)
    expressions, timexes = _resolve_typed(typed, text[week.end() :] if week else text, published)
    spans = set(dated_spans(expressions, timexes).values())
    span = spans.pop() if len(spans) == 1 else NO_DATE
    if (span.first or span.last) is None or _is_either(span):
        raise _refusal(typed, span, timexes)
    return _week(span, ends=bool(week[1])) if week else _hedged(text, span)


def _resolve_typed(typed: str, text: str, published: date | None) -> tuple[list[TimeExpression], tuple[Timex, ...]]:
    """The dates of a text of nothing else."""
    found = [item for item in recognise(text, {}) if item.type in ("DATE", "TIME")]
    if not found or not all(map(_joins_dates, _outside(text, found))):
        raise CorrectionError.no_date(typed)
    expressions = [
        TimeExpression(
            item.start, item.end, text[item.start : item.end], item.type, item.value, item.mod,
            None, 0, open_side_of(text, item) or _open_end(text, found), opens_range(text, item, after),
        )
        for item, after in zip_longest(found, found[1:])
    ]  # fmt: skip
    return expressions, resolve(expressions, published)


def _open_end(text: str, found: Sequence[RecognizedTime]) -> Bound | None:
    """ "from May 2019", "May 2019 onwards", "May 2019 –"."""
    is_open = FROM.match(text) or ONWARD.fullmatch(text, found[-1].end)
    return "since" if len(found) == 1 and is_open else None


def _iso(named: re.Match[str]) -> str:
    """A month or week as ISO 8601 has it, of "2023-09", "2023-W37" or "9/2023"."""
    return f"{named['year']}-{named['part']}" if named["year"] else f"{named['its_year']}-{named['month']:0>2}"


def _week(span: DateSpan, *, ends: bool) -> DateSpan:
    """The seven days that begin or end with a day."""
    first, last = span.first, span.last
    if ends and last:
        first = last - WEEK
    elif first:
        last = first + WEEK
    return DateSpan(first, last, f"{first}/{last}")


def _hedged(text: str, span: DateSpan) -> DateSpan:
    """An approximate day, month or year: "circa 1990", "about May 2019"."""
    is_about = _kind(text.split()[0]) == KINDS["about"] and span.edtf is not None and "/" not in span.edtf
    return replace(span, edtf=f"{span.edtf}~") if is_about else span


def _is_either(span: DateSpan) -> bool:
    """Whether it is one of two days, as EDTF writes them: "[2023-04-07,2023-07-04]"."""
    return span.edtf is not None and span.edtf.startswith("[")


def _refusal(typed: str, span: DateSpan, timexes: Sequence[Timex]) -> CorrectionError:
    """Why what has been read is no one date: it may be two, or it depends on another."""
    if _is_either(span):
        return CorrectionError.two_days(typed)
    is_open = any("XXXX" in timex.value for timex in timexes)
    return CorrectionError.not_whole(typed) if is_open else CorrectionError.no_date(typed)


def _kind(word: str) -> str:
    return word_kinds().get(word.lower(), ("",))[0]


def _capitalised(word: re.Match[str]) -> str:
    """Names of months and days have a capital, however they are typed."""
    return word[0].capitalize() if _kind(word[0]) in NAMES else word[0]


def _outside(text: str, found: Sequence[RecognizedTime]) -> list[str]:
    """The words and figures that are part of no date."""
    ends = [0, *(end for item in found for end in (item.start, item.end)), len(text)]
    gaps = list(pairwise(ends))[::2]
    return [word for start, end in gaps for word in WORD.findall(text[start:end])]


def _joins_dates(word: str) -> bool:
    """Whether it stands between dates or before one: "from", "until", "between"."""
    known = _kind(word) in JOINING or word.lower() in bound_words()
    return known or bool(BETWEEN.search(f"{word} ") or ONWARDS.match(word))
