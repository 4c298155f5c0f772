"""The grades that analysts gave outlets and reports, in each export that has either, read by its own library."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from io import BytesIO, StringIO
from typing import Any

import docx
import fastkml
import icalendar
import networkx
import openpyxl
import pyarrow.parquet as pq
import stix2
from lxml import html

from pipeline.domain import Extent
from pipeline.exports.formats import FORMATS
from pipeline.grades import Grades
from tests.exports.excerpts import ANALYSIS, ARTICLE, excerpt, told
from tests.pages.rows import RABAT, event, movement

GRADED = excerpt(
    event(id="talks", place=RABAT, confidence=0.7),
    told(event(id="other"), article=replace(ARTICLE, id="a1", outlet="Douro Daily")),
    movement(id="trip"),
    grades=Grades({"The Tagus Post": "B"}, {("a0", Extent(4, 8, "word")): "2"}),
    analyses={"a0": ANALYSIS, "a1": replace(ANALYSIS, article=replace(ANALYSIS.article, id="a1"))},
)
"""What one outlet reports, and an event that another does, whom nobody graded."""
GRADES = ["B2", "F6", "B2"]


def written(suffix: str) -> bytes:
    return next(format_ for format_ in FORMATS if format_.suffix == suffix).write(GRADED)


def grades_of(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    return [f"{row['outlet_grade']}{row['report_grade']}" for row in rows if row.get("outlet_grade")]


def sheet(name: str) -> list[dict[str, Any]]:
    head, *rows = openpyxl.load_workbook(BytesIO(written("xlsx")))[name].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_tables_have_both_grades_of_each_row() -> None:
    assert grades_of(csv.DictReader(StringIO(written("csv").decode("utf-8-sig")))) == GRADES
    assert grades_of(pq.read_table(BytesIO(written("parquet"))).to_pylist()) == GRADES
    assert grades_of(sheet("Events and movements")) == grades_of(sheet("Sentences")) == GRADES
    assert [row["outlet grade"] for row in sheet("Articles")] == ["B", "F"]


def test_maps_and_networks_have_both_grades() -> None:
    assert grades_of(each["properties"] for each in json.loads(written("geojson"))["features"]) == GRADES
    document: Any = fastkml.KML.from_string(written("kml").decode().partition("?>")[2]).features[0]
    data = [{each.name: each.value for each in mark.extended_data.elements} for mark in document.features]
    assert grades_of(data) == GRADES
    graph = networkx.read_graphml(BytesIO(written("graphml")))
    assert sorted(grades_of(data for *_, data in graph.edges(data=True))) == sorted(GRADES)


def test_jsonl_has_grades_beside_the_analysis() -> None:
    lines = [json.loads(line)["grades"] for line in written("jsonl").splitlines()]
    assert lines == [
        {"outlet": "B", "reports": {"talks": "2", "trip": "2"}},
        {"outlet": "F", "reports": {"other": "6"}},
    ]


def test_calendar_and_slides_say_grades_in_words() -> None:
    graded = "B2 (outlet: usually reliable; what it reports: probably true)"
    assert [
        graded in str(entry["DESCRIPTION"]) for entry in icalendar.Calendar.from_ical(written("ics")).walk("VEVENT")
    ] == [True, False, True]
    slides = json.loads(written("timeline.json"))["events"]
    assert [graded in slide["text"]["text"] for slide in slides] == [True, False, True]


def test_stix_confidence_of_what_is_graded_is_that_of_the_admiralty_code() -> None:
    objects = stix2.parse(written("stix.json").decode()).objects
    notes = {
        each["content"].rpartition("Grade ")[2][:2]: each.get("confidence")
        for each in objects
        if each["type"] == "note"
    }
    assert notes == {"B2": 70, "F6": None}
    assert sorted(each["description"] for each in objects if each["type"] == "report") == [
        "Outlet: Douro Daily. Grade F: reliability cannot be judged.",
        "Outlet: The Tagus Post. Grade B: usually reliable.",
    ]


def test_reports_say_both_grades_of_each_and_the_outlets_of_articles() -> None:
    page = html.fromstring(written("report.html").decode())
    word = docx.Document(BytesIO(written("docx")))
    for text in (page.text_content(), "\n".join(paragraph.text for paragraph in word.paragraphs)):
        assert (text.count("grade B2"), text.count("grade F6")) == (2, 1)
        assert "The Tagus Post (grade B)" in text
        assert "Douro Daily (grade F)" in text
