"""The order of a table in the address: its name, a column, and whether it goes down. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

NUMBER = re.compile(r"(\d+)")
SORT = re.compile(r"([a-z]+-table):(-?)([A-Z][A-Za-z ]{1,30})")


@dataclass(frozen=True, slots=True)
class Sort:
    """A table by the name of its panel, and the column by which it is ordered."""

    table: str
    column: str
    down: bool = False

    def __str__(self) -> str:
        return f"{self.table}:{'-' if self.down else ''}{self.column}"


def parse(value: str) -> Sort:
    """Raises ValueError for what is no order."""
    match = SORT.fullmatch(value)
    if match is None:
        raise ValueError(value)
    return Sort(match[1], match[3], bool(match[2]))


def one_each(sorts: Iterable[Sort]) -> frozenset[Sort]:
    """The last order that is given for each table."""
    return frozenset({sort.table: sort for sort in sorts}.values())


def ordered(values: Sequence[Any], *, down: bool = False) -> list[int]:
    """The places of values in their order: days and numbers by size, words by letters and the numbers in them; what is
    empty stands last either way.
    """
    full = [at for at, value in enumerate(values) if value not in (None, "")]
    empty = [at for at, value in enumerate(values) if value in (None, "")]
    return [*sorted(full, key=lambda at: key(values[at]), reverse=down), *empty]


def key(value: Any) -> tuple[Any, ...]:
    if isinstance(value, date):
        return (value.toordinal(),)
    if isinstance(value, str):
        parts = NUMBER.split(value.casefold())
        return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts if part)
    return (value,)
