"""Timeline: when what happened, each bar as long as its date is vague."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from pages.timeline import panel, tables
from pages.timeline.lanes import NAMES
from pages.view import data, state
from pages.view.default_selection import default_selection, event_of
from pages.view.happenings import happenings
from pages.widgets import evidence, frame

WIDGET = "timeline-lanes"


def lanes_choice() -> None:
    """What the lanes are for; in the address."""
    st.session_state[WIDGET] = state.current().lanes
    st.segmented_control(
        "Lanes by",
        list(NAMES),
        format_func=lambda lanes: NAMES[lanes],
        key=WIDGET,
        on_change=lambda: state.show(replace(state.current(), lanes=st.session_state[WIDGET] or "class")),
    )


wanted = state.wanted()
found = happenings(wanted)
events, totals = found.events, found.totals

frame.summary(found)
if not events:
    frame.nothing_here(data.choices())
else:
    selected = state.marked() or default_selection(events, ())
    charts, side = st.columns([5, 3], gap="medium")
    with charts:
        lanes_choice()
        panel.draw(events, totals.events, event_of(selected, found))
        panel.list_undrawn(events, totals.events)
        frame.shortened_note(len(events), totals.events)
        tables.events_table(events, "timeline-table")
    with side:
        evidence.panel(("event",), selected)
