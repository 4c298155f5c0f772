"""The words of ``lexicons/modality.toml``."""

from __future__ import annotations

from functools import cache

import msgspec

from pipeline import lexicons


class Modality(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Modal verbs, adverbs, negators and words of time to come."""

    will: frozenset[str]
    would: frozenset[str]
    had: frozenset[str]
    possible: frozenset[str]
    able: frozenset[str]
    probably: frozenset[str]
    allegedly: frozenset[str]
    possibly: frozenset[str]
    negators: frozenset[str]
    focus: frozenset[str]
    ever: frozenset[str]
    single: frozenset[str]
    never_phrases: frozenset[str]
    choices: frozenset[str]
    nobody: frozenset[str]
    conditions: frozenset[str]
    instead: frozenset[str]
    nearly: frozenset[str]
    future_words: frozenset[str]
    future_modifiers: frozenset[str]
    time_nouns: frozenset[str]
    weekdays: frozenset[str]
    months: frozenset[str]
    habitual: frozenset[str]
    anyone: frozenset[str]
    whoever: frozenset[str]
    fiction: frozenset[str]
    screen: frozenset[str]
    drills: frozenset[str]
    mock: frozenset[str]


@cache
def modality_words() -> Modality:
    loaded: Modality = lexicons.load("modality", Modality)
    return loaded
