"""Events as rows of a table. Pure but for the drawing."""

from __future__ import annotations

from collections.abc import Sequence

from pages.shared import tables, wording
from pages.shared.certainty import how_sure
from pages.shared.view import Selection
from pipeline.store import EventRow


def events_table(events: Sequence[EventRow], key: str) -> None:
    """The table twin of the timeline, undated events included."""
    tables.twin(
        [table_row(event) for event in events],
        [Selection("event", event.id) for event in events],
        key,
        f"Table of {wording.count(len(events), 'event')}",
    )


def table_row(event: EventRow) -> dict[str, str | int]:
    """Plain words first, codes second; the dates also as ISO days, to sort by."""
    return {
        "When": wording.event_date(event),
        "First day": event.first.isoformat() if event.first else "",
        "What": wording.coded(event.type, event.mode),
        "Who": wording.names(event.actors),
        "To whom": wording.names(event.recipients),
        "Where": event.place.name if event.place else "",
        "Status": wording.STATUSES[event.status],
        "Certainty": wording.FACTUALITY[event.factuality],
        "Sure": how_sure(event),
        "Reported": event.reported.isoformat() if event.reported else "",
        "Reports": event.reports,
        "Article": event.title or "",
    }
