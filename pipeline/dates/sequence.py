"""Days that are told one after the other, long before the day of writing."""

from __future__ import annotations

from datetime import date

from pipeline.dates.calendars import bounds
from pipeline.dates.choice import in_story

STALE = 120
"""How many days before publication a day is named with its year, where the text has not just told that."""
SEQUENCE = range(62)
"""How many days after the last one told a day may be of its year."""


def next_in_sequence(value: str, last: str | None, usual: str, published: date) -> str | None:
    """An open day in the year of the one told last, where it soon follows that, and would else be no news either.

    Written in March 2023, "argued on May 8, 2021 ... arrested on May 12" is of 2021. ``usual`` is the day as it would
    be read from publication alone.
    """
    told, meant = bounds(last or ""), bounds(usual)
    if last is None or told is None or meant is None or (published - meant[1]).days <= STALE:
        return None
    in_sequence = in_story(value, last)
    follows = bounds(in_sequence)
    if follows is None or (follows[0] - told[0]).days not in SEQUENCE:
        return None
    return in_sequence
