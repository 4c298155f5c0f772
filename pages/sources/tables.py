"""Sources as rows of a table. Pure but for the drawing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pages.view.address import Panel, Selection
from pages.widgets import tables
from pages.widgets.tables import Table
from pipeline.index import QuotedRow, Times
from pipeline.wording import titles

MOST_WORDS = 50
"""A source of hundreds of statements is about as many people: a table of all would have megabytes."""


def sources_table(number: int, sources: Callable[[int], Sequence[QuotedRow]], key: Panel) -> None:
    """The table twin of the counts of so many sources, which are asked for with so many words when it is opened."""
    tables.twin(lambda: table(sources(MOST_WORDS + 1)), key, f"Table of {titles.count(number, 'source')}")


def table(sources: Sequence[QuotedRow]) -> Table:
    return Table([table_row(source) for source in sources], [Selection("source", source.key) for source in sources])


def table_row(source: QuotedRow) -> dict[str, str | int]:
    return {
        "Source": source.name,
        "Statements": source.statements,
        "Quoted": source.direct,
        "Paraphrased": source.indirect,
        "Quoted in part": source.mixed,
        "Articles": source.articles,
        "Cue words": listed(source.cues),
        "About whom": listed(source.about),
    }


def listed(found: Sequence[Times]) -> str:
    """The most frequent; that there are more is said."""
    more = ", …" if len(found) > MOST_WORDS else ""
    return titles.statement_counts(found[:MOST_WORDS]) + more
