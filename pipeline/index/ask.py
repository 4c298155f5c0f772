"""Asking the tables of the index: SQL with parameters by name, rows as dictionaries or as a type."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

T = TypeVar("T")
Row = dict[str, Any]
NAMED = re.compile(r"\$(\w+)")


class Ask:
    """A connection and the values that its questions may name; every answer is read to its end."""

    def __init__(
        self, cursor: DuckDBPyConnection, values: Mapping[str, Any], names: dict[int, list[Row]] | None = None
    ) -> None:
        """``names``: what entities are called by their numbers, as far as it was asked in this state of the index."""
        self.cursor, self.values = cursor, values
        self.names = {} if names is None else names
        self._sets: dict[str, str] = {}

    def among(self, number: str, numbers: str) -> str:
        """The condition that a number is one of those that a query selects, which is asked once.

        They are kept as a bit for each number there is: to look one up takes nanoseconds, where a join hashes it.
        """
        if numbers not in self._sets:
            name = f"set{len(self._sets)}"
            self.rows(f"SET VARIABLE {name} = {self.bits(numbers)}")
            self._sets[numbers] = name
        return f"get_bit(getvariable('{self._sets[numbers]}'), {number}) = 1"

    def bits(self, numbers: str) -> str:
        """A bit for each number there is, set for those that a query selects."""
        return f"(SELECT bitstring_agg(number, 0, {self.free}) FROM ({numbers}) AS found(number))"

    @cached_property
    def free(self) -> int:
        """The first number that nothing has."""
        return self.number("SELECT next_number FROM state")

    def rows(self, sql: str, **more: Any) -> list[Row]:
        values = {**self.values, **more}
        done = self.cursor.execute(sql, {name: storable(values[name]) for name in set(NAMED.findall(sql))})
        names = [column[0] for column in done.description or ()]
        return [dict(zip(names, row, strict=True)) for row in done.fetchall()]

    def all(self, type_: type[T], sql: str, **more: Any) -> list[T]:
        """Rows as a type whose fields the columns are named after."""
        return [msgspec.convert(row, type_) for row in self.rows(sql, **more)]

    def number(self, sql: str, **more: Any) -> int:
        (row,) = self.rows(sql, **more)
        return int(next(iter(row.values())))

    def column(self, sql: str, **more: Any) -> tuple[Any, ...]:
        return tuple(next(iter(row.values())) for row in self.rows(sql, **more))


def storable(value: Any) -> Any:
    """A value as a database can hold it: a mangled link may name others, which are then found nowhere."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return sorted(map(storable, value)) if isinstance(value, frozenset) else value


def group_by_column(rows: Iterable[Row], column: str) -> dict[Any, list[Row]]:
    groups: dict[Any, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[column], []).append(row)
    return groups
