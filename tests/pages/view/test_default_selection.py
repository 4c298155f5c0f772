from __future__ import annotations

from pages.view.address import Selection
from pages.view.default_selection import default_selection, event_of, movement_of
from pages.view.happenings import Happenings
from pipeline.index import Totals
from tests.pages.rows import event, movement

EVENTS = [event(id="e0", reports=9), event(id="e1")]
MOVEMENTS = [movement(id="m0", reports=1), movement(id="m1", reports=3, event="e1")]


TOTALS = Totals(1, 2, 1, 2, 0)
FOUND = Happenings(tuple(EVENTS), tuple(MOVEMENTS), TOTALS, TOTALS, shown_as={"e9": "e1"})


def test_lead_is_the_most_told_movement_or_else_event() -> None:
    assert default_selection(EVENTS, MOVEMENTS) == Selection("movement", "m1")
    assert default_selection(EVENTS, []) == Selection("event", "e0")
    assert default_selection([], []) is None


def test_lead_is_what_more_voices_tell() -> None:
    assert default_selection([event(id="e2", voices=2)], MOVEMENTS) == Selection("event", "e2")
    assert default_selection([event(id="e2", voices=2)], [movement(voices=3)]) == Selection("movement", "m0")
    assert default_selection([event(id="e2", voices=2, confidence=0.1)], MOVEMENTS) == Selection("movement", "m1")


def test_lead_of_another_article_points_at_the_row_that_stands_for_it() -> None:
    assert event_of(Selection("event", "e9"), FOUND) == "e1"
    assert movement_of(Selection("event", "e9"), FOUND) == "m1"


def test_lead_movement_and_its_event_point_at_each_other() -> None:
    assert event_of(Selection("movement", "m1"), FOUND) == "e1"
    assert movement_of(Selection("event", "e1"), FOUND) == "m1"
    assert event_of(Selection("movement", "m0"), FOUND) is None
    assert movement_of(Selection("event", "e0"), FOUND) is None
    assert event_of(None, FOUND) is None
    assert movement_of(Selection("entity", "m0"), FOUND) is None
    assert movement_of(Selection("place", "p0"), FOUND) == "p0"
