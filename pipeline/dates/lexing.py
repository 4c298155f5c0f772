"""Cut a text into the words and figures that time expressions are made of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from pipeline.dates import named_days
from pipeline.dates.vocabulary import KINDS, OTHER, Atom, feasts, words, years_zero

MARKS = {
    ",": "comma",
    "-": "dash",
    "–": "dash",
    "—": "dash",
    "‑": "dash",
    "/": "slash",
}
TOKEN = re.compile(
    r"""
    (?P<address>(?:https?://|www\.)\S+)
  | (?P<word>(?!o[’']clock)[^\W\d_]++(?:(?:\.[^\W\d_]++)++\.?)?+(?!\d))
  | (?P<iso>[12]\d{3}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\d-]))
  | (?P<numeric>\d{1,2}(?P<parted>[/.])\d{1,2}(?P=parted)(?:\d{4}|\d\d)(?![\d/]))
  | (?P<clock>(?:[01]?\d|2[0-4])(?::[0-5]\d){1,2}(?![\d:])|\d{1,2}\.[0-5]\d(?=\s?[ap]\.?m\b))
  | (?P<day_ordinal>\d{1,2}(?:st|nd|rd|th)\b)
  | (?P<decade_figures>[12]\d\d0[’']?s\b|[1-9]\d0[’']?s\b(?=\s[BC]\.?C)|[’'‘`]?[1-9]0[’']?s\b)
  | (?P<short_year>[’'‘`]\d\d\b(?!\s?[°"]))
  | (?P<quarter>[QH][1-4]\b)
  | (?P<fiscal_year>FY\s?[’'‘]?(?:\d{4}|\d\d)\b)
  | (?P<oclock>o[’']clock\b)
  | (?P<figure>\d+(?:,\d{3})*(?:\.\d+)?(?!\d))
  | (?P<possessive>[’']s\b|(?:(?<=s)|(?<=s\s))[’'](?=\stime\b))
  | (?P<mark>[^\s\w])
  | (?P<line>\n\s*)
    """,
    re.VERBOSE,
)
ABBREVIATIONS = frozenset({KINDS["month_abbreviation"], KINDS["weekday_abbreviation"]})
NAMES = ABBREVIATIONS | {KINDS["month"], KINDS["weekday"], KINDS["weekdays"]}
NUMBERS = frozenset(KINDS[name] for name in ("number", "day", "count", "several", "few", "many"))
AS_PART = {KINDS["units"]: "adjective", KINDS["a"]: "thing", KINDS["per"]: "thing"}
"""What a word after a number is, by the kind of the word after it."""
VERBAL = frozenset({"SP", "FA", "close", "end", "beginning", "last", "present"})
"""What words stand for that may also be verbs ("prices fall", "talks last"): only their tag tells."""
YEAR_RANGE = range(1000, 2200)
MOST_FIGURES = 30
"""Figures of the longest number that counts anything."""
NOT_A_NOUN = ("V", "M", "W")
WRAPPED = 50
"""Characters of the shortest line that may run on into the next."""
PIVOT = 40
"""Two-digit years below the pivot are of this century."""

Tags = Mapping[int, str]
"""Penn Treebank tags by the offset of their word."""


def lex(text: str, tags: Tags) -> list[Atom]:
    """The words, figures and marks of a text in order; what means nothing to the grammar is OTHER, long or short."""
    atoms: list[Atom] = []
    known = words()
    for match in TOKEN.finditer(text):
        if atoms and match.start() < atoms[-1].end:
            continue
        unknown = match.lastgroup == "word" and match[0].lower() not in known
        atom = None if unknown else token(text, match, tags)
        if atom is None:
            add_other(atoms, *match.span())
        elif atom.kind:
            atoms.append(atom)
    mark_adjectives(text, atoms)
    return with_names(text, atoms)


def token(text: str, match: re.Match[str], tags: Tags) -> Atom | None:
    """One known word, figure or mark; None if it means nothing, an atom of no kind if it is only where a line wraps."""
    group, (start, end) = match.lastgroup, match.span()
    if group == "word":
        return word(text, start, end, words()[match[0].lower()], tags)
    if group == "mark":
        mark = MARKS.get(match[0])
        return None if mark is None else Atom(KINDS[mark], start, end, None)
    if group == "line":
        return None if ends_line(text, start, match[0]) else Atom("", start, end, None)
    if group == "address":
        return None
    return figure(match[0], start, end) if group == "figure" else Atom(KINDS[str(group)], start, end, match[0])


def ends_line(text: str, start: int, gap: str) -> bool:
    """Whether a line break ends what stands before it: a blank line, or one after a line too short to be wrapped."""
    return gap.count("\n") > 1 or start - text.rfind("\n", 0, start) <= WRAPPED


def add_other(atoms: list[Atom], start: int, end: int) -> None:
    """One atom for all words between two that mean something."""
    if not atoms or atoms[-1].kind != OTHER:
        atoms.append(Atom(OTHER, start, end, None))
    elif atoms[-1].data is None:
        atoms[-1] = Atom(OTHER, atoms[-1].start, end, "several words")


def mark_adjectives(text: str, atoms: list[Atom]) -> None:
    """A word between a number and its unit is part of the length: "two bloody weeks", "five trading days".

    One between a number and "a week" is the thing that the rate counts: "12 flights a week".
    """
    for index in range(1, len(atoms) - 1):
        atom = atoms[index]
        if atom.kind != OTHER or atom.data is not None or atoms[index - 1].kind not in NUMBERS:
            continue
        after = atoms[index + 1].kind
        if after in AS_PART and text[atom.start : atom.end].islower():
            atoms[index] = Atom(KINDS[AS_PART[after]], atom.start, atom.end, None)


def word(text: str, start: int, end: int, reading: tuple[str, Any], tags: Tags) -> Atom:
    kind, data = reading
    if kind in NAMES:
        return name(text, start, end, reading, tags)
    if data in VERBAL and tags.get(start, "N").startswith(NOT_A_NOUN):
        return Atom(OTHER, start, end, None)
    return Atom(kind, start, end, data)


def name(text: str, start: int, end: int, reading: tuple[str, Any], tags: Tags) -> Atom:
    """A month or weekday is written with a capital and is no verb ("may", "march")."""
    kind, data = reading
    if not text[start].isupper() or tags.get(start, "N").startswith(NOT_A_NOUN):
        return Atom(OTHER, start, end, None)
    if kind in ABBREVIATIONS and text[end : end + 1] == ".":
        end += 1
    return Atom(kind, start, end, data)


def figure(digits: str, start: int, end: int) -> Atom:
    if len(digits) > MOST_FIGURES:
        return Atom(OTHER, start, end, None)
    if digits.isdecimal():
        value = int(digits)
        if len(digits) <= 2 and 1 <= value <= 31:
            return Atom(KINDS["day"], start, end, value)
        if len(digits) == 4 and value in YEAR_RANGE:
            return Atom(KINDS["year"], start, end, value)
        if len(digits) == 4 and value < 1000 and value % 100 < 60:
            return Atom(KINDS["military"], start, end, digits)
        return Atom(KINDS["count"], start, end, value)
    return Atom(KINDS["count"], start, end, float(digits.replace(",", "")))


def with_names(text: str, atoms: list[Atom]) -> list[Atom]:
    """The atoms with those made one that together name a holiday, another day, or a year of another calendar."""
    found = [
        Atom(KINDS["holiday"], *match.span(), days_by_name()[match[0].lower()]) for match in day_names().finditer(text)
    ]
    found += [
        Atom(KINDS["year"], *match.span(), years_zero()[match[1].lower()] + int(match[2]))
        for match in counted_years().finditer(text)
    ]
    if not found:
        return atoms
    kept = [atom for atom in atoms if not any(named.start <= atom.start < named.end for named in found)]
    return sorted(kept + found, key=lambda atom: atom.start)


@cache
def counted_years() -> re.Pattern[str]:
    """ "Juche 112 (2023)"."""
    return re.compile(rf"\b({'|'.join(map(str.title, years_zero()))})\s+(\d{{1,3}})\b(?:\s*\(\d{{4}}\))?")


@cache
def days_by_name() -> dict[str, str]:
    return {**feasts(), **named_days.names()}


@cache
def day_names() -> re.Pattern[str]:
    names = sorted(days_by_name(), key=len, reverse=True)
    return re.compile(r"(?<![\w/])(?=[A-Z\d])(?i:" + "|".join(map(re.escape, names)) + r")(?![\w’'/])")
