"""Write a phrase as a pattern over kinds of atom, and find it: the small language the grammar is written in.

``{month}`` is an atom of that kind or of that set of kinds, ``{m=month}`` the same with a name, and the rest is as in
regular expressions; blanks mean nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from pipeline.dates.vocabulary import KINDS, OTHER, Atom, context, word_kinds
from pipeline.domain import TimexType

SETS = {
    "month_any": ("month", "month_abbreviation"),
    "weekday_any": ("weekday", "weekday_abbreviation"),
    "day_any": ("day", "day_ordinal"),
    "ordinal_any": ("ordinal", "day_ordinal", "second"),
    "figure": ("day", "count", "year"),
    "how_many": ("day", "count", "year", "AMOUNT"),
    "unit_any": ("unit", "units", "second"),
    "season_any": ("season", "fall"),
    "joint": ("dash", "to", "and", "or"),
    "back": ("last", "past", "previous"),
    "ahead": ("next", "following", "coming"),
    "relative": ("last", "past", "previous", "next", "following", "coming"),
    "demonstrative": ("this", "that"),
    "fiscal_relative": ("last", "past", "previous", "next", "following", "coming", "this", "that", "current", "latest"),
    "named": ("DAY", "MONTH", "SEASON", "fall"),
    "four_figures": ("year", "military"),
    "any_figure": ("day", "count", "year", "military"),
    "year_any": ("year", "short_year", "ERA_YEAR"),
    "full_year": ("year", "ERA_YEAR"),
    "dated_or_time": (
        "DAY",
        "WEEK",
        "WEEKEND",
        "MONTH",
        "QUARTER",
        "HALF",
        "SEASON",
        "YEAR",
        "DECADE",
        "CENTURY",
        "TIME",
    ),
    "in_of": ("in", "of"),
    "rate": ("SPAN", "AMOUNT", "count", "day", "twice", "once", "times", "thing"),
    "sort": ("consecutive", "more", "whole", "adjective", "extra", "previous", "following"),
    "of_years": ("unit", "units"),
    "hours": ("units",),
    "on_since": ("on", "since", "from", "to"),
    "period": ("period", "unit"),
    "ago_earlier": ("ago", "earlier"),
    "present_modern": ("present", "modern"),
    "compounding": ("long", "old", "end", "ago", "earlier"),
    "near_long": ("near", "long"),
    "many_much": ("many", "much", "long"),
    "not_rate": ("ago", "earlier", "later", "before", "after", "from", "hence"),
    "one": ("a", "another"),
    "whole_extra": ("whole", "extra"),
    "earlier_previous": ("earlier", "before", "previous", "formerly"),
    "often": ("once", "twice"),
    "side": ("early", "earlier", "late", "later"),
    "ordinal_or_last": ("ordinal", "day_ordinal", "second", "last"),
    "the_that": ("the", "that"),
    "day_or_month": ("DAY", "MONTH"),
    "edge": ("beginning", "end", "close", "middle", "rest"),
    "stage": ("early", "late", "middle"),
    "dated": ("DAY", "WEEK", "WEEKEND", "MONTH", "QUARTER", "HALF", "SEASON", "YEAR", "DECADE", "CENTURY"),
}
REMEMBERED = 4096
"""Stretches of text, as kinds, of which each level remembers which rules match: most recur."""
SHORT = 32
"""Atoms of the longest stretch that is remembered."""
LONGEST_TITLE = len("Capt.")
"""A longer word with a full stop ends a sentence."""
SLOT = re.compile(r"\{(?:(\w+)=)?(\w+)\}")


class Draft(NamedTuple):
    """A time expression in the making: TIMEX3 type, value or path to it (see ``values``), and mod.

    ``ahead`` is the value of the date it is in a clause that looks ahead; if that is its own, it is one only there.
    """

    type: TimexType
    value: str
    mod: str | None = None
    ahead: str | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Atoms that match a pattern, with those the pattern names, and the text around them."""

    text: str
    atoms: Sequence[Atom]
    named: dict[str, Atom]
    start: int
    end: int

    def data(self, name: str) -> Any:
        atom = self.named.get(name)
        return None if atom is None else atom.data

    def has(self, name: str) -> bool:
        return name in self.named

    def word(self, name: str) -> str:
        """The text of a named atom in lower case, empty if the phrase has none."""
        atom = self.named.get(name)
        return "" if atom is None else self.text[atom.start : atom.end].lower()

    def opens_sentence(self) -> bool:
        """Whether nothing but quotes and brackets stands between the phrase and the end of a sentence or line."""
        before = self.text[max(0, self.start - 6) : self.start].rstrip(" \"'“‘`(").rpartition(" ")[2]
        return not before or before[-1] in ".!?:\n"

    def before(self) -> str:
        """The word before the phrase in lower case, empty at the start of a line."""
        return self.before_written().lower()

    def before_written(self, nth: int = 1) -> str:
        """The nth word before the phrase as it is written, empty if its line has none."""
        found = self.text[max(0, self.start - 40) : self.start].rpartition("\n")[2].split()
        return found[-nth] if len(found) >= nth else ""

    def follows_name(self) -> bool:
        """Whether the word before has a capital that is not that of its sentence: "the Long March", not "In March"."""
        word, before = self.before_written(), self.before_written(2)
        if len(word) > LONGEST_TITLE and word[-1] in ".!?":
            return False
        opens_sentence = not before or before[-1] in '.!?:"”'
        return word[:1].isupper() and not (opens_sentence and word.lower() in word_kinds())

    def is_title(self) -> bool:
        """Whether the phrase is written as the title of a programme or paper: "the Today programme", "USA Today"."""
        if not self.text[self.start].isupper() or self.after().isupper():
            return False
        if not self.opens_sentence():
            return True
        return self.after() in context().programmes

    def after(self) -> str:
        """The word after the phrase, empty at the end of a line."""
        return (self.words_after(1) or [""])[0]

    def words_after(self, most: int) -> list[str]:
        """The words after the phrase in its line, so many at most, as they are written."""
        return self.text[self.end : self.end + 40].partition("\n")[0].split()[:most]

    def as_other(self) -> list[Atom]:
        """The whole phrase as words that are no time."""
        return [Atom(OTHER, self.start, self.end, None)]

    def atom(self, kind: str, draft: Any) -> list[Atom]:
        """The whole phrase as one atom."""
        return [Atom(KINDS[kind], self.start, self.end, draft)]


