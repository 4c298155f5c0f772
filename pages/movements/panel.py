"""The map with all that belongs to it; the Overview shows it too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from pages.movements import figures
from pages.shared import chart, frame, listing
from pages.shared.lead import movement_of
from pages.shared.view import Selection
from pipeline.domain import PloverType
from pipeline.store import MovementRow

NARROW_PX = 300
MOST_BEYOND = 6


def draw(
    movements: Sequence[MovementRow], types: Mapping[str, PloverType], selected: Selection | None, height: int
) -> None:
    """The map; what lies beyond its edge or nowhere is listed below, so that nothing is lost."""
    pointed_out = movement_of(selected, movements)
    narrow = frame.is_phone()
    figure = figures.movements_map(movements, types, pointed_out, height=NARROW_PX if narrow else height, narrow=narrow)
    chart.show(figure, "map", figures.description(movements), figures.CONFIG)
    beyond = figures.outside(movements, pointed_out, narrow=narrow)
    listing.listed("outside", "Beyond the edge of the map:", listing.titled(beyond), MOST_BEYOND)
    listing.listed("off-map", "No place could be located:", listing.titled(figures.off_map(movements)))
    st.caption(figures.CREDIT)
