"""The fitted weights of the models that recognise and resolve toponyms."""

from __future__ import annotations

import msgspec

from pipeline.lexicons import load


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon ``place_weights.toml``: a number for each named feature, of each of the three models."""

    recognition: dict[str, float]
    first_round: dict[str, float]
    second_round: dict[str, float]


def weights() -> Weights:
    fitted: Weights = load("place_weights", Weights)
    return fitted
