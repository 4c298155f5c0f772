"""Pairs as rows of a table. Pure but for the drawing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from pages.view.address import Panel, Selection
from pages.widgets import tables
from pages.widgets.tables import Table
from pipeline.index import DyadRow
from pipeline.wording import palette, titles


def dyads_table(rows: Sequence[DyadRow], key: Panel) -> None:
    """The table twin of the network: a row for each pair and type."""
    tables.twin(partial(table, rows), key, f"Table of {titles.count(len(rows), 'pair and type', 'pairs and types')}")


def table(rows: Sequence[DyadRow]) -> Table:
    return Table([table_row(row) for row in rows], [Selection("dyad", row.key) for row in rows])


def table_row(row: DyadRow) -> dict[str, str | int]:
    return {
        "Who": row.actor.name,
        "": "with" if row.mutual else "to",
        "Whom": row.recipient.name,
        "What": f"{titles.TYPES[row.type]} ({row.type})",
        "Class": palette.quad(row.type),
        "Events": row.events,
        "Occurred or under way": row.settled,
    }
