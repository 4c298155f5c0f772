from __future__ import annotations

from pages.shared.default_selection import default_selection, event_of, movement_of
from pages.shared.view import Selection
from tests.pages.rows import event, movement

EVENTS = [event(id="e0", reports=9), event(id="e1")]
MOVEMENTS = [movement(id="m0", reports=1), movement(id="m1", reports=3, event="e1")]


def test_lead_is_the_most_told_movement_or_else_event() -> None:
    assert default_selection(EVENTS, MOVEMENTS) == Selection("movement", "m1")
    assert default_selection(EVENTS, []) == Selection("event", "e0")
    assert default_selection([], []) is None


def test_lead_movement_and_its_event_point_at_each_other() -> None:
    assert event_of(Selection("movement", "m1"), MOVEMENTS) == "e1"
    assert movement_of(Selection("event", "e1"), MOVEMENTS) == "m1"
    assert event_of(Selection("movement", "m0"), MOVEMENTS) is None
    assert movement_of(Selection("event", "e0"), MOVEMENTS) is None
    assert event_of(None, MOVEMENTS) is None
    assert movement_of(Selection("entity", "m0"), MOVEMENTS) is None
