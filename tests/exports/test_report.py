"""The report as a page, a Word document and pictures."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from itertools import pairwise
from math import dist
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from PIL import Image

from pipeline.corrections import Change, Correction, Entry, Target
from pipeline.domain import Extent
from pipeline.exports.excerpt import StoryRow
from pipeline.exports.report import base_map
from pipeline.exports.report.charts import map_svg, timeline_svg
from pipeline.exports.report.content import MOST_CARDS, report, safe_link
from pipeline.exports.report.drawing import Area, Line, Words
from pipeline.exports.report.page import as_html
from pipeline.exports.report.pictures import MOST_BARS, places_map, timeline
from pipeline.exports.report.png import ascii_words, dashes, png
from pipeline.exports.report.word import MARGIN_CM, PAGE_CM, as_docx
from pipeline.great_circle import Window
from pipeline.index import Happening, Participation, PlacePoint
from tests.exports.excerpts import excerpt, told
from tests.pages.rows import NOWHERE, event, movement

LATE: dict[str, Any] = {"first": None, "last": None}
CHECKED = Entry(
    3,
    Correction(
        "a0",
        Target("event", "e0", Extent(0, 4, "left")),
        Change("status", "planned"),
        "Inês",
        datetime(2024, 5, 1, 8, 0),
        "read the original",
    ),
)


def page(*rows: Happening) -> str:
    return as_html(excerpt(*rows)).decode()


def test_report_tells_everything_by_date_with_its_sources() -> None:
    of = excerpt(told(event(id="later"), "Rui Dias"), movement(id="none", **LATE), corrections=(CHECKED,))
    made = report(of)
    assert [line.split(".")[0] for line in made.story] == ["1", "2"]
    assert made.story[0] == "1. 8 March 2019: Visit: Ana Costa → Morocco (occurred)"
    said = made.cards[0].sentences[0].said
    assert (
        said.startswith("According to Rui Dias · occurred · 8 March 2019 · outlet unknown") or "The Tagus Post" in said
    )
    assert made.corrected == ("2024-05-01, Inês: “left”: status: planned (read the original)",)
    assert re.search(r"SHA-256 [0-9a-f]{64}$", made.articles[0][0])


def test_page_has_no_script_nothing_from_outside_and_escaped_text() -> None:
    evil = '<img src="https://evil.example/x" onerror=alert(1)><script>alert(2)</script>'
    root = html.fromstring(page(event(evidence=evil, title=evil, actors=(Participation(None, evil),)), movement()))
    assert not root.xpath("//script | //img | //iframe | //link | //object")
    assert not [name for each in root.iter() for name in each.attrib if name.startswith("on")]
    assert "default-src 'none'" in root.xpath("//meta[@http-equiv]/@content")[0]
    assert evil in root.text_content()


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "", None, " https://x"]
)
def test_page_links_only_to_addresses_of_the_web(url: str | None) -> None:
    assert safe_link(url) is None


def test_report_says_what_several_articles_tell_and_where_they_disagree() -> None:
    """In both files; who tells of it alone is in no such line."""
    story = StoryRow("s0", "occurred", date(2019, 3, 8), date(2019, 3, 8), "Rabat", 2, 2, ("when", "place"))
    shared = [replace(told(event(id=id_)), story=story) for id_ in ("e0", "e2")]
    of = excerpt(shared[0], event(id="e1"), shared[1])
    line = (
        "Visit: Ana Costa → Morocco: 8 March 2019 · Rabat · Occurred · 2 articles, 2 independent voices (here 1, 3). "
        "They disagree on the day and the place"
    )
    assert report(of).together == (line,)
    assert f"<li>{line}</li>" in as_html(of).decode()
    assert line in [paragraph.text for paragraph in docx.Document(BytesIO(as_docx(of))).paragraphs]


def test_word_document_holds_the_same_and_both_pictures() -> None:
    document = docx.Document(BytesIO(as_docx(excerpt(event(), movement(), corrections=(CHECKED,)))))
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert len(document.inline_shapes) == 2
    for line in ("Ana Costa visited Morocco.", "Ana Costa flew from Lisbon to Rabat.", "read the original", "SHA-256"):
        assert line in words


def test_pictures_of_the_word_document_fit_its_page() -> None:
    many = [event(id=f"e{number}") for number in range(MOST_BARS)]
    document = docx.Document(BytesIO(as_docx(excerpt(*many, movement()))))
    margins = 2 * MARGIN_CM
    for picture in document.inline_shapes:
        assert picture.width.cm <= PAGE_CM[0] - margins
        assert picture.height.cm <= 0.9 * (PAGE_CM[1] - margins)


def test_names_in_a_png_are_spelt_in_ascii() -> None:
    assert ascii_words("3 Talks: Çelik → Łódź, “Ж”") == '3 Talks: Celik -> Lodz, "?"'


def test_movements_along_one_way_are_one_arrow_with_all_numbers() -> None:
    drawing = places_map([(4, told(movement())), (7, told(movement(id="m2")))])
    assert drawing
    assert [shape.text for shape in drawing.shapes if isinstance(shape, Words) and shape.text[0].isdigit()] == ["4, 7"]


def test_report_says_what_it_leaves_out() -> None:
    rows = [event(id=f"e{number}") for number in range(MOST_CARDS + 3)]
    made = report(excerpt(*rows, matching=999))
    assert len(made.cards) == MOST_CARDS
    assert any("Only the first 500 of 503" in note for note in made.notes)
    assert any(note.startswith("Cut: 496 of 999") for note in made.notes)


def test_pictures_of_nothing_say_so() -> None:
    nothing = excerpt(movement(origin=None, destination=NOWHERE, **LATE))
    assert b"Nothing to draw" in timeline_svg(nothing)
    assert b"Nothing to draw" in map_svg(nothing)
    assert page(movement(origin=None, destination=NOWHERE, **LATE)).count("Nothing to draw") == 2


def test_timeline_bars_are_filled_only_for_what_occurred() -> None:
    for status, filled in (("occurred", 1), ("ongoing", 1), ("planned", 0), ("denied", 0)):
        drawing = timeline([(1, told(event(status=status)))])
        assert drawing
        assert sum(isinstance(shape, Area) for shape in drawing.shapes) == filled


def test_map_draws_plans_dashed_and_only_land_in_sight() -> None:
    drawing = places_map([(1, told(movement(status="planned")))])
    assert drawing
    assert [shape.dashed for shape in drawing.shapes if isinstance(shape, Line) and shape.width == 2.5] == [True]
    everywhere = base_map.land(Window(-90, 90, -180, 180))
    assert 0 < len(base_map.land(Window(35, 40, -10, -5))) < len(everywhere) / 20


def test_map_has_no_line_across_the_world() -> None:
    """Rings that cross the date line run on, they do not jump back."""
    longest = max(
        abs(before[1] - after[1])
        for ring in base_map.land(Window(-58, 85, -180, 180))
        for before, after in pairwise(ring)
    )
    assert longest < 60


@pytest.mark.parametrize("longitude", [-179.5, 0.0, 179.5])
def test_map_holds_places_at_the_date_line(longitude: float) -> None:
    spot = PlacePoint("p", "P", None, 10.0, longitude, 0.9)
    drawing = places_map([(1, told(event(place=spot)))])
    assert drawing
    assert png(drawing).startswith(b"\x89PNG")


def test_png_is_twice_the_size_of_the_drawing() -> None:
    drawing = timeline([(1, told(event(status="planned")))])
    assert drawing
    assert Image.open(BytesIO(png(drawing))).size == (drawing.width * 2, drawing.height * 2)


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, 99), st.floats(0, 99)), min_size=2, max_size=5))
def test_dashes_lie_on_their_line_and_leave_gaps(points: list[tuple[float, float]]) -> None:
    whole = sum(dist(one, other) for one, other in pairwise(points))
    dashed = sum(dist(one, other) for one, other in dashes(tuple(points)))
    assert dashed <= min(whole, whole * 0.6 + 6) + 0.1
