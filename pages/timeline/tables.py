"""Events as rows of a table. Pure but for the drawing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pages.view.address import Panel, Selection
from pages.widgets import tables
from pipeline.index import EventRow
from pipeline.wording import titles
from pipeline.wording.certainty import how_sure


def events_table(events: Sequence[EventRow], key: Panel) -> None:
    """The table twin of the timeline in order of time, undated events included: at the day of their report."""
    ordered = sorted(events, key=lambda event: (event.first or event.last or event.reported or date.max, event.id))
    tables.twin(
        [table_row(event) for event in ordered],
        [Selection("event", event.id) for event in ordered],
        key,
        f"Table of {titles.count(len(events), 'event')}",
        {"When": [event.first or event.last or event.reported for event in ordered]},
    )


def table_row(event: EventRow) -> dict[str, str | int]:
    """Plain words first, codes second; the dates also as ISO days, to sort by."""
    return {
        "When": titles.event_date(event),
        "First day": event.first.isoformat() if event.first else "",
        "What": titles.coded(event.type, event.mode),
        "Who": titles.names(event.actors),
        "To whom": titles.names(event.recipients),
        "Where": event.place.name if event.place else "",
        "Status": titles.STATUSES[event.status],
        "Certainty": titles.FACTUALITY[event.factuality],
        "Sure": how_sure(event),
        "Reported": event.reported.isoformat() if event.reported else "",
        "Reports": event.reports,
        "Voices": event.voices,
        "Articles": event.articles,
        "Disagree on": ", ".join(titles.DISPUTED.get(field, field) for field in event.disputed),
        "Article": event.title or "",
    }
