"""The words on the map: who moves, and countries. Names come from articles, so they are escaped. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import plotly.graph_objects as go

from pages.movements.arcs import Point, Window
from pages.movements.countries import named
from pages.movements.marks import Drawn, area, at
from pages.movements.spots import LABEL, apart
from pipeline.index import MovementRow
from pipeline.wording.palette import NEUTRAL

MOST_LABELLED = 40
NARROW_WORDS = 0.16
MOST_NAMES = 3


def add_countries(figure: go.Figure, marks: Sequence[Drawn], shown: Window) -> None:
    """Name the countries where there is room; whose borders they are the credit says."""
    places = [place for mark in marks for row in mark.rows for place in (row.origin, row.destination) if place]
    taken = {point for place in places if (point := at(place))} | {mark.points[len(mark.points) // 2] for mark in marks}
    found = named(shown, sorted(taken), {place.name for place in places if not area(place)})
    figure.add_trace(
        go.Scattergeo(
            lat=[point[0] for _, point in found],
            lon=[point[1] for _, point in found],
            mode="text",
            text=[escape(name.upper()) for name, _ in found],
            textfont={"size": 10, "color": NEUTRAL},
            hoverinfo="skip",
        )
    )


def add_movers(
    figure: go.Figure,
    marks: Sequence[Drawn],
    terse: bool,
    legs: Mapping[str, int],
    shown: Window,
    names: Sequence[Point] = (),
) -> None:
    """Say who moves, beside the middle of an arrow or beside a ring, where no other words stand if there are many.

    ``legs`` numbers the movements of an itinerary; ``names`` are the places whose names stand on the map.
    """
    if len(marks) > MOST_LABELLED:
        return
    said: dict[Point, list[Drawn]] = {}
    for mark in marks:
        said.setdefault(_middle(mark), []).append(mark)
    crowds = {point: crowd for crowd in _crowds(marks) for point in [_middle(crowd[len(crowd) // 2])]}
    crowded = {mark.row.id for crowd in crowds.values() for mark in crowd if mark.row.id not in legs}
    words = {
        point: "<br>".join(_mover(mark, terse, legs) for mark in same[:MOST_NAMES] if mark.row.id not in crowded)
        for point, same in said.items()
    }
    words |= {point: f"{len(crowd)} trips" for point, crowd in crowds.items() if not words[point]}
    spoken = [point for point in said if words[point]]
    own = {mark.points[0] for mark in marks if not mark.is_arrow}
    legs_first = sorted(spoken, key=lambda point: not _is_leg(said[point], legs))
    legible = apart(legs_first, shown, NARROW_WORDS, [point for point in names if point not in own])
    figure.add_trace(
        go.Scattergeo(
            lat=[lat for lat, _ in legible],
            lon=[lon for _, lon in legible],
            mode="text",
            text=[words[point] for point in legible],
            textposition=[_beside(said[point][0]) for point in legible],
            textfont=LABEL,
            hoverinfo="skip",
        )
    )


def _is_leg(marks: Sequence[Drawn], legs: Mapping[str, int]) -> bool:
    return any(mark.row.id in legs for mark in marks)


def _middle(mark: Drawn) -> Point:
    return mark.points[len(mark.points) // 2]


def _crowds(marks: Sequence[Drawn]) -> list[list[Drawn]]:
    """Arrows between the same two places that are too many to be named one by one."""
    ways: dict[frozenset[Point], list[Drawn]] = {}
    for mark in marks:
        if mark.is_arrow:
            ways.setdefault(mark.ends, []).append(mark)
    return [same for same in ways.values() if len(same) > MOST_NAMES]


def _mover(mark: Drawn, terse: bool, legs: Mapping[str, int]) -> str:
    if len(mark.rows) > 1:
        return f"{'' if mark.is_arrow else '     '}{len(mark.rows)} movements"
    if mark.row.id in legs:
        return f"{'' if mark.is_arrow else '     '}<b>{legs[mark.row.id]}.</b>{_leg_day(mark.row)}"
    by = f" · {mark.row.vehicle}" if mark.row.vehicle else ""
    name = f"{escape(mark.row.mover.name)}{by}"
    if mark.is_arrow:
        return name
    return f"     {name}" if terse else f"     {name} ({_other_end(mark)})"


def _leg_day(row: MovementRow) -> str:
    """ " 13 Sep"; the mover of an itinerary is named beside the map."""
    return f" {row.first.day} {row.first:%b}" if row.first else ""


def _other_end(mark: Drawn) -> str:
    """Why there is a ring and no arrow."""
    towards = at(mark.row.destination) is not None
    word, other = ("origin", mark.row.origin) if towards else ("destination", mark.row.destination)
    if other and area(other):
        return f"{'from' if towards else 'to'} {escape(other.name)}"
    return f"{word} {escape(other.name)} not located" if other else f"{word} unknown"


def _beside(mark: Drawn) -> str:
    """The side of a mark where its line is not."""
    if not mark.is_arrow:
        return "middle right"
    (south, west), (north, east) = mark.points[0], mark.points[-1]
    return "bottom right" if (north - south) * (east - west) > 0 else "top right"
