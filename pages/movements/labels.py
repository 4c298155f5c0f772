"""The words on the map: who moves, and countries. Names come from articles, so they are escaped. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import product
from typing import Any

from pages.movements.arcs import Point, Window
from pages.movements.countries import country_labels
from pages.movements.marks import Drawn, area, at, is_wide
from pages.movements.room import ABOVE, BELOW, BESIDE, Room
from pages.view.figure import Figure
from pipeline.index import MovementRow
from pipeline.wording import titles

MOST_LABELLED, MOST_NAMES, NAME_LENGTH = 40, 3, 32
CENTRED = "middle center"
ALONG_A_LEG = (1 / 2, 1 / 3, 2 / 3, 1 / 4, 3 / 4)
"""Where on its arrow the number of a leg may stand, best first."""
AROUND = (*ABOVE[1:], *BELOW[1:], ABOVE[0], BELOW[0])
BESIDE_ARROW_PX = 5
RING = "     "
"""What words are kept off a ring by."""
COUNTRIES = {"size": 10}


@dataclass(frozen=True, slots=True)
class Label:
    """Words (HTML) at a side of a point; ``radius`` keeps them clear of what is drawn through it."""

    point: Point
    words: str
    side: str
    radius: float = 0


def add(figure: Figure, labels: Sequence[Label], font: Mapping[str, Any]) -> None:
    figure.add(
        "scattergeo",
        lat=[label.point[0] for label in labels],
        lon=[label.point[1] for label in labels],
        mode="markers+text",
        marker={"size": [2 * label.radius for label in labels], "opacity": 0},
        text=[label.words for label in labels],
        textposition=[label.side for label in labels],
        textfont=font,
        hoverinfo="skip",
    )


def of_countries(marks: Sequence[Drawn], shown: Window, room: Room) -> list[Label]:
    """Names of countries where there is room; whose borders they are the credit says."""
    places = [place for mark in marks for row in mark.rows for place in (row.origin, row.destination) if place]
    taken = {point for place in places if (point := at(place))} | {mark.points[len(mark.points) // 2] for mark in marks}
    found = country_labels(shown, sorted(taken), {place.name for place in places if not area(place)})
    labels = [Label(point, escape(name.upper()), CENTRED) for name, point in found]
    return [label for label in labels if room.side(label.point, label.words, (CENTRED,))]


def of_movers(marks: Sequence[Drawn], room: Room, legs: Mapping[str, int], *, terse: bool) -> list[Label]:
    """Who moves, beside the middle of an arrow or beside a ring, where there is room; fewer words where there is less.

    ``legs`` numbers the movements of an itinerary; those come first.
    """
    if len(marks) > MOST_LABELLED:
        return []
    at_point: dict[Point, list[Drawn]] = {}
    for mark in marks:
        at_point.setdefault(_middle(mark), []).append(mark)
    crowds = {point: crowd for crowd in _crowds(marks) for point in [_middle(crowd[len(crowd) // 2])]}
    crowded = {mark.row.id for crowd in crowds.values() for mark in crowd if mark.row.id not in legs}
    labels = []
    for point, same in sorted(at_point.items(), key=lambda item: not _is_leg(item[1], legs)):
        told = [mark for mark in same[:MOST_NAMES] if mark.row.id not in crowded]
        if not told and point in crowds:
            labels.append(_placed([f"{len(crowds[point])} trips"], same[0], [point], room, must=True))
        elif told:
            is_leg = _is_leg(same, legs)
            choices = [
                dict.fromkeys(_mover(mark, less, legs) for mark in told)
                for less in ((False, True) if is_leg or not terse else (True,))
            ]
            points = _along(same[0]) if is_leg or len(same) == 1 else [point]
            labels.append(_placed(["<br>".join(lines) for lines in choices], same[0], points, room, must=is_leg))
    return [label for label in labels if label]


def _placed(
    choices: Sequence[str], mark: Drawn, points: Sequence[Point], room: Room, *, must: bool = False
) -> Label | None:
    """The first of these words that have room at any of these points, on any side: best off all arrows, then off
    others; where there is no such room, what ``must`` be said, in the fewest words, on one.
    """
    sides = _sides(mark)
    anywhere = (*sides, *(side for side in AROUND if mark.is_arrow and side not in sides))
    own, radius = (mark.row.id, BESIDE_ARROW_PX) if mark.is_arrow else ("", 0)
    on_one = choices[-1:] if must else ()
    tries = [(own, True, choices, anywhere), (own, False, choices, sides), (None, False, on_one, sides)]
    for line, bare, fitting, open_sides in tries:
        for words, point, side in product(fitting, points, open_sides):
            said = words if mark.is_arrow else _clear_of_ring(words, side)
            if room.side(point, said, (side,), radius, line, bare=bare):
                return Label(point, said, side, radius)
    return None


def _along(mark: Drawn) -> list[Point]:
    last = len(mark.points) - 1
    return list(dict.fromkeys(mark.points[round(last * share)] for share in ALONG_A_LEG))


def _clear_of_ring(words: str, side: str) -> str:
    lines = words.split("<br>")
    return "<br>".join(f"{line}{RING}" if side.endswith("left") else f"{RING}{line}" for line in lines)


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
        return f"{len(mark.rows)} movements"
    if mark.row.id in legs:
        return f"<b>{legs[mark.row.id]}.</b>{'' if terse else _leg_day(mark.row)}"
    by, mover = titles.vehicle(mark.row), titles.shortened(mark.row.mover.name, NAME_LENGTH)
    says_by = by and by not in mover.casefold()
    name = f"{escape(mover)}{f' · {by}' if says_by else ''}"
    return name if terse or mark.is_arrow else f"{name} ({_other_end(mark)})"


def _leg_day(row: MovementRow) -> str:
    """ " 13 Sep", the day of departure or arrival that is known; the mover of an itinerary is named beside the map."""
    spans = [span for span in (row.departure, row.arrival, row) if span and span.first == span.last]
    day = spans[0].first if spans else None
    return f" {day.day} {day:%b}" if day else ""


def _other_end(mark: Drawn) -> str:
    """Why there is a ring and no arrow."""
    towards = at(mark.row.destination) is not None
    word, other = ("origin", mark.row.origin) if towards else ("destination", mark.row.destination)
    if other and is_wide(other):
        return f"{'from' if towards else 'to'} {escape(other.name)}"
    return f"{word} {escape(other.name)} not located" if other else f"{word} unknown"


def _sides(mark: Drawn) -> Sequence[str]:
    """Sides of a mark, first those where its line is not."""
    if not mark.is_arrow:
        return BESIDE
    (south, west), (north, east) = mark.points[0], mark.points[-1]
    rises = (north - south) * (east - west) > 0
    return ("bottom right", "top left") if rises else ("top right", "bottom left")
