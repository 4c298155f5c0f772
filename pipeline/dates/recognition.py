"""Pass one: find the time expressions of a text and say what each means before any reference day is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.dates.anchors import TIMELESS
from pipeline.dates.grammar import levels
from pipeline.dates.lexing import lex
from pipeline.dates.patterns import Draft
from pipeline.dates.spans import Span
from pipeline.dates.vocabulary import KINDS, OTHER, REDUCED, Atom
from pipeline.domain import Tense, TimexType

FINAL = frozenset(KINDS[name] for name in REDUCED) - {KINDS["AMOUNT"]}
FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d+")
EVE = re.compile(r"\b(?:the\s+)?eve\s+of\s+(?:(?!on\s)[^\W\d_][\w’'-]*\s+){1,5}on\s+(?:the\s+)?$", re.IGNORECASE)
EVE_WINDOW = 70
"""Characters before a day in which the eve of what happens on it may stand."""
ONE_DAY = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d-\d\d|WXX-\d)$")
ISLAND = re.compile(f"[^{OTHER}]+")
OF_TIME = re.compile(f"[^{OTHER}{''.join(sorted(TIMELESS))}]|{KINDS['number'] * 2}")


class RecognizedTime(NamedTuple):
    """A recognised time expression: extent, TIMEX3 type, underspecified value and mod.

    ``ahead`` is the value of the date it is where its clause looks ahead, if that is another; see ``outlook``.
    """

    start: int
    end: int
    type: TimexType
    value: str
    mod: str | None
    ahead: str | None = None


def recognise(text: str, tags: Mapping[int, str]) -> tuple[RecognizedTime, ...]:
    """All time expressions in order. ``tags`` are Penn Treebank tags by the offset of their word; none will do too."""
    found: list[RecognizedTime] = []
    for island in islands(lex(text, tags)):
        found.extend(expressions(text, island))
    return settle_numeric(
        text, [with_eve(text, item, before) for before, item in zip([None, *found], found, strict=False)]
    )


def with_eve(text: str, day: RecognizedTime, before: RecognizedTime | None) -> RecognizedTime:
    """The day before, where the text has "the eve of" what happens on a day: "on the eve of the vote on 3 May"."""
    if day.type != "DATE" or "eve" not in text[max(0, day.start - EVE_WINDOW) : day.start]:
        return day
    match = EVE.search(text, max(0, day.start - EVE_WINDOW), day.start)
    if match is None or not ONE_DAY.match(day.value):
        return day
    if before is not None and before.end > match.start():
        return day
    return day._replace(start=match.start(), value=f"{day.value} -1D")


def islands(atoms: list[Atom]) -> Iterator[list[Atom]]:
    """Stretches of atoms that mean something to the grammar, one of them of time."""
    for match in ISLAND.finditer(kinds_of(atoms)):
        if OF_TIME.search(match[0]):
            yield atoms[match.start() : match.end()]


def kinds_of(atoms: Sequence[Atom]) -> str:
    return "".join([atom.kind for atom in atoms])


def expressions(text: str, atoms: Sequence[Atom]) -> Iterator[RecognizedTime]:
    kinds = kinds_of(atoms)
    for level in levels():
        reduced = level.reduce(text, atoms, kinds)
        if reduced is not atoms:
            atoms, kinds = reduced, kinds_of(reduced)
    for atom in atoms:
        if atom.kind in FINAL:
            yield RecognizedTime(atom.start, atom.end, *draft(atom.data))


def draft(data: Draft | Span) -> Draft:
    return data if isinstance(data, Draft) else Draft("DURATION", data.value(), data.mod, data.ahead)


def outlook(found: RecognizedTime, tense: Tense | None) -> RecognizedTime | None:
    """What an expression is in a clause of that tense: "in two weeks" is a date only where the clause looks ahead.

    None if it is no time expression there: "soon" in a story of the past.
    """
    if found.ahead is None:
        return found
    if tense == "future":
        return found._replace(type="DATE", value=found.ahead)
    return None if found.ahead == found.value else found


def settle_numeric(text: str, found: list[RecognizedTime]) -> tuple[RecognizedTime, ...]:
    """Decide the order of day and month in figures for the whole document, where other dates of it tell one order."""
    orders = {order for item in found if (order := order_told(text, item)) is not None}
    if len(orders) != 1:
        return tuple(found)
    chosen = 0 if orders.pop() == "month first" else -1
    return tuple(item._replace(value=item.value.split("|")[chosen]) if "|" in item.value else item for item in found)


def order_told(text: str, item: RecognizedTime) -> str | None:
    """The order of a date in figures that can be read in one way only."""
    match = FIGURES.fullmatch(text, item.start, item.end)
    if match is None or "|" in item.value or match[1] == match[2]:
        return None
    return "month first" if int(match[2]) > 12 else "day first"
