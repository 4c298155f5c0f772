"""Each format is read back by its own library, whatever strangers wrote."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO, StringIO
from typing import Any

import docx
import fastkml
import geojson
import icalendar
import networkx
import openpyxl
import pyarrow.parquet as pq
import pytest
import stix2
from fastkml.validator import validate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree, html

from pipeline import codec
from pipeline.exports import Excerpt
from pipeline.exports.excerpt import StoryRow
from pipeline.exports.formats import FORMATS, Format
from pipeline.exports.records import COLUMNS
from pipeline.index import EventRow, Participation, PlacePoint
from tests.exports.excerpts import ARTICLE, excerpt, told
from tests.pages.rows import LISBON, NOWHERE, RABAT, event, movement

BY_SUFFIX = {format_.suffix: format_ for format_ in FORMATS}
TOKYO = PlacePoint("name:tokyo", "Tokyo", "JP", 35.68, 139.69, 0.9)
HONOLULU = PlacePoint("name:honolulu", "Honolulu", "US", 21.31, -157.86, 0.9)
UNDATED: dict[str, Any] = {"first": None, "last": None, "edtf": None}
VARIED = excerpt(
    told(event(id="talks", place=RABAT, confidence=0.734567), "Rui Dias", "her office"),
    event(id="plan", status="planned", last=None, edtf="2019-03-08/..", mode=None, type="AID"),
    event(id="denied", status="denied", recipients=(), **UNDATED),
    event(id="both", recipients=(), actors=(Participation("person:a", "A"), Participation(None, "B; C, D"))),
    movement(id="trip"),
    movement(id="lost", origin=None, destination=NOWHERE, **{name: UNDATED[name] for name in ("first", "last")}),
    movement(id="over", origin=TOKYO, destination=HONOLULU, vehicle="plane", last=date(2019, 3, 9)),
)


def written(suffix: str, of: Excerpt = VARIED) -> bytes:
    return BY_SUFFIX[suffix].write(of)


def as_text(suffix: str, of: Excerpt = VARIED) -> str:
    return written(suffix, of).decode("utf-8")


def rows_of_csv(of: Excerpt = VARIED) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(as_text("csv", of).removeprefix("\ufeff"))))


def calendar(of: Excerpt = VARIED) -> list[Any]:
    return list(icalendar.Calendar.from_ical(written("ics", of)).walk("VEVENT"))


def features(of: Excerpt) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(written("geojson", of))["features"]
    return found


def test_csv_says_who_says_what_when_and_how_sure() -> None:
    first = rows_of_csv()[0]
    assert list(first) == list(COLUMNS)
    assert first["sentence"] == "Ana Costa visited Morocco."
    assert first["source"] == "Rui Dias, her office"
    assert (first["first_day"], first["status"], first["confidence"]) == ("2019-03-08", "occurred", "0.7346")
    assert first["link"] == "https://tagus.example/visit"
    assert rows_of_csv()[1]["confidence"] == ""


@pytest.mark.parametrize("evil", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_tables_hold_no_formula(evil: str) -> None:
    of = excerpt(event(title=evil, actors=(Participation(None, evil),)))
    assert rows_of_csv(of)[0]["article"] == f"'{evil}"
    book = openpyxl.load_workbook(BytesIO(written("xlsx", of)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert evil in {cell.value for cell in cells}


def test_xlsx_has_dates_and_numbers_as_such_and_all_sentences() -> None:
    book = openpyxl.load_workbook(BytesIO(written("xlsx")))
    head, first, *_ = book["Events and movements"].iter_rows(values_only=True)
    found = dict(zip(head, first, strict=True))
    assert found["first_day"].date() == date(2019, 3, 8)
    assert found["confidence"] == pytest.approx(0.7346)
    assert book["Sentences"].max_row == len(VARIED.told) + 1


def test_tables_name_what_several_articles_tell_together() -> None:
    """Rows of one story have the same; Excel has a sheet with a line a story."""
    story = StoryRow("s0", "occurred", date(2019, 3, 8), date(2019, 3, 8), "Rabat", 2, 2, ("day", "place"))
    shared = [replace(told(event(id=id_)), story=story) for id_ in ("e0", "e1")]
    of = excerpt(*shared, event(id="e2"))
    assert [row["story"] for row in rows_of_csv(of)] == ["s0", "s0", ""]
    assert [row["disagree_on"] for row in rows_of_csv(of)] == ["day, place", "day, place", ""]
    head, only = openpyxl.load_workbook(BytesIO(written("xlsx", of)))["Stories"].iter_rows(values_only=True)
    found = dict(zip(head, only, strict=True))
    assert (found["story"], found["story_voices"], found["place"]) == ("s0", 2, "Rabat")


def test_parquet_has_typed_columns() -> None:
    table = pq.read_table(BytesIO(written("parquet")))
    assert [str(table.schema.field(name).type) for name in ("first_day", "latitude", "reports")] == [
        "date32[day]", "double", "int64",
    ]  # fmt: skip
    assert table.column("id").to_pylist() == [each.row.id for each in VARIED.told]


def test_jsonl_is_the_analysis_format() -> None:
    [line] = written("jsonl").splitlines()
    assert codec.analysis_from_json(line).article.text == "A text."


def test_geojson_is_valid_and_loses_nothing() -> None:
    collection = geojson.loads(as_text("geojson"))
    assert collection.is_valid, collection.errors()
    assert [each["properties"]["id"] for each in collection["features"] if "id" in each["properties"]] == [
        each.row.id for each in VARIED.told
    ]


def test_geojson_line_runs_from_origin_to_destination_longitude_first() -> None:
    line, *places = features(excerpt(movement()))
    assert line["geometry"]["coordinates"][0] == pytest.approx([LISBON.longitude, LISBON.latitude])
    assert line["geometry"]["coordinates"][-1] == pytest.approx([RABAT.longitude, RABAT.latitude])
    assert [place["properties"]["name"] for place in places] == ["Lisbon", "Rabat"]


def test_geojson_one_known_end_is_a_point_and_none_no_geometry() -> None:
    half, lost, _ = features(excerpt(movement(origin=NOWHERE), movement(id="m1", origin=None, destination=NOWHERE)))
    assert half["geometry"] == {"type": "Point", "coordinates": [RABAT.longitude, RABAT.latitude]}
    assert lost["geometry"] is None


@pytest.mark.parametrize(("start", "end"), [(TOKYO, HONOLULU), (HONOLULU, TOKYO)], ids=["eastward", "westward"])
def test_geojson_line_is_cut_at_the_date_line(start: PlacePoint, end: PlacePoint) -> None:
    line = features(excerpt(movement(origin=start, destination=end)))[0]["geometry"]
    first, second = line["coordinates"]
    assert first[-1][0] == -second[0][0]
    assert abs(first[-1][0]) == 180
    assert first[-1][1] == second[0][1]
    assert all(abs(longitude) <= 180 for part in (first, second) for longitude, _ in part)


def test_kml_follows_its_schema_and_has_a_placemark_for_each() -> None:
    root = etree.fromstring(written("kml"))
    assert validate(element=root)
    document: Any = fastkml.KML.from_string(as_text("kml").partition("?>")[2]).features[0]
    assert len(document.features) == len(VARIED.told) + 4


def test_timeline_says_what_is_dated_and_groups_by_class() -> None:
    made = json.loads(written("timeline.json"))
    assert [slide["unique_id"] for slide in made["events"]] == [
        "event-talks", "event-plan", "event-both", "movement-trip", "movement-over",
    ]  # fmt: skip
    assert all(set(slide["start_date"]) == {"year", "month", "day"} for slide in made["events"])
    assert made["events"][0]["group"] == "verbal cooperation"
    assert made["events"][-1]["end_date"] == {"year": 2019, "month": 3, "day": 9}


def test_timeline_escapes_what_articles_say() -> None:
    of = excerpt(event(evidence="<img src=x onerror=alert(1)>", actors=(Participation(None, "<b>A</b>"),)))
    assert "<img" not in as_text("timeline.json", of)
    assert "<b>" not in as_text("timeline.json", of)


def test_calendar_holds_plans_as_tentative_and_no_undated() -> None:
    entries = {str(entry["UID"]): entry for entry in calendar()}
    assert len(entries) == 5
    assert entries["event-plan@dateline"]["STATUS"] == "TENTATIVE"
    assert entries["event-talks@dateline"]["STATUS"] == "CONFIRMED"
    over = entries["movement-over@dateline"]
    assert over["DTEND"].dt - over["DTSTART"].dt == timedelta(days=2)
    assert "B; C, D" in str(entries["event-both@dateline"]["SUMMARY"])


def test_calendar_lines_have_at_most_75_octets() -> None:
    of = excerpt(event(evidence="Ärzte übergaben Łódź " * 40))
    assert max(len(line) for line in written("ics", of).split(b"\r\n")) <= 75
    assert "Ärzte übergaben Łódź Ärzte" in str(calendar(of)[0]["DESCRIPTION"])


def test_stix_is_valid_and_repeats_itself() -> None:
    bundle = stix2.parse(as_text("stix.json"), allow_custom=False)
    kinds = [each["type"] for each in bundle.objects]
    assert kinds.count("note") == len(VARIED.told)
    assert kinds.count("report") == 1
    ids = {each["id"] for each in bundle.objects}
    assert {ref for each in bundle.objects for ref in each.get("object_refs", [])} <= ids
    assert written("stix.json") == written("stix.json")


def test_stix_only_what_occurred_is_a_relationship() -> None:
    of = excerpt(*(movement(id=status, status=status) for status in ("occurred", "planned", "denied", "cancelled")))
    bundle = stix2.parse(as_text("stix.json", of))
    assert [each["relationship_type"] for each in bundle.objects if each["type"] == "relationship"] == ["located-at"]


def test_stix_an_article_without_day_is_no_report() -> None:
    of = excerpt(told(event(), article=replace(ARTICLE, published=None)))
    kinds = [each["type"] for each in stix2.parse(as_text("stix.json", of)).objects]
    assert "report" not in kinds
    assert "grouping" in kinds


def test_graphml_is_a_network_of_who_to_whom() -> None:
    graph = networkx.read_graphml(BytesIO(written("graphml")))
    edges = {data["told"]: (start, end, data["mutual"]) for start, end, data in graph.edges(data=True)}
    assert edges["talks"] == ("person:ana-costa", "country:MA", False)
    assert edges["both"][2] is True
    assert edges["trip"][1] == "place:name:rabat"
    assert "denied" not in edges
    assert graph.nodes["place:name:rabat"]["latitude"] == pytest.approx(34.02)


READERS = {
    "csv": lambda data: list(csv.reader(StringIO(data.decode()))),
    "xlsx": lambda data: openpyxl.load_workbook(BytesIO(data)),
    "parquet": lambda data: pq.read_table(BytesIO(data)),
    "jsonl": lambda data: [codec.analysis_from_json(line) for line in data.splitlines()],
    "geojson": lambda data: geojson.loads(data.decode()),
    "kml": etree.fromstring,
    "timeline.json": json.loads,
    "ics": icalendar.Calendar.from_ical,
    "stix.json": lambda data: stix2.parse(data.decode()),
    "report.html": lambda data: html.fromstring(data.decode()),
    "docx": lambda data: docx.Document(BytesIO(data)),
    "timeline.svg": etree.fromstring,
    "map.svg": etree.fromstring,
    "graphml": lambda data: networkx.read_graphml(BytesIO(data)),
}


@pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.suffix)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=())))
def test_any_text_of_strangers_gives_a_file_that_can_be_read(format_: Format, words: str) -> None:
    party = Participation(None, words)
    of = excerpt(
        event(title=words, outlet=words, evidence=words, actors=(party, party), recipients=(party,)),
        movement(mover=party, purpose=words, evidence=words, destination=replace(RABAT, name=words, key=words)),
    )
    READERS[format_.suffix](format_.write(of))


@pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.suffix)
def test_nothing_gives_a_file_that_can_be_read(format_: Format) -> None:
    READERS[format_.suffix](format_.write(excerpt()))


def test_every_format_says_what_it_leaves_out() -> None:
    assert all("Leaves out" in format_.leaves_out for format_ in FORMATS)
    assert len(BY_SUFFIX) == len(FORMATS)
    assert set(READERS) == set(BY_SUFFIX)


def test_a_cut_is_said() -> None:
    of = excerpt(event(), matching=5)
    assert of.cut() == "Cut: 4 of 5 events and movements are left out."
    assert of.cut() in as_text("kml", of)
    assert of.cut() in as_text("geojson", of)


def test_rows_of_varied_are_of_both_kinds() -> None:
    assert {isinstance(each.row, EventRow) for each in VARIED.told} == {True, False}
