"""Titles, outlets and addresses of many articles at once."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from pages.articles import many
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
    return [{"Title": row.title or "", "Outlet": row.outlet or "", "Address": row.url or ""} for row in data.articles()]


def test_only_what_was_changed_is_described_anew(opened: AppTest) -> None:
    rows, edited = data.articles(), cells()
    assert many.changes(rows, edited, "") == {}
    edited[1]["Title"] = " Another title "
    assert many.changes(rows, edited, "") == {rows[1].id: Description("Another title", rows[1].outlet, rows[1].url)}


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
