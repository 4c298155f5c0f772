"""Mentions that can all be of one thing, brought together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

M = TypeVar("M")


def group_mentions(
    mentions: Iterable[M],
    keys: Callable[[M], Iterable[Hashable]],
    same: Callable[[M, M], bool],
    traits: Callable[[M], Hashable],
) -> list[list[M]]:
    """Groups in the order of their first mentions; a mention joins the first group whose every member it may be.

    Only mentions that share a key are compared, and of a group only those that differ in their traits, all that
    ``same`` looks at: long texts take no quadratic time. One without any key stands alone.
    """
    groups: list[list[M]] = []
    unlike: list[dict[Hashable, M]] = []
    filed: dict[Hashable, list[int]] = {}
    for mention in mentions:
        shared = list(keys(mention))
        candidates = sorted({at for key in shared for at in filed.get(key, ())})
        home = next(
            (at for at in candidates if all(same(mention, other) for other in unlike[at].values())), len(groups)
        )
        if home == len(groups):
            groups.append([])
            unlike.append({})
        groups[home].append(mention)
        unlike[home].setdefault(traits(mention), mention)
        for key in shared:
            if home not in (places := filed.setdefault(key, [])):
                places.append(home)
    return groups


def shared_keys(key: Hashable | None) -> tuple[Hashable, ...]:
    """The only key of a mention, or none for one that is like no other."""
    return () if key is None else (key,)
