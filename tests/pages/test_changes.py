"""The page of what changed since a visit, on a store that grew since."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from pages.view import stories, visits
from pages.view.visits import Visit
from pipeline.store import Store
from tests.pages.conftest import open_page
from tests.pages.test_app import tiles
from tests.store.articles import Telling, article

SEEN = datetime(2026, 3, 2, 12, tzinfo=UTC)
PLAN = article([Telling("Ines Duarte", "will visit", "", "Quito", status="planned"), Telling("Leo Haas", "warned")])
VISIT = article([Telling("Ines Duarte", "visited", "", "Quito"), Telling("Ana Prado", "met", "Ivo Brandt")])


@pytest.fixture
def visited(store_url: str, monkeypatch: pytest.MonkeyPatch) -> Visit:
    """A visit between the plan and what came of it."""
    monkeypatch.setattr(stories, "WAIT", 60.0)
    store = Store.open(store_url)
    store.add(*PLAN)
    seen = Visit(store.version(), SEEN)
    store.add(*VISIT)
    store.close()
    monkeypatch.setattr(visits, "last", lambda: seen)
    return seen


def opened(app: AppTest) -> AppTest:
    return open_page(app, "changes")


def test_changes_of_a_first_visit_are_none(app: AppTest) -> None:
    assert "first visit" in opened(app).info[0].value


def test_changes_list_what_new_articles_tell(app: AppTest, visited: Visit) -> None:
    page = opened(app)
    headings = [each.value for each in page.header]
    assert "New (1)" in headings
    assert any("Ana Prado" in button.label for button in page.button)
    assert not any("Leo Haas" in button.label for button in page.button)


def test_overview_leads_to_what_changed(app: AppTest, visited: Visit) -> None:
    labels = [link.label for link in app.run().page_link]
    assert "1 article changed since your last visit →" in labels
    assert tiles(app)


def test_changes_are_those_of_the_filters(app: AppTest, visited: Visit) -> None:
    app.query_params["q"] = "Lindgren"
    assert "Nothing in this view has changed" in opened(app).info[-1].value


def test_views_with_a_name_are_watched(app: AppTest, visited: Visit, store_url: str) -> None:
    store = Store.open(store_url)
    for word in ("Prado", "Lindgren"):
        store.shares.save_view(word, f"/timeline?q={word}&select=event%3Agone", datetime(2026, 3, 1))
    store.close()
    labels = [link.label for link in opened(app).page_link]
    assert "Prado: 1 change →" in labels
    assert "Lindgren: nothing new →" in labels
