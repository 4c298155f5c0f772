"""The map of movements: rows of the store in, a figure out. Pure; the base map is served by the app itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from typing import Any

from pages.language.certainty import opacity
from pages.language.palette import CLEAR, DASHES, tint
from pages.movements import areas, labels, spots
from pages.movements.arcs import Window, window
from pages.movements.marks import Drawn, at, drawn, focus, group_movements, head_on_the_way, is_wide, steps
from pages.movements.room import Room
from pages.view.figure import Figure
from pages.view.kept import kept
from pages.widgets.places import is_sure
from pipeline.index import MovementRow, PlacePoint
from pipeline.wording import titles
from pipeline.wording.certainty import how_sure
from pipeline.wording.palette import NEUTRAL, Form

CONFIG: dict[str, Any] = {
    "topojsonURL": "/app/static/topojson/",
    "displayModeBar": True,
    "modeBarButtons": [["zoomInGeo", "zoomOutGeo", "resetGeo"]],
    "displaylogo": False,
    "scrollZoom": False,
}
FRAME: dict[str, Any] = {
    "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
    "showlegend": False,
    "clickmode": "event+select",
    "hovermode": "closest",
    "modebar": {"bgcolor": CLEAR, "color": NEUTRAL, "activecolor": NEUTRAL},
    "paper_bgcolor": CLEAR,
}
CREDIT = "Base map: Natural Earth, de facto borders. Places: GeoNames, CC BY 4.0."
RINGS: dict[Form, str] = {
    "filled": "circle",
    "hatched": "circle-open-dot",
    "outline": "circle-open",
    "struck": "circle-x-open",
}
HEIGHT_PX = 400
RING_PX, EMPHASIZED_RING_PX = 20, 26
ASPECT, NARROW_ASPECT = 1.85, 1.15
WORLD = Window(-58, 78, -170, 190)
MOST_DRAWN = 200
DEGREES = 3
"""Digits behind the point of what is drawn: a hundred metres, in half of the bytes."""
WIDEST_NEAR = 60


@kept
def off_map(rows: Sequence[MovementRow]) -> list[MovementRow]:
    """Movements with no place that has coordinates: listed beside the map, never drawn at 0,0."""
    ends = ((row, [place for place in (row.origin, row.destination) if place]) for row in rows)
    return [row for row, places in ends if not any(at(place) or is_wide(place) for place in places)]


@kept
def movements_map(
    rows: Sequence[MovementRow],
    selected: str | None = None,
    *,
    height: int = HEIGHT_PX,
    narrow: bool = False,
    legs: tuple[str, ...] = (),
    shown: Window | None = None,
    others: tuple[PlacePoint, ...] = (),
) -> Figure:
    """Draw an arrow along the great circle for each movement; a ring at the one end that is known otherwise.

    ``selected`` is the id of a movement or the key of a place.

    No more than ``MOST_DRAWN`` are drawn, the first ones. ``narrow`` suits a phone: a window less wide, shorter words.
    ``legs`` are the movements of an itinerary, which is numbered. ``shown`` is the part of the world to show; without
    it, what these rows need. ``others`` are places to show beside those of the rows.
    """
    marks = drawn(rows, MOST_DRAWN)
    figure = Figure()
    shown = shown or window_of(rows, selected, narrow=narrow)
    areas.add(figure, rows, selected)
    rings = [mark for mark in marks if not mark.is_arrow]
    _add_arrows(figure, [mark for mark in marks if mark.is_arrow], selected)
    _add_rings(figure, rings, selected)
    room = Room(shown, height, NARROW_ASPECT if narrow else ASPECT, mercator=_is_near(shown))
    for ring in rings:
        room.keep_clear(ring.points[0], RING_PX / 2)
    if len(marks) <= labels.MOST_LABELLED:
        for arrow in (mark for mark in marks if mark.is_arrow):
            room.keep_line(arrow.row.id, arrow.points, arrow.points[head_on_the_way(arrow)])
    telling = sorted(marks, key=lambda mark: (not mark.represents(selected), not mark.is_arrow))
    spots.add_places(figure, spots.spots(telling, others), shown, room, selected)
    movers = labels.of_movers(telling, room, {leg: number for number, leg in enumerate(legs, 1)}, terse=narrow)
    labels.add(figure, labels.of_countries(marks, shown, room), labels.COUNTRIES)
    labels.add(figure, movers, spots.LABEL)
    figure.lay_out(height=height, geo=_base_map(shown), **FRAME)
    return figure


def window_of(
    rows: Sequence[MovementRow], selected: str | None = None, *, narrow: bool = False, everything: bool = False
) -> Window:
    """The part of the world that holds what is told most of these rows and what is selected, or all of them."""
    marks = drawn(rows, MOST_DRAWN)
    points = [point for mark in (marks if everything else focus(marks, selected)) for point in mark.points]
    return window(points or areas.corners(rows), NARROW_ASPECT if narrow else ASPECT) or WORLD


@kept
def outside(rows: Sequence[MovementRow], shown: Window) -> list[MovementRow]:
    """Movements that the map draws beyond the edge of what it first shows."""
    room = Room(shown, HEIGHT_PX, ASPECT, mercator=_is_near(shown))
    return [row for mark in drawn(rows, MOST_DRAWN) if not all(map(room.shows, mark.points)) for row in mark.rows]


def left_out(rows: Sequence[MovementRow]) -> int:
    """How many movements have a place on the map but are not drawn, because there are too many."""
    return sum(map(len, group_movements(rows)[MOST_DRAWN:]))


def description(rows: Sequence[MovementRow]) -> str:
    """The map in words, for those who cannot see it."""
    listed = "; ".join(titles.movement_title(row) for row in rows[:5])
    more = f"; and {len(rows) - 5} more" if len(rows) > 5 else ""
    return f"Map of {titles.count(len(rows), 'movement')}: {listed}{more}."


def hover(row: MovementRow) -> str:
    """What an arrow says when pointed at; names come from articles, so they are escaped."""
    unsure = [
        f"place of {escape(place.name)} not certain ({place.confidence:.0%})"
        for place in (row.origin, row.destination)
        if place and not is_sure(place.confidence)
    ]
    lines = [
        f"<b>{escape(titles.movement_title(row))}</b>",
        escape(" · ".join(filter(None, (titles.movement_date(row), titles.STATUSES[row.status], how_sure(row))))),
        *unsure,
        f"<i>{escape(titles.shortened(row.evidence, 90))}</i>",
    ]
    return "<br>".join(lines)


def _hover_all(mark: Drawn) -> str:
    more = len(mark.rows) - 1
    return f"{hover(mark.row)}<br>and {titles.count(more, 'more movement')} like it" if more else hover(mark.row)


def _add_arrows(figure: Figure, arrows: Sequence[Drawn], selected: str | None) -> None:
    """One trace for all arrows that look alike."""

    def look(arrow: Drawn) -> tuple[bool, str, Form, bool]:
        return arrow.represents(selected), arrow.colour, arrow.form, arrow.doubtful

    for (emphasized, colour, form, doubtful), alike in groupby(sorted(arrows, key=look), key=look):
        run = [step for arrow in alike for step in steps(arrow, emphasized)]
        shapes = {field: [getattr(step, field) for step in run] for field in ("symbol", "size", "opacity")}
        figure.add(
            "scattergeo",
            mode="lines+markers",
            opacity=opacity(doubtful),
            line={"color": colour, "width": 4 if emphasized else 2.5, "dash": DASHES[form]},
            marker={
                "color": colour,
                "angleref": "up",
                "line": {"width": 0},
                "angle": [round(step.angle) for step in run],
                **shapes,
            },
            lat=[step.point and round(step.point[0], DEGREES) for step in run],
            lon=[step.point and round(step.point[1], DEGREES) for step in run],
            **_custom_data((step.mark, step.place) for step in run),
        )


def _add_rings(figure: Figure, rings: Sequence[Drawn], selected: str | None) -> None:
    """A mark at the only known end: the other one is not told."""
    if not rings:
        return
    figure.add(
        "scattergeo",
        mode="markers",
        lat=[ring.points[0][0] for ring in rings],
        lon=[ring.points[0][1] for ring in rings],
        marker={
            "symbol": [RINGS[ring.form] for ring in rings],
            "size": [EMPHASIZED_RING_PX if ring.represents(selected) else RING_PX for ring in rings],
            "color": [tint(ring.colour, 0.35) if ring.form == "filled" else ring.colour for ring in rings],
            "opacity": [opacity(ring.doubtful) for ring in rings],
            "line": {"color": [ring.colour for ring in rings], "width": 2.5},
        },
        **_custom_data((ring, None) for ring in rings),
    )


def _custom_data(marks: Iterable[tuple[Drawn, PlacePoint | None]]) -> dict[str, Any]:
    """What every point carries so that pointing and clicking work on it: its movement, or the place where it is."""
    listed = list(marks)
    words = {mark.row.id: _hover_all(mark) for mark in {mark.row.id: mark for mark, _ in listed}.values()}
    return {
        "customdata": [["place", place.key] if place else ["movement", mark.row.id] for mark, place in listed],
        "hovertext": [spots.hover(place) if place else words[mark.row.id] for mark, place in listed],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _is_near(shown: Window) -> bool:
    return shown.north - shown.south < WIDEST_NEAR


def _base_map(shown: Window) -> dict[str, Any]:
    line = tint(NEUTRAL, 0.55)
    near = _is_near(shown)
    return {
        "resolution": 50 if near else 110,
        "projection": {"type": "mercator" if near else "natural earth"},
        "lataxis": {"range": [shown.south, shown.north]},
        "lonaxis": {"range": [shown.west, shown.east]},
        "bgcolor": CLEAR,
        "showland": True,
        "landcolor": tint(NEUTRAL, 0.16),
        "showocean": True,
        "oceancolor": tint(NEUTRAL, 0.04),
        "showlakes": True,
        "lakecolor": tint(NEUTRAL, 0.04),
        "showcountries": True,
        "countrycolor": line,
        "coastlinecolor": line,
        "showframe": False,
    }
