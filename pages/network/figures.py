"""The network of who does what to whom: links in, a plotly figure out. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from math import sqrt

from pages.language.palette import CLEAR
from pages.network.layout import STEPS, Point, curve, lanes, positions
from pages.network.links import Link, Party, ident, parties, share_of_fact
from pages.view.figure import Figure
from pipeline.wording import titles
from pipeline.wording.palette import COLOURS, NEUTRAL

ROW_PX, LEAST_PX = {False: 28, True: 44}, 400
"""On a phone a name stands above its node, and needs a line of its own."""
BESIDE_PX, ABOVE_PX = 170, 64
NAME_LENGTH = {False: 24, True: 20}
NODE_PX, LINE_PX, ARROW_PX = (8.0, 20.0), (2.0, 7.0), 10
MANY, CHOSEN_PX = 20, 2.0
AXIS = {"visible": False, "fixedrange": True, "range": [0, 1]}


def network(shown: Sequence[Link], selected: str | None = None, *, narrow: bool = False) -> Figure:
    """Draw a node for each party and an arrow for each link: colour is the quad class, width the number of events.

    A dashed link is one of which nothing has occurred; one without arrowhead is done together. ``narrow``: for phones.
    """
    who, at = parties(shown), positions(shown)
    most = max((party.others for party in who.values()), default=1)
    sizes = {end: _sized(NODE_PX, party.others / most) for end, party in who.items()}
    margin = ABOVE_PX if narrow else BESIDE_PX
    figure = Figure()
    widest = max(shown[0].events, MANY) if shown else MANY
    for link, lane in zip(shown, lanes(shown), strict=True):
        line = curve(at[ident(link.actor)], at[ident(link.recipient)], lane)
        width = _sized(LINE_PX, (link.events - 1) / widest) + (CHOSEN_PX if link.key == selected else 0)
        _add_arrow(figure, link, line, width, sizes[ident(link.recipient)])
    _add_nodes(figure, who, at, sizes, narrow)
    figure.lay_out(
        height=max(LEAST_PX, (len(who) + 1) // 2 * ROW_PX[narrow]),
        margin={"l": margin, "r": margin, "t": ABOVE_PX // 3 if narrow else 4, "b": 4},
        showlegend=False,
        hovermode="closest",
        dragmode=False,
        clickmode="event+select",
        plot_bgcolor=CLEAR,
        paper_bgcolor=CLEAR,
        xaxis=AXIS,
        yaxis=AXIS,
    )
    return figure


def description(shown: Sequence[Link]) -> str:
    """The chart in words, for those who cannot see it."""
    listed = "; ".join(f"{link.title}, {link.quad}, {titles.count(link.events, 'event')}" for link in shown[:6])
    return f"Network of {titles.count(len(parties(shown)), 'party', 'parties')}: {listed}."


def hover(link: Link) -> str:
    """What a link says when pointed at; names come from articles, so they are escaped."""
    return "<br>".join(
        (
            f"<b>{escape(link.title)}</b>",
            f"{titles.count(link.events, 'event')}: {escape(link.types)}",
            f"{link.quad}; {share_of_fact(link)}",
        )
    )


def _add_arrow(figure: Figure, link: Link, line: Sequence[Point], width: float, target: float) -> None:
    """A link that ends at the rim of its target, ``target`` px wide."""
    colour = COLOURS[link.quad]
    figure.add(
        "scatter",
        x=[x for x, _ in line],
        y=[y for _, y in line],
        mode="lines+markers",
        line={"color": colour, "width": width, "dash": "solid" if link.settled else "dash", "shape": "spline"},
        marker={
            "symbol": "arrow",
            "angleref": "previous",
            "size": [0] * STEPS + [0 if link.mutual else ARROW_PX + width],
            "standoff": [0.0] * STEPS + [target / 2],
            "color": colour,
            "opacity": 1,
            "line": {"width": 0},
        },
        customdata=[["dyad", link.key]] * len(line),
        hovertext=hover(link),
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _add_nodes(
    figure: Figure, who: Mapping[str, Party], at: Mapping[str, Point], sizes: Mapping[str, float], narrow: bool
) -> None:
    """Named beside, on the outside; on a phone above."""
    sides = {key: "top center" if narrow else "middle left" if at[key][0] < 0.5 else "middle right" for key in who}
    figure.add(
        "scatter",
        x=[at[key][0] for key in who],
        y=[at[key][1] for key in who],
        mode="markers+text",
        text=[f" {escape(titles.shortened(each.name, NAME_LENGTH[narrow]))} " for each in who.values()],
        textposition=list(sides.values()),
        marker={"size": [sizes[key] for key in who], "color": NEUTRAL, "opacity": 1, "line": {"width": 0}},
        customdata=[["entity", each.opens] if each.opens else None for each in who.values()],
        hovertext=[
            f"<b>{escape(each.name)}</b><br>linked to {titles.count(each.others, 'other')}" for each in who.values()
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        textfont={"shadow": "auto"},
        cliponaxis=False,
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _sized(bounds: tuple[float, float], share: float) -> float:
    """Area grows with the number, so that twice as many look like twice as much."""
    least, most = bounds
    return least + (most - least) * sqrt(share)
