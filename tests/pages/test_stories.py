"""A card says which other articles may tell of the same, and opens them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from pages.view import stories
from pipeline.domain import Factuality, Status
from pipeline.store import Store
from tests.pages.test_app import tiles
from tests.store.articles import Telling, article


def blamed(verb: str, other: Telling, status: Status = "occurred") -> list[Telling]:
    """One deed, and another of the same article, so that no two articles are copies."""
    sure: Factuality = "CT-" if status == "denied" else "CT+"
    deed = Telling("Marta Okafor", verb, "Tomas Lindgren", type="ACCUSE", status=status, factuality=sure)
    return [deed, other]


EARLY = article(
    blamed("accused", Telling("Ana Prado", "met", "Ivo Brandt", "Oslo")), title="Charge", outlet="Andes <b>Daily"
)
LATE = article(blamed("openly accused", Telling("Leo Haas", "warned", "Ines Duarte", "Quito")), outlet="Fjord")
DENIED = article(blamed("never accused", Telling("Sam Idowu", "visited", "", "Oslo"), "denied"))


@pytest.fixture
def told(store_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The id of an event that two articles beside the sample tell."""
    monkeypatch.setattr(stories, "WAIT", 60.0)
    store = Store.open(store_url)
    for reading, analysis in (EARLY, LATE, DENIED):
        store.add(reading, analysis)
    store.close()
    return EARLY[1].events[0].id


def story(app: AppTest, event: str) -> str:
    """The card of the story that the event is of; empty where there is none."""
    app.query_params.update({"select": f"event:{event}", "doubtful": "yes"})
    return next((each.value for each in app.run().html if "dl-story" in each.value), "")


def test_story_card_counts_articles_and_voices_and_opens_each(app: AppTest, told: str) -> None:
    shown = story(app, told)
    assert "3 articles, 3 independent voices" in shown
    assert len(re.findall("<li><details [^>]*data-first='closed'><summary", shown)) == 3
    assert "Andes &lt;b&gt;Daily · Charge" in shown
    assert shown.count("<blockquote>") == 3


def test_story_card_sets_contradictions_side_by_side(app: AppTest, told: str) -> None:
    shown = story(app, told)
    assert "They disagree on whether it happened:" in shown
    assert "<b>Denied</b>: an untitled article" in shown
    assert "<b>Occurred</b>: Andes &lt;b&gt;Daily · Charge; Fjord" in shown


def test_story_card_says_why_and_warns(app: AppTest, told: str) -> None:
    shown = story(app, told)
    assert "read the sentences before you rely on it" in shown
    assert "the same parties" in shown


def test_story_card_is_not_there_for_what_one_article_tells(app: AppTest, told: str) -> None:
    assert story(app, EARLY[1].events[1].id) == ""


def test_story_that_is_not_linked_yet_is_said_to_be(app: AppTest, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories.LinkingThread, "_link", lambda self: None)
    assert story(app, told) == ""
    assert any("being compared" in caption.value for caption in app.caption)


def test_how_many_articles_were_compared_is_said(app: AppTest, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories.LinkingThread, "_link", lambda self: None)
    monkeypatch.setattr(stories.LinkingThread, "progress_of_linking", lambda self: (1_200, 4_000))
    story(app, told)
    assert any("compared (1,200 of 4,000)" in caption.value for caption in app.caption)


def test_story_of_too_many_articles_is_said_not_to_be_linked(
    app: AppTest, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stories, "MOST_ARTICLES", 3)
    assert story(app, told) == ""
    assert any("more than 3 articles" in caption.value for caption in app.caption)


def test_story_is_one_row_with_its_voices(app: AppTest, told: str) -> None:
    app.query_params["doubtful"] = "yes"
    assert "9 events" in tiles(app.run())
    [one] = [label for label in app.selectbox(key="evidence-of").options if label.startswith("Accusation: Marta")]
    assert "Tomas Lindgren" in one


def test_story_is_shown_article_by_article_on_demand(app: AppTest, told: str) -> None:
    app.query_params["doubtful"] = "yes"
    app.run()
    app.button(key="article-by-article").click().run()
    assert "11 events" in tiles(app)
    assert app.query_params["stories"] in ("no", ["no"])
    app.button(key="article-by-article").click().run()
    assert "9 events" in tiles(app)
    assert "stories" not in app.query_params


def test_story_selected_by_any_of_its_events_is_chosen(app: AppTest, told: str) -> None:
    for each in (EARLY, LATE, DENIED):
        app.query_params.update({"select": f"event:{each[1].events[0].id}", "doubtful": "yes"})
        app.run()
        assert app.selectbox(key="evidence-of").value is not None


def test_story_card_says_since_when_it_is_reported_and_whom_reports_cite(
    app: AppTest, told: str, store_url: str
) -> None:
    store = Store.open(store_url)
    deed, other = blamed("accused", Telling("Ivo Haas", "left", "Nora Prado", "Lima"))
    store.add(*article([replace(deed, source="Rosa Lind"), other], published=date(2024, 5, 12), outlet="Post"))
    store.close()
    assert "Reported first 8 May 2024, last 12 May 2024 · According to Rosa Lind" in story(app, told)
