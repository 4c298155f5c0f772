"""Sources as rows of a table. Pure but for the drawing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from pages.view.address import Panel, Selection
from pages.widgets import tables
from pages.widgets.tables import Table
from pipeline.index import QuotedRow
from pipeline.wording import titles


def sources_table(sources: Sequence[QuotedRow], key: Panel) -> None:
    """The table twin of the counts."""
    tables.twin(partial(table, sources), key, f"Table of {titles.count(len(sources), 'source')}")


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
        "Cue words": titles.statement_counts(source.cues),
        "About whom": titles.statement_counts(source.about),
    }
