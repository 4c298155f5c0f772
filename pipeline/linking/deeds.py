"""Words and lexicon entries that tell one kind of deed: "gunned down", "shot", "opened fire"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

import msgspec

from pipeline.lexicons import load
from pipeline.linking.words import stem


class Deed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell a deed, in all irregular forms, and the entries of the predicates that tell nothing else."""

    words: frozenset[str]
    senses: frozenset[str] = frozenset()


class Deeds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon ``deeds.toml``."""

    deeds: dict[str, Deed]


@cache
def by_cue() -> Mapping[str, frozenset[str]]:
    """The deeds that a stem, or the quoted name of an entry, may tell."""
    lists: Deeds = load("deeds", Deeds)
    found: dict[str, set[str]] = defaultdict(set)
    for name, deed in lists.deeds.items():
        for cue in (*map(stem, deed.words), *map(quoted, deed.senses)):
            found[cue].add(name)
    return {cue: frozenset(names) for cue, names in found.items()}


def quoted(sense: str) -> str:
    return f"'{sense}'"


def deeds(senses: frozenset[str], stems: frozenset[str]) -> frozenset[str]:
    """What an account tells of, by its entries and the words of its triggers."""
    known = by_cue()
    return frozenset(name for cue in (*map(quoted, senses), *stems) for name in known.get(cue, ()))
