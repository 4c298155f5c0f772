"""Movements: who went from where to where, on a map that needs no network."""

from __future__ import annotations

from datetime import date

import streamlit as st

from pages.movements import days, figures, tables
from pages.shared import chart, data, evidence, frame, state, wording
from pages.shared.dates import long_day
from pages.shared.lead import lead
from pages.shared.view import Selection


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


def off_map_list() -> None:
    """Movements that cannot be drawn, each on a button that opens its evidence."""
    missing = figures.off_map(shown)
    if missing:
        with st.container(horizontal=True, gap="small", vertical_alignment="center", key="off-map"):
            st.caption("Not on the map, no place could be located:", width="content")
            for row in missing:
                st.button(
                    wording.shortened(wording.movement_title(row), 60),
                    key=f"off-map-{row.id}",
                    type="tertiary",
                    on_click=state.select,
                    args=(Selection("movement", row.id),),
                )


wanted = state.wanted()
movements = data.movements(wanted)
day = state.current().day
shown = days.until(movements, day)

frame.summary(data.totals(wanted))
if not movements:
    frame.nothing_here(data.choices(), "movement")
else:
    charts, panel = st.columns([5, 3], gap="medium")
    with charts:
        selected = state.selected() or lead((), shown)
        types = {event.id: event.type for event in data.events(wanted)}
        figure = figures.movements_map(shown, types, selected.id if selected else None, height=400)
        chart.show(figure, "movements-map", figures.description(shown), figures.CONFIG)
        st.caption(figures.CREDIT)
        if limits := days.days(movements):
            day_slider(limits)
        if len(shown) < len(movements):
            st.caption(
                f"{wording.count(len(movements) - len(shown), 'later movement')} hidden at {long_day(day or date.max)}."
            )
        off_map_list()
        tables.movements_table(shown, "movements-table")
    with panel:
        evidence.panel((), shown, lead=lead((), shown))
