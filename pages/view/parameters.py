"""Parameters of an address as they are read, and a sentence for each that cannot be used. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TypeVar

Parameters = Mapping[str, list[str]]
T = TypeVar("T")


class Reading:
    """Parameters as they are read, and what was wrong with them."""

    def __init__(self, parameters: Parameters) -> None:
        self.parameters = parameters
        self.problems: list[str] = []

    def one(self, name: str, parse: Callable[[str], T], hint: str) -> T | None:
        return next(iter(self._parsed(name, self.parameters.get(name, [])[-1:], parse, hint)), None)

    def each(self, name: str, parse: Callable[[str], T], hint: str) -> list[T]:
        return self._parsed(name, self.parameters.get(name, []), parse, hint)

    def _parsed(self, name: str, values: Iterable[str], parse: Callable[[str], T], hint: str) -> list[T]:
        found = []
        for value in values:
            try:
                found.append(parse(value))
            except ValueError:
                self.problems.append(f"“{_short(name)}={_short(value)}” in the link was ignored: {hint}.")
        return found

    def some(self, name: str, known: Collection[str]) -> frozenset[str]:
        wanted = set(self.parameters.get(name, []))
        for unknown in sorted(wanted.difference(known)):
            self.problems.append(f"“{name}={_short(unknown)}” in the link was ignored: nothing here has that {name}.")
        return frozenset(wanted.intersection(known))

    def reject_others(self, known: Collection[str]) -> None:
        for name in sorted(set(self.parameters).difference(known)):
            self.problems.append(f"“{_short(name)}” in the link was ignored: Dateline knows no such setting.")


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
