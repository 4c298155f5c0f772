"""A card says why and how sure, on demand; less certain ones are behind one click."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from pages.view.address import Selection
from pages.view.default_selection import default_selection
from pages.widgets import cards
from pipeline.merging import confidence
from pipeline.store import Store
from tests.pages.drafting import EMPTY_READING
from tests.pages.rows import event, movement
from tests.pages.sample import STORM, storm
from tests.pages.test_app import address, card, tiles


def test_why_is_on_the_card_and_closed() -> None:
    shown = cards.event_card(event(confidence=0.874, why=("verbs.<b>",)), [], str)
    assert "<details class='dl-why'><summary>Why · 87% sure</summary>" in shown
    assert "<code>verbs.&lt;b&gt;</code>" in shown


def test_why_of_a_movement_is_on_its_card() -> None:
    assert "<code>motion.fly</code>" in cards.movement_card(movement(why=("motion.fly",)), [], str)


def test_why_is_not_offered_where_nothing_is_known() -> None:
    assert "dl-why" not in cards.event_card(event(), [], str)
    assert "not recorded" in cards.event_card(event(confidence=0.5), [], str)


@pytest.fixture
def doubtful_storm(store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A threshold above the visit to Porto."""
    known = confidence.fitted()
    monkeypatch.setattr(confidence, "fitted", lambda: confidence.Confidence(0.6, known.classes, known.weights))
    store, found = Store.open(store_url), storm()
    store.remove(next(row.id for row in store.articles() if row.title == STORM.split("\n")[0]))
    events = tuple(replace(each, confidence=0.3, why=("visit",)) for each in found.events)
    store.add(EMPTY_READING, replace(found, events=events))
    store.close()


@pytest.mark.usefixtures("doubtful_storm")
def test_less_certain_ones_come_with_one_click_and_with_the_link(app: AppTest) -> None:
    app.run()
    assert "4 events" in tiles(app)
    [button] = [button for button in app.button if button.label == "Show 1 less certain one"]
    button.click().run()
    assert "5 events" in tiles(app)
    assert address(app)["doubtful"] == ["yes"]
    [button] = [button for button in app.button if button.label == "Hide 1 less certain one"]
    button.click().run()
    assert "4 events" in tiles(app)
    assert "doubtful" not in address(app)


@pytest.mark.usefixtures("doubtful_storm")
def test_less_certain_ones_are_taken_away_by_their_chip(app: AppTest) -> None:
    app.query_params["doubtful"] = "yes"
    app.run()
    assert "5 events" in tiles(app)
    next(button for button in app.button if "less certain ones too" in button.label).click().run()
    assert "4 events" in tiles(app)
    assert card(app)


@pytest.mark.usefixtures("doubtful_storm")
def test_lead_is_nothing_doubtful() -> None:
    doubtful, sure = event(id="much told", reports=9, confidence=0.2), event(id="sure", confidence=0.8)
    assert default_selection([doubtful, sure], []) == Selection("event", "sure")
