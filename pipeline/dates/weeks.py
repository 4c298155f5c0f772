"""Weekdays in a week that is named, or weeks away: "Monday of last week", "a week from Thursday", "Thursday week"."""

from __future__ import annotations

from pipeline.dates.counted import shift
from pipeline.dates.patterns import Draft, Phrase
from pipeline.dates.spans import Span
from pipeline.dates.vocabulary import Atom

WEEKDAY = "XXXX-WXX-"
WEEKS = {"W": 7, "FN": 14}
AROUND = {"W": ("WEEK", "+1D +0W"), "WE": ("WEEKEND", "+0WE")}
"""The kind of what lies around a day, and the steps to it."""


def weekday_of(phrase: Phrase) -> str | None:
    value: str = phrase.data("w").value
    return value if value.startswith(WEEKDAY) and value[9:].isdecimal() else None


def day_of_week(phrase: Phrase) -> list[Atom]:
    """ "Monday of last week", "Tuesday next week"."""
    weekday = weekday_of(phrase)
    if weekday is None:
        return []
    return phrase.atom("DAY", Draft("DATE", f"{phrase.data('x').value} %{weekday[9]}"))


def week_of(phrase: Phrase) -> list[Atom]:
    """ "the week of June 3", "the weekend of 9 May": that of ISO 8601 which holds it; a Sunday opens a week."""
    unit = phrase.data("u")
    if unit not in AROUND:
        return []
    kind, step = AROUND[unit]
    return phrase.atom(kind, Draft("DATE", f"{phrase.data('x').value} {step}"))


def weeks_from(phrase: Phrase) -> list[Atom]:
    """ "a week from Thursday", "two days from July 4"."""
    step, kind = shift(phrase.data("s"), 1)
    if not step or kind != "DAY":
        return []
    start = f"now -1D >{weekday_of(phrase)}" if weekday_of(phrase) else phrase.data("w").value
    return phrase.atom("DAY", Draft("DATE", f"{start} {step}"))


def weeks_before(phrase: Phrase) -> list[Atom]:
    """ "a week ago Monday"."""
    length: Span = phrase.data("s")
    weekday, step = weekday_of(phrase), shift(length, -1)[0]
    if weekday is None or length.unit not in WEEKS or not step:
        return []
    return phrase.atom("DAY", Draft("DATE", f"now <{weekday} {step}"))


def week_after(phrase: Phrase) -> list[Atom]:
    """ "Thursday week", "tomorrow fortnight": a week or two after the next."""
    unit, day = phrase.data("u"), phrase.data("w").value
    if unit not in WEEKS or not phrase.word("u").islower():
        return []
    if weekday_of(phrase):
        return phrase.atom("DAY", Draft("DATE", f"now -1D >{day} +{WEEKS[unit]}D"))
    return phrase.atom("DAY", Draft("DATE", f"{day} +{WEEKS[unit]}D")) if day.startswith("now ") else []
