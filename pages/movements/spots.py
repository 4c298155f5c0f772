"""The places on the map: a dot that opens what the name was taken for, hollow if unsure, a dashed ring for a country.

Pure; names come from articles, so they are escaped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape
from math import cos, pi, radians, sin

from pages.movements.arcs import MOST_LATITUDE, Point, Window
from pages.movements.marks import Drawn, at, is_wide
from pages.movements.room import ABOVE, BELOW, BESIDE, Room, Taken
from pages.view.figure import Figure
from pages.widgets.places import is_country, is_sure
from pipeline.index import PlacePoint
from pipeline.wording.palette import NEUTRAL

LABEL = {"size": 12, "shadow": "auto"}
DOT_PX, SELECTED_PX = 7, 13
COUNTRY_SHARE, RING_STEPS = 0.075, 36
WIDEST_RING = 4.5
RING_GAP = (None, None)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, whether its name stands above it, and how many voices tell of movements from or to it."""

    place: PlacePoint
    point: Point
    above: bool
    voices: int = 0


def spots(marks: Iterable[Drawn], others: Iterable[PlacePoint] = ()) -> list[Spot]:
    """Each place once, its name on the side that no line comes from; what most voices tell of has its name first.

    ``others`` are places that no movement touches; they come last.
    """
    found: dict[Point, Spot] = {}
    voices: Counter[Point] = Counter()
    for mark in marks:
        upwards = mark.points[-1][0] >= mark.points[0][0]
        for place, above in ((mark.row.origin, not upwards), (mark.row.destination, upwards)):
            if not (place and (point := at(place))):
                continue
            voices[point] += sum(row.voices for row in mark.rows)
            if point not in found or mark.is_arrow:
                found[point] = Spot(place, point, above)
    for place in others:
        if point := at(place):
            found.setdefault(point, Spot(place, point, True))
    told = [replace(spot, voices=voices[point]) for point, spot in found.items()]
    return sorted(told, key=lambda spot: -spot.voices)


def add_places(figure: Figure, found: Sequence[Spot], shown: Window, room: Room, selected: str | None = None) -> None:
    """Draw and name the places; a click on one opens it. ``selected`` is the key of the one pointed out."""
    sides = named_where(found, room, selected)
    _add_countries(figure, [spot.point for spot in found if is_country(spot.place.feature)], shown)
    figure.add(
        "scattergeo",
        lat=[spot.point[0] for spot in found],
        lon=[spot.point[1] for spot in found],
        mode="markers+text",
        marker={
            "size": [SELECTED_PX if spot.place.key == selected else DOT_PX for spot in found],
            "color": NEUTRAL,
            "symbol": ["circle" if is_sure(spot.place.confidence) else "circle-open" for spot in found],
            "opacity": [0 if is_country(spot.place.feature) and spot.place.key != selected else 1 for spot in found],
            "line": {"width": 1.5},
        },
        text=[_words(spot) if spot.point in sides else "" for spot in found],
        textposition=[sides.get(spot.point, "top center") for spot in found],
        textfont=LABEL,
        customdata=[["place", spot.place.key] for spot in found],
        hovertext=[hover(spot.place) for spot in found],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def named_where(found: Sequence[Spot], room: Room, selected: str | None = None) -> dict[Point, str]:
    """The side on which the name of each place stands, of those for which there is room; the selected one comes first.

    A place whose dot lies under that of one that is named has no name.
    """
    for spot in found:
        room.keep(spot.point, DOT_PX / 2)
    sides: dict[Point, str] = {}
    taken = Taken()
    for spot in sorted(found, key=lambda spot: spot.place.key != selected):
        dot = room.mark(spot.point, DOT_PX / 2)
        if taken.meets(dot):
            continue
        first, second = (ABOVE, BELOW) if spot.above else (BELOW, ABOVE)
        radius = (SELECTED_PX if spot.place.key == selected else DOT_PX) / 2
        all_sides = (*first, *second, *BESIDE)
        off_lines = room.side(spot.point, _words(spot), all_sides, radius, own="")
        if side := off_lines or room.side(spot.point, _words(spot), all_sides, radius):
            sides[spot.point] = side
            taken.take(dot)
    return sides


def _words(spot: Spot) -> str:
    return f"<b>{escape(named(spot.place))}</b>"


def named(place: PlacePoint) -> str:
    """ "Rabat"; "Rabat?" if that is not certain."""
    return place.name if is_sure(place.confidence) else f"{place.name}?"


def hover(place: PlacePoint) -> str:
    kind = "a whole country, " if is_country(place.feature) else ""
    return f"<b>{escape(place.name)}</b><br>{kind}{place.confidence:.0%} sure<br>Click: what else it may mean"


def unlocated(places: Iterable[PlacePoint | None]) -> list[PlacePoint]:
    """Each place that has no coordinates, once."""
    return list({place.key: place for place in places if place and not (at(place) or is_wide(place))}.values())


def _add_countries(figure: Figure, points: Sequence[Point], shown: Window) -> None:
    """A dashed ring that says: somewhere in this country, not at this point."""
    radius = min(COUNTRY_SHARE * (shown.north - shown.south), WIDEST_RING)
    rings = [spot for point in points for spot in (*ring(point, radius), RING_GAP)]
    if rings:
        figure.add(
            "scattergeo",
            lat=[lat for lat, _ in rings],
            lon=[lon for _, lon in rings],
            mode="lines",
            line={"color": NEUTRAL, "width": 1.5, "dash": "dash"},
            connectgaps=False,
            hoverinfo="skip",
        )


def ring(middle: Point, radius: float) -> list[Point]:
    """A circle as it looks on the map; ``radius`` in degrees of latitude."""
    stretch = max(cos(radians(middle[0])), 0.2)
    turns = [2 * pi * step / RING_STEPS for step in range(RING_STEPS + 1)]
    circle = [(middle[0] + radius * stretch * sin(turn), middle[1] + radius * cos(turn)) for turn in turns]
    return [(max(-MOST_LATITUDE, min(MOST_LATITUDE, lat)), lon) for lat, lon in circle]
