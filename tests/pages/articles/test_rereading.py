"""Readings of another version are named on the pages, and made anew by one click."""

from __future__ import annotations

import sqlite3

import pytest
from streamlit.testing.v1 import AppTest

from pipeline import VERSION
from pipeline.store import Store
from tests.pages.conftest import open_page
from tests.pages.sample import storm, visit


@pytest.fixture
def older(store_url: str) -> None:
    """One of the two articles has the reading of an older version."""
    file = sqlite3.connect(store_url.removeprefix("sqlite:///"))
    with file:
        file.execute("UPDATE articles SET pipeline_version = '0.1.0' WHERE id = ?", [storm().article.id])
        file.execute("UPDATE changes SET version = version + 1")
    file.close()


def links(app: AppTest) -> list[str]:
    return [link.label for link in app.page_link]


def test_readings_of_another_version_are_made_anew(app: AppTest, older: None, store_url: str) -> None:
    assert "1 article read by another version: read anew →" in links(open_page(app, "timeline"))
    page = open_page(app, "articles")
    assert any(caption.value.startswith("1 article was not read by this version") for caption in page.caption)
    page.button(key="read-anew").click().run()
    assert not page.exception
    assert "read-anew" not in {button.key for button in page.button}
    store = Store.open(store_url)
    assert {row.pipeline_version for row in store.articles()} == {VERSION}
    assert store.analysis(visit().article.id).events == visit().events
    store.close()


def test_readings_of_this_version_are_not_spoken_of(app: AppTest) -> None:
    assert not any("another version" in label for label in links(open_page(app, "timeline")))
    assert "read-anew" not in {button.key for button in open_page(app, "articles").button}
