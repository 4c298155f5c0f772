from __future__ import annotations

import csv
import json
from io import StringIO
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.movements import exports
from pipeline.domain import DateSpan
from pipeline.store import Participation, PlacePoint
from tests.pages.rows import LISBON, NOWHERE, RABAT, movement

TOKYO = PlacePoint("name:tokyo", "Tokyo", "JP", 35.68, 139.69, 0.9)
HONOLULU = PlacePoint("name:honolulu", "Honolulu", "US", 21.31, -157.86, 0.9)
NAMES = {"k": exports.KML}


def features(rows: list[Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(exports.geojson(rows))["features"]
    return found


def test_geojson_line_runs_from_origin_to_destination_longitude_first() -> None:
    line, *places = features([movement()])
    assert line["geometry"]["type"] == "LineString"
    assert line["geometry"]["coordinates"][0] == pytest.approx([LISBON.longitude, LISBON.latitude])
    assert line["geometry"]["coordinates"][-1] == pytest.approx([RABAT.longitude, RABAT.latitude])
    assert line["properties"]["mover"] == "Ana Costa"
    assert line["properties"]["first_day"] == "2019-03-08"
    assert [place["properties"]["name"] for place in places] == ["Lisbon", "Rabat"]


def test_geojson_movement_with_one_known_end_is_a_point() -> None:
    point, place = features([movement(origin=NOWHERE)])
    assert point["geometry"] == {"type": "Point", "coordinates": [RABAT.longitude, RABAT.latitude]}
    assert place["properties"]["name"] == "Rabat"


def test_geojson_keeps_what_has_no_place_without_geometry() -> None:
    [lost] = features([movement(origin=None, destination=NOWHERE)])
    assert lost["geometry"] is None
    assert lost["properties"]["destination"] == "Nowhere"


@pytest.mark.parametrize(("start", "end"), [(TOKYO, HONOLULU), (HONOLULU, TOKYO)], ids=["eastward", "westward"])
def test_geojson_line_is_cut_at_the_date_line(start: PlacePoint, end: PlacePoint) -> None:
    line = features([movement(origin=start, destination=end)])[0]["geometry"]
    assert line["type"] == "MultiLineString"
    first, second = line["coordinates"]
    assert abs(first[-1][0]) == abs(second[0][0]) == 180
    assert first[-1][0] == -second[0][0]
    assert first[-1][1] == second[0][1]
    assert second[-1] == pytest.approx([end.longitude, end.latitude])
    assert all(abs(longitude) <= 180 for part in (first, second) for longitude, _ in part)


def test_kml_holds_each_movement_and_each_place_once() -> None:
    rows = [movement(id="there"), movement(id="back", origin=RABAT, destination=LISBON)]
    root = ElementTree.fromstring(exports.kml(rows))
    names = [name.text for name in root.findall(".//k:Placemark/k:name", NAMES)]
    assert names == ["Ana Costa: Lisbon → Rabat", "Ana Costa: Rabat → Lisbon", "Lisbon", "Rabat"]
    line = root.findtext(".//k:LineString/k:coordinates", None, NAMES)
    assert line is not None
    assert line.split(" ")[0] == f"{LISBON.longitude},{LISBON.latitude}"


@given(st.text())
def test_kml_of_any_text_can_be_parsed(words: str) -> None:
    rows = [movement(evidence=words, mover=Participation(None, f"<b>&{words}"), purpose=words)]
    root = ElementTree.fromstring(exports.kml(rows).encode("utf-8", "surrogatepass"))
    assert root.findall(".//k:b", NAMES) == []


@pytest.mark.parametrize("evil", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_csv_cell_is_never_a_formula(evil: str) -> None:
    [row] = csv.DictReader(StringIO(exports.table([movement(evidence=evil)])))
    assert row["evidence"] == f"'{evil}"


def test_csv_keeps_numbers_and_dates_as_they_are() -> None:
    arrival = DateSpan(None, None, None)
    [row] = csv.DictReader(StringIO(exports.table([movement(arrival=arrival)])))
    assert row["origin_longitude"] == "-9.14"
    assert row["first_day"] == "2019-03-08"
    assert row["departure"] == ""
    assert row["arrival"] == ".."


def test_csv_of_nothing_is_empty() -> None:
    assert exports.table([]) == ""
