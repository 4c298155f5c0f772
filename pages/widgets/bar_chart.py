"""Horizontal bars of counts, each made of parts, as pages of names and of sources draw them. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from pages.language.palette import CLEAR, tint
from pages.view.address import Selection
from pages.view.figure import Figure
from pipeline.wording import titles
from pipeline.wording.palette import NEUTRAL

ROW_PX, LEGEND_PX, EDGE_PX = 24, 26, 8
NAME_LENGTH = 32


@dataclass(frozen=True, slots=True)
class Tally:
    """A bar: what it opens, the words beside it, what pointing at it says (HTML), and its parts as in the legend."""

    opens: Selection
    name: str
    hover: str
    parts: tuple[int, ...]


def bars(
    tallies: Sequence[Tally],
    parts: Mapping[str, float],
    heights: Sequence[int],
    selected: str | None = None,
    *,
    legend: bool = True,
) -> Figure:
    """Draw a bar a tally at its height, in rows from the top; ``parts`` names each part and says how opaque it is."""
    figure = Figure()
    for number, name in enumerate(parts):
        _add_part(figure, tallies, heights, number, name, parts[name])
    _add_totals(figure, tallies, heights)
    depth = heights[-1] + 1 if heights else 1
    _lay_out(figure, depth, legend)
    figure.lay_out(xaxis={"visible": False, "fixedrange": True}, yaxis=_rows(tallies, heights, depth, selected))
    return figure


def _rows(tallies: Sequence[Tally], heights: Sequence[int], depth: int, selected: str | None) -> dict[str, Any]:
    return {
        "range": [depth - 0.4, -0.6],
        "fixedrange": True,
        "tickmode": "array",
        "tickvals": list(heights),
        "ticktext": [_name(tally, tally.opens.id == selected) for tally in tallies],
        "automargin": True,
        "showgrid": False,
        "zeroline": False,
    }


def _add_part(
    figure: Figure, tallies: Sequence[Tally], heights: Sequence[int], number: int, name: str, opacity: float
) -> None:
    figure.add(
        "bar",
        orientation="h",
        name=name,
        x=[tally.parts[number] for tally in tallies],
        y=list(heights),
        width=0.64,
        marker={"color": tint(NEUTRAL, opacity)},
        customdata=[[tally.opens.kind, tally.opens.id] for tally in tallies],
        hovertext=[tally.hover for tally in tallies],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _add_totals(figure: Figure, tallies: Sequence[Tally], heights: Sequence[int]) -> None:
    totals = [sum(tally.parts) for tally in tallies]
    figure.add(
        "scatter",
        x=totals,
        y=list(heights),
        mode="text",
        text=[f" {total}" for total in totals],
        textposition="middle right",
        cliponaxis=False,
        showlegend=False,
        hoverinfo="skip",
    )


def _name(tally: Tally, emphasized: bool) -> str:
    name = escape(tally.name)
    return f"<b>{name}</b>" if emphasized else name


def bar_labels(of: Mapping[str, str]) -> dict[str, str]:
    """Names that fit beside bars, by their keys; a number tells those apart that are or look alike."""
    return titles.distinct({key: titles.shortened(name, NAME_LENGTH) for key, name in of.items()})


def _lay_out(figure: Figure, depth: int, legend: bool) -> None:
    figure.lay_out(
        height=depth * ROW_PX + EDGE_PX + (LEGEND_PX if legend else 0),
        margin={"l": 4, "r": 28, "t": LEGEND_PX if legend else 0, "b": 4},
        showlegend=legend,
        barmode="stack",
        legend={
            "orientation": "h",
            "x": 0,
            "y": 1,
            "yanchor": "bottom",
            "traceorder": "normal",
            "font": {"size": 11},
            "itemwidth": 30,
        },
        hovermode="closest",
        dragmode=False,
        clickmode="event+select",
        plot_bgcolor=CLEAR,
        paper_bgcolor=CLEAR,
    )
