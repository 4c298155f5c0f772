"""Rows of the store for tests of figures, with everything but what matters filled in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from pipeline.index import EntityRow, EventRow, MovementRow, Participation, PlacePoint

LISBON = PlacePoint("name:lisbon", "Lisbon", "PT", 38.72, -9.14, 0.9)
RABAT = PlacePoint("name:rabat", "Rabat", "MA", 34.02, -6.84, 0.9)
NOWHERE = PlacePoint("name:nowhere", "Nowhere", None, None, None, 0.1)

EVENT = EventRow(
    id="e0",
    article="a0",
    title="A visit",
    outlet=None,
    type="CONSULT",
    mode="visit",
    first=date(2019, 3, 8),
    last=date(2019, 3, 8),
    edtf="2019-03-08",
    status="occurred",
    factuality="CT+",
    place=None,
    actors=(Participation("person:ana-costa", "Ana Costa"),),
    recipients=(Participation("country:MA", "Morocco"),),
    evidence="Ana Costa visited Morocco.",
    reports=1,
)
MOVEMENT = MovementRow(
    id="m0",
    article="a0",
    title="A visit",
    outlet=None,
    event=None,
    type=None,
    mover=Participation("person:ana-costa", "Ana Costa"),
    origin=LISBON,
    destination=RABAT,
    departure=None,
    arrival=None,
    first=date(2019, 3, 8),
    last=date(2019, 3, 8),
    vehicle=None,
    purpose=None,
    status="occurred",
    evidence="Ana Costa flew from Lisbon to Rabat.",
    start=0,
    reports=1,
)
ENTITY = EntityRow("person:ana-costa", "person", "Ana Costa", None, ("Ana Costa", "Costa"), 5, 3, 1, 1, 1)


def event(**fields: Any) -> EventRow:
    return replace(EVENT, **fields)


def movement(**fields: Any) -> MovementRow:
    return replace(MOVEMENT, **fields)


def entity(**fields: Any) -> EntityRow:
    return replace(ENTITY, **fields)
