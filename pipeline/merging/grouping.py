"""Mentions that can all be of one thing, brought together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

M = TypeVar("M")


def grouped(mentions: Iterable[M], key: Callable[[M], Hashable | None], same: Callable[[M, M], bool]) -> list[list[M]]:
    """Groups in the order of their first mentions; a mention joins the first group whose every member it may be.

    Only mentions of one ``key`` are compared, so that long texts take no quadratic time; ``None`` stands alone.
    """
    groups: list[list[M]] = []
    homes: dict[Hashable, list[list[M]]] = {}
    for mention in mentions:
        shared = key(mention)
        candidates = [] if shared is None else homes.setdefault(shared, [])
        home = next((group for group in candidates if all(same(mention, other) for other in group)), None)
        if home is None:
            home = []
            candidates.append(home)
            groups.append(home)
        home.append(mention)
    return groups
