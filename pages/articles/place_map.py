"""The places that an article names, and its movements, on a map. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pages.movements import figures
from pages.movements.arcs import window
from pages.movements.marks import at
from pages.view.figure import Figure
from pipeline.domain import Place
from pipeline.index import MovementRow, PlacePoint
from pipeline.index.columns import place_key

HEIGHT = 260


def points(places: Iterable[Place]) -> list[PlacePoint]:
    """Each resolved place once, the surest mention of it; the others cannot be drawn."""
    found: dict[str, PlacePoint] = {}
    for place in sorted(places, key=lambda place: -place.confidence):
        if place.latitude is not None:
            key = place_key(place)
            point = PlacePoint(
                key, place.name, place.country, place.latitude, place.longitude, place.confidence, place.feature
            )
            found.setdefault(key, point)
    return list(found.values())


def place_map(named: Sequence[PlacePoint], movements: Sequence[MovementRow], selected: str | None) -> Figure:
    """Arrows for the movements, a dot for each other place; ``selected`` is a key of a place or an id of a movement."""
    shown = window([point for place in named if (point := at(place))], figures.NARROW_ASPECT) or figures.WORLD
    return figures.movements_map(movements, selected, height=HEIGHT, narrow=True, shown=shown, others=tuple(named))


def description(named: Sequence[PlacePoint]) -> str:
    """The map in words."""
    return f"Map of the places of this article: {', '.join(place.name for place in named[:12])}."
