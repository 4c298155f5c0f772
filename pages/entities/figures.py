"""Counts of entities: rows of the store in, a plotly figure out. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from pages.entities.kinds import KINDS
from pages.view.address import Selection
from pages.view.figure import Figure
from pages.widgets import bar_chart
from pages.widgets.bar_chart import Tally
from pipeline.index import EntityRow
from pipeline.wording import titles

FORMS = {"named": 1.0, "described": 0.6, "pronoun": 0.3}


def counts(rows: Sequence[EntityRow], selected: str | None = None, *, by_kind: bool = False) -> Figure:
    """Draw one bar an entity: how often it is named, described and meant by a pronoun.

    ``by_kind`` puts a heading over each run of one kind, and a legend over all; the rows then come kind by kind.
    """
    heights, headings = _heights(rows, by_kind)
    figure = bar_chart.bars(_tallies(rows), FORMS, heights, selected, legend=by_kind)
    for kind, height in headings:
        figure.annotate(
            x=0, xref="paper", xanchor="left", y=height, text=f"<b>{kind}</b>", showarrow=False, font={"size": 13}
        )  # fmt: skip
    return figure


def description(rows: Sequence[EntityRow]) -> str:
    """The chart in words, for those who cannot see it."""
    listed = ", ".join(f"{row.name} {row.mentions}" for row in rows[:5])
    return f"Mentions of {titles.count(len(rows), 'name')}: {listed}."


def hover(row: EntityRow) -> str:
    """What a bar says when pointed at; names come from articles, so they are escaped."""
    also = [alias for alias in row.aliases if alias != row.name]
    lines = [
        f"<b>{escape(titles.told_apart(row.name, row.told_in))}</b> ({row.kind})",
        f"{titles.count(row.mentions, 'mention')} in {titles.count(row.articles, 'article')}",
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


def _tallies(rows: Sequence[EntityRow]) -> list[Tally]:
    """Those of one name and kind are told apart by a number, as the list of names does."""
    names: dict[str, str] = {}
    for kind in {row.kind for row in rows}:
        names |= bar_chart.bar_labels({row.key: row.name for row in rows if row.kind == kind})
    return [
        Tally(Selection("entity", row.key), names[row.key], hover(row), (row.names, row.nominals, row.pronouns))
        for row in rows
    ]
