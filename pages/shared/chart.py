"""A figure on the page whose marks open their evidence when clicked."""

from __future__ import annotations

from typing import Any, get_args

import plotly.graph_objects as go
import streamlit as st

from pages.shared import state
from pages.shared.view import Selection, SelectionKind

INK = {"light": "#1c2733", "dark": "#dfe6ed"}
CONFIG: dict[str, Any] = {"displayModeBar": False, "scrollZoom": False}


def show(figure: go.Figure, key: str, alt: str, config: dict[str, Any] = CONFIG) -> None:
    """Draw a figure whose marks carry ``[kind, id]`` as custom data; ``alt`` says it in words."""
    ink = INK[st.context.theme.type or "light"]
    figure.update_layout(font_color=ink)
    figure.update_yaxes(tickfont_color=ink)
    st.plotly_chart(
        figure,
        key=key,
        alt=alt,
        config=config,
        on_select=lambda: _take(key),
        selection_mode="points",
    )


def _take(key: str) -> None:
    """Select what was clicked. An empty selection is no wish: plotly drops its own when the figure changes."""
    points = st.session_state[key]["selection"]["points"]
    for point in points:
        chosen = chosen_by(point.get("customdata"))
        if chosen:
            state.select(chosen)
            return


def chosen_by(data: Any) -> Selection | None:
    """What the custom data of a point names; ``None`` for marks that open nothing."""
    values = list(data.values()) if isinstance(data, dict) else list(data or ())
    if len(values) < 2 or values[0] not in get_args(SelectionKind):
        return None
    return Selection(values[0], str(values[1]))
