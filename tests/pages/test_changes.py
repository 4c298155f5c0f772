"""The page of what changed since a visit, on a store that grew since."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from streamlit.testing.v1 import AppTest

from pages.view import stories, visits
from pages.view.visits import Visit
from pipeline.domain import Analysis, Reading
from pipeline.store import Store
from tests.pages.conftest import open_page
from tests.pages.test_app import tiles
from tests.pages.test_stories import DENIED, EARLY, blamed
from tests.store.articles import Telling, article

Kept = tuple[Reading, Analysis]
SEEN = datetime(2026, 3, 2, 12, tzinfo=UTC)
PLAN = article(
    [
        Telling("Ines Duarte", "will visit", "", "Quito", status="planned"),
        Telling("Leo Haas", "warned", type="THREATEN"),
    ]
)
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


def visit_after(store_url: str, monkeypatch: pytest.MonkeyPatch, *kept: Kept) -> Store:
    """A store that a visit saw with these articles; more are to be added."""
    monkeypatch.setattr(stories, "WAIT", 60.0)
    store = Store.open(store_url)
    for each in kept:
        store.add(*each)
    seen = Visit(store.version(), SEEN)
    monkeypatch.setattr(visits, "last", lambda: seen)
    return store


def opened(app: AppTest) -> AppTest:
    return open_page(app, "changes")


def test_first_visit_of_an_empty_store_leads_to_adding_text(app: AppTest, store_url: str) -> None:
    store = Store.open(store_url)
    for row in store.articles():
        store.remove(row.id)
    store.close()
    page = opened(app)
    assert ["first visit" in page.info[0].value, "no article yet" in page.info[1].value] == [True, True]
    assert [link.label for link in page.page_link] == ["Add text →"]


def test_first_visit_shows_what_the_newest_days_tell_that_older_ones_do_not(
    app: AppTest, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stories, "WAIT", 60.0)
    store = Store.open(store_url)
    for day, kept in enumerate((PLAN, VISIT, EARLY, DENIED), 5):
        store.add(*kept)
        store.redate(kept[1].article.id, date(2024, 5, day))
    store.close()
    page = opened(app)
    assert any("3 articles published on 6 May 2024, 7 May 2024, 8 May 2024" in each.value for each in page.caption)
    assert any("Sam Idowu (occurred" in button.label for button in page.button)
    assert not any("Leo Haas" in button.label for button in page.button)


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
    labels = [button.label for button in opened(app).button]
    assert "Prado: 1 change →" in labels
    assert "Lindgren: nothing new →" in labels


def test_what_an_analyst_watches_is_a_click_away(app: AppTest, visited: Visit) -> None:
    app.query_params["entity"] = "person:ana prado"
    page = opened(app)
    assert page.button(key="watch").label == "Watch this"
    page.button(key="watch-view").click().run()
    assert not page.exception
    [watched] = [button for button in page.button if button.label == "Ana Prado: 1 change →"]
    assert watched.click().run().query_params["entity"] in ("person:ana prado", ["person:ana prado"])
    page.button(key="watch-view").click().run()
    assert not any("1 change" in button.label for button in page.button)


def test_a_story_that_is_watched_is_taken_off_the_list(app: AppTest, visited: Visit) -> None:
    met = next(event for event in VISIT[1].events if event.actors[0].name == "Ana Prado")
    app.query_params["select"] = f"event:{met.id}"
    page = opened(app)
    page.button(key="watch").click().run()
    [watched] = [button.label for button in page.button if button.label.endswith(": 1 change →")]
    assert "Ana Prado" in watched
    remove = next(button for button in page.button if (button.key or "").startswith("unwatch-"))
    remove.click().run()
    assert not any(button.label == watched for button in page.button)


def test_changes_name_a_contradiction_and_the_voice_that_brings_it(
    app: AppTest, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = visit_after(store_url, monkeypatch, EARLY)
    other = blamed("accused", Telling("Leo Haas", "warned", "Ines Duarte", "Quito"))
    store.add(*article([replace(other[0], day="2024-05-07"), other[1]], outlet="Fjord"))
    store.close()
    page = opened(app)
    assert "New contradictions (1)" in [each.value for each in page.header]
    [told] = [button.label for button in page.button if "they disagree on the day" in button.label]
    assert told.endswith("also told by Fjord")
    assert "Fjord" in [link.label for link in page.page_link]


def test_a_denial_of_what_was_not_known_stands_with_the_denials(
    app: AppTest, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = visit_after(store_url, monkeypatch)
    store.add(*DENIED)
    store.close()
    app.query_params["doubtful"] = "yes"
    assert "Called off or denied (1)" in [each.value for each in opened(app).header]


def test_an_article_that_was_corrected_since_is_no_less_new(
    app: AppTest, store_url: str, visited: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(app)
    before = [each.value for each in page.header if each.value.startswith("New")]
    page.button(key="verdict-right").click().run()
    after = [each.value for each in page.header]
    assert set(before) <= set(after)
    assert "Corrected (1)" in after


def test_changes_name_new_versions_of_a_page_and_who_speaks_first(
    app: AppTest, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = {"url": "https://www.post.example/quito", "outlet": "The Post", "title": "In Quito"}
    old = article([Telling("Ines Duarte", "visited", "", "Quito", source="Ivo Brandt")])
    new = article([Telling("Ines Duarte", "visited", "", "Quito", source="Leo Haas")])
    store = visit_after(store_url, monkeypatch, old)
    store.describe(old[1].article.id, **there)
    store.add(*new)
    store.describe(new[1].article.id, **there)
    store.close()
    page = opened(app)
    assert "New versions of a page (1)" in [each.value for each in page.header]
    assert "The Post · In Quito" in [link.label for link in page.page_link]
    labels = [button.label for button in page.button]
    assert "Leo Haas (1 statement)" in labels
    assert "Ivo Brandt (1 statement)" not in labels


def test_all_is_new_in_a_store_that_was_never_as_far_as_the_visit(
    app: AppTest, store_url: str, visited: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visits, "last", lambda: replace(visited, version=visited.version + 100))
    page = opened(app)
    assert any("another one than at your last visit" in caption.value for caption in page.caption)
    assert any("Leo Haas" in button.label for button in page.button)
