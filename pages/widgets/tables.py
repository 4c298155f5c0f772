"""Table twins: what a chart shows, as a table whose rows open the same evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from pages.view import sorting, state
from pages.view.address import Panel, Selection
from pages.view.sorting import Sort
from pipeline.exports import spreadsheets

Rows = Sequence[dict[str, Any]]
Days = Mapping[str, Sequence[date | None]]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows, what each of them selects, and the ``days`` by which columns of dates in words are ordered."""

    rows: Rows
    selections: Sequence[Selection]
    days: Days = field(default_factory=dict)


def twin(make: Callable[[], Table], key: Panel, alt: str) -> None:
    """Draw a table, closed until it is wanted, and made then."""
    panel = st.expander("As a table", key=state.panel_key(key), on_change="rerun")
    if panel.open:
        with panel:
            show(make(), key, alt)


def show(table: Table, key: str, alt: str, *, order: str = "As it stands", **look: Any) -> None:
    """Draw a table; choosing a row selects what stands in it, a column orders it.

    ``order`` names the order in which rows come, ``look`` is what Streamlit's table is told besides. Its CSV is our
    own: Streamlit's (``client.disableDataExport``) would leave formulas in it.

    pandas is imported when the first table is opened, so that no first view waits for it.
    """
    import pandas as pd

    rows, selections = table.rows, table.selections
    by = order_choice(key, rows, order)
    places = sorting.ordered(values(rows, by, table.days), down=by.down) if by else range(len(rows))
    listed = [rows[at] for at in places]
    of_order = f"{key}-{by}" if by else key
    st.dataframe(
        pd.DataFrame.from_records(listed),
        **look,
        key=of_order,
        alt=alt,
        hide_index=True,
        selection_mode=["single-row", "single-column"],
        on_select=partial(_take, of_order, key, [selections[at] for at in places if at < len(selections)]),
    )
    st.download_button(
        "Download as CSV",
        partial(spreadsheets.csv_text, listed),
        f"{key}.csv",
        "text/csv",
        key=f"{key}-csv",
        type="tertiary",
        on_click="ignore",
    )


def order_choice(table: str, rows: Rows, unordered: str) -> Sort | None:
    """By which column it is ordered; in the address. A click on the head of a column says so too."""
    offered = [Sort(table, column, down) for column in (rows[0] if rows else ()) if column for down in (False, True)]
    key = f"{table}-order"
    held = order_of(table)
    st.session_state[key] = held if held in offered else None
    st.selectbox(
        "In order of",
        offered,
        format_func=lambda order: f"{order.column} {'↓' if order.down else '↑'}",
        key=key,
        placeholder=unordered,
        width=260,
        on_change=lambda: state.sort(table, st.session_state[key]),
    )
    chosen: Sort | None = st.session_state[key]
    return chosen


def order_of(table: str) -> Sort | None:
    return next((sort for sort in state.sorts() if sort.table == table), None)


def values(rows: Rows, order: Sort, days: Days) -> Sequence[Any]:
    return days.get(order.column) or [row[order.column] for row in rows]


def next_order(table: str, column: str) -> Sort | None:
    """A first click orders by a column, a second the other way round, a third takes that back."""
    up, down = Sort(table, column), Sort(table, column, down=True)
    steps: dict[Sort | None, Sort | None] = {up: down, down: None}
    return steps.get(order_of(table), up)


def _take(key: str, table: str, selections: Sequence[Selection]) -> None:
    chosen = st.session_state[key]["selection"]
    rows: list[int] = chosen["rows"]
    if column := next(iter(chosen["columns"]), ""):
        state.sort(table, next_order(table, column))
    elif rows and rows[0] < len(selections):
        state.select(selections[rows[0]])
