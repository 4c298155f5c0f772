"""Events as rows of a table. Pure but for the drawing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from pages.timeline.labels import SETTLED
from pages.view.address import Selection
from pages.widgets import tables
from pages.widgets.tables import Table
from pipeline.index import EventRow
from pipeline.wording import titles
from pipeline.wording.certainty import how_sure

ROW_PX, MOST_PX = 62, 640
"""Of a row, whose words are wrapped (Streamlit wraps them above four rem), and of all rows without scrolling."""
WIDTHS = {"When": 105, "Event": 210, "Where": 110, "Status": 90}
"""Pixels: the first two stand beside the chart on a screen of 1,280, all four without it."""


def events_table(events: Sequence[EventRow]) -> None:
    """All events in order of time, undated ones included: at the day of their report."""
    ordered = sorted(events, key=lambda event: (event.first or event.last or event.reported or date.max, event.id))
    table = Table(
        [table_row(event) for event in ordered],
        [Selection("event", event.id) for event in ordered],
        {"When": [event.first or event.last or event.reported for event in ordered]},
    )
    tables.show(
        table,
        "timeline-table",
        f"Table of {titles.count(len(events), 'event')}",
        order="time",
        height=min(ROW_PX * (len(events) + 1), MOST_PX),
        row_height=ROW_PX,
        column_config={name: st.column_config.TextColumn(width=pixels) for name, pixels in WIDTHS.items()},
    )


def table_row(event: EventRow) -> dict[str, str | int]:
    """Plain words first, codes second; the dates also as ISO days, to sort by."""
    return {
        "When": titles.event_date(event),
        "Event": f"{titles.telling_title(event)}{_no_fact(event)}",
        "Where": event.place.name if event.place else "",
        "Status": titles.STATUSES[event.status],
        "Voices": event.voices,
        "Disagree on": ", ".join(titles.DISPUTED.get(field, field) for field in event.disputed),
        "What": titles.type_with_code(event.type, event.mode),
        "Who": titles.party_names(event.actors),
        "To whom": titles.party_names(event.recipients),
        "Certainty": titles.FACTUALITY[event.factuality],
        "Sure": how_sure(event),
        "Reported": event.reported.isoformat() if event.reported else "",
        "Reports": event.reports,
        "Articles": event.articles,
        "First day": event.first.isoformat() if event.first else "",
        "Last day": event.last.isoformat() if event.last else "",
        "Article": event.title or "",
    }


def _no_fact(event: EventRow) -> str:
    """ " (planned)", where it neither happened nor is under way."""
    return "" if event.status in SETTLED else f" ({titles.STATUSES[event.status].lower()})"
