"""Timeline: when what happened, each bar as long as its date is vague."""

from __future__ import annotations

import streamlit as st

from pages.shared import data, evidence, frame, listing, state
from pages.shared.default_selection import default_selection, event_of
from pages.timeline import panel, tables

wanted = state.wanted()
events = data.events(wanted)
totals = data.totals(wanted)

frame.summary(totals)
if not events:
    frame.nothing_here(data.choices())
else:
    selected = state.marked() or default_selection(events, ())
    charts, side = st.columns([5, 3], gap="medium")
    with charts:
        panel.draw(events, totals.events, event_of(selected, data.movements(wanted)))
        listing.undated(panel.undrawn(events, totals.events))
        frame.shortened_note(len(events), totals.events)
        tables.events_table(events, "timeline-table")
    with side:
        evidence.panel(("event",), selected)
