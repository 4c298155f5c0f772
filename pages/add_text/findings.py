"""What was found in a text, in numbers and as rows of a table. Pure."""

from __future__ import annotations

from pipeline.domain import Analysis
from pipeline.wording import titles


def summary(analysis: Analysis) -> str:
    """How much of each kind was found."""
    people = sum(entity.kind == "person" for entity in analysis.entities)
    counts = (
        titles.count(len(analysis.events), "event"),
        titles.count(len(analysis.movements), "movement"),
        titles.count(people, "person", "people"),
        titles.count(len(analysis.places), "place mention"),
        titles.count(len(analysis.attributions), "statement"),
    )
    return " · ".join(counts)


def rows(analysis: Analysis) -> list[dict[str, str]]:
    """Movements and events as rows."""
    moves = [
        {
            "What": titles.movement_title(movement),
            "When": titles.span(movement.arrival or movement.departure),
            "Status": titles.STATUSES[movement.status],
            "Said where": movement.reports[0].evidence.text.strip(),
        }
        for movement in analysis.movements
    ]
    events = [
        {
            "What": titles.event_title(event),
            "When": titles.event_date(event),
            "Status": titles.STATUSES[event.status],
            "Said where": event.reports[0].evidence.text.strip(),
        }
        for event in analysis.events
    ]
    return moves + events
