"""The words of time expressions and the kinds of atom that the grammar knows them by.

Each kind is one character, so that a text becomes a string of kinds and the grammar regular expressions over it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import msgspec

from pipeline.domain import Bound
from pipeline.lexicons import load

OTHER = "."
WORD_KINDS = (
    "month", "month_abbreviation", "weekday", "weekday_abbreviation", "weekdays", "season", "unit", "units", "number",
    "ordinal", "deictic", "deictic_part", "part_of_day", "clock_word", "half_day", "zone", "decade_word", "frequency",
    "era", "reference", "prospect", "lasting",
)  # fmt: skip
FIGURE_KINDS = (
    "year", "day", "count", "clock", "military", "day_ordinal", "decade_figures", "short_year", "iso", "numeric",
    "quarter", "fiscal_year", "oclock", "fall", "second",
)  # fmt: skip
FUNCTIONS = (
    "the", "a", "this", "that", "these", "same", "last", "next", "following", "coming", "previous",
    "early", "late", "middle", "beginning", "end", "close", "rest", "whole", "about", "more", "less", "least", "than",
    "ago", "later", "earlier", "before", "after", "hence", "of", "in", "on", "at", "from", "to", "and", "or",
    "since", "every", "per", "twice", "couple", "few", "several", "many", "some",
    "very", "just", "long", "old", "period",
    "year_word", "fiscal", "consecutive",
    "adjective", "near", "once", "times", "thing", "extra", "another", "as", "ended", "age", "its", "latest",
    "much", "no", "up", "eve", "other", "formerly", "those",
)  # fmt: skip
TIMES = (
    "current",
    "date_word",
    "half",
    "term",
    "time_word",
    "being",
    "now",
    "past",
    "moment",
    "present",
    "future",
    "modern",
)
MARKS = ("comma", "dash", "possessive", "slash")
REDUCED = (
    "DAY", "WEEK", "WEEKEND", "MONTH", "QUARTER", "HALF", "SEASON", "YEAR", "DECADE", "CENTURY", "TIME", "CLOCK",
    "AMOUNT", "SPAN", "SET", "REF", "ERA_YEAR",
)  # fmt: skip

KINDS = {
    name: chr(0x4E00 + index)
    for index, name in enumerate((*WORD_KINDS, *FIGURE_KINDS, *FUNCTIONS, *TIMES, *MARKS, *REDUCED, "holiday"))
}


class Atom(NamedTuple):
    """A word, figure or reduced phrase: its kind, its extent in characters, and what it stands for."""

    kind: str
    start: int
    end: int
    data: Any


class Holiday(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A feast of so many days: ``on`` is MM-DD, an nth weekday ("11-thu4", "05-mon-1"), days from Easter ("easter-2")
    or a list of moving_feasts.toml ("table:purim")."""

    on: str
    names: tuple[str, ...]
    days: int = 1

    @property
    def rule(self) -> str:
        return f"{self.on}/{self.days}" if self.days > 1 else self.on


class Holidays(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The feasts of holidays.toml."""

    holiday: tuple[Holiday, ...]


class Context(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words beside a figure or a name that tell what it is: a year or a count of things, a month or a march."""

    after_day: frozenset[str]
    clause_openers: frozenset[str]
    counted: frozenset[str]
    titled_weekdays: frozenset[str]
    tolls: frozenset[str]
    vessels: frozenset[str]
    day_idioms: frozenset[str]
    degrees: frozenset[str]
    fixtures: frozenset[str]
    greetings: frozenset[str]
    lasting: frozenset[str]
    march_to: frozenset[str]
    moment_cues: frozenset[str]
    month_cues: frozenset[str]
    named_weekdays: frozenset[str]
    naming_adjectives: frozenset[str]
    numbered: frozenset[str]
    numbered_names: frozenset[str]
    of_a_day: frozenset[str]
    on_sundays: frozenset[str]
    possessors: frozenset[str]
    programmes: frozenset[str]
    provinces: frozenset[str]
    quantifiers: frozenset[str]
    quarter_cues: frozenset[str]
    results: frozenset[str]
    statistics: frozenset[str]
    streets: frozenset[str]
    superlatives: frozenset[str]
    year_cues: frozenset[str]


class DateWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of dates.toml."""

    month: dict[str, int]
    month_abbreviation: dict[str, int]
    weekday: dict[str, int]
    weekday_abbreviation: dict[str, int]
    weekdays: dict[str, int]
    season: dict[str, str]
    unit: dict[str, str]
    units: dict[str, str]
    lasting: dict[str, str]
    number: dict[str, int]
    ordinal: dict[str, int]
    deictic: dict[str, int]
    deictic_part: dict[str, str]
    doubtful: dict[str, str | int]
    part_of_day: dict[str, str]
    clock_word: dict[str, str]
    half_day: dict[str, int]
    zone: dict[str, str]
    decade_word: dict[str, str]
    frequency: dict[str, str]
    era: dict[str, str]
    year_zero: dict[str, int]
    reference: dict[str, str]
    prospect: dict[str, str]
    function: dict[str, str]
    bound: dict[str, Bound]
    context: Context


@cache
def years_zero() -> dict[str, int]:
    lists: DateWords = load("dates", DateWords)
    return lists.year_zero


@cache
def number_words() -> dict[str, int]:
    lists: DateWords = load("dates", DateWords)
    return lists.number


@cache
def bound_words() -> dict[str, Bound]:
    lists: DateWords = load("dates", DateWords)
    return lists.bound


@cache
def context() -> Context:
    lists: DateWords = load("dates", DateWords)
    return lists.context


@cache
def word_kinds() -> dict[str, tuple[str, Any]]:
    """Every known word, lower case, with its kind and what it stands for; of two readings the first is taken."""
    found: dict[str, tuple[str, Any]] = {}
    for word, kind, data in entries(load("dates", DateWords)):
        found.setdefault(word, (KINDS[kind], data))
    return found


def entries(lists: DateWords) -> Iterator[tuple[str, str, Any]]:
    for kind in WORD_KINDS:
        for word, data in getattr(lists, kind).items():
            yield word, kind, data
    for word, data in lists.doubtful.items():
        yield word, word, data
    for word, name in lists.function.items():
        yield word, name, name


@cache
def feasts() -> dict[str, str]:
    """Every holiday by its name in lower case, with the rule that finds its day."""
    return {name.lower(): holiday.rule for holiday in load("holidays", Holidays).holiday for name in holiday.names}
