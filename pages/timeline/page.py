"""Timeline: when what happened, each bar as long as its date is vague."""

from __future__ import annotations

import streamlit as st

from pages.shared import chart, data, evidence, frame, state, undated
from pages.shared.lead import lead
from pages.timeline import figures, tables
from pages.timeline.rows import dated

wanted = state.wanted()
totals = data.totals(wanted)
events = data.events(wanted)

frame.summary(totals)
if not events:
    frame.nothing_here(data.choices())
else:
    charts, panel = st.columns([5, 3], gap="medium")
    with charts:
        shown = dated(events)
        selected = state.selected() or lead(events, ())
        if totals.events > len(events):
            unit = figures.unit(data.choices().first, data.choices().last)
            chart.show(
                figures.binned(data.event_bins(wanted, unit)), "timeline-bins", figures.counted(totals.events, unit)
            )
        elif shown:
            figure = figures.timeline(shown, selected.id if selected else None)
            chart.show(figure, "timeline", figures.description(shown))
        undated.listed(events)
        frame.shortened_note(len(events), totals.events)
        tables.events_table(events, "timeline-table")
    with panel:
        evidence.panel(events, (), lead=lead(events, ()))
