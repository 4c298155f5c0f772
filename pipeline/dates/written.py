"""A date that somebody types: a day, a month, a part of one, a range."""

from __future__ import annotations

from datetime import date
from itertools import zip_longest

from pipeline.dates.ranges import bound, opens_range
from pipeline.dates.recognition import recognise
from pipeline.dates.resolution import resolve
from pipeline.domain import DateSpan, TimeExpression
from pipeline.errors import CorrectionError


def written_span(text: str, published: date | None) -> DateSpan | None:
    """ "12 Sept 2023", "early August 2023", "from 12 to 17 September 2023", "last Friday" of an article of that day.

    None for nothing. Raises CorrectionError for what is no date, or none whose first or last day is known.
    """
    if not text.strip():
        return None
    found = [item for item in recognise(text, {}) if item.type in ("DATE", "TIME")]
    expressions = [
        TimeExpression(
            item.start, item.end, text[item.start : item.end], item.type, item.value, item.mod,
            None, 0, bound(text, item), opens_range(text, item, after),
        )
        for item, after in zip_longest(found, found[1:])
    ]  # fmt: skip
    timexes = resolve(expressions, published)
    if not timexes or not (timexes[0].first or timexes[0].last):
        raise CorrectionError.no_date(text)
    if len(timexes) == 1:
        return DateSpan(timexes[0].first, timexes[0].last, timexes[0].edtf)
    first, last = timexes[0].first, timexes[-1].last
    if first is None or last is None or first > last:
        raise CorrectionError.no_date(text)
    return DateSpan(first, last, f"{first}/{last}")
