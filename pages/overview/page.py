"""Overview: numbers, timeline, map, names, and the evidence of what is selected."""

from __future__ import annotations

import streamlit as st

from pages.entities import figures as entity_figures
from pages.movements import figures as map_figures
from pages.shared import chart, data, evidence, frame, state, undated
from pages.shared.lead import event_of, lead, movement_of
from pages.timeline import figures as timeline_figures
from pages.timeline.rows import dated

TOP_NAMES = 10
PANEL_PX, MAP_PX = 560, 360

wanted = state.wanted()
totals = data.totals(wanted)
events, movements, names = data.events(wanted), data.movements(wanted), data.entity_counts(wanted)[:TOP_NAMES]
selected = state.selected() or lead(events, movements)

frame.summary(totals)
if not events and not movements:
    frame.nothing_here(data.choices())
else:
    charts, panel = st.columns([5, 3], gap="medium")
    with charts:
        shown = dated(events)
        if shown:
            figure = timeline_figures.timeline(shown, event_of(selected, movements))
            chart.show(figure, "overview-timeline", timeline_figures.description(shown))
        undated.listed(events)
        types = {event.id: event.type for event in events}
        figure = map_figures.movements_map(
            movements, types, movement_of(selected, movements), height=MAP_PX, aspect=1.8
        )
        chart.show(figure, "overview-map", map_figures.description(movements), map_figures.CONFIG)
        st.caption(map_figures.CREDIT)
    with panel:
        with st.container(height=PANEL_PX, border=False, key="overview-evidence"):
            evidence.panel(events, movements, names, selected)
        st.subheader("Most mentioned", anchor=False)
        chart.show(entity_figures.counts(names), "overview-names", entity_figures.description(names))
