"""Cut a text into the words and figures that time expressions are made of."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from pipeline.dates import named_days
from pipeline.dates.anchors import ABBREVIATIONS, NAMES, NUMBERS, anchors, opening
from pipeline.dates.prefixes import any_of
from pipeline.dates.vocabulary import KINDS, OTHER, Atom, feasts, word_kinds, years_zero

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
    [^\S\n]*+(?:
    (?P<address>(?:https?://|www\.)\S+)
  | (?P<word>(?!o[’']clock)[^\W\d_]++(?:(?:\.[^\W\d_]++)++\.?)?+(?!\d))
  | (?P<iso>[12]\d{3}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\d-]))
  | (?P<numeric>\d{1,2}(?P<parted>[/.-])\d{1,2}(?P=parted)(?:\d{4}|(?<!-)\d\d)(?![\d/]|-\d))
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
  | (?P<skipped>_++|\Z)
    )""",
    re.VERBOSE,
)
AS_PART = {KINDS["units"]: "adjective", KINDS["a"]: "thing", KINDS["per"]: "thing"}
"""What a word after a number is, by the kind of the word after it."""
AMBIGUOUS = frozenset({"SP", "FA", "close", "end", "beginning", "last", "present", "that"})
"""What words stand for that may also be verbs ("prices fall", "talks last") or a conjunction ("said that April ...").

Only their tag tells.
"""
YEAR_RANGE = range(1000, 2200)
MOST_FIGURES = 30
"""Figures of the longest number that counts anything."""
NOT_A_NOUN = ("V", "M", "W", "IN")
WRAPPED = 50
"""Characters of the shortest line that may run on into the next."""
PIVOT = 40
"""Two-digit years below the pivot are of this century."""

Tags = Mapping[int, str]
"""Penn Treebank tags by the offset of their word."""


def lex(text: str, tags: Tags) -> list[Atom]:
    """The words, figures and marks around all that may be of time, in order; what means nothing is OTHER."""
    lexer = Lexer(text, tags)
    for anchor in sorted(anchors(text) + [name.start for name in lexer.names]):
        if anchor >= lexer.end:
            lexer.read_stretch(anchor)
    mark_adjectives(text, lexer.atoms)
    return lexer.atoms


class Lexer:
    """Reads stretches of a text into atoms, from left to right."""

    def __init__(self, text: str, tags: Tags) -> None:
        self.text, self.tags = text, tags
        self.atoms: list[Atom] = []
        self.names = deque(named_day_atoms(text))
        self.end = 0

    def read_stretch(self, anchor: int) -> None:
        """The stretch around an anchor, with the first word after it that means nothing."""
        text, tags, known, atoms = self.text, self.tags, word_readings(), self.atoms
        if (begin := opening(text, anchor, self.end)) > self.end:
            self.pass_over(self.end, begin)
        end = begin
        for match in TOKEN.finditer(text, begin):
            group = str(match.lastgroup)
            start, stop = match.span(group)
            if self.names and start >= self.names[0].start:
                atoms.append(self.names.popleft())
                end = atoms[-1].end
            if start < end or group == "skipped":
                continue
            atom = None
            if group != "word":
                atom = figure_atom(text, group, start, stop)
            elif reading := known.get(match[group].lower()):
                atom = word_atom(text, start, stop, reading, tags)
            if atom is None:
                self.pass_over(start, stop)
                if start >= anchor:
                    self.end = stop
                    return
            elif atom.kind:
                atoms.append(atom)
                end = atom.end
        self.end = len(text)

    def pass_over(self, start: int, stop: int) -> None:
        """What means nothing is one atom, however long."""
        if self.atoms and self.atoms[-1].kind == OTHER:
            self.atoms[-1] = Atom(OTHER, self.atoms[-1].start, stop, "several words")
        else:
            self.atoms.append(Atom(OTHER, start, stop, None))


def figure_atom(text: str, group: str, start: int, end: int) -> Atom | None:
    """One figure or mark; None if it means nothing, an atom of no kind if it is only where a line wraps."""
    if group == "mark":
        mark = MARKS.get(text[start])
        return None if mark is None else Atom(KINDS[mark], start, end, None)
    if group == "line":
        return None if ends_line(text, start, text[start:end]) else Atom("", start, end, None)
    if group == "address":
        return None
    written = text[start:end]
    return number_atom(written, start, end) if group == "figure" else Atom(KINDS[group], start, end, written)


def ends_line(text: str, start: int, gap: str) -> bool:
    """Whether a line break ends what stands before it: a blank line, or one after a line too short to be wrapped."""
    return gap.count("\n") > 1 or start - text.rfind("\n", 0, start) <= WRAPPED


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


class WordReading(NamedTuple):
    """What a known word is and stands for; a ``doubtful`` one only with the right tag or capital."""

    kind: str
    data: Any
    doubtful: bool


@cache
def word_readings() -> dict[str, WordReading]:
    return {
        each: WordReading(kind, data, kind in NAMES or data in AMBIGUOUS) for each, (kind, data) in word_kinds().items()
    }


def word_atom(text: str, start: int, end: int, reading: WordReading, tags: Tags) -> Atom | None:
    """A known word; None for a verb ("may", "march", "talks last") and a month or weekday without a capital."""
    kind, data, doubtful = reading
    if doubtful:
        if tags.get(start, "N").startswith(NOT_A_NOUN) or (kind in NAMES and not text[start].isupper()):
            return None
        if kind in ABBREVIATIONS and text[end : end + 1] == ".":
            end += 1
    return Atom(kind, start, end, data)


def number_atom(digits: str, start: int, end: int) -> Atom | None:
    if len(digits) > MOST_FIGURES:
        return None
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


def named_day_atoms(text: str) -> list[Atom]:
    """What together names a holiday, another day, or a year of another calendar."""
    days = [
        Atom(KINDS["holiday"], *match.span(), days_by_name()[match[0].lower()]) for match in day_names().finditer(text)
    ]
    years = [
        Atom(KINDS["year"], *match.span(), years_zero()[match[1].lower()] + int(match[2]))
        for match in counted_years().finditer(text)
    ]
    return sorted(days + years, key=lambda atom: atom.start)


@cache
def counted_years() -> re.Pattern[str]:
    """ "Juche 112 (2023)"."""
    return re.compile(rf"({'|'.join(map(str.title, years_zero()))})\s+(\d{{1,3}})\b(?:\s*\(\d{{4}}\))?")


@cache
def days_by_name() -> dict[str, str]:
    return {**feasts(), **named_days.values_by_name()}


@cache
def day_names() -> re.Pattern[str]:
    """Names of days by their first letter, a capital or a figure: the search then stops at no other."""
    rests: dict[str, list[str]] = defaultdict(list)
    for name in days_by_name():
        rests[name[0].upper()].append(name[1:])
    initials = (f"{initial}(?<![\\w/].)(?i:{any_of(rest)})" for initial, rest in rests.items())
    return re.compile(f"(?:{'|'.join(initials)})(?![\\w’'/])")
