"""Counts of sources: rows of the store in, a plotly figure out. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from pages.view.address import Selection
from pages.view.figure import Figure
from pages.widgets import bar_chart
from pages.widgets.bar_chart import Tally
from pipeline.domain import Manner
from pipeline.index import QuotedRow
from pipeline.wording import titles

OPACITIES: dict[Manner, float] = {"direct": 1.0, "mixed": 0.6, "indirect": 0.3}
MOST_WORDS = 5


def counts(rows: Sequence[QuotedRow], selected: str | None = None) -> Figure:
    """Draw one bar a source: how often its words are given directly, in part, and indirectly."""
    parts = {titles.MANNERS[manner]: opacity for manner, opacity in OPACITIES.items()}
    names = bar_chart.bar_labels({row.key: row.name for row in rows})
    return bar_chart.bars([_tally(row, names[row.key]) for row in rows], parts, range(len(rows)), selected)


def description(rows: Sequence[QuotedRow]) -> str:
    """The chart in words, for those who cannot see it."""
    listed = ", ".join(f"{row.name} {row.statements}" for row in rows[:5])
    return f"Statements of {titles.count(len(rows), 'source')}: {listed}."


def hover(row: QuotedRow) -> str:
    """What a bar says when pointed at; names come from articles, so they are escaped."""
    about = titles.statement_counts(row.about[:MOST_WORDS])
    lines = [
        f"<b>{escape(row.name)}</b>",
        f"{titles.count(row.statements, 'statement')} in {titles.count(row.articles, 'article')}",
        f"cues: {escape(titles.statement_counts(row.cues[:MOST_WORDS]))}",
        f"about: {escape(about)}" if about else "",
    ]
    return "<br>".join(line for line in lines if line)


def _tally(row: QuotedRow, name: str) -> Tally:
    return Tally(Selection("source", row.key), name, hover(row), (row.direct, row.mixed, row.indirect))
