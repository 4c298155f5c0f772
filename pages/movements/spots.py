"""The places on the map: a dot that opens what the name was taken for, hollow if unsure, a dashed ring for a country.

Pure; names come from articles, so they are escaped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape
from math import cos, pi, radians, sin

from pages.movements.arcs import MOST_LATITUDE, Point, Window
from pages.movements.marks import Drawn, at, is_wide
from pages.movements.room import ABOVE, BELOW, BESIDE, Occupied, Room
from pages.view.figure import Figure
from pages.widgets.places import is_country, is_sure
from pipeline.index import PlacePoint
from pipeline.wording.palette import NEUTRAL

LABEL = {"size": 12, "shadow": "auto"}
DOT_PX, SELECTED_PX = 7, 13
COUNTRY_SHARE, RING_STEPS = 0.075, 36
WIDEST_RING = 4.5
LONG = 10
"""Letters of a name that may stand on two lines."""
BREAK = re.compile(r"[ -]")
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
    named = named_where(found, room, selected)
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
        text=[named[spot.point][0] if spot.point in named else "" for spot in found],
        textposition=[named[spot.point][1] if spot.point in named else "top center" for spot in found],
        textfont=LABEL,
        customdata=[["place", spot.place.key] for spot in found],
        hovertext=[hover(spot.place) for spot in found],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def named_where(found: Sequence[Spot], room: Room, selected: str | None = None) -> dict[Point, tuple[str, str]]:
    """The name of each place, on one line or two, and its side, where there is room; the selected one comes first.

    It stands on an arrow only where two lines find no room beside them. A place whose dot lies under that of one that
    is named has no name.
    """
    for spot in found:
        room.keep_clear(spot.point, DOT_PX / 2)
    names: dict[Point, tuple[str, str]] = {}
    taken = Occupied()
    for spot in sorted(found, key=lambda spot: spot.place.key != selected):
        dot = room.mark(spot.point, DOT_PX / 2)
        if taken.meets(dot):
            continue
        first, second = (ABOVE, BELOW) if spot.above else (BELOW, ABOVE)
        radius = (SELECTED_PX if spot.place.key == selected else DOT_PX) / 2
        for words, own in _tries(spot):
            if side := room.side(spot.point, words, (*first, *second, *BESIDE), radius, own=own):
                names[spot.point] = words, side
                taken.occupy(dot)
                break
    return names


def _tries(spot: Spot) -> list[tuple[str, str | None]]:
    """A name as it may be written, and on which arrows it may stand."""
    whole, *halves = (f"<b>{words}</b>" for words in _lines(escape(place_label(spot.place))))
    return [(whole, ""), *((words, "") for words in halves), (whole, None)]


def _lines(name: str) -> list[str]:
    """On one line, and on two about as long, if it has more words than one: "Komsomolsk-<br>on-Amur"."""
    breaks = [match.end() for match in BREAK.finditer(name)]
    if len(name) < LONG or not breaks:
        return [name]
    middle = min(breaks, key=lambda end: abs(end - len(name) / 2))
    return [name, f"{name[:middle].rstrip()}<br>{name[middle:]}"]


def place_label(place: PlacePoint) -> str:
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
