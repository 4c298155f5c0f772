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
