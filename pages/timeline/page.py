"""Timeline: when what happened, each bar as long as its date is vague."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import streamlit as st

from pages.timeline import panel, tables
from pages.timeline.lanes import NAMES
from pages.view import data, state
from pages.view.address import Selection, Shown
from pages.view.default_selection import default_selection, event_of
from pages.view.happenings import Happenings, happenings
from pages.widgets import evidence, frame

LANES_WIDGET, SHOWN_WIDGET = "timeline-lanes", "timeline-shown"


def lanes_choice() -> None:
    """What the lanes are for; in the address."""
    st.session_state[LANES_WIDGET] = state.current().lanes
    st.segmented_control(
        "Lanes by",
        list(NAMES),
        format_func=lambda lanes: NAMES[lanes],
        key=LANES_WIDGET,
        on_change=lambda: state.show(replace(state.current(), lanes=st.session_state[LANES_WIDGET] or "class")),
    )


def shown_choice() -> None:
    """Chart, table in order of time, or both; in the address."""
    st.session_state[SHOWN_WIDGET] = state.current().shown
    st.segmented_control(
        "Show",
        get_args(Shown),
        key=SHOWN_WIDGET,
        on_change=lambda: state.show(replace(state.current(), shown=st.session_state[SHOWN_WIDGET] or "chart")),
    )


def bars(found: Happenings, selected: Selection | None) -> None:
    """The chart, and what it cannot show."""
    panel.draw(found.events, found.totals.events, event_of(selected, found))
    panel.list_undrawn(found.events, found.totals.events)


wanted = state.wanted()
found = happenings(wanted)
events, totals = found.events, found.totals

frame.summary(found)
if not events:
    frame.nothing_here(data.choices())
else:
    selected, shown = state.marked() or default_selection(events, ()), state.current().shown
    with st.container(horizontal=True, key="timeline-choices"):
        shown_choice()
        if shown != "table":
            lanes_choice()
    with st.container(horizontal=True, gap="medium", key=f"timeline-of-{shown}"):
        if shown != "table":
            with st.container(key="timeline-bars"):
                bars(found, selected)
        if shown != "chart":
            with st.container(key="timeline-rows"):
                tables.events_table(events)
        with st.container(key="timeline-evidence"):
            evidence.panel(("event",), selected)
    frame.shortened_note(len(events), totals.events)
