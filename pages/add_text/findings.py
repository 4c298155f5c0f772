"""What was found in a text, in numbers and as rows of a table. Pure."""

from __future__ import annotations

from pages.shared import wording
from pipeline.domain import Analysis


def summary(analysis: Analysis) -> str:
    """How much of each kind was found."""
    people = sum(entity.kind == "person" for entity in analysis.entities)
    counts = (
        wording.count(len(analysis.events), "event"),
        wording.count(len(analysis.movements), "movement"),
        wording.count(people, "person", "people"),
        wording.count(len(analysis.places), "place mention"),
        wording.count(len(analysis.attributions), "statement"),
    )
    return " · ".join(counts)


def rows(analysis: Analysis) -> list[dict[str, str]]:
    """Movements and events as rows."""
    moves = [
        {
            "What": wording.movement_title(movement),
            "When": wording.span(movement.arrival or movement.departure),
            "Status": wording.STATUSES[movement.status],
            "Said where": movement.reports[0].evidence.text.strip(),
        }
        for movement in analysis.movements
    ]
    events = [
        {
            "What": wording.event_title(event),
            "When": wording.event_date(event),
            "Status": wording.STATUSES[event.status],
            "Said where": event.reports[0].evidence.text.strip(),
        }
        for event in analysis.events
    ]
    return moves + events
