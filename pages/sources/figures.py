"""Counts of sources: rows of the store in, a plotly figure out. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import plotly.graph_objects as go

from pages.shared import wording
from pages.shared.palette import CLEAR, NEUTRAL, tint
from pipeline.domain import Manner
from pipeline.store import QuotedRow

ROW_PX, MARGIN_PX = 25, 40
OPACITIES: dict[Manner, float] = {"direct": 1.0, "mixed": 0.6, "indirect": 0.3}
NAME_LENGTH, MOST_WORDS = 26, 5


def counts(rows: Sequence[QuotedRow], selected: str | None = None) -> go.Figure:
    """Draw one bar a source: how often its words are given directly, in part, and indirectly."""
    figure = go.Figure()
    heights = list(range(len(rows)))
    for manner, opacity in OPACITIES.items():
        figure.add_trace(
            go.Bar(
                orientation="h",
                name=wording.MANNERS[manner],
                x=[getattr(row, manner) for row in rows],
                y=heights,
                width=0.64,
                marker={"color": tint(NEUTRAL, opacity)},
                customdata=[["source", row.key] for row in rows],
                hovertext=[hover(row) for row in rows],
                hovertemplate="%{hovertext}<extra></extra>",
            )
        )
    figure.add_trace(_totals(rows))
    _lay_out(figure, len(rows))
    figure.update_yaxes(tickvals=heights, ticktext=[_name(row, row.key == selected) for row in rows])
    return figure


def description(rows: Sequence[QuotedRow]) -> str:
    """The chart in words, for those who cannot see it."""
    listed = ", ".join(f"{row.name} {row.statements}" for row in rows[:5])
    return f"Statements of {wording.count(len(rows), 'source')}: {listed}."


def hover(row: QuotedRow) -> str:
    """What a bar says when pointed at; names come from articles, so they are escaped."""
    about = wording.times(row.about[:MOST_WORDS])
    lines = [
        f"<b>{escape(row.name)}</b>",
        f"{wording.count(row.statements, 'statement')} in {wording.count(row.articles, 'article')}",
        f"cues: {escape(wording.times(row.cues[:MOST_WORDS]))}",
        f"about: {escape(about)}" if about else "",
    ]
    return "<br>".join(line for line in lines if line)


def _name(row: QuotedRow, emphasized: bool) -> str:
    name = escape(wording.shortened(row.name, NAME_LENGTH))
    return f"<b>{name}</b>" if emphasized else name


def _totals(rows: Sequence[QuotedRow]) -> go.Scatter:
    return go.Scatter(
        x=[row.statements for row in rows],
        y=list(range(len(rows))),
        mode="text",
        text=[f" {row.statements}" for row in rows],
        textposition="middle right",
        cliponaxis=False,
        showlegend=False,
        hoverinfo="skip",
    )


def _lay_out(figure: go.Figure, depth: int) -> None:
    figure.update_layout(
        height=depth * ROW_PX + MARGIN_PX,
        margin={"l": 4, "r": 28, "t": 30, "b": 4},
        barmode="stack",
        legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "traceorder": "normal", "font": {"size": 11}},
        hovermode="closest",
        dragmode=False,
        clickmode="event+select",
        plot_bgcolor=CLEAR,
        paper_bgcolor=CLEAR,
    )
    figure.update_xaxes(visible=False, fixedrange=True)
    figure.update_yaxes(
        range=[depth - 0.4, -0.6],
        fixedrange=True,
        tickmode="array",
        automargin=True,
        showgrid=False,
        zeroline=False,
    )
