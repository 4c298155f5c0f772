"""The timeline and the map of an excerpt as drawings. Pure but for the base map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from math import cos, hypot, radians

from pipeline.exports.excerpt import ExportedRow
from pipeline.exports.geometry import at, end_places, points
from pipeline.exports.records import title
from pipeline.exports.report import base_map
from pipeline.exports.report.drawing import FAINT, INK, Area, Dot, Drawing, Line, Shape, Spot, Words, box
from pipeline.great_circle import Point, Window, great_circle, window
from pipeline.index import Happening, PlacePoint
from pipeline.wording.dates import long_day, short_day
from pipeline.wording.palette import NEUTRAL, colour, form_of_status
from pipeline.wording.titles import shortened

WIDTH, MAP_HEIGHT, ROW = 900, 480, 22
LEFT, RIGHT, TOP, BOTTOM = 20, 330, 14, 34
MOST_BARS, MOST_ARROWS = 60, 200
LEAST_BAR, FINEST = 6.0, 0.6
TICKS = 5
SURE = 0.6
LAND, SEA = "#eceff2", "#dbe7f3"

Numbered = Sequence[tuple[int, ExportedRow]]


def timeline(told: Numbered) -> Drawing | None:
    """A row for each dated one, as long as its date is vague, dashed if it is planned; None where nothing is dated."""
    dated = [(number, each) for number, each in told if each.row.first or each.row.last][:MOST_BARS]
    days = [day for _, each in dated for day in (each.row.first, each.row.last) if day]
    if not days:
        return None
    first, last = min(days), max(days)
    height = TOP + ROW * len(dated) + BOTTOM
    shapes: list[Shape] = list(_axis(first, last, height))
    for row, (number, each) in enumerate(dated):
        shapes += _bar(each.row, first, last, TOP + ROW * row)
        name = f"{number} {shortened(title(each.row), 40)}"
        shapes.append(Words((WIDTH - RIGHT + 8, TOP + ROW * row + 15), name))
    return Drawing(WIDTH, height, f"Timeline of {len(dated)} from {long_day(first)} to {long_day(last)}", tuple(shapes))


def _axis(first: date, last: date, height: int) -> Iterator[Shape]:
    for step in range(TICKS):
        day = first + timedelta(days=round((last - first).days * step / (TICKS - 1)))
        x = _x(day, first, last)
        yield Line(((x, TOP), (x, height - BOTTOM)), FAINT)
        if step == 0 or first != last:
            yield Words((x, height - 12), short_day(day), size=12, anchor="middle" if step else "start")


def _x(day: date, first: date, last: date) -> float:
    share = (day - first).days / max((last - first).days, 1)
    return LEFT + share * (WIDTH - RIGHT - LEFT)


def _bar(row: Happening, first: date, last: date, top: float) -> Iterator[Shape]:
    """An open end fades out as a dashed line to the edge."""
    start, stop = _x(row.first or first, first, last), _x(row.last or last, first, last)
    if not (row.first and row.last):
        known = stop if row.last else start
        yield Line(((start, top + 11), (stop, top + 11)), colour(row.type), 2, dashed=True)
        start, stop = known - LEAST_BAR / 2, known + LEAST_BAR / 2
    outline = box(start, top + 5, max(stop, start + LEAST_BAR), top + 17)
    if form_of_status(row.status) == "filled":
        yield Area(outline, colour(row.type))
    else:
        yield Line((*outline, outline[0]), colour(row.type), 2, dashed=form_of_status(row.status) == "hatched")
    if form_of_status(row.status) == "struck":
        yield Line(((start - 3, top + 11), (max(stop, start + LEAST_BAR) + 3, top + 11)), INK, 2)


def places_map(told: Numbered) -> Drawing | None:
    """Movements as arrows along the great circle, places as dots; None where nothing has coordinates."""
    spots = [point for _, each in told for place in end_places(each.row) if _is_spot(place) and (point := at(place))]
    shown = window(spots or (point for _, each in told for point in points(each.row)), WIDTH / MAP_HEIGHT)
    if shown is None:
        return None
    shapes: list[Shape] = [Area(_line(ring, shown), LAND) for ring in base_map.land(shown)]
    shapes += [Line(_line(ring, shown), "#b9c3cd", 0.7) for ring in base_map.borders(shown)]
    arrows = [(number, each) for number, each in told if len(points(each.row)) == 2][:MOST_ARROWS]
    for told_by in same_way(arrows).values():
        shapes += _arrow(told_by, shown)
    shapes += _dots((each.row for _, each in told), shown)
    heading = f"Map of {len(arrows)} movements and the places named"
    return Drawing(WIDTH, MAP_HEIGHT, heading, tuple(shapes), SEA)


def same_way(arrows: Numbered) -> dict[object, list[tuple[int, ExportedRow]]]:
    """Those that are drawn as one arrow, which has the numbers of all."""
    found: dict[object, list[tuple[int, ExportedRow]]] = {}
    for number, each in arrows:
        way = (*points(each.row)[:2], form_of_status(each.row.status), colour(each.row.type))
        found.setdefault(way, []).append((number, each))
    return found


def _arrow(told_by: Numbered, shown: Window) -> Iterator[Shape]:
    row = told_by[0][1].row
    start, end = points(row)[:2]
    line = _line(_turned(great_circle(start, end), shown), shown)
    shade = colour(row.type)
    yield Line(line, shade, 2.5, dashed=form_of_status(row.status) != "filled")
    (x1, y1), (x2, y2) = line[-2], line[-1]
    length = hypot(x2 - x1, y2 - y1) or 1
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    back = (x2 - 13 * ux, y2 - 13 * uy)
    yield Area(((x2, y2), (back[0] - 6 * uy, back[1] + 6 * ux), (back[0] + 6 * uy, back[1] - 6 * ux)), shade)
    middle = line[len(line) // 2]
    yield Words((middle[0] + 4, middle[1] - 5), ", ".join(str(number) for number, _ in told_by), shade)


def _dots(rows: Iterable[Happening], shown: Window) -> Iterator[Shape]:
    known = {place.key: place for row in rows for place in end_places(row) if place}
    for place in known.values():
        if point := at(place):
            spot = _spot(point, shown)
            sure = place.confidence >= SURE and _is_spot(place)
            yield Dot(spot, 4, INK if sure else NEUTRAL, filled=sure)
            yield Words((spot[0] + 8, spot[1] + 4), place.name, size=12)


def _is_spot(place: PlacePoint | None) -> bool:
    """Not a whole country or territory."""
    return place is not None and not (place.feature or "").startswith(("PCL", "TERR"))


def _spot(point: Point, shown: Window) -> Spot:
    lat, lon = point
    turned = next((lon + turn for turn in base_map.TURNS if shown.west <= lon + turn <= shown.east), lon)
    return _project(lat, turned, shown)


def _project(lat: float, lon: float, shown: Window) -> Spot:
    scale = min(WIDTH / (shown.east - shown.west), MAP_HEIGHT / (shown.north - shown.south) * _squeeze(shown))
    x = WIDTH / 2 + (lon - (shown.west + shown.east) / 2) * scale
    y = MAP_HEIGHT / 2 - (lat - (shown.south + shown.north) / 2) * scale / _squeeze(shown)
    return x, y


def _squeeze(shown: Window) -> float:
    """How much shorter a degree of longitude is in the middle of the window."""
    return max(cos(radians(min(abs(shown.south + shown.north) / 2, 75))), 0.25)


def _line(line: Sequence[Point], shown: Window) -> tuple[Spot, ...]:
    """Projected, without points that nobody could tell apart."""
    kept: list[Spot] = []
    for lat, lon in line:
        spot = _project(lat, lon, shown)
        if not kept or abs(spot[0] - kept[-1][0]) + abs(spot[1] - kept[-1][1]) > FINEST:
            kept.append(spot)
    return tuple(kept) if len(kept) > 1 else (kept[0], kept[0])


def _turned(line: Sequence[Point], shown: Window) -> list[Point]:
    """A line on the turn of the globe that is shown."""
    west, east = min(lon for _, lon in line), max(lon for _, lon in line)
    turn = next((turn for turn in (0, -360, 360) if shown.west <= west + turn and east + turn <= shown.east), 0)
    return [(lat, lon + turn) for lat, lon in line]
