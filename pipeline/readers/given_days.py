"""The publication date that a person gives, in any form in which it is a day by itself."""

from __future__ import annotations

import re
from datetime import date

from pipeline.dates import recognise
from pipeline.errors import ArticleError
from pipeline.readers.written_days import FIGURES, written_day

SHORT_YEAR = re.compile(r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d\d(?!\d)|[a-z]{3,}\.?,?[ /-]+['’]?\d\d$", re.IGNORECASE)
MONTHS = 12
YEAR_FIRST = re.compile(r"(\d{4})[\s,.-]+([a-z]{3,9}\.?[\s-]+\d{1,2})(?:st|nd|rd|th)?", re.IGNORECASE)
PARTLY = re.compile(r"\d{4}(?:-\d\d)?(?:-\w+)?|XXXX-\d\d.*")
"""Values of a year, a month or a season, and of a day without its year."""
WHOLE = re.compile(r"\d{4}-\d\d-\d\d")


def given_day(given: str) -> date | None:
    """ "12 Sept 2023", "September 12th, 2023", "2023-09-12", "12.9.2023"; None for nothing.

    Raises ArticleError, in words of its own for each, for a day that depends on today ("yesterday"), that can be two
    ("5/3/2023"), that lacks its year, its century or its day, and for what is no date.
    """
    text = given.strip()
    if not text:
        return None
    if day := written_day(text) or year_first(text):
        return day
    value = next((found.value for found in recognise(text, {})), None)
    if value and WHOLE.fullmatch(value) and (day := calendar_day(value)):
        return day
    raise refusal(text, value)


def year_first(text: str) -> date | None:
    """ "2023 September 12"."""
    match = YEAR_FIRST.fullmatch(text)
    return written_day(f"{match[2]} {match[1]}") if match else None


def calendar_day(value: str) -> date | None:
    """None for "2023-02-31"."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def refusal(text: str, value: str | None) -> ArticleError:
    """Why it is no day, by the TIMEX3 value that the text has by itself."""
    if month_or_day := FIGURES.search(text):
        is_either = int(month_or_day[1]) <= MONTHS and int(month_or_day[3]) <= MONTHS
        return ArticleError.two_days(text) if is_either else ArticleError.no_date(text)
    if SHORT_YEAR.search(text):
        return ArticleError.no_century(text)
    if value is None or WHOLE.fullmatch(value):
        return ArticleError.no_date(text)
    return ArticleError.no_day(text) if PARTLY.fullmatch(value) else ArticleError.depends_on_today(text)
