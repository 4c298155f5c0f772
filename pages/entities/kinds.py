"""Kinds of entities in plain words, in the order that pages show them. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.domain import EntityKind
from pipeline.index import EntityRow

KINDS: dict[EntityKind, str] = {
    "person": "People",
    "organization": "Organizations",
    "country": "Countries",
    "group": "Groups",
    "place": "Places",
    "facility": "Facilities",
    "vehicle": "Vehicles",
    "other": "Other",
}


def by_kind(rows: Iterable[EntityRow], most: int) -> list[EntityRow]:
    """Kind by kind, each in the order given and no more than ``most`` of it."""
    found: dict[EntityKind, list[EntityRow]] = {kind: [] for kind in KINDS}
    for row in rows:
        found[row.kind].append(row)
    return [row for same in found.values() for row in same[:most]]
