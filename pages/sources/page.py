"""Sources: who is quoted how often, in which manner, with what words and about whom."""

from __future__ import annotations

from functools import partial

import streamlit as st

from pages.sources import figures, tables
from pages.view import data, state
from pages.view.address import Selection
from pages.view.happenings import count_happenings
from pages.widgets import chart, evidence, frame
from pipeline.wording import titles

MOST_BARS = 40

wanted = state.wanted()
totals = data.totals(wanted)
sources = data.quoted(wanted)

frame.summary(count_happenings(wanted), legend=False)
if not sources:
    frame.nothing_here(data.choices(), "source")
else:
    selected = state.marked() or Selection("source", sources[0].key)
    charts, panel = st.columns([5, 3], gap="medium")
    with charts:
        shown = sources[:MOST_BARS]
        chart.show(figures.counts(shown, selected.id), "sources", figures.description(sources))
        if len(shown) < len(sources):
            st.caption(f"The {MOST_BARS} most quoted; {titles.count(len(sources), 'source')} are in the table.")
        frame.shortened_note(len(sources), totals.sources, "source")
        tables.sources_table(len(sources), partial(data.quoted, wanted), "sources-table")
    with panel:
        evidence.panel(("source",), selected)
