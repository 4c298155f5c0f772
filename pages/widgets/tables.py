"""Table twins: what a chart shows, as a table whose rows open the same evidence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import streamlit as st

from pages.view import state
from pages.view.address import Panel, Selection
from pipeline.exports import spreadsheets


def twin(rows: Sequence[dict[str, Any]], selections: Sequence[Selection], key: Panel, alt: str) -> None:
    """Draw a table, closed until it is wanted; choosing a row selects what stands in it.

    Its CSV is our own: Streamlit's (``client.disableDataExport``) would leave formulas in it.

    pandas is imported when the first table is opened, so that no first view waits for it.
    """
    panel = st.expander("As a table", key=state.panel_key(key), on_change="rerun")
    if not panel.open:
        return
    import pandas as pd

    with panel:
        st.dataframe(
            pd.DataFrame.from_records(list(rows)),
            key=key,
            alt=alt,
            hide_index=True,
            selection_mode="single-row",
            on_select=lambda: _take(key, selections),
        )
        st.download_button(
            "Download as CSV",
            partial(spreadsheets.written, rows),
            f"{key}.csv",
            "text/csv",
            key=f"{key}-csv",
            type="tertiary",
            on_click="ignore",
        )


def _take(key: str, selections: Sequence[Selection]) -> None:
    chosen: list[int] = st.session_state[key]["selection"]["rows"]
    if chosen and chosen[0] < len(selections):
        state.select(selections[chosen[0]])
