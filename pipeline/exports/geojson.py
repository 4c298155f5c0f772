"""GeoJSON (RFC 7946). Pure."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from pipeline.exports.excerpt import Excerpt
from pipeline.exports.geometry import about_place, parts, places, points, positions
from pipeline.exports.records import record
from pipeline.exports.spreadsheets import about
from pipeline.great_circle import Point
from pipeline.index import Happening


def as_geojson(excerpt: Excerpt) -> bytes:
    """A line along the great circle for each movement, a point for each event and each movement with one known end.

    What has no coordinates has a null geometry, as the RFC wants it, so that nothing is lost. Places follow.
    """
    told = [_feature(_geometry(each.row), record(excerpt, each)) for each in excerpt.told]
    stood = [_feature(_point(point), {"kind": "place", **about_place(place)}) for place, point in places(excerpt)]
    collection = {"type": "FeatureCollection", "about": dict(about(excerpt)), "features": [*told, *stood]}
    return json.dumps(collection, ensure_ascii=False, indent=1, default=date.isoformat).encode("utf-8", "replace")


def _feature(geometry: dict[str, Any] | None, told: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": told}


def _geometry(row: Happening) -> dict[str, Any] | None:
    lines = [positions(part) for part in parts(row)]
    if len(lines) > 1:
        return {"type": "MultiLineString", "coordinates": lines}
    if lines:
        return {"type": "LineString", "coordinates": lines[0]}
    known = points(row)
    return _point(known[0]) if known else None


def _point(point: Point) -> dict[str, Any]:
    return {"type": "Point", "coordinates": positions([point])[0]}
