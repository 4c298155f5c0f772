"""The map with all that belongs to it; the Overview shows it too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from pages.language import markdown
from pages.movements import areas, figures, spots
from pages.view import state
from pages.view.address import Selection
from pages.widgets import chart, listing
from pipeline.index import MovementRow
from pipeline.wording import titles

NARROW_PX = 300
MOST_BEYOND = 6
WIDGET = "map-everything"


def draw(
    movements: Sequence[MovementRow],
    pointed_out: str | None,
    height: int,
    *,
    legs: Sequence[MovementRow] = (),
    zoom: Sequence[MovementRow] = (),
) -> None:
    """The map; what lies beyond its edge or nowhere is listed below, so that nothing is lost.

    ``pointed_out`` is the id of a movement or the key of a place, ``legs`` the itinerary of one mover in order;
    ``zoom`` all that the part of the world shown must hold. Of those who are chosen it holds every stop.
    """
    narrow = state.is_narrow()
    everything, chosen = state.everything(), bool(state.current().movers)
    shown = figures.window_of(zoom or movements, pointed_out, narrow=narrow, everything=everything or chosen)
    figure = figures.movements_map(
        movements,
        pointed_out,
        height=NARROW_PX if narrow else height,
        narrow=narrow,
        legs=tuple(row.id for row in legs),
        shown=shown,
    )
    chart.show(figure, "map", figures.description(movements), figures.CONFIG)
    if hidden := figures.left_out(movements):
        st.caption(
            f"{titles.count(hidden, 'more movement')} would crowd the map; filter to see them, or open the table."
        )
    beyond = figures.outside(movements, shown)
    if beyond or everything:
        st.session_state[WIDGET] = everything
        st.toggle("Show all movements on the map", key=WIDGET, on_change=_zoom)
    listing.list_buttons("outside", "Beyond the edge of the map:", listing.movement_titles(beyond), MOST_BEYOND)
    _list_unlocated(movements)
    if legs:
        numbered = [(Selection("movement", row.id), _leg(number, row)) for number, row in enumerate(legs, 1)]
        listing.list_buttons("itinerary", f"Itinerary of {markdown.plain(legs[0].mover.name)}:", numbered)
    st.caption(figures.CREDIT)


def _list_unlocated(movements: Sequence[MovementRow]) -> None:
    """What has no point on the map: movements within a country or more, or nowhere, and places without a position."""
    listing.list_buttons(
        "countries",
        "Somewhere in a country or region:",
        listing.movement_titles(areas.pathless(movements)),
        MOST_BEYOND,
    )
    listing.list_buttons("off-map", "No place could be located:", listing.movement_titles(figures.off_map(movements)))
    ends = spots.unlocated(place for row in movements for place in (row.origin, row.destination))
    lost = [(Selection("place", place.key), markdown.plain(place.name)) for place in ends]
    listing.list_buttons("unlocated", "Places that could not be located:", lost, MOST_BEYOND)


def _zoom() -> None:
    """Keep in the address how far the map is zoomed out."""
    state.show(replace(state.current(), everything=st.session_state[WIDGET]))


def _leg(number: int, row: MovementRow) -> str:
    """ "1. Pyongyang → Khasan, departure 10 September 2023; they disagree"."""
    status = "" if row.status in ("occurred", "ongoing") else f", {titles.STATUSES[row.status].lower()}"
    disputed = "; they disagree" if row.disputed else ""
    words = f"{titles.route(row)}, {titles.movement_date(row)}{status}{disputed}"
    return f"{number}\\. {markdown.plain(words)}"
