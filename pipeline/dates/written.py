"""A date that somebody types: a day, a month, a part of one, a range."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise, zip_longest

from pipeline.dates.ranges import BETWEEN, ONWARDS, bound, opens_range
from pipeline.dates.recognition import Found, recognise
from pipeline.dates.resolution import resolve
from pipeline.dates.vocabulary import KINDS, bound_words, words
from pipeline.domain import DateSpan, TimeExpression
from pipeline.errors import CorrectionError

WORD = re.compile(r"[^\W_]+")
NAMES = tuple(KINDS[kind] for kind in ("month", "month_abbreviation", "weekday", "weekday_abbreviation"))


def written_span(typed: str, published: date | None) -> DateSpan | None:
    """ "12 sept 2023", "early August 2023", "from 12 to 17 September 2023", "last Friday" of an article of that day.

    None for nothing. Raises CorrectionError for what is no date, or none whose first or last day is known, and where
    a word or figure is of no date: "12 Spet 2023" is not the whole year.
    """
    if not typed.strip():
        return None
    text = WORD.sub(_capitalised, typed)
    found = [item for item in recognise(text, {}) if item.type in ("DATE", "TIME")]
    if not all(map(_joins_dates, _outside(text, found))):
        raise CorrectionError.no_date(typed)
    expressions = [
        TimeExpression(
            item.start, item.end, text[item.start : item.end], item.type, item.value, item.mod,
            None, 0, bound(text, item), opens_range(text, item, after),
        )
        for item, after in zip_longest(found, found[1:])
    ]  # fmt: skip
    timexes = resolve(expressions, published)
    if not timexes or not (timexes[0].first or timexes[0].last):
        raise CorrectionError.no_date(typed)
    if len(timexes) == 1:
        return DateSpan(timexes[0].first, timexes[0].last, timexes[0].edtf)
    first, last = timexes[0].first, timexes[-1].last
    if first is None or last is None or first > last:
        raise CorrectionError.no_date(typed)
    return DateSpan(first, last, f"{first}/{last}")


def _capitalised(word: re.Match[str]) -> str:
    """Names of months and days have a capital, however they are typed."""
    kind, _ = words().get(word[0].lower(), ("", None))
    return word[0].capitalize() if kind in NAMES else word[0]


def _outside(text: str, found: Sequence[Found]) -> list[str]:
    """The words and figures that are part of no date."""
    ends = [0, *(end for item in found for end in (item.start, item.end)), len(text)]
    gaps = list(pairwise(ends))[::2]
    return [word for start, end in gaps for word in WORD.findall(text[start:end])]


def _joins_dates(word: str) -> bool:
    """Whether it stands between dates or before one: "from", "until", "between"."""
    known = word.lower() in words() or word.lower() in bound_words()
    return known or bool(BETWEEN.search(f"{word} ") or ONWARDS.match(word))
