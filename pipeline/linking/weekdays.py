"""The weekdays that sentences name: news that gives no date, or of which no day of publication is known, still says
"on Saturday".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from pipeline.domain import Extent, Timex

DATE = re.compile(r"\d{4}-\d\d-\d\d")
WEEKDAY = re.compile(r"XXXX-WXX-(\d)")


def weekdays(timexes: Iterable[Timex], sentences: Iterable[Extent]) -> frozenset[int]:
    """The weekdays named in some sentences of an article, by their ISO numbers."""
    extents = tuple(sentences)
    named = (timex for timex in timexes if any(extent.start <= timex.start < extent.end for extent in extents))
    return frozenset(number for timex in named if (number := weekday(timex.value)))


def weekday(value: str) -> int | None:
    """That of a TIMEX3 value; None, if it is no day, or one of which neither weekday nor year is known."""
    if found := WEEKDAY.match(value):
        return int(found[1])
    day = DATE.match(value)
    return date.fromisoformat(day[0]).isoweekday() if day else None
