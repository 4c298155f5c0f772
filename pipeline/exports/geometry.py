"""Where things happen and along what they move, as positions of longitude and latitude. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pipeline.exports.excerpt import Excerpt
from pipeline.great_circle import Point, cut_at_date_line, great_circle
from pipeline.index import EventRow, Happening, PlacePoint


def at(place: PlacePoint | None) -> Point | None:
    """A place's coordinates, where it has them: an unresolved place stands nowhere, not at 0,0."""
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def end_places(row: Happening) -> tuple[PlacePoint | None, ...]:
    return (row.place,) if isinstance(row, EventRow) else (row.origin, row.destination)


def points(row: Happening) -> list[Point]:
    """Where it happens, or the known ends of its way."""
    return [point for place in end_places(row) if (point := at(place))]


def parts(row: Happening) -> list[list[Point]]:
    """The way of a movement with two known ends along the great circle, cut at the date line; else nothing."""
    known = points(row)
    return cut_at_date_line(great_circle(known[0], known[1])) if len(known) == 2 else []


def places(excerpt: Excerpt) -> list[tuple[PlacePoint, Point]]:
    """Each place with coordinates once."""
    named = {place.key: place for each in excerpt.told for place in end_places(each.row) if place}
    return [(place, point) for place in named.values() if (point := at(place))]


def positions(line: Iterable[Point]) -> list[list[float]]:
    """Longitude first; five decimals are a metre."""
    return [[round(longitude, 5), round(latitude, 5)] for latitude, longitude in line]


def about_place(place: PlacePoint) -> dict[str, Any]:
    return {
        "name": place.name,
        "country": place.country,
        "feature": place.feature,
        "confidence": place.confidence,
        "key": place.key,
    }
