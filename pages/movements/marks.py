"""What stands on the map for each movement: an arrow along its way, or a ring at its only known end. Pure."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pages.language.certainty import is_doubtful
from pages.movements.arcs import STEPS, Point, arc, bearing, lanes
from pages.view.kept import kept
from pages.widgets.places import is_country, is_part_of_the_world
from pipeline.gazetteer.countries import by_code
from pipeline.index import MovementRow, PlacePoint
from pipeline.wording import palette

CLICKABLE_PX = 12
HEAD_PX, EMPHASIZED_PX = 13, 16
MOST_SINGLE, FEW_STEPS = 40, 6


@dataclass(frozen=True, slots=True)
class Drawn:
    """Movements that one mark stands for, and the points it is drawn through; one where only one end is known."""

    rows: tuple[MovementRow, ...]
    points: tuple[Point, ...]
    colour: str

    @property
    def row(self) -> MovementRow:
        """The movement that a click opens."""
        return self.rows[0]

    @property
    def form(self) -> palette.Form:
        return palette.form_of_status(self.row.status)

    @property
    def doubtful(self) -> bool:
        return all(map(is_doubtful, self.rows))

    @property
    def is_arrow(self) -> bool:
        return len(self.points) > 1

    @property
    def ends(self) -> frozenset[Point]:
        """Where it begins and ends, on whichever turn of the globe; without direction."""
        return frozenset(end for place in (self.row.origin, self.row.destination) if (end := at(place)))

    def represents(self, movement: str | None) -> bool:
        return any(row.id == movement for row in self.rows)


@dataclass(frozen=True, slots=True)
class Step:
    """A point of an arrow: unseen on its way, so that the line can be clicked, and seen where its heads are.

    A click at one of its ends opens the ``place`` there.
    """

    mark: Drawn
    point: Point | None
    angle: float = 0
    symbol: str = "circle"
    size: int = CLICKABLE_PX
    opacity: int = 0
    place: PlacePoint | None = None


def area(place: PlacePoint | None) -> str | None:
    """The area of a whole country on the base map; ``None`` for any other place."""
    if place is None or not (is_country(place.feature) and place.country):
        return None
    country = by_code().get(place.country)
    return country.area if country else None


def is_wide(place: PlacePoint) -> bool:
    """Whether it is a whole country or more, which is no point."""
    return area(place) is not None or is_part_of_the_world(place)


def at(place: PlacePoint | None) -> Point | None:
    """Where a place is; ``None`` where that is not known, and for what is no point."""
    if place is None or place.latitude is None or place.longitude is None or is_wide(place):
        return None
    return place.latitude, place.longitude


@kept
def group_movements(rows: Sequence[MovementRow]) -> list[list[MovementRow]]:
    """The movements that can be drawn, each alone; those of one way and form together where there are too many."""
    found = [(row, way) for row in rows if (way := ends(row))]
    if len(found) <= MOST_SINGLE:
        return [[row] for row, _ in found]
    groups: dict[Hashable, list[MovementRow]] = {}
    for row, way in found:
        begins = len(way) > 1 or at(row.origin) is not None
        groups.setdefault((way, begins, palette.form_of_status(row.status), is_doubtful(row)), []).append(row)
    return list(groups.values())


def ends(row: MovementRow) -> tuple[Point, ...]:
    return tuple(point for end in (row.origin, row.destination) if (point := at(end)))


@kept
def drawn(rows: Sequence[MovementRow], most: int | None = None) -> list[Drawn]:
    """A mark for each movement, or for several together; no more than ``most``, of the first movements.

    The PLOVER type says the colour; a mark for several colours has none.
    """
    groups = group_movements(rows)[:most]
    ways = {same[0].id: ends(same[0]) for same in groups}
    arrows = {identity: way for identity, way in ways.items() if len(way) > 1}
    fan = dict(zip(arrows, lanes([(start, end) for start, end in arrows.values()]), strict=True))
    steps = FEW_STEPS if len(groups) > MOST_SINGLE else STEPS
    return [Drawn(tuple(same), _way(ways[same[0].id], fan.get(same[0].id, 0), steps), _colour(same)) for same in groups]


def _colour(rows: Sequence[MovementRow]) -> str:
    colours = {palette.colour(row.type) for row in rows}
    return colours.pop() if len(colours) == 1 else palette.NEUTRAL


@lru_cache(maxsize=4096)
def _way(ends: tuple[Point, ...], lane: float, steps: int) -> tuple[Point, ...]:
    return tuple(arc(ends[0], ends[1], lane, steps)) if len(ends) > 1 else ends


def focus(marks: Sequence[Drawn], selected: str | None) -> list[Drawn]:
    """What the map zooms to: arrows of what was not denied; rings if there are none; and what is selected."""
    told = [mark for mark in marks if mark.form != "struck"] or list(marks)
    arrows = {mark.row.id for mark in [mark for mark in told if mark.is_arrow] or told}
    return [mark for mark in marks if mark.row.id in arrows or mark.represents(selected)]


def head_on_the_way(arrow: Drawn) -> int:
    """The number of the point at which an arrow has a head before its end."""
    return round((len(arrow.points) - 1) * 0.6)


def steps(arrow: Drawn, emphasized: bool) -> Iterator[Step]:
    """The points of an arrow and a gap after it; heads on the way and at the end, a cross if it did not happen."""
    last = len(arrow.points) - 1
    heads = {last, head_on_the_way(arrow)}
    crosses = {round(last * 0.4)} if arrow.form == "struck" else set()
    size = EMPHASIZED_PX if emphasized else HEAD_PX
    for number, point in enumerate(arrow.points):
        angle = bearing(arrow.points[max(number - 1, 0)], arrow.points[max(number, 1)])
        if number in heads:
            yield Step(arrow, point, angle, "arrow", size, 1, arrow.row.destination if number == last else None)
        elif number in crosses:
            yield Step(arrow, point, 0, "x", size, 1)
        else:
            yield Step(arrow, point, place=None if number else arrow.row.origin)
    yield Step(arrow, None)
