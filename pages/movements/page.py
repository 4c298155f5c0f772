"""Movements: who went from where to where, on a map that needs no network."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.movements import choice, controls, days, legs, panel, tables, whereabouts
from pages.view import data, state
from pages.view.address import Selection
from pages.view.default_selection import default_selection, movement_of
from pages.view.happenings import happenings
from pages.widgets import evidence, frame
from pipeline.index import MovementRow
from pipeline.wording import titles
from pipeline.wording.dates import long_day

MAP_PX = 360

wanted = state.wanted()
found = happenings(wanted)
matching, totals = found.movements, found.totals


def time_map(movements: Sequence[MovementRow], selected: Selection | None) -> None:
    """The map at its day, with the slider and play below."""
    day = state.current().day
    shown = days.until(movements, day)
    who = state.current().movers or choice.traveller(movements)
    told = days.until(legs.of_mover(found, movements, who), day)
    panel.draw(shown, movement_of(selected, found), MAP_PX, legs=told, zoom=movements if day else ())
    if limits := days.days(movements):
        with st.container(horizontal=True, vertical_alignment="center", key="map-time"):
            controls.play_button()
            controls.day_slider(limits)
    if day:
        whereabouts.draw(who, day)
        undated = titles.count(sum(row.first is None for row in shown), "movement")
        later = titles.count(len(movements) - len(shown), "later movement")
        st.caption(f"{later} hidden at {long_day(day)}; {undated} without a known first day shown.")


@st.fragment(run_every=controls.TICK_SECONDS)
def playing(movements: Sequence[MovementRow], selected: Selection | None) -> None:
    """The same map while it plays: each tick draws it alone; a click, a pause or the end draws the page again."""
    halts = choice.stops(movements)
    clicked = (state.marked() or selected) != selected
    if clicked or not controls.is_playing() or not halts or not controls.tick(halts):
        controls.stop_playing()
        st.rerun()
    time_map(movements, selected)


frame.summary(found)
if not matching:
    frame.nothing_here(data.choices(), "movement")
else:
    view = state.current()
    movements = choice.chosen(matching, view.movers, view.vehicles)
    selected = state.marked() or default_selection((), days.until(movements, view.day))
    charts, side = st.columns([5, 3], gap="medium")
    with charts:
        controls.narrowing(matching, [status for status in titles.STATUSES if status in data.choices().statuses])
        (playing if controls.is_playing() else time_map)(movements, selected)
        frame.shortened_note(len(matching), totals.movements, "movement")
        tables.movements_table(days.until(movements, view.day), "movements-table")
    with side:
        evidence.panel(("movement", "place"), selected)
