"""What the reader sets on the map: who moves, by what, which status; the day, and play."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from pages.movements import choice
from pages.view import state
from pipeline.index import MovementRow
from pipeline.wording import titles

PLAYING, DAY = "map-playing", "map-day"
TICK_SECONDS = 1.0


def narrowing(movements: Sequence[MovementRow], statuses: Sequence[str]) -> None:
    """Choose who moves, by what and with which status; all in the address. ``movements`` are those to choose from."""
    view = state.current()
    names = choice.movers(movements)
    with st.container(horizontal=True, key="map-filters"):
        _several("Who moves", "movers", [*names, *(view.movers - set(names))], view.movers, names)
        ways = [*choice.vehicles(movements), *(view.vehicles - set(choice.vehicles(movements)))]
        _several("By", "vehicles", ways, view.vehicles, {})
        _several(
            "Status",
            "statuses",
            statuses,
            view.wanted.statuses,
            {status: titles.STATUSES[status] for status in titles.STATUSES},
        )


def _several(label: str, field: str, offered: Sequence[str], held: frozenset[str], names: Mapping[str, str]) -> None:
    key = f"map-{field}"
    st.session_state[key] = [value for value in offered if value in held]
    st.multiselect(
        label,
        offered,
        format_func=lambda value: names.get(value, value),
        key=key,
        placeholder="All",
        select_all=False,
        on_change=lambda: _choose(field, st.session_state[key]),
    )


def _choose(field: str, values: list[str]) -> None:
    view = state.current()
    if field == "statuses":
        state.narrow(statuses=frozenset(values))
    elif field == "movers":
        state.choose_ways(values, view.vehicles)
    else:
        state.choose_ways(view.movers, values)


def is_playing() -> bool:
    return bool(st.session_state.get(PLAYING))


def play_button() -> None:
    """Start or stop; a button, so that the keyboard reaches it."""
    label = "❚❚ Pause" if is_playing() else "▶ Play"
    st.button(label, key="map-play", help="Show the movements one day after the other", on_click=_toggle)


def _toggle() -> None:
    st.session_state[PLAYING] = not is_playing()


def stop_playing() -> None:
    st.session_state[PLAYING] = False


def tick(halts: Sequence[date]) -> bool:
    """Go on to the next day; False when the last one is reached, which shows everything."""
    day = choice.following(halts, state.current().day)
    state.set_day(day if day != halts[-1] else None)
    return day != halts[-1]


def day_slider(limits: tuple[date, date]) -> None:
    """Where the map stands; the last day shows everything and is left out of the address."""
    first, last = limits
    st.session_state[DAY] = min(max(state.current().day or last, first), last)
    st.slider(
        "Show movements that had begun by",
        first,
        last,
        key=DAY,
        format="D MMM YYYY",
        on_change=lambda: state.set_day(st.session_state[DAY] if st.session_state[DAY] < last else None),
    )
