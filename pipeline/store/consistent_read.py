"""Answers made of several queries that all speak of one state of the store."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

FREE_TURNS = 5

P = ParamSpec("P")
T = TypeVar("T")


class Versioned(Protocol):
    """What has a number that grows with every write, and can keep writers waiting."""

    def version(self) -> int: ...

    def held(self) -> AbstractContextManager[None]: ...


S = TypeVar("S", bound=Versioned)


def of_one_version(ask: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
    """Ask again if somebody wrote meanwhile, when rows may miss what they refer to; after five turns, keep writers
    waiting until it is answered.

    The queries of an answer run on several connections at once, so that no transaction can hold them together.
    """

    @wraps(ask)
    def consistently(store: S, /, *args: P.args, **kwargs: P.kwargs) -> T:
        for _ in range(FREE_TURNS):
            version = store.version()
            try:
                answer = ask(store, *args, **kwargs)
            except LookupError:
                if store.version() == version:
                    raise
                continue
            if store.version() == version:
                return answer
        with store.held():
            return ask(store, *args, **kwargs)

    return consistently
