"""Events called by the date they fell on, and days with a name of their own: "the Sept. 11 attacks", "Black Monday"."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from functools import cache

import msgspec

from pipeline.dates.patterns import Phrase
from pipeline.lexicons import load

WORD = re.compile(r"[\w’'-]+")
CLAUSE_END = re.compile(r"[.,;:()\n]")
NEAR = 3
"""Words after a date, or before its preposition, among which the event is named."""


class NamedDay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A day, the names that mean it, and the nouns that make its bare date mean it. ``source`` tells of the event."""

    on: date
    source: str
    names: tuple[str, ...] = ()
    nouns: frozenset[str] = frozenset()


class NamedDays(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The days of named_days.toml."""

    day: tuple[NamedDay, ...]
    prepositions: frozenset[str]


@cache
def named_days() -> NamedDays:
    loaded: NamedDays = load("named_days", NamedDays)
    return loaded


@cache
def by_date() -> dict[tuple[int, int], list[NamedDay]]:
    found: defaultdict[tuple[int, int], list[NamedDay]] = defaultdict(list)
    for day in named_days().day:
        found[day.on.month, day.on.day].append(day)
    return found


def values_by_name() -> dict[str, str]:
    """Every name of a day in lower case, with the value of that day."""
    return {name.lower(): value_of_day(day.on) for day in named_days().day for name in day.names}


def value_of_day(day: date) -> str:
    """A month and day of a known year, which is that of the event if the text was written after it."""
    return f"XXXX-{day:%m-%d} *{day.year}"


def event_on(phrase: Phrase, month: int, day: int) -> str | None:
    """The value of a date without a year that stands beside the noun of its event."""
    days = by_date().get((month, day))
    if not days:
        return None
    near = words_near(phrase)
    return next((value_of_day(day.on) for day in days if day.nouns & near), None)


def words_near(phrase: Phrase) -> set[str]:
    """The words right after a date and those before its preposition: "the attacks of", "the terror attacks"."""
    after = WORD.findall(CLAUSE_END.split(phrase.text[phrase.end : phrase.end + 60])[0])[:NEAR]
    before = WORD.findall(CLAUSE_END.split(phrase.text[max(0, phrase.start - 60) : phrase.start])[-1])
    if before and before[-1].lower() == "the":
        before.pop()
    of_it = before[-NEAR - 1 : -1] if before and before[-1].lower() in named_days().prepositions else []
    return {word.lower() for word in (*after, *of_it)}
