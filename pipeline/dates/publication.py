"""When an article was published, from what it says itself: never from the day it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.dates.calendars import bounds
from pipeline.dates.offices import OfficeHolder, office_holders
from pipeline.dates.story import new_story, starts_sentence
from pipeline.dates.vocabulary import KINDS, context, word_kinds, years_zero
from pipeline.domain import Basis, TimeExpression

RELEASED = date(2026, 11, 1)
"""Upper bound on the publication date of an article that says when it was neither published nor received."""
EARLIEST = 1990
MONTHS = (KINDS["month"], KINDS["month_abbreviation"])
URL_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:(?P<parted>[-/_.])(\d\d?|[a-z]{3,9})(?P=parted)(\d\d?)|(\d\d)(\d\d))(?!\d)",
    re.IGNORECASE,
)
FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d(?: @\d)?")
YEARLESS = re.compile(r"XXXX-\d\d-\d\d")
WEEKDAY_DATE = re.compile(r"XXXX-(\d\d)-(\d\d) @(\d)(?: T\w\w)?")
TITLED = re.compile(r"(?:[^\W\d_][\w.’'-]*,? ){0,4}[^\W\d_][\w.’'-]*")
DATELINE = re.compile(r"\s*(?:[—–:)(|]|--?\s|\n|$)")
DETACHED = re.compile(r"\s+[A-Z]")
UNTOLD = "Nothing in the text tells these years apart."
HEAD = 400
"""Characters at the start of a text in which its own date may stand."""
LEAD = 120
"""Characters, those of a headline, before the first sentence of a text."""
LINE = 60
"""Longest line, in characters, that is taken for nothing but a date."""


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication date, how it is known, what else it could be, and why."""

    published: date | None
    basis: Basis
    candidates: tuple[date, ...] = ()
    reasons: tuple[str, ...] = ()


UNKNOWN = Publication(None, "unknown")


def infer_publication(
    text: str, title: str | None, url: str | None, expressions: Sequence[TimeExpression], received: date | None
) -> Publication:
    """The publication date as far as the article tells it; ``UNKNOWN`` if it does not fix the day.

    Looks, in this order, at its address, its dateline, a full date that opens it, and days with their weekday. Where
    several years fit, what the text says of years and office-holders tells them apart, or the date stays open with its
    candidates; none is after ``received``.
    """
    latest = received or RELEASED
    for found in (from_url(url), from_dateline(text, expressions), from_lead(expressions)):
        if found is not None and found.published is not None and found.published <= latest:
            return found
    return from_weekday(f"{title or ''}\n{text}", expressions, latest)


def from_url(url: str | None) -> Publication | None:
    """A date in an address or a file name: 2023/09/11, 2023/sep/11, 2023-09-11 or 20230911."""
    for match in URL_DATE.finditer(url or ""):
        month, day = match[3] or match[5], match[4] or match[6]
        if (found := known_day(int(match[1]), month_number(month), int(day))) is not None:
            return Publication(found, "metadata", (found,), (f"The address has {match[0]}.",))
    return None


def month_number(month: str) -> int:
    """The number of a month in figures or letters, 0 if it is none."""
    if month.isdecimal():
        return int(month)
    kind, data = word_kinds().get(month.lower(), ("", 0))
    return int(data) if kind in MONTHS else 0


def known_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def from_dateline(text: str, expressions: Sequence[TimeExpression]) -> Publication | None:
    """A full date that stands on a line of its own or in a dateline, near the start."""
    for expression in expressions:
        if expression.start > HEAD:
            return None
        if is_day(expression) and is_dateline(text, expression):
            day = bounds(dated_day(expression, expressions))
            if day is not None:
                return Publication(day[0], "dateline", (day[0],), (f"The text is dated “{expression.text}”.",))
    return None


def is_day(expression: TimeExpression) -> bool:
    return FULL_DAY.fullmatch(expression.value) is not None or YEARLESS.fullmatch(expression.value) is not None


def dated_day(day: TimeExpression, expressions: Sequence[TimeExpression]) -> str:
    """A day of a dateline, with the year of the calendar that an agency stamps its texts with ("Juche 112")."""
    stamped = {e.value for e in expressions if e.text.partition(" ")[0].lower() in years_zero() and len(e.value) == 4}
    return stamped.pop() + day.value[4:10] if day.value.startswith("XXXX") and len(stamped) == 1 else day.value[:10]


