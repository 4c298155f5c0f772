"""The words on the map: places, who moves, countries. Names come from articles, so they are escaped. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import plotly.graph_objects as go

from pages.movements.arcs import Point, Window
from pages.movements.countries import named
from pages.movements.marks import Drawn, at
from pages.shared.palette import NEUTRAL

MOST_LABELLED = 40
MOST_NAMES = 3
LABEL = {"size": 12, "shadow": "auto"}


def add_places(figure: go.Figure, marks: Sequence[Drawn]) -> None:
    """Name each place once, on the side that no line comes from."""
    labels: dict[Point, tuple[str, str]] = {}
    for mark in marks:
        upwards = mark.points[-1][0] >= mark.points[0][0]
        for place, above in ((mark.row.origin, not upwards), (mark.row.destination, upwards)):
            if place and (point := at(place)) and (point not in labels or mark.is_arrow):
                labels[point] = (place.name, "top center" if above else "bottom center")
    figure.add_trace(
        go.Scattergeo(
            lat=[lat for lat, _ in labels],
            lon=[lon for _, lon in labels],
            mode="markers+text",
            marker={"size": 5, "color": NEUTRAL},
            text=[f"<b>{escape(name)}</b>" for name, _ in labels.values()],
            textposition=[side for _, side in labels.values()],
            textfont=LABEL,
            hoverinfo="skip",
        )
    )


def add_countries(figure: go.Figure, marks: Sequence[Drawn], shown: Window) -> None:
    """Name the countries where there is room; whose borders they are the credit says."""
    places = [place for mark in marks for row in mark.rows for place in (row.origin, row.destination) if place]
    taken = {point for place in places if (point := at(place))} | {mark.points[len(mark.points) // 2] for mark in marks}
    found = named(shown, sorted(taken), {place.name for place in places})
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


def add_movers(figure: go.Figure, marks: Sequence[Drawn], terse: bool) -> None:
    """Say who moves, beside the middle of an arrow or beside a ring, unless there are too many."""
    if len(marks) > MOST_LABELLED:
        return
    said: dict[Point, list[Drawn]] = {}
    for mark in marks:
        said.setdefault(mark.points[len(mark.points) // 2], []).append(mark)
    figure.add_trace(
        go.Scattergeo(
            lat=[lat for lat, _ in said],
            lon=[lon for _, lon in said],
            mode="text",
            text=["<br>".join(_mover(mark, terse) for mark in same[:MOST_NAMES]) for same in said.values()],
            textposition=[_beside(same[0]) for same in said.values()],
            textfont=LABEL,
            hoverinfo="skip",
        )
    )


def _mover(mark: Drawn, terse: bool) -> str:
    if len(mark.rows) > 1:
        return f"{'' if mark.is_arrow else '     '}{len(mark.rows)} movements"
    name = escape(mark.row.mover.name)
    by = f" · {mark.row.vehicle}" if mark.row.vehicle else ""
    if mark.is_arrow:
        return f"{name}{by}"
    unknown = "origin" if at(mark.row.origin) is None else "destination"
    return f"     {name}{by}" if terse else f"     {name}{by} ({unknown} unknown)"


def _beside(mark: Drawn) -> str:
    """The side of a mark where its line is not."""
    if not mark.is_arrow:
        return "middle right"
    (south, west), (north, east) = mark.points[0], mark.points[-1]
    return "bottom right" if (north - south) * (east - west) > 0 else "top right"
