from __future__ import annotations

import re
from html import unescape
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from pages.articles import layers, place_map, typeset
from pages.articles.findings import finding_after, findings, list_of
from pages.language.highlight import Mark
from pages.view.address import Selection
from pipeline.store import Store
from tests.growth import check_growth
from tests.pages.charts import checked
from tests.pages.conftest import open_page
from tests.pages.sample import VISIT, storm, visit


def address(chosen: Selection) -> str:
    return f"?select={chosen.kind}:{chosen.id}"


def bare(html: str) -> str:
    return "".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param(
            "One.\n\nTwo.",
            "<p class='dl-line' data-at='0'>One.</p><p class='dl-line' data-at='6'>Two.</p>",
            id="paragraphs",
        ),
        pytest.param(
            "- one\n2. two",
            "<p class='dl-item' data-at='0'>- one</p><p class='dl-item' data-at='6'>2. two</p>",
            id="list",
        ),
        pytest.param(
            "Year | Tons\n2019 | 7",
            "<table><tbody><tr><td data-at='0'>Year </td><td data-at='6'> Tons</td></tr>"
            "<tr><td data-at='12'>2019 </td><td data-at='18'> 7</td></tr></tbody></table>",
            id="table",
        ),
        pytest.param("Reuters | Oslo\n", "<p class='dl-line' data-at='0'>Reuters | Oslo</p>", id="one line with a bar"),
        pytest.param("a < b", "<p class='dl-line' data-at='0'>a &lt; b</p>", id="escaped"),
    ],
)
def test_typeset_keeps_paragraphs_lists_and_tables(text: str, html: str) -> None:
    assert typeset.typeset(text, [], 0, len(text)) == html


@given(st.text("ab|\t\n <&-1.", max_size=80), st.integers(0, 40), st.integers(1, 40))
def test_typeset_loses_no_word(text: str, start: int, length: int) -> None:
    shown = typeset.typeset(text, [Mark(start, start + length, "who", href="?x")], 0, len(text))
    assert bare(shown).replace("|", "") == "".join(text.split()).replace("|", "")


@given(st.text("ab\n", max_size=200), st.integers(1, 50))
def test_parts_are_the_whole_text(text: str, length: int) -> None:
    bounds = typeset.part_bounds(text, length)
    assert "".join(text[start:end] for start, end in bounds) == text
    assert all(end - start <= length for start, end in bounds)


def test_a_part_of_a_long_text_is_typeset_as_that_of_a_short_one() -> None:
    """Ten times the text and its marks: typesetting them all would take ten times as long."""
    stories = {length: marked_story(length // len(VISIT)) for length in (60_000, 600_000)}

    def seconds(length: int) -> float:
        text, marks = stories[length]
        began = process_time()
        typeset.typeset(text, marks, 20_000, 40_000)
        return process_time() - began

    check_growth(seconds, 60_000, 600_000, 3)


def marked_story(times: int) -> tuple[str, list[Mark]]:
    """The visit so many times over, with all its marks."""
    found = layers.marks(visit(), layers.LAYERS)
    starts = [len(VISIT) * each for each in range(times)]
    moved = [Mark(mark.start + at, mark.end + at, mark.classes, href="?x") for mark in found for at in starts]
    return VISIT * times, moved


def test_findings_stand_in_the_order_of_the_text() -> None:
    listed = findings(visit())
    assert [found.at for found in listed] == sorted(found.at for found in listed)
    assert [found.selection.kind for found in listed[:2]] == ["movement", "event"]
    first, last = listed[0], listed[-1]
    assert finding_after(listed, first.selection, 0, 1) == listed[1]
    assert finding_after(listed, first.selection, 0, -1) is None
    assert finding_after(listed, last.selection, 0, 1) is None
    assert finding_after(listed, None, 0, 1) == first
    assert finding_after(listed, Selection("event", "gone"), 3, 1) == listed[3]
    assert finding_after(listed, Selection("event", "gone"), 3, -1) == listed[2]


def test_list_marks_what_is_selected() -> None:
    listed = findings(visit())
    html = list_of(listed, listed[1].selection, address)
    assert html.count("aria-current") == 1
    assert f"select=event:{listed[1].selection.id}' aria-current" in html.replace('"', "'")


def test_marks_are_those_of_the_part_that_is_shown() -> None:
    text = visit().article.text
    start = text.index("In February")
    told = {text[mark.start : mark.end] for mark in layers.marks(visit(), {"event", "place"}, part=(start, start + 60))}
    assert told == {"accused"}


def test_marks_lead_to_the_narrowest_that_they_name() -> None:
    marks = layers.marks(visit(), layers.LAYERS, address)
    html = typeset.typeset(VISIT, marks, 0, len(VISIT))
    assert '<a href="?select=entity:person:ana-costa"><mark' in html
    assert re.search(r'<a href="\?select=event:[^"]*"><mark class="[^"]*dl-event[^"]*"[^>]*>accused', html)
    assert re.search(r'<a href="\?select=place:[^"]*"><mark class="[^"]*dl-place[^"]*"[^>]*>Lisbon', html)
    assert "<script" not in html


def test_the_map_has_each_resolved_place_once() -> None:
    named = place_map.points([*visit().places, *visit().places])
    assert {place.name for place in named} == {"Lisbon", "Rabat", "Dakar"}
    drawn = checked(place_map.place_map)(named, (), named[0].key).to_plotly_json()
    keys = [key for trace in drawn["data"] for kind, key in trace.get("customdata", ()) if kind == "place"]
    assert sorted(keys) == sorted(place.key for place in named)


@pytest.fixture
def page(app: AppTest) -> AppTest:
    app.query_params["select"] = f"article:{visit().article.id}"
    return open_page(app, "articles")


def shown(page: AppTest, what: str) -> str:
    return next(said for each in page.get("html") if what in (said := str(getattr(each, "value", ""))))


def test_next_and_previous_go_through_the_findings(page: AppTest) -> None:
    assert page.button(key="step-J").proto.shortcut.lower() == "j"
    for number in (1, 2):
        page.button(key="step-J").click().run()
        assert not page.exception
        assert f"{number} of 6 events and movements" in " ".join(each.value for each in page.caption)
    page.button(key="step-K").click().run()
    assert "aria-current" in shown(page, "<nav class='dl-findings'")
    assert "dl-evidence" in shown(page, "<article class='dl-article'")


def test_right_keeps_its_place_and_wrong_goes_on_from_it(page: AppTest, store_url: str) -> None:
    page.button(key="step-J").click().run()
    page.button(key="step-J").click().run()
    page.button(key="verdict-wrong").click().run()
    assert not page.exception
    page.button(key="step-J").click().run()
    assert "2 of 5 events and movements" in " ".join(each.value for each in page.caption)
    page.button(key="verdict-right").click().run()
    store = Store.open(store_url)
    assert [entry.correction.change.word for entry in store.corrections()] == ["wrong", "right"]
    store.close()


@pytest.mark.parametrize("article", [visit().article.id, storm().article.id])
def test_a_name_of_several_articles_is_shown_in_the_one_being_read(app: AppTest, article: str) -> None:
    """ "Rui Dias" stands in both."""
    app.query_params["select"] = "entity:person:rui-dias"
    app.query_params["read"] = article
    open_page(app, "articles")
    assert app.selectbox(key="article-shown").value == article
