"""Events without a day of their own: a line that stops at the day of the report and is open on the other side. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from pages.language.certainty import is_doubtful, opacity
from pages.language.palette import DASHES
from pages.timeline.rows import Bar, is_plan
from pages.view.figure import Figure
from pipeline.wording.palette import COLOURS, Form, form_of_status, quad


def add(figure: Figure, bars: Iterable[Bar], said: Callable[[Iterable[Bar]], dict[str, Any]]) -> None:
    """Draw them; ``said`` gives what each mark carries so that pointing and clicking work on it."""
    for (colour, shape, doubtful), alike in groupby(sorted(bars, key=_look), key=_look):
        listed = list(alike)
        _add_lines(figure, listed, colour, DASHES[shape], opacity(doubtful))
        _add_ends(figure, listed, colour, opacity(doubtful), said(bar for bar in listed for _ in bar.bound))


def _add_lines(figure: Figure, bars: Sequence[Bar], colour: str, dash: str, opaque: float) -> None:
    figure.add(
        "scatter",
        x=[day for bar in bars for day in (*bar.bound, None)],
        y=[y for bar in bars for y in (bar.y, bar.y, None)],
        mode="lines",
        opacity=opaque,
        line={"color": colour, "width": 2, "dash": dash},
        hoverinfo="skip",
    )


def _add_ends(figure: Figure, bars: Sequence[Bar], colour: str, opaque: float, said: Mapping[str, Any]) -> None:
    figure.add(
        "scatter",
        x=[day for bar in bars for day in bar.bound],
        y=[bar.y for bar in bars for _ in bar.bound],
        mode="markers",
        opacity=opaque,
        marker={
            "symbol": [symbol for bar in bars for symbol in _symbols(bar)],
            "color": colour,
            "size": 11,
            "line": {"width": 2.5, "color": colour},
        },
        **said,
    )


def _look(bar: Bar) -> tuple[str, Form, bool]:
    return COLOURS[quad(bar.event.type)], form_of_status(bar.event.status), is_doubtful(bar.event)


def _symbols(bar: Bar) -> Sequence[str]:
    """The stop at the day of the report, a cross for what was denied or cancelled; and the open end."""
    stop = "x-thin-open" if form_of_status(bar.event.status) == "struck" else "line-ns-open"
    return stop, "triangle-right-open" if is_plan(bar.event) else "triangle-left-open"
