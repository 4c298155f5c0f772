"""What stands on the map for each movement: an arrow along its way, or a ring at its only known end. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pages.movements.arcs import Point, arc, bearing, lanes
from pages.shared import palette
from pipeline.domain import PloverType
from pipeline.store import MovementRow, PlacePoint

CLICKABLE_PX = 12
HEAD_PX, EMPHASIZED_PX = 13, 16


@dataclass(frozen=True, slots=True)
class Drawn:
    """A movement with the points it is drawn through; a single one where only one end is known."""

    row: MovementRow
    points: tuple[Point, ...]
    colour: str

    @property
    def form(self) -> palette.Form:
        return palette.form(self.row.status)

    @property
    def is_arrow(self) -> bool:
        return len(self.points) > 1


@dataclass(frozen=True, slots=True)
class Step:
    """A point of an arrow: unseen on its way, so that the line can be clicked, and seen where its heads are."""

    row: MovementRow
    point: Point | None
    angle: float = 0
    symbol: str = "circle"
    size: int = CLICKABLE_PX
    opacity: int = 0


def at(place: PlacePoint | None) -> Point | None:
    """Where a place is; ``None`` where that is not known."""
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def drawn(rows: Sequence[MovementRow], types: Mapping[str, PloverType]) -> list[Drawn]:
    """Those movements that can be drawn; ``types`` gives the PLOVER type of events by id, which says the colour."""
    ends = {row.id: (start, end) for row in rows if (start := at(row.origin)) and (end := at(row.destination))}
    fan = dict(zip(ends, lanes(list(ends.values())), strict=True))
    found = []
    for row in rows:
        known = at(row.origin) or at(row.destination)
        points = arc(*ends[row.id], fan[row.id]) if row.id in ends else [known] if known else []
        if points:
            found.append(Drawn(row, tuple(points), palette.colour(types.get(row.event or ""))))
    return found


def focus(marks: Sequence[Drawn], selected: str | None) -> list[Drawn]:
    """What the map zooms to: arrows of what was not denied; rings if there are none; and what is selected."""
    told = [mark for mark in marks if mark.form != "struck"] or list(marks)
    arrows = [mark for mark in told if mark.is_arrow] or told
    return [mark for mark in marks if mark in arrows or mark.row.id == selected]


def steps(arrow: Drawn, emphasized: bool) -> Iterator[Step]:
    """The points of an arrow and a gap after it; heads on the way and at the end, a cross if it did not happen."""
    last = len(arrow.points) - 1
    heads = {last, round(last * 0.6)}
    crosses = {round(last * 0.4)} if arrow.form == "struck" else set()
    size = EMPHASIZED_PX if emphasized else HEAD_PX
    for number, point in enumerate(arrow.points):
        angle = bearing(arrow.points[max(number - 1, 0)], arrow.points[max(number, 1)])
        if number in heads:
            yield Step(arrow.row, point, angle, "arrow", size, 1)
        elif number in crosses:
            yield Step(arrow.row, point, 0, "x", size, 1)
        else:
            yield Step(arrow.row, point)
    yield Step(arrow.row, None)
