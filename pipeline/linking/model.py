"""The weights of linking, and which types may be one: the lexicon ``linking.toml``."""

from __future__ import annotations

from functools import cache

import msgspec

from pipeline.lexicons import load


class Linking(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon ``linking.toml``."""

    threshold: float
    together: tuple[frozenset[str], ...]
    speech: frozenset[str]
    unmarking: frozenset[str]
    by_hand: dict[str, float]
    weights: dict[str, float]

    @property
    def all_weights(self) -> dict[str, float]:
        return {**self.by_hand, **self.weights}


@cache
def fitted() -> Linking:
    found: Linking = load("linking", Linking)
    return found


@cache
def may_be_one_type(one: str, other: str) -> bool:
    return one == other or any({one, other} <= group for group in fitted().together)
