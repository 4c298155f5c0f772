"""Titles, outlets and addresses of many articles at once."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from pages.articles import many
from pages.articles.many import Changes
from pages.view import data
from pipeline.errors import StoreError
from pipeline.store import Description
from tests.pages.test_app import script


@pytest.fixture
def opened(app: AppTest) -> AppTest:
    app.run()
    app.session_state["many-articles-panel"] = True
    return app.switch_page(script("articles")).run()


def cells() -> list[dict[str, str]]:
    return [many.fields(row) for row in data.articles()]


def test_only_what_was_changed_is_described_anew(opened: AppTest) -> None:
    rows, edited = data.articles(), cells()
    assert many.changes(rows, edited, "", "") == Changes()
    edited[1]["Title"] = " Another title "
    described = {rows[1].id: Description("Another title", rows[1].outlet, rows[1].url)}
    assert many.changes(rows, edited, "", "") == Changes(described)


def test_days_are_typed_as_people_write_them_and_refused_with_a_reason(opened: AppTest) -> None:
    rows, edited = data.articles(), cells()
    edited[0]["Published"], edited[1]["Published"] = "3 Jan 2024", ""
    assert many.changes(rows, edited, "", "").dated == {rows[0].id: date(2024, 1, 3), rows[1].id: None}
    edited[0]["Published"] = "yesterday"
    refused = many.changes(rows, edited, "", "")
    assert rows[0].id not in refused.dated
    assert "yesterday" in refused.problems[0]


def test_one_day_is_given_to_all(opened: AppTest) -> None:
    opened.text_input(key="day-of-all").set_value("yesterday").run()
    assert len(opened.error) == 1
    assert opened.button(key="save-many").disabled
    opened.text_input(key="day-of-all").set_value("Jan 3rd, 2026").run()
    opened.button(key="save-many").click().run()
    assert not opened.exception
    assert {(row.published, row.basis) for row in data.articles()} == {(date(2026, 1, 3), "given")}


def test_one_outlet_is_given_to_all(opened: AppTest) -> None:
    opened.text_input(key="outlet-of-all").set_value("The Ebro Courier").run()
    opened.button(key="save-many").click().run()
    assert not opened.exception
    assert {row.outlet for row in data.articles()} == {"The Ebro Courier"}
    assert opened.button(key="save-many").disabled


def test_many_are_described_all_or_none(opened: AppTest) -> None:
    before = data.articles()
    with pytest.raises(StoreError):
        data.store().describe_all({before[0].id: Description("New", None, None), "none": Description("x", None, None)})
    assert data.articles() == before
