"""The Export button of each page."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pages.view import navigation
from pipeline.exports.formats import FORMATS
from tests.pages.conftest import open_page

NOTHING = ("search", "corrections", "shares", "add_text", "glossary")


@pytest.fixture
def opened(app: AppTest) -> AppTest:
    app.session_state["export-menu"] = True
    return app


@pytest.mark.parametrize("where", list(navigation.pages()))
def test_export_each_page_with_data_offers_all_formats(opened: AppTest, where: str) -> None:
    open_page(opened, where)
    assert not opened.exception
    buttons: list[Any] = list(opened.get("download_button"))
    shown = [button.label for button in buttons if "export-" in button.proto.id]
    expected = [] if where in NOTHING else [format_.name for format_ in FORMATS]
    assert shown == expected


def test_export_says_what_is_in_it(opened: AppTest) -> None:
    opened.query_params["status"] = ["planned"]
    opened.run()
    assert any(caption.value.startswith("1 event and 1 movement (Planned)") for caption in opened.caption)
