"""Entities: who and what is mentioned how often, and what else they are called."""

from __future__ import annotations

import streamlit as st

from pages.entities import figures, tables
from pages.entities.kinds import by_kind
from pages.view import data, state
from pages.view.address import Selection
from pages.view.happenings import count_happenings
from pages.widgets import chart, evidence, frame

MOST_OF_A_KIND = 15

wanted = state.wanted()
entities = data.entity_counts(wanted)

frame.summary(count_happenings(wanted), legend=False)
if not entities:
    frame.nothing_here(data.choices(), "name")
else:
    first = Selection("entity", entities[0].key)
    charts, panel = st.columns([5, 3], gap="medium")
    with charts:
        selected = state.marked() or first
        shown = by_kind(entities, MOST_OF_A_KIND)
        figure = figures.counts(shown, selected.id, by_kind=True)
        chart.show(figure, "entities", figures.description(entities))
        if len(shown) < len(entities):
            st.caption(f"The {MOST_OF_A_KIND} most mentioned of each kind; the table has {len(entities)} names.")
        tables.entities_table(entities, "entities-table")
    with panel:
        evidence.panel(("entity",), selected)
