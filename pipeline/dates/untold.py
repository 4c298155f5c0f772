"""What a text without publication date still tells of its relative dates: they stay open where it says nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from pipeline.dates.calendars import bounds, value_holding
from pipeline.dates.steps import same_time
from pipeline.dates.story import Story
from pipeline.domain import TimeExpression

QUARTER_OF_LAST_YEAR = re.compile(r"now -1Y (/[QH]\d)")
FULL_YEAR = "full +0Y"
PERIODS = ("now -1Q", "quarter")
MONTH = re.compile(r"XXXX-\d\d")
FULL_MONTH = re.compile(r"\d{4}-\d\d")
WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
ENDED = 16
"""Characters between a period and the day that it ended: ", which ended "."""
MIDDLE = timedelta(days=45)
"""From the middle of a quarter to its end, so that one that ends in January still is the fourth."""


def told_in_full(expressions: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Expressions with what others tell of them: the year of a headline's month, the order of a date in figures."""
    told = (
        (each, year_of_headline(each, expressions) or reading_on_weekday(each, expressions)) for each in expressions
    )
    return [replace(each, value=value) if value else each for each, value in told]


def year_of_headline(month: TimeExpression, expressions: Sequence[TimeExpression]) -> str | None:
    """ "Best week since November", if the text goes on to tell of November 2008 and of no other."""
    if month.sentence != expressions[0].sentence or not MONTH.fullmatch(month.value):
        return None
    told = {
        each.value for each in expressions if FULL_MONTH.fullmatch(each.value) and each.value[4:] == month.value[4:]
    }
    return told.pop() if len(told) == 1 else None


def reading_on_weekday(figures: TimeExpression, expressions: Sequence[TimeExpression]) -> str | None:
    """ "Sunday was chosen as its date can be written 7/8/07": the reading that is a Sunday."""
    if "|" not in figures.value:
        return None
    told = {
        match[1] for each in expressions if each.sentence == figures.sentence and (match := WEEKDAY.match(each.value))
    }
    fitting = [day for day in figures.value.split("|") if (span := bounds(day)) and str(span[0].isoweekday()) in told]
    return fitting[0] if len(fitting) == 1 else None


def from_text(expression: TimeExpression, story: Story, after: TimeExpression | None) -> str | None:
    """The value of a date that the text fixes without its own day of writing; None if it does not."""
    match = QUARTER_OF_LAST_YEAR.fullmatch(expression.value)
    if match and story.quarter and story.quarter.endswith(match[1][1:]):
        return same_time(story.quarter, -1)
    if expression.value == FULL_YEAR and story.quarter and story.quarter.endswith("-Q4"):
        return story.quarter[:4]
    if expression.value in PERIODS and after is not None and is_its_end(expression, after):
        return value_holding(date.fromisoformat(after.value) - MIDDLE, "Q")
    return None


def is_its_end(period: TimeExpression, day: TimeExpression) -> bool:
    """ "the last quarter, which ended December 30, 2006"."""
    near = day.sentence == period.sentence and day.start - period.end <= ENDED
    return near and FULL_DAY.fullmatch(day.value) is not None and bounds(day.value) is not None
