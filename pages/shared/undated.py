"""Events whose date the text does not say: listed beside the timeline, never dropped."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from pages.shared import state, wording
from pages.shared.dates import NO_DATE
from pages.shared.view import Selection
from pipeline.store import EventRow

MOST_LISTED = 24


def listed(events: Iterable[EventRow]) -> None:
    """Name each undated event on a button that opens its evidence."""
    found = [event for event in events if not (event.first or event.last)]
    if not found:
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="undated"):
        st.caption("No date in the text:", width="content")
        for event in found[:MOST_LISTED]:
            st.button(
                _label(event),
                key=f"undated-{event.id}",
                type="tertiary",
                on_click=_select,
                args=(event.id,),
            )
        if len(found) > MOST_LISTED:
            st.caption(f"and {len(found) - MOST_LISTED} more, in the table", width="content")


def _label(event: EventRow) -> str:
    title = wording.shortened(wording.event_title(event), 60)
    said = wording.event_date(event)
    dated = "" if said == NO_DATE else f", {said}"
    return f"{title} ({wording.STATUSES[event.status].lower()}{dated})"


def _select(event: str) -> None:
    state.select(Selection("event", event))
