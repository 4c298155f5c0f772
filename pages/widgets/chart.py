"""A figure on the page whose marks open their evidence when clicked."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import cache
from typing import Any, get_args

import msgspec
import streamlit as st
from plotly import io
from plotly.basedatatypes import BaseFigure

from pages.view import state, zoom
from pages.view.address import Selection, SelectionKind
from pages.view.figure import Figure

INK = "#1c2733"
"""Of words without a colour of their own; on the page style.css gives them that of the theme, also when it changes."""
WORDS = {"tickfont": {"color": INK}}
CONFIG: dict[str, Any] = {"displayModeBar": False, "scrollZoom": False}


class Plain(BaseFigure):  # type: ignore[misc]  # plotly has no types
    """A chart that Streamlit takes as it is, like one of plotly's; of a dict it would make plotly's own objects."""

    def __init__(self, spec: dict[str, Any]) -> None:
        self._spec = spec

    def to_dict(self) -> dict[str, Any]:
        return self._spec


@cache
def template() -> dict[str, Any]:
    """Streamlit's, by which its theme finds the way into a chart."""
    found: dict[str, Any] = io.templates[io.templates.default].to_plotly_json()
    return found


def spec(figure: Figure) -> Plain:
    """What is sent: days become texts, so that JSON is written by C alone."""
    found = figure.copy()
    found.lay_out(font={"color": INK}, legend={"font": {"color": INK}}, xaxis=WORDS, yaxis=WORDS, template=template())
    return Plain(msgspec.to_builtins(found))


def show(figure: Figure, key: str, alt: str, config: dict[str, Any] = CONFIG) -> None:
    """Draw a figure whose marks carry ``[kind, id]`` as custom data; ``alt`` says it in words."""
    shown = figure.copy()
    zoom.show(shown, key, state.zooms())
    st.plotly_chart(
        spec(shown),
        key=key,
        alt=alt,
        config=config,
        on_select=lambda: _take(key),
        selection_mode=("points", "box"),
    )


def _take(key: str) -> None:
    """Select what was clicked. An empty selection is no wish: plotly drops its own when the figure changes."""
    chosen = st.session_state[key]["selection"]
    if stretch := stretch_of(chosen.get("box")):
        state.narrow(first=stretch[0], last=stretch[1], undated=False)
        return
    for point in chosen["points"]:
        named = named_by(point.get("customdata"))
        if period := period_of(named):
            state.narrow(first=period[0], last=period[1], undated=False)
        elif selected := chosen_by(named):
            state.select(selected)
        else:
            continue
        return


def named_by(data: Any) -> tuple[str, str] | None:
    """Kind and name in the custom data of a point, which comes back as a list or as a numbered dict."""
    values = list(data.values()) if isinstance(data, dict) else list(data or ())
    return (str(values[0]), str(values[1])) if len(values) >= 2 else None


def chosen_by(named: tuple[str, str] | None) -> Selection | None:
    """What a mark selects; ``None`` for marks that open nothing."""
    for kind in get_args(SelectionKind):
        if named and named[0] == kind:
            return Selection(kind, named[1])
    return None


def stretch_of(boxes: Any) -> tuple[date, date] | None:
    """The first and last day of what was chosen by dragging over a time axis, whose values begin with ISO days."""
    if not boxes:
        return None
    first, last = sorted(date.fromisoformat(str(value)[:10]) for value in boxes[0]["x"])
    return first, last


def period_of(named: tuple[str, str] | None) -> tuple[date, date] | None:
    """The first and last day of the period that a bar counts: "2019", "2019-03" or "2019-03-08"."""
    if named is None or named[0] != "period":
        return None
    year, month, day = (int(part) for part in f"{named[1]}-0-0".split("-")[:3])
    first = date(year, month or 1, day or 1)
    last = first.replace(month=month or 12)
    return first, last.replace(day=day or monthrange(last.year, last.month)[1])
