"""Whole countries that movements lead to or from: areas of the map, never points. Pure; names are escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from pages.language.palette import tint
from pages.movements.arcs import Point
from pages.movements.marks import area, at, is_wide
from pages.view.figure import Figure
from pages.view.kept import kept
from pipeline.gazetteer.lookup import extent
from pipeline.index import MovementRow, PlacePoint
from pipeline.wording import titles
from pipeline.wording.palette import NEUTRAL

SHADE, SELECTED_SHADE = 0.28, 0.5


def add(figure: Figure, rows: Iterable[MovementRow], selected: str | None) -> None:
    """Shade each country that a movement leads to or from, and no closer place is told; a click opens the country.

    ``selected`` is the id of a movement or the key of a place.
    """
    found = areas(rows)
    for pointed_out, shade in ((False, SHADE), (True, SELECTED_SHADE)):
        told = {
            key: (place, same)
            for key, (place, same) in found.items()
            if (place.key == selected or any(row.id == selected for row in same)) is pointed_out
        }
        if not told:
            continue
        colour = tint(NEUTRAL, shade)
        figure.add(
            "choropleth",
            locations=list(told),
            locationmode="ISO-3",
            z=[1] * len(told),
            colorscale=[[0, colour], [1, colour]],
            showscale=False,
            marker={"line": {"color": NEUTRAL, "width": 1}},
            unselected={"marker": {"opacity": 1}},
            customdata=[["place", place.key] for place, _ in told.values()],
            hovertext=[hover(place, same) for place, same in told.values()],
            hovertemplate="%{hovertext}<extra></extra>",
        )


def areas(rows: Iterable[MovementRow]) -> dict[str, tuple[PlacePoint, list[MovementRow]]]:
    """By the key of its area each country, with the movements to or from somewhere in it."""
    found: dict[str, tuple[PlacePoint, list[MovementRow]]] = {}
    for row in rows:
        for place in (row.origin, row.destination):
            if place and (key := area(place)):
                found.setdefault(key, (place, []))[1].append(row)
    return found


@kept
def pathless(rows: Iterable[MovementRow]) -> list[MovementRow]:
    """Movements that no arrow or ring stands for: all that is told of them is a whole country or part of the world."""
    return [row for row in rows if _ends(row) and not any(at(place) for place in _ends(row))]


def corners(rows: Iterable[MovementRow]) -> list[Point]:
    """What a map that shows nothing but these countries must hold."""
    codes = [place.country for place, _ in areas(rows).values() if place.country]
    return [corner for code in codes for corner in extent(code) or ()]


def hover(place: PlacePoint, rows: Sequence[MovementRow]) -> str:
    listed = "".join(f"<br>{escape(titles.movement_title(row))}" for row in rows[:5])
    more = f"<br>and {len(rows) - 5} more" if len(rows) > 5 else ""
    return f"<b>Somewhere in {escape(place.name)}</b>{listed}{more}"


def _ends(row: MovementRow) -> list[PlacePoint]:
    return [place for place in (row.origin, row.destination) if place and is_wide(place)]
