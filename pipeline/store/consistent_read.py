"""Answers made of several queries that all speak of one state of the store."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from pipeline.errors import StoreError

MOST_TURNS = 60

P = ParamSpec("P")
T = TypeVar("T")


class Versioned(Protocol):
    """What has a number that grows with every write."""

    def version(self) -> int: ...


S = TypeVar("S", bound=Versioned)


def of_one_version(ask: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
    """Ask again if somebody wrote meanwhile, when rows may miss what they refer to. Raises StoreError after 60 turns.

    The queries of an answer run on several connections at once, so that no transaction can hold them together.
    """

    @wraps(ask)
    def asked(store: S, /, *args: P.args, **kwargs: P.kwargs) -> T:
        for _ in range(MOST_TURNS):
            version = store.version()
            try:
                answer = ask(store, *args, **kwargs)
            except LookupError:
                if store.version() == version:
                    raise
                continue
            if store.version() == version:
                return answer
        raise StoreError.busy()

    return asked
