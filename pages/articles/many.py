"""Titles, outlets and addresses of many articles at once, as a table whose cells are fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from pages.view import data, state
from pages.widgets import corrector
from pipeline.readers import OUTLET_LENGTH
from pipeline.store import ArticleRow, Description
from pipeline.wording import titles

COLUMNS = {"title": "Title", "outlet": "Outlet", "url": "Address"}
OUTLET = "outlet-of-all"


def editor(listed: Sequence[ArticleRow]) -> None:
    """Closed until it is wanted; pandas is imported then."""
    panel = st.expander("Edit many articles", key=state.panel_key("many-articles"), on_change="rerun")
    if not panel.open:
        return
    import pandas as pd

    rows = [{name: getattr(row, field) or "" for field, name in COLUMNS.items()} for row in listed]
    with panel:
        every = st.text_input("One outlet for all of these", key=OUTLET, max_chars=OUTLET_LENGTH)
        table = st.data_editor(pd.DataFrame(rows, columns=list(COLUMNS.values())), hide_index=True, key=version(listed))
        changed = changes(listed, table.to_dict("records"), every)
        st.button(
            f"Save {titles.count(len(changed), 'article')}" if changed else "Save",
            key="save-many", type="primary", disabled=not changed,
            on_click=corrector.attempt, args=(save, changed),
        )  # fmt: skip


def version(listed: Sequence[ArticleRow]) -> str:
    """A table of other articles, or of another state of the store, is another widget."""
    return f"many-{data.version()}-{hash(tuple(row.id for row in listed))}"


def changes(listed: Sequence[ArticleRow], edited: Sequence[Mapping[Any, Any]], outlet: str) -> dict[str, Description]:
    """What is described otherwise than before, by article; ``outlet``, if given, is that of all. Pure."""
    found = {}
    for row, cells in zip(listed, edited, strict=True):
        title, own, url = (str(cells[name] or "").strip() or None for name in COLUMNS.values())
        described = Description(title, outlet.strip() or own, url)
        if described != Description(row.title, row.outlet, row.url):
            found[row.id] = described
    return found


def save(changed: Mapping[str, Description]) -> None:
    data.store().describe_all(changed)
    st.session_state[OUTLET] = ""
