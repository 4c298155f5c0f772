"""Timeline figures: rows of the store in, plotly figures out. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta
from html import escape
from itertools import groupby
from typing import Any

from pages.language.certainty import is_doubtful, opacity
from pages.language.palette import CLEAR, tint
from pages.timeline import axis, bounds, labels
from pages.timeline.lanes import lanes
from pages.timeline.rows import Bar, Timeline, is_bound, place_in_lanes
from pages.view.address import Lanes
from pages.view.figure import Figure
from pages.view.kept import kept
from pipeline.index import EventRow
from pipeline.wording import titles
from pipeline.wording.certainty import how_sure
from pipeline.wording.palette import COLOURS, NEUTRAL, Form, Quad, form_of_status, quad

DAY_MS = 86_400_000
ROW_PX, AXIS_PX = 26, 44
MOST_TICKS, NARROW_TICKS = 7, 4
UNDER_AXIS = {"l": 4, "r": 4, "t": 30, "b": 4}
"""Days stand above the bars: of a long timeline the first screen shows them too."""
BAR = 0.34
TICKS: list[dict[str, Any]] = [
    {"dtickrange": [None, 27 * DAY_MS], "value": "%-d %b\n%Y"},
    {"dtickrange": [27 * DAY_MS, "M11"], "value": "%b %Y"},
    {"dtickrange": ["M11", None], "value": "%Y"},
]
"""Days as they are written elsewhere: "13 Sep", the year below."""
ACROSS = {"xref": "x domain", "x0": 0, "x1": 1, "yref": "y"}
DOWN = {"yref": "y domain", "y0": 0, "y1": 1, "xref": "x"}
"""Of shapes from one side of the chart to the other, and from its top to its bottom."""
IN_THE_CORNER = {"xanchor": "left", "yanchor": "bottom", "y": 0}


@kept
def timeline(
    events: Sequence[EventRow], selected: str | None = None, by: Lanes = "class", *, narrow: bool = False
) -> Figure:
    """Draw one bar a dated event, as long as its date is vague; an arrow where an end is open."""
    plan = place_in_lanes(events, by)
    figure = Figure()
    told = [bar for bar in plan.bars if not bar.is_bound]
    for look, bars in groupby(sorted(told, key=_look), key=_look):
        _add_bars(figure, list(bars), look)
    _add_strikes(figure, [bar for bar in told if form_of_status(bar.event.status) == "struck"])
    _add_arrows(figure, told)
    bounds.add(figure, [bar for bar in plan.bars if bar.is_bound], _custom_data)
    labels.add(figure, plan, _custom_data, narrow=narrow)
    _add_headers(figure, plan)
    _add_margins(figure, plan)
    _emphasize(figure, [bar for bar in plan.bars if bar.event.id == selected])
    margin = max((plan.last - plan.first) * 0.02, timedelta(days=1))
    figure.lay_out(**layout(plan.depth * ROW_PX + AXIS_PX) | {"margin": UNDER_AXIS})
    span = [plan.first - margin, plan.last + margin + timedelta(days=1)]
    figure.lay_out(
        xaxis={"type": "date", "side": "top", "range": span, **_ticks(plan, narrow=narrow)},
        yaxis={"range": [plan.depth - 0.4, -0.6], "visible": False, "fixedrange": True},
    )
    return figure


def crowded(events: Sequence[EventRow], by: Lanes = "class") -> int:
    """How many events are not drawn, because too many others stand at their days."""
    return place_in_lanes(events, by).crowded


def description(events: Sequence[EventRow]) -> str:
    """The chart in a sentence, for those who cannot see it."""
    plan = place_in_lanes(events, "class")
    counts = Counter(lanes(events, "class").values())
    parts = ", ".join(f"{number} {name}" for name, number in counts.items())
    undated = sum(map(is_bound, events))
    reported = f" {titles.count(undated, 'event')} without a day of their own stand where they were reported."
    return (
        f"Timeline of {titles.count(len(events), 'event' if undated else 'dated event')} "
        f"from {plan.scale[0].isoformat()} to {plan.scale[1].isoformat()}: {parts}.{reported if undated else ''}"
    )


def hover(event: EventRow) -> str:
    """What a mark says when pointed at; names come from articles, so they are escaped."""
    lines = [
        f"<b>{escape(titles.type_with_code(event.type, event.mode))}</b>",
        escape(titles.who_to_whom(event)),
        escape(" · ".join(filter(None, (titles.event_date(event), titles.STATUSES[event.status], how_sure(event))))),
        escape(event.place.name) if event.place else "",
        f"<i>{escape(titles.shortened(event.evidence, 90))}</i>",
    ]
    return "<br>".join(line for line in lines if line)


def _look(bar: Bar) -> tuple[Quad, Form, bool]:
    return quad(bar.event.type), form_of_status(bar.event.status), is_doubtful(bar.event)


def _add_bars(figure: Figure, bars: Sequence[Bar], look: tuple[Quad, Form, bool]) -> None:
    colour, shape, doubtful = look
    figure.add(
        "bar",
        orientation="h",
        base=[bar.start for bar in bars],
        x=[(bar.stop - bar.start).days * DAY_MS for bar in bars],
        y=[bar.y for bar in bars],
        width=BAR,
        marker=marker(colour, shape),
        opacity=opacity(doubtful),
        **_custom_data(bars),
    )


def _custom_data(bars: Iterable[Bar]) -> dict[str, Any]:
    """What every trace carries so that pointing and clicking work on it."""
    listed = list(bars)
    return {
        "customdata": [["event", bar.event.id] for bar in listed],
        "hovertext": [hover(bar.event) for bar in listed],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def marker(class_: Quad, shape: Form) -> dict[str, Any]:
    """What a bar looks like: its colour says the quad class, its form the status."""
    colour = COLOURS[class_]
    line = {"color": colour, "width": 1.5}
    if shape == "hatched":
        pattern = {
            "shape": "/",
            "fgcolor": colour,
            "bgcolor": CLEAR,
            "size": 5,
            "solidity": 0.35,
            "fillmode": "replace",
        }
        return {"color": colour, "line": line, "pattern": pattern}
    fill = {"filled": colour, "outline": CLEAR, "struck": tint(colour, 0.2)}[shape]
    return {"color": fill, "line": line}


def _add_strikes(figure: Figure, bars: Sequence[Bar]) -> None:
    """A line through what was denied or cancelled."""
    if not bars:
        return
    ends = [max((bar.stop - bar.start) * 0.15, timedelta(days=1)) for bar in bars]
    figure.add(
        "scatter",
        x=[x for bar, more in zip(bars, ends, strict=True) for x in (bar.start - more, bar.stop + more, None)],
        y=[y for bar in bars for y in (bar.y, bar.y, None)],
        mode="lines",
        line={"color": NEUTRAL, "width": 2.5},
        hoverinfo="skip",
    )


def _add_arrows(figure: Figure, bars: Sequence[Bar]) -> None:
    on_axis = [bar for bar in bars if bar.beyond is None]
    open_ended = [bar for bar in on_axis if bar.event.latest is None or bar.event.first is None]
    to_come = [bar.event.latest is None for bar in open_ended]
    if open_ended:
        figure.add(
            "scatter",
            x=[bar.stop if later else bar.start for bar, later in zip(open_ended, to_come, strict=True)],
            y=[bar.y for bar in open_ended],
            mode="markers",
            marker={
                "symbol": ["triangle-right" if later else "triangle-left" for later in to_come],
                "color": [COLOURS[quad(bar.event.type)] for bar in open_ended],
                "size": 12,
            },
            **_custom_data(open_ended),
        )


def _add_margins(figure: Figure, plan: Timeline) -> None:
    """Shade what is no part of the axis, and say on which side of it in time what stands there lies."""
    for name, start, stop in (("earlier", plan.first, plan.scale[0]), ("later", plan.scale[1], plan.last)):
        if start < stop:
            figure.add_shape("rect", **DOWN, x0=start, x1=stop, fillcolor=tint(NEUTRAL, 0.08), line={"width": 0})
            figure.annotate(
                **IN_THE_CORNER, x=start, xref="x", yref="y domain", text=name, showarrow=False, font={"size": 10}
            )


def _add_headers(figure: Figure, plan: Timeline) -> None:
    for name, y in plan.headers:
        figure.annotate(
            x=0,
            xref="paper",
            xanchor="left",
            y=y - 0.28,
            text=escape(name.upper()),
            showarrow=False,
            font={"size": 10},
        )
        if y:
            line = {"color": tint(NEUTRAL, 0.35), "width": 1}
            figure.add_shape("line", **ACROSS, y0=y - 0.58, y1=y - 0.58, line=line)


def _ticks(plan: Timeline, *, narrow: bool) -> dict[str, Any]:
    """None in the margins, which are no time; without margins plotly's own, which follow a zoom."""
    if plan.scale == (plan.first, plan.last):
        return {"tickformatstops": TICKS}
    days, words = axis.ticks(*plan.scale, NARROW_TICKS if narrow else MOST_TICKS)
    return {"tickmode": "array", "tickvals": days, "ticktext": words}


def _emphasize(figure: Figure, bars: Sequence[Bar]) -> None:
    for bar in bars:
        fill = tint(COLOURS[quad(bar.event.type)], 0.13)
        figure.add_shape("rect", **ACROSS, y0=bar.y - 0.75, y1=bar.y + 0.3, fillcolor=fill, line={"width": 0})


def layout(height: float) -> dict[str, Any]:
    """What all charts over time share; ``height`` in pixels."""
    return {
        "height": height,
        "margin": {"l": 4, "r": 4, "t": 4, "b": 30},
        "barmode": "overlay",
        "bargap": 0,
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": "pan",
        "clickmode": "event+select",
        "plot_bgcolor": CLEAR,
        "paper_bgcolor": CLEAR,
    }
