"""Movements as files for other programs: GeoJSON, KML and CSV. Pure; names and sentences come from articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

from pages.movements.arcs import Point, arc
from pages.movements.marks import at
from pages.shared import spreadsheets, wording
from pipeline.domain import DateSpan
from pipeline.store import MovementRow, PlacePoint

KML = "http://www.opengis.net/kml/2.2"
MERIDIAN = 180.0


def geojson(rows: Sequence[MovementRow]) -> str:
    """RFC 7946: a line along the great circle for each movement, a point at its only known end, and all places.

    A movement without coordinates has a null geometry, as the RFC wants it, so that nothing is lost.
    """
    moved = [_feature(_geometry(row), {"kind": "movement", **properties(row)}) for row in rows]
    stood = [_feature(_point(point), {"kind": "place", **_told(place)}) for place, point in _places(rows)]
    return json.dumps({"type": "FeatureCollection", "features": [*moved, *stood]}, ensure_ascii=False, indent=1)


def kml(rows: Sequence[MovementRow]) -> str:
    """KML 2.2: a placemark for each movement and each place."""
    ElementTree.register_namespace("", KML)
    root = ElementTree.Element(f"{{{KML}}}kml")
    document = _element(root, "Document")
    _element(document, "name", "Movements")
    for row in rows:
        _movement_mark(document, row)
    for place, point in _places(rows):
        mark = _element(document, "Placemark")
        _element(mark, "name", place.name)
        _data(mark, _told(place))
        _element(_element(mark, "Point"), "coordinates", _coordinates([point]))
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True)


def table(rows: Iterable[MovementRow]) -> str:
    """The movements as CSV."""
    return spreadsheets.written([{**properties(row), **_ends(row)} for row in rows])


def properties(row: MovementRow) -> dict[str, Any]:
    """What a movement is, in plain values; days are ISO 8601, vague dates EDTF."""
    return {
        "id": row.id,
        "mover": row.mover.name,
        "origin": row.origin.name if row.origin else None,
        "destination": row.destination.name if row.destination else None,
        "status": row.status,
        "vehicle": row.vehicle,
        "purpose": row.purpose,
        "departure": _edtf(row.departure),
        "arrival": _edtf(row.arrival),
        "first_day": row.first.isoformat() if row.first else None,
        "last_day": row.last.isoformat() if row.last else None,
        "reports": row.reports,
        "evidence": row.evidence,
        "article": row.title,
        "outlet": row.outlet,
    }


def _edtf(span: DateSpan | None) -> str | None:
    if span is None:
        return None
    if span.edtf:
        return span.edtf
    first, last = (day.isoformat() if day else ".." for day in (span.first, span.last))
    return first if first == last else f"{first}/{last}"


def _told(place: PlacePoint) -> dict[str, Any]:
    return {
        "name": place.name,
        "country": place.country,
        "feature": place.feature,
        "confidence": place.confidence,
        "key": place.key,
    }


def _ends(row: MovementRow) -> dict[str, Any]:
    """Columns of the table for where both ends are."""
    return {
        f"{end}_{field}": getattr(place, field) if place else None
        for end, place in (("origin", row.origin), ("destination", row.destination))
        for field in ("country", "latitude", "longitude", "confidence")
    }


def _places(rows: Iterable[MovementRow]) -> list[tuple[PlacePoint, Point]]:
    """Each place with coordinates once."""
    ends = {place.key: place for row in rows for place in (row.origin, row.destination) if place}
    return [(place, point) for place in ends.values() if (point := at(place))]


def _feature(geometry: dict[str, Any] | None, told: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": told}


def _geometry(row: MovementRow) -> dict[str, Any] | None:
    ends = _points(row)
    if len(ends) < 2:
        return _point(ends[0]) if ends else None
    parts = _cut(arc(ends[0], ends[1]))
    if len(parts) == 1:
        return {"type": "LineString", "coordinates": _positions(parts[0])}
    return {"type": "MultiLineString", "coordinates": [_positions(part) for part in parts]}


def _points(row: MovementRow) -> list[Point]:
    return [point for place in (row.origin, row.destination) if (point := at(place))]


def _point(point: Point) -> dict[str, Any]:
    return {"type": "Point", "coordinates": _positions([point])[0]}


def _positions(points: Iterable[Point]) -> list[list[float]]:
    return [[round(lon, 5), round(lat, 5)] for lat, lon in points]


def _cut(line: Sequence[Point]) -> list[list[Point]]:
    """A line cut where it crosses the date line, as RFC 7946 asks, with longitudes from -180 to 180."""
    parts: list[list[Point]] = [[line[0]]]
    turn = 0.0
    for before, after in pairwise(line):
        edge = MERIDIAN if after[1] > before[1] else -MERIDIAN
        if before[1] + turn != edge and (before[1] + turn - edge) * (after[1] + turn - edge) <= 0:
            share = (edge - turn - before[1]) / (after[1] - before[1])
            latitude = before[0] + share * (after[0] - before[0])
            parts[-1].append((latitude, edge))
            parts.append([(latitude, -edge)])
            turn -= 2 * edge
        parts[-1].append((after[0], after[1] + turn))
    return parts


def _movement_mark(document: ElementTree.Element, row: MovementRow) -> None:
    mark = _element(document, "Placemark")
    _element(mark, "name", wording.movement_title(row))
    _element(mark, "description", row.evidence)
    _data(mark, properties(row))
    ends = _points(row)
    if len(ends) == 1:
        _element(_element(mark, "Point"), "coordinates", _coordinates(ends))
    elif ends:
        lines = _element(mark, "MultiGeometry")
        for part in _cut(arc(ends[0], ends[1])):
            line = _element(lines, "LineString")
            _element(line, "tessellate", "1")
            _element(line, "coordinates", _coordinates(part))


def _data(mark: ElementTree.Element, told: dict[str, Any]) -> None:
    extended = _element(mark, "ExtendedData")
    for name, value in told.items():
        if value is not None:
            data = _element(extended, "Data")
            data.set("name", name)
            _element(data, "value", str(value))


def _element(parent: ElementTree.Element, name: str, text: str | None = None) -> ElementTree.Element:
    """A KML element; characters that XML cannot hold are left out, all others are escaped when written."""
    element = ElementTree.SubElement(parent, f"{{{KML}}}{name}")
    element.text = None if text is None else "".join(letter for letter in text if _is_xml(letter))
    return element


def _is_xml(letter: str) -> bool:
    """Whether XML 1.0 has the character (its production ``Char``)."""
    code = ord(letter)
    return letter in "\t\n\r" or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000


def _coordinates(points: Iterable[Point]) -> str:
    return " ".join(f"{lon},{lat}" for lon, lat in _positions(points))