def is_dateline(text: str, expression: TimeExpression) -> bool:
    """ "LONDON, 3 May 2019 (Reuters)" or a short line with nothing but a date and perhaps a place or a time."""
    start = text.rfind("\n", 0, expression.start) + 1
    end = text.find("\n", expression.end)
    line = text[start : end if end >= 0 else len(text)]
    before = text[start : expression.start].strip(" ,(")
    if len(line) <= LINE and not before[-1:].islower():
        return True
    if DETACHED.match(text, expression.end) and not expression.text.lower().startswith("the "):
        return before.rpartition(" ")[2].lower() not in context().month_cues | context().year_cues | {"on"}
    may_open = not before or before.isupper() or is_place(before)
    return may_open and DATELINE.match(text, expression.end) is not None


def is_place(words: str) -> bool:
    """A few names in title case that open a line: "Port Harcourt, Nigeria"."""
    return TITLED.fullmatch(words) is not None and all(word[0].isupper() for word in words.split())


def from_lead(expressions: Sequence[TimeExpression]) -> Publication | None:
    """A full date that opens the text or has its weekday, if it is the first and the text tells of no later one."""
    for expression in expressions:
        if expression.start > HEAD or expression.tense != "past":
            return None
        opens = starts_sentence(expression) and expression.sentence <= LEAD
        if FULL_DAY.fullmatch(expression.value) and (opens or "@" in expression.value):
            day = bounds(expression.value[:10])
            if day is None or day[0] < last_past_year(expressions):
                return None
            return Publication(day[0], "inferred", (day[0],), (f"The text tells of “{expression.text}” first.",))
    return None


def from_weekday(text: str, expressions: Sequence[TimeExpression], latest: date) -> Publication:
    """The last past day that the text gives with its weekday, in the one year in which all its weekdays are right.

    A story told in its own time says nothing of when it was written down.
    """
    dated = [(e, match) for e in expressions if (match := WEEKDAY_DATE.fullmatch(e.value))]
    past = [(e, match) for e, match in dated if e.tense != "future"]
    if not past or new_story(expressions, None).own_time:
        return UNKNOWN
    told, chosen = max(past, key=lambda pair: (pair[1][1], pair[1][2]))
    years = [
        year
        for year in range(EARLIEST, latest.year + 1)
        if all(is_weekday(year, match) for _, match in dated) and date(year, int(chosen[1]), int(chosen[2])) <= latest
    ]
    candidates = tuple(date(year, int(chosen[1]), int(chosen[2])) for year in years)
    allowed, reasons = narrow_candidates(candidates, text, expressions)
    if not allowed:
        return UNKNOWN
    fits = f"“{told.text}” fits {', '.join(str(year) for year in years)}."
    if len(allowed) > 1:
        return Publication(None, "unknown", allowed, (fits, *reasons, UNTOLD))
    return Publication(allowed[0], "inferred", candidates, (fits, *reasons))


def is_weekday(year: int, match: re.Match[str]) -> bool:
    day = known_day(year, int(match[1]), int(match[2]))
    return day is not None and day.isoweekday() == int(match[3])


def narrow_candidates(
    candidates: tuple[date, ...], text: str, expressions: Sequence[TimeExpression]
) -> tuple[tuple[date, ...], list[str]]:
    """The candidates that the years and the office-holders of the text allow, and what each of these says."""
    reasons: list[str] = []
    allowed = tuple(day for day in candidates if day >= last_past_year(expressions))
    if len(allowed) < len(candidates):
        reasons.append(f"The text tells of {last_past_year(expressions).year}.")
    of_that_year = tuple(day for day in allowed if day.year == last_past_year(expressions).year)
    if of_that_year and len(of_that_year) < len(allowed):
        allowed = of_that_year
        reasons.append(f"The text tells of {allowed[0].year} and of no later year.")
    for holder in unique_holders(office_holders(text)):
        fitting = tuple(day for day in allowed if holder.in_office(day))
        if fitting and len(fitting) < len(allowed):
            allowed = fitting
            reasons.append(f"“{holder.words}” was in office {terms_in_words(holder)}.")
    return allowed, reasons


def last_past_year(expressions: Sequence[TimeExpression]) -> date:
    """The first day of the latest year that the text tells of in the past tense."""
    spans = (bounds(e.value.split()[0]) for e in expressions if e.type == "DATE" and e.tense == "past")
    return max((span[0] for span in spans if span), default=date.min)


def unique_holders(found: Iterator[OfficeHolder]) -> Iterator[OfficeHolder]:
    yield from {holder.words: holder for holder in found}.values()


def terms_in_words(holder: OfficeHolder) -> str:
    return " and ".join(f"{term.since} to {term.until or 'at least 2025'}" for term in holder.terms)
