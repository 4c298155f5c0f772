"""Movements: who went from where to where, on a map that needs no network."""

from __future__ import annotations

from datetime import date

import streamlit as st

from pages.movements import days, panel, tables
from pages.shared import data, evidence, frame, state, wording
from pages.shared.dates import long_day
from pages.shared.lead import lead

MAP_PX = 400


def day_slider(limits: tuple[date, date]) -> None:
    """Where the map stands; the last day shows everything and is left out of the address."""
    first, last = limits
    key = "map-day"
    st.session_state[key] = min(max(state.current().day or last, first), last)
    st.slider(
        "Show movements that had begun by",
        first,
        last,
        key=key,
        format="D MMM YYYY",
        on_change=lambda: state.set_day(st.session_state[key] if st.session_state[key] < last else None),
    )


wanted = state.wanted()
movements = data.movements(wanted)
day = state.current().day
shown = days.until(movements, day)

totals = data.totals(wanted)

frame.summary(totals)
if not movements:
    frame.nothing_here(data.choices(), "movement")
else:
    selected = state.marked() or lead((), shown)
    charts, side = st.columns([5, 3], gap="medium")
    with charts:
        panel.draw(shown, {event.id: event.type for event in data.events(wanted)}, selected, MAP_PX)
        if limits := days.days(movements):
            day_slider(limits)
        if day and len(shown) < len(movements):
            st.caption(f"{wording.count(len(movements) - len(shown), 'later movement')} hidden at {long_day(day)}.")
        frame.shortened_note(len(movements), totals.movements, "movement")
        tables.movements_table(shown, "movements-table")
    with side:
        evidence.panel(("movement",), selected)
