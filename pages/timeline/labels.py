"""The words over the bars of the timeline: what, who, where, and what a short bar cannot show. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from html import escape
from typing import Any

from pages.timeline.rows import Bar, Timeline
from pages.view.figure import Figure
from pipeline.wording import titles

LABEL_LENGTH, LEAST_LENGTH = 60, 22
LETTERS, NARROW_LETTERS = 88, 52
"""Of a label, that the chart is wide on a screen of 1,280 pixels, and on a phone."""
POSITIONS = ("middle right", "middle center", "middle left")
SETTLED = ("occurred", "ongoing")


def add(figure: Figure, plan: Timeline, said: Callable[[Iterable[Bar]], dict[str, Any]], *, narrow: bool) -> None:
    """Say who did what above each bar, on the side where there is room; ``narrow`` suits a phone."""
    for position in POSITIONS:
        bars = [bar for bar in plan.bars if bar.labelled and _position(bar, plan) == position]
        if bars:
            figure.add(
                "scatter",
                x=[_anchor(bar, plan, position, narrow=narrow) for bar in bars],
                y=[bar.y - 0.46 for bar in bars],
                mode="text",
                text=[escape(_label(bar, plan, position, narrow=narrow)) for bar in bars],
                textposition=position,
                textfont={"size": 12},
                cliponaxis=False,
                **said(bars),
            )


def _label(bar: Bar, plan: Timeline, position: str, *, narrow: bool) -> str:
    """What, who and where, as much as there is room for; and whole, what a short bar cannot show: that it is no fact,
    its day in the margin or of its report, how many tell it, and that they disagree.
    """
    event = bar.event
    title = titles.telling_title(event)
    where = f", {event.place.name}" if event.place and event.place.name not in title else ""
    day = titles.event_date(event) if bar.beyond else f"reported {_short(event.reported)}" if bar.is_bound else ""
    more = (
        "" if event.status in SETTLED else titles.STATUSES[event.status].lower(),
        day,
        titles.count(event.voices, "voice") if event.voices > 1 else "",
        "they disagree" if event.disputed else "",
    )
    room = _room(bar, plan, position, narrow=narrow)
    said = ", ".join(fitting(more, room - LEAST_LENGTH - len(" ()")))
    added = f" ({said})" if said else ""
    left = room - len(added)
    return titles.shortened(title + where, max(LEAST_LENGTH, min(LABEL_LENGTH, left))) + added


def fitting(parts: Sequence[str], letters: int) -> list[str]:
    """Those of status, day, voices and disagreement that fit into so many letters: voices go first, then the day.

    The title has ``LEAST_LENGTH`` letters at least: "Accusation:…" would say nothing.
    """
    kept = [part for part in parts if part]
    for spare in (parts[2], parts[1]):
        if len(", ".join(kept)) > letters and spare:
            kept.remove(spare)
    return kept


def _room(bar: Bar, plan: Timeline, position: str, *, narrow: bool) -> int:
    """Letters from where a label begins, or ends, to the other edge of the chart."""
    letters = NARROW_LETTERS if narrow else LETTERS
    first, last = (plan.last - bar.start, bar.stop - plan.first) if plan.last > plan.first else (None, None)
    span = {"middle right": first, "middle left": last}.get(position)
    return letters if span is None else min(letters, round(letters * (span / (plan.last - plan.first))))


def _short(day: date | None) -> str:
    return f"{day.day} {day:%b}" if day else ""


def _position(bar: Bar, plan: Timeline) -> str:
    whole = (plan.last - plan.first).days + 1
    if (bar.start - plan.first).days <= whole / 3:
        return "middle right"
    return "middle left" if (bar.stop - plan.first).days >= whole * 2 / 3 else "middle center"


def _anchor(bar: Bar, plan: Timeline, position: str, *, narrow: bool) -> date:
    """Where the words begin, end, or have their middle: in the middle third far enough from both edges."""
    if position == "middle right":
        return bar.start
    if position == "middle left":
        return bar.stop
    whole = plan.last - plan.first
    half = (
        min(0.5, len(_label(bar, plan, position, narrow=narrow)) / (NARROW_LETTERS if narrow else LETTERS) / 2) * whole
    )
    return min(max(bar.start + (bar.stop - bar.start) / 2, plan.first + half), plan.last - half)
