"""Dates that no calendar type holds, through the pipeline and the pages that show them."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from pipeline.analysis import read
from pipeline.assembly import assemble
from pipeline.domain import Article, article_id
from pipeline.store import Store
from tests.pages.conftest import open_page

TEXT = "Hasdrubal was killed in Spain in 221 BC.\nRome invaded Macedonia from 214 to 205 BC."
ID = article_id(TEXT)


@pytest.fixture
def antiquity(store_url: str) -> None:
    reading = read(TEXT)
    store = Store.open(store_url)
    store.add(reading, assemble(Article(ID, TEXT, "Old wars", received=date(2024, 1, 1)), reading))
    store.close()


def test_extraction_keeps_years_before_christ(antiquity: None, store_url: str) -> None:
    store = Store.open(store_url)
    analysis = store.analysis(ID)
    store.close()
    assert analysis.article.published is None
    assert [timex.value for timex in analysis.timexes] == ["BC0221", "BC0214", "BC0205"]
    assert {event.edtf for event in analysis.events} == {"-0220", "-0213/-0204"}
    assert all(event.first is None and event.last is None for event in analysis.events)


@pytest.mark.parametrize("name", ["articles", "timeline", "overview", "movements"])
def test_pages_show_years_before_christ(app: AppTest, antiquity: None, name: str) -> None:
    app.query_params["select"] = [f"article:{ID}"]
    page = open_page(app, name)
    assert not page.exception
    if name == "articles":
        assert "221 BC" in " ".join(str(getattr(element, "value", "")) for element in page.get("html"))
