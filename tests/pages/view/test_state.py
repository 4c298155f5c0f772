"""How a view is taken from the address while filters change, on the real app."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from pages.view.zoom import parse
from tests.pages.conftest import open_page

ZOOM = "timeline:2019-01-01:2019-12-31"


def test_a_filter_chosen_while_the_browser_writes_a_zoom_holds(app: AppTest) -> None:
    page = open_page(app, "timeline")
    page.query_params["zoom"] = ZOOM
    page.multiselect(key="filter-types").select("Accusation (ACCUSE)").run()
    assert not page.exception
    assert page.query_params.get("type") == "ACCUSE"
    assert "zoom" not in page.query_params


def test_a_zoom_lasts_until_a_filter_changes(app: AppTest) -> None:
    page = open_page(app, "timeline")
    page.query_params["zoom"] = ZOOM
    page.run()
    assert page.session_state["zooms"][0] == {parse(ZOOM)}
    assert page.query_params["zoom"] == ZOOM
    page.multiselect(key="filter-types").select("Accusation (ACCUSE)").run()
    assert "zoom" not in page.query_params


def test_what_was_opened_lasts_as_long_as_it_is_selected(app: AppTest) -> None:
    page = open_page(app, "timeline")
    page.query_params["fold"] = "00c0ffee"
    page.run()
    assert page.query_params["fold"] == "00c0ffee"
    page.selectbox(key="evidence-of").select_index(3).run()
    assert "select" in page.query_params
    assert "fold" not in page.query_params


def test_a_run_that_was_cut_short_gives_filters_anew(app: AppTest) -> None:
    app.query_params["q"] = "union"
    page = open_page(app, "timeline")
    page.run()
    assert not page.text_input(key="filter-search").proto.set_value
    page.session_state["drawn-to-the-end"] = False
    page.run()
    assert page.text_input(key="filter-search").proto.set_value
    assert page.query_params["q"] == "union"
