"""Overview: numbers, timeline, map, names, and the evidence of what is selected."""

from __future__ import annotations

import streamlit as st

from pages.entities import figures as entity_figures
from pages.movements import choice, legs
from pages.movements import panel as movements_panel
from pages.timeline import panel as timeline_panel
from pages.view import data, navigation, state
from pages.view.default_selection import default_selection, event_of, movement_of
from pages.view.happenings import happenings
from pages.widgets import chart, evidence, frame

TOP_NAMES, MOST_UNDATED = 10, 6
PANEL_PX, TIMELINE_PX, MAP_PX = 549, 240, 300  # of which timeline and map stand on a screen of 1280 by 720

wanted = state.wanted()
found, names = happenings(wanted), data.entity_counts(wanted)[:TOP_NAMES]
events, movements, totals = found.events, found.movements, found.totals

frame.summary(found)
if not events and not movements:
    frame.nothing_here(data.choices())
else:
    selected = state.marked() or default_selection(events, movements)
    charts, side = st.columns([5, 3], gap="medium")
    with charts:
        with st.container(
            height="content" if state.is_narrow() else TIMELINE_PX, border=False, key="overview-timeline"
        ):
            timeline_panel.draw(events, totals.events, event_of(selected, found))
            timeline_panel.list_undrawn(events, totals.events, MOST_UNDATED)
            st.page_link(navigation.script("timeline"), label="The whole timeline →")
        told = legs.of_mover(found, movements, choice.traveller(movements))
        movements_panel.draw(movements, movement_of(selected, found), MAP_PX, legs=told)
    with side:
        with st.container(height=PANEL_PX, border=False, key="overview-evidence"):
            evidence.panel(("movement", "event"), selected)
        st.header("Most mentioned", anchor=False)
        chart.show(entity_figures.counts(names), "overview-names", entity_figures.description(names))
