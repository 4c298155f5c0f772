"""What a page opens with when nothing is selected, and what belongs to a selection. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pages.language.certainty import is_doubtful
from pages.view.address import Selection
from pipeline.index import EventRow, Happening, MovementRow

if TYPE_CHECKING:
    from pages.view.happenings import Happenings

SPOKEN = "STATEMENT"


def default_selection(events: Sequence[EventRow], movements: Sequence[MovementRow]) -> Selection | None:
    """The movement of most voices and reports, or the event if more voices tell it than any movement.

    On a tie the first. What is doubtful comes last.
    """
    event, movement = max(events, key=weight, default=None), max(movements, key=weight, default=None)
    if movement and not (event and weight(event)[:3] > weight(movement)[:3]):
        return Selection("movement", movement.id)
    return Selection("event", event.id) if event else None


def weight(row: Happening) -> tuple[bool, bool, int, int, float]:
    """How much it matters: that it is more than words, how many tell of it independently, how often, how sure it is."""
    return not is_doubtful(row), row.type != SPOKEN, row.voices, row.reports, row.confidence


def event_of(selected: Selection | None, found: Happenings) -> str | None:
    """The event to point out on the timeline: the selected one, or that of the selected movement."""
    if selected and selected.kind == "movement":
        shown = found.shown_row(selected.id)
        return next((row.event for row in found.movements if row.id == shown), None)
    return found.shown_row(selected.id) if selected and selected.kind == "event" else None


def movement_of(selected: Selection | None, found: Happenings) -> str | None:
    """What to point out on the map: the selected movement, that of the selected event, or the key of a place."""
    if selected and selected.kind == "event":
        shown = found.shown_row(selected.id)
        return next((row.id for row in found.movements if row.event == shown), None)
    if selected and selected.kind == "movement":
        return found.shown_row(selected.id)
    return selected.id if selected and selected.kind == "place" else None
