"""Movements as rows of a table. Pure but for the drawing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from pages.view.address import Panel, Selection
from pages.widgets import tables
from pages.widgets.places import is_sure
from pages.widgets.tables import Table
from pipeline.domain import DateSpan
from pipeline.index import MovementRow, PlacePoint
from pipeline.wording import titles
from pipeline.wording.certainty import how_sure
from pipeline.wording.dates import when

UNKNOWN = "unknown"


def movements_table(movements: Sequence[MovementRow], key: Panel) -> None:
    """The table twin of the map, movements without coordinates included."""
    tables.twin(partial(table, movements), key, f"Table of {titles.count(len(movements), 'movement')}")


def table(movements: Sequence[MovementRow]) -> Table:
    return Table(
        [table_row(movement) for movement in movements],
        [Selection("movement", movement.id) for movement in movements],
        {
            "Departure": [_first(movement.departure) for movement in movements],
            "Arrival": [_first(movement.arrival) for movement in movements],
        },
    )


def table_row(movement: MovementRow) -> dict[str, str | int]:
    return {
        "Who": movement.mover.name,
        "From": _place(movement.origin),
        "To": _place(movement.destination),
        "Departure": _day(movement.departure),
        "Arrival": _day(movement.arrival),
        "By": movement.vehicle or "",
        "Why": movement.purpose or "",
        "Status": titles.STATUSES[movement.status],
        "Sure": how_sure(movement),
        "Reports": movement.reports,
        "Article": movement.title or "",
    }


def _place(place: PlacePoint | None) -> str:
    if place is None:
        return UNKNOWN
    country = f", {place.country}" if place.country else ""
    unlocated = " (not located)" if place.latitude is None else ""
    unsure = "" if place.latitude is None or is_sure(place.confidence) else f" (not certain, {place.confidence:.0%})"
    return f"{place.name}{country}{unlocated}{unsure}"


def _first(span: DateSpan | None) -> date | None:
    return span.first or span.last if span else None


def _day(span: DateSpan | None) -> str:
    return when(span.first, span.last, span.edtf) if span else UNKNOWN
