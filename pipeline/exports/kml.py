"""KML 2.2, for Google Earth and others. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lxml import etree

from pipeline.exports.excerpt import Excerpt, ExportedRow
from pipeline.exports.geometry import about_place, parts, places, points, positions
from pipeline.exports.records import record
from pipeline.exports.xml_text import allowed
from pipeline.great_circle import Point

NAMESPACE = "http://www.opengis.net/kml/2.2"


def as_kml(excerpt: Excerpt) -> bytes:
    """A placemark for each event, movement and place; without coordinates one has no geometry."""
    root = etree.Element(f"{{{NAMESPACE}}}kml", nsmap={None: NAMESPACE})
    document = _element(root, "Document")
    _element(document, "name", excerpt.scope.title)
    _element(document, "description", " ".join([*excerpt.scope.filters(), excerpt.cut()]).strip())
    for told in excerpt.told:
        _placemark(document, excerpt, told)
    for place, point in places(excerpt):
        mark = _element(document, "Placemark")
        _element(mark, "name", place.name)
        _data(mark, about_place(place))
        _element(_element(mark, "Point"), "coordinates", _coordinates([point]))
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _placemark(document: etree._Element, excerpt: Excerpt, told: ExportedRow) -> None:
    found = record(excerpt, told)
    mark = _element(document, "Placemark")
    _element(mark, "name", found["title"])
    _element(mark, "description", found["sentence"])
    _span(mark, told)
    _data(mark, found)
    known = points(told.row)
    if len(known) == 1:
        _element(_element(mark, "Point"), "coordinates", _coordinates(known))
    elif known:
        lines = _element(mark, "MultiGeometry")
        for part in parts(told.row):
            line = _element(lines, "LineString")
            _element(line, "tessellate", "1")
            _element(line, "coordinates", _coordinates(part))


def _span(mark: etree._Element, told: ExportedRow) -> None:
    """When it is; an open end is left open."""
    if told.row.first or told.row.last:
        span = _element(mark, "TimeSpan")
        for name, day in (("begin", told.row.first), ("end", told.row.last)):
            if day:
                _element(span, name, day.isoformat())


def _data(mark: etree._Element, told: dict[str, Any]) -> None:
    extended = _element(mark, "ExtendedData")
    for name, value in told.items():
        if value is not None:
            data = _element(extended, "Data")
            data.set("name", name)
            _element(data, "value", str(value))


def _element(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    element.text = None if text is None else allowed(text)
    return element


def _coordinates(line: Iterable[Point]) -> str:
    return " ".join(f"{longitude},{latitude}" for longitude, latitude in positions(line))
