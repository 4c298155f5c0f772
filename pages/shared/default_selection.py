"""What a page opens with when nothing is selected, and what belongs to a selection. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from pages.shared.certainty import is_doubtful
from pages.shared.view import Selection
from pipeline.store import EventRow, MovementRow


def default_selection(events: Sequence[EventRow], movements: Sequence[MovementRow]) -> Selection | None:
    """The movement that most reports tell of, or else the event; on a tie the first. What is doubtful comes last."""
    if movements:
        return Selection("movement", max(movements, key=_weight).id)
    return Selection("event", max(events, key=_weight).id) if events else None


def _weight(row: EventRow | MovementRow) -> tuple[bool, int]:
    return not is_doubtful(row), row.reports


def event_of(selected: Selection | None, movements: Sequence[MovementRow]) -> str | None:
    """The event to point out on the timeline: the selected one, or that of the selected movement."""
    if selected and selected.kind == "movement":
        return next((row.event for row in movements if row.id == selected.id), None)
    return selected.id if selected and selected.kind == "event" else None


def movement_of(selected: Selection | None, movements: Sequence[MovementRow]) -> str | None:
    """The movement to point out on the map: the selected one, or that of the selected event."""
    if selected and selected.kind == "event":
        return next((row.id for row in movements if row.event == selected.id), None)
    return selected.id if selected and selected.kind == "movement" else None
