"""Counts of entities: rows of the store in, a plotly figure out. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

import plotly.graph_objects as go

from pages.entities.kinds import KINDS
from pages.shared import wording
from pages.shared.palette import CLEAR, NEUTRAL, tint
from pipeline.store import EntityRow

ROW_PX, MARGIN_PX = 23, 34
FORMS = {"names": ("named", 1.0), "nominals": ("described", 0.6), "pronouns": ("pronoun", 0.3)}
NAME_LENGTH = 26


def counts(rows: Sequence[EntityRow], selected: str | None = None, *, by_kind: bool = False) -> go.Figure:
    """Draw one bar an entity: how often it is named, described and meant by a pronoun.

    ``by_kind`` puts a heading over each run of one kind, and a legend over all; the rows then come kind by kind.
    """
    figure = go.Figure()
    heights, headings = _heights(rows, by_kind)
    for field, (form, opacity) in FORMS.items():
        figure.add_trace(
            go.Bar(
                orientation="h",
                name=form,
                x=[getattr(row, field) for row in rows],
                y=heights,
                width=0.64,
                marker={"color": tint(NEUTRAL, opacity)},
                customdata=[["entity", row.key] for row in rows],
                hovertext=[hover(row) for row in rows],
                hovertemplate="%{hovertext}<extra></extra>",
            )
        )
    _add_totals(figure, rows, heights)
    for kind, height in headings:
        figure.add_annotation(
            x=0, xref="paper", xanchor="left", y=height, text=f"<b>{kind}</b>", showarrow=False, font={"size": 13}
        )  # fmt: skip
    depth = heights[-1] + 1 if heights else 1
    _lay_out(figure, depth, legend=by_kind)
    figure.update_yaxes(
        range=[depth - 0.4, -0.6],
        fixedrange=True,
        tickmode="array",
        tickvals=heights,
        ticktext=[_name(row, row.key == selected) for row in rows],
        automargin=True,
        showgrid=False,
        zeroline=False,
    )
    return figure


def description(rows: Sequence[EntityRow]) -> str:
    """The chart in words, for those who cannot see it."""
    listed = ", ".join(f"{row.name} {row.mentions}" for row in rows[:5])
    return f"Mentions of {wording.count(len(rows), 'name')}: {listed}."


def hover(row: EntityRow) -> str:
    """What a bar says when pointed at; names come from articles, so they are escaped."""
    also = [alias for alias in row.aliases if alias != row.name]
    lines = [
        f"<b>{escape(row.name)}</b> ({row.kind})",
        f"{wording.count(row.mentions, 'mention')} in {wording.count(row.articles, 'article')}",
        f"also: {escape(', '.join(also))}" if also else "",
    ]
    return "<br>".join(line for line in lines if line)


def _heights(rows: Sequence[EntityRow], by_kind: bool) -> tuple[list[int], list[tuple[str, int]]]:
    """The height of each row's bar, and of each heading, counted in rows from the top."""
    if not by_kind:
        return list(range(len(rows))), []
    heights: list[int] = []
    headings: list[tuple[str, int]] = []
    top = 0
    for kind, run in groupby(rows, key=lambda row: row.kind):
        headings.append((KINDS[kind], top))
        size = len(list(run))
        heights.extend(range(top + 1, top + 1 + size))
        top += size + 1
    return heights, headings


def _name(row: EntityRow, emphasized: bool) -> str:
    name = escape(wording.shortened(row.name, NAME_LENGTH))
    return f"<b>{name}</b>" if emphasized else name


def _add_totals(figure: go.Figure, rows: Sequence[EntityRow], heights: Sequence[int]) -> None:
    figure.add_trace(
        go.Scatter(
            x=[row.mentions for row in rows],
            y=heights,
            mode="text",
            text=[f" {row.mentions}" for row in rows],
            textposition="middle right",
            cliponaxis=False,
            showlegend=False,
            hoverinfo="skip",
        )
    )


def _lay_out(figure: go.Figure, depth: int, *, legend: bool) -> None:
    figure.update_layout(
        height=depth * ROW_PX + (MARGIN_PX if legend else 8),
        margin={"l": 4, "r": 28, "t": 26 if legend else 0, "b": 4},
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
    figure.update_xaxes(visible=False, fixedrange=True)
