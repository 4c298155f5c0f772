"""What is made of rows that are kept themselves, kept with them. Pure."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

Source = TypeVar("Source")
P = ParamSpec("P")
T = TypeVar("T")
MOST = 32


class Same:
    """A value that equals itself alone; who holds it keeps any other from getting its place in memory."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)


def kept(make: Callable[Concatenate[Source, P], T]) -> Callable[Concatenate[Source, P], T]:
    """Keep the last answers about sources that nobody changes, known by identity; what else is given is hashed.

    To hash a thousand rows takes as long as most of what is made of them.
    """

    def answer(source: Same, *args: Any, **named: Any) -> T:
        return make(source.value, *args, **named)

    remembered: Callable[..., T] = lru_cache(maxsize=MOST)(answer)

    @wraps(make)
    def ask(source: Source, /, *args: P.args, **named: P.kwargs) -> T:
        return remembered(Same(source), *args, **named)

    return ask