Build = Callable[[Phrase], list[Atom]]
"""Makes atoms of a phrase; none if it turns out not to be what it looks like."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A phrase of the grammar and what is made of it."""

    pattern: str
    build: Build


class Match(NamedTuple):
    """A rule that matches in a string of kinds: up to where, and where the atoms that it names stand."""

    build: Build
    end: int
    named: tuple[tuple[str, int], ...]


class Level:
    """Rules that apply at once; at each atom, the first that matches and builds wins."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple((re.compile(translate(rule.pattern)), rule.build) for rule in rules)
        self.any = re.compile("|".join(f"(?:{translate(rule.pattern, named=False)})" for rule in rules))
        self.remembered = lru_cache(REMEMBERED)(self.search)

    def reduce(self, text: str, atoms: Sequence[Atom], kinds: str) -> Sequence[Atom]:
        """The atoms, whose kinds are given, with each phrase as what is made of it; themselves if there is none."""
        search = self.remembered if len(kinds) <= SHORT else self.search
        reduced: list[Atom] = []
        at = 0
        while candidate := search(kinds, at):
            start, matches = candidate
            reduced.extend(atoms[at:start])
            at, built = self.first_built(text, atoms, start, matches)
            reduced.extend(built)
        if not at:
            return atoms
        reduced.extend(atoms[at:])
        return reduced

    def search(self, kinds: str, at: int) -> tuple[int, tuple[Match, ...]] | None:
        """The next atom at which rules match, with those rules in order."""
        if (candidate := self.any.search(kinds, at)) is None:
            return None
        start = candidate.start()
        found = ((pattern.match(kinds, start), build) for pattern, build in self.rules)
        return start, tuple(to_match(match, build) for match, build in found if match and match.end() > start)

    def first_built(
        self, text: str, atoms: Sequence[Atom], at: int, matches: Iterable[Match]
    ) -> tuple[int, Sequence[Atom]]:
        for build, end, places in matches:
            named = {name: atoms[place] for name, place in places}
            if built := build(Phrase(text, atoms[at:end], named, atoms[at].start, atoms[end - 1].end)):
                return end, built
        return at + 1, [atoms[at]]


def to_match(match: re.Match[str], build: Build) -> Match:
    return Match(build, match.end(), tuple((name, match.start(name)) for name in match.re.groupindex if match[name]))


def translate(pattern: str, *, named: bool = True) -> str:
    """The pattern as a regular expression over characters that stand for kinds."""

    def kinds(slot: re.Match[str]) -> str:
        members = "".join(KINDS[name] for name in SETS.get(slot[2], (slot[2],)))
        return f"(?P<{slot[1]}>[{members}])" if slot[1] and named else f"[{members}]"

    return re.sub(r"\s+", "", SLOT.sub(kinds, pattern))
