"""Where a text stands in time while it is read: what earlier dates leave for later ones to count from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from pipeline.dates.calendars import bounds, value_holding, year_number
from pipeline.domain import Tense, TimeExpression, Timex

YEAR_FIRST = re.compile(r"(BC)?\d{4}")
DATED = re.compile(r"(?:BC)?\d{4}(?:-|$| )")
RELATIVE = re.compile(r"now\b|XXXX-WXX-[1-7](?: T\w+)?$")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
MONTH = re.compile(r"((?:BC)?\d{4}-\d\d)(?:-\d\d)?")
QUARTER = re.compile(r"\d{4}-[QH]\d")
WEEKDAY = re.compile(r"XXXX-WXX-")
MONTH_DAY = re.compile(r"XXXX-\d\d-\d\d")
ASIDE = re.compile(r" &$| \*\d")
STORY_DATES = 3
"""Fewest dates with a year that make a text a story told in its own time."""
OLD = timedelta(days=730)
"""How long before publication a dated story must lie for its dates to count from each other."""
AT_START = 14
"""Characters from the start of a sentence within which a year moves the story; further on it is an aside."""
ASIDE_YEARS = range(6)
"""Years forward that an aside may move the story."""
MONTHS_OF_RESULTS = 3
NEAR = timedelta(days=14)
"""How long before publication "the day" may lie."""


class Story(NamedTuple):
    """What has been told so far. ``last`` is the last date; ``day`` and ``month`` the last as precise as that."""

    published: date | None
    own_time: bool = False
    last: str | None = None
    day: str | None = None
    month: str | None = None
    sentence: int = -1
    sentence_day: str | None = None
    day_before: str | None = None
    sentence_year: str | None = None
    sentence_past: bool = False
    sentence_month: str | None = None
    quarter: str | None = None
    chronicle: str | None = None

    @property
    def now(self) -> str:
        return self.published.isoformat() if self.published else "XXXX-XX-XX"

    @property
    def untold(self) -> bool:
        """Whether the text has its own time and no day of writing is known."""
        return self.own_time and self.published is None

    @property
    def early_in_the_year(self) -> bool:
        """Whether the text was written when results of the year before are told: "a loss for the full year"."""
        return self.published is not None and self.published.month <= MONTHS_OF_RESULTS

    @property
    def bare_month(self) -> str | None:
        """The last date, if that is a month of which no day was told before."""
        is_bare = self.last is not None and self.last == self.month and not (self.day or "").startswith(self.last)
        return self.last if is_bare else None

    def last_date_within(self, unit: str) -> str:
        """The last date of the story, if it lies in one such unit."""
        span = bounds(self.last or "")
        if span is None or (unit in ("W", "WE", "M") and value_holding(span[0], unit) != value_holding(span[1], unit)):
            return self.last if span is None and self.last else self.now
        return self.last or self.now

    def period_compared_with(self) -> str | None:
        """The quarter or month beside which "a year earlier" stands, or the quarter that the text reports."""
        return self.sentence_month or self.quarter

    def from_publication(self, value: str, tense: Tense | None) -> bool:
        """Whether an open date counts from a known day of writing, even in a text full of old years."""
        ahead = tense == "future" or (tense == "present" and MONTH_DAY.fullmatch(value) is not None)
        return self.published is not None and (ahead or WEEKDAY.match(value) is not None)

    def in_sentence(self, sentence: int) -> Story:
        if sentence == self.sentence:
            return self
        return self._replace(
            sentence=sentence, day_before=self.sentence_day,
            sentence_day=None, sentence_year=None, sentence_past=False, sentence_month=None,
        )  # fmt: skip

    def after(self, expression: TimeExpression, timex: Timex) -> Story:
        """The story once a date has been told."""
        value = timex.value.partition("T")[0]
        is_date = expression.type in ("DATE", "TIME") and YEAR_FIRST.match(value)
        if not is_date or self.is_aside(expression, value) or ASIDE.search(expression.value):
            return self
        return self._replace(**self.changes_by(expression, value))

    def changes_by(self, expression: TimeExpression, value: str) -> dict[str, Any]:
        """What changes in the story with a date of this value."""
        changes: dict[str, Any] = {"last": value}
        if starts_sentence(expression):
            changes |= {"sentence_year": value if len(value) == 4 else None, "chronicle": self.opening_past_date(value)}
        if match := MONTH.fullmatch(value):
            changes["month"] = match[1]
            if match[1] == value:
                changes["sentence_month"] = max(value, self.sentence_month or "")
        if QUARTER.fullmatch(value):
            changes["quarter"] = value
        if DAY.fullmatch(value):
            changes["day"] = value
            if self.sentence_day is None:
                changes |= {"sentence_day": value, "sentence_past": expression.tense == "past"}
        return changes

    def opening_past_date(self, value: str) -> str | None:
        """A date that opens a sentence and lies well before publication: the next sentences go on from it."""
        return value if self.published and len(value) > 4 and is_old(value, self.published) else None

    def is_aside(self, expression: TimeExpression, value: str) -> bool:
        """A bare year in the middle of a sentence and far from the story ("veterans of 1812") does not move it."""
        if self.own_time and (expression.tense == "future" or expression.bound == "until"):
            return True
        is_bare_year = len(value) == 4 and not starts_sentence(expression)
        if not self.own_time or not is_bare_year or self.last is None:
            return False
        return int(value) - year_number(self.last) not in ASIDE_YEARS

    def counted_from(self, unit: str) -> str:
        """The date that "later", "the following" or "that" counts from, as precise as its unit."""
        if unit in ("D", "W", "WE", "NI", "TH", "TM", "TS"):
            return self.day or self.now
        if unit == "M":
            return self.month or self.now
        return self.last or self.now

    def here(self, unit: str) -> str:
        """ "the day", "the year": of the story if it has its own time, else the last day close to publication."""
        if self.own_time:
            return self.counted_from(unit)
        span = bounds(self.day or "")
        if unit != "D" or span is None or self.published is None:
            return self.now
        is_recent = timedelta(0) <= self.published - span[0] <= NEAR
        return span[0].isoformat() if is_recent else self.now


def starts_sentence(expression: TimeExpression) -> bool:
    return expression.start - expression.sentence <= AT_START


def new_story(expressions: Sequence[TimeExpression], published: date | None) -> Story:
    """An empty story; whether it has its own time is seen from how its dates are given."""
    dated = sum(DATED.match(e.value) is not None for e in expressions)
    relative = sum(RELATIVE.match(e.value) is not None for e in expressions)
    if published is None:
        return Story(None, own_time=dated >= STORY_DATES and dated > 2 * relative)
    old = sum(DATED.match(e.value) is not None and is_old(e.value.split()[0], published) for e in expressions)
    return Story(published, own_time=old >= 2 * STORY_DATES and old > 3 * relative)


def is_old(value: str, published: date) -> bool:
    span = bounds(value)
    return span is None or published.toordinal() - span[1].toordinal() > OLD.days
