"""The order of a table."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pages.view.sorting import ordered
from tests.pages.conftest import open_page
from tests.pages.test_app import address


@pytest.mark.parametrize(
    ("values", "up", "down"),
    [
        pytest.param([3, 20, 1], [2, 0, 1], [1, 0, 2], id="numbers"),
        pytest.param(["9% sure", "83% sure", ""], [0, 1, 2], [1, 0, 2], id="numbers in words, the empty last"),
        pytest.param(["b", "A", "c1"], [1, 0, 2], [2, 0, 1], id="words, whatever their case"),
        pytest.param([date(2023, 4, 12), None, date(2023, 3, 3)], [2, 0, 1], [0, 2, 1], id="days"),
    ],
)
def test_order_of_values(values: list[Any], up: list[int], down: list[int]) -> None:
    assert (ordered(values), ordered(values, down=True)) == (up, down)


def test_a_link_orders_a_table_by_its_days(app: AppTest) -> None:
    app.query_params["open"] = "articles-table"
    app.query_params["sort"] = "articles-table:-Published"
    page = open_page(app, "articles")
    assert page.dataframe[0].value["Published"].tolist() == ["3 April 2019", "8 March 2019"]
    page.selectbox(key="articles-table-order").select("Published ↑").run()
    assert page.dataframe[0].value["Published"].tolist() == ["8 March 2019", "3 April 2019"]
    assert address(page)["sort"] == ["articles-table:Published"]
