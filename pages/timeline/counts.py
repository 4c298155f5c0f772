"""Counts of events by period, for more than can be drawn singly: rows of the store in, a plotly figure out. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from pages.language.palette import CLEAR
from pages.timeline.figures import TICKS, layout, marker
from pages.view.figure import Figure
from pages.view.kept import kept
from pipeline.index import BinUnit, EventBins
from pipeline.wording import titles
from pipeline.wording.palette import COLOURS, Form, Quad, form_of_status, quad


@kept
def binned(bins: Sequence[EventBins]) -> Figure:
    """Draw how many events begin in each period: stacked by quad class and form, for more than can be drawn singly.

    A stretch of it can be chosen by dragging.
    """
    figure = Figure()
    counts: defaultdict[tuple[Quad, Form], Counter[str]] = defaultdict(Counter)
    for each in bins:
        dated = {period: events for period, events in zip(each.periods, each.events, strict=True) if period}
        if dated:
            counts[quad(each.type), form_of_status(each.status)].update(dated)
    for lane, shape in sorted(counts, key=lambda look: (list(COLOURS).index(look[0]), look[1])):
        told = counts[lane, shape]
        periods = sorted(told)
        figure.add(
            "bar",
            x=periods,
            y=[told[period] for period in periods],
            name=f"{lane}, {shape}",
            marker=marker(lane, shape) if shape != "struck" else _striped(lane),
            customdata=[["period", period] for period in periods],
            hovertemplate="%{x}: %{y} events<extra>" + lane + "</extra>",
        )
    figure.lay_out(**{**layout(320), "barmode": "stack", "dragmode": "select", "selectdirection": "h"})
    figure.lay_out(
        xaxis={"type": "date", "tickformatstops": TICKS}, yaxis={"title": {"text": "events"}, "rangemode": "tozero"}
    )
    return figure


def unit(first: date | None, last: date | None) -> BinUnit:
    """The period to count by: days within three months, months within twenty years, years beyond."""
    days = (last - first).days if first and last else 0
    if days <= 92:
        return "day"
    return "month" if days <= 20 * 366 else "year"


def counts_caption(total: int, period: BinUnit) -> str:
    """The binned chart in a sentence."""
    return f"{titles.count(total, 'event')} counted by {period}, by kind and status."


def _striped(lane: Quad) -> dict[str, Any]:
    """What was denied or cancelled, where single bars cannot be struck through."""
    pattern = {"shape": "-", "fgcolor": COLOURS[lane], "bgcolor": CLEAR, "size": 5, "solidity": 0.2}
    return {"color": COLOURS[lane], "line": {"color": COLOURS[lane], "width": 1}, "pattern": pattern}
