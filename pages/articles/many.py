"""Titles, outlets, addresses and dates of many articles at once, as a table whose cells are fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import streamlit as st

from pages.language import markdown
from pages.view import data, state
from pages.widgets import corrector
from pages.widgets.publication_editor import EXAMPLE, LONGEST
from pipeline.errors import PipelineError
from pipeline.readers import OUTLET_LENGTH, check_published, given_day
from pipeline.store import ArticleRow, Description
from pipeline.wording import titles
from pipeline.wording.dates import long_day

COLUMNS = {"title": "Title", "outlet": "Outlet", "url": "Address"}
PUBLISHED = "Published"
OUTLET, DAY = "outlet-of-all", "day-of-all"


@dataclass(slots=True)
class Changes:
    """What is described or dated otherwise than before, by article, and what cannot be; None takes a given day back."""

    described: dict[str, Description] = field(default_factory=dict)
    dated: dict[str, date | None] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    @property
    def articles(self) -> int:
        return len(self.described.keys() | self.dated.keys())


def editor(listed: Sequence[ArticleRow]) -> None:
    """Closed until it is wanted; pandas is imported then."""
    panel = st.expander("Edit many articles", key=state.panel_key("many-articles"), on_change="rerun")
    if not panel.open:
        return
    import pandas as pd

    rows = [fields(row) for row in listed]
    with panel:
        outlet, day = of_all()
        table = st.data_editor(pd.DataFrame(rows), hide_index=True, key=version(listed))
        changed = changes(listed, table.to_dict("records"), outlet, day)
        for problem in changed.problems:
            st.error(markdown.plain(problem))
        st.button(
            f"Save {titles.count(changed.articles, 'article')}" if changed.articles else "Save",
            key="save-many", type="primary", disabled=not changed.articles or bool(changed.problems),
            on_click=corrector.attempt, args=(save, changed),
        )  # fmt: skip


def of_all() -> tuple[str, str]:
    """The outlet and the day that are given to all, side by side."""
    with st.container(horizontal=True):
        outlet = st.text_input("One outlet for all of these", key=OUTLET, max_chars=OUTLET_LENGTH)
        day = st.text_input("One date for all of these", key=DAY, max_chars=LONGEST, placeholder=EXAMPLE)
    return outlet, day


def fields(row: ArticleRow) -> dict[str, str]:
    """An article as cells."""
    day = long_day(row.published) if row.published else ""
    return {name: getattr(row, field) or "" for field, name in COLUMNS.items()} | {PUBLISHED: day}


def version(listed: Sequence[ArticleRow]) -> str:
    """A table of other articles, or of another state of the store, is another widget."""
    return f"many-{data.version()}-{hash(tuple(row.id for row in listed))}"


def changes(listed: Sequence[ArticleRow], edited: Sequence[Mapping[Any, Any]], outlet: str, day: str) -> Changes:
    """What was changed in the cells; ``outlet`` and ``day``, if given, are those of all. Pure, but for today."""
    found = Changes()
    for row, cells in zip(listed, edited, strict=True):
        title, own, url = (str(cells[name] or "").strip() or None for name in COLUMNS.values())
        described = Description(title, outlet.strip() or own, url)
        if described != Description(row.title, row.outlet, row.url):
            found.described[row.id] = described
        typed = day.strip() or str(cells[PUBLISHED] or "").strip()
        if typed != fields(row)[PUBLISHED]:
            date_anew(found, row, typed)
    found.problems = list(dict.fromkeys(found.problems))
    return found


def date_anew(found: Changes, row: ArticleRow, typed: str) -> None:
    """Note the day that was typed, or why it is none."""
    try:
        given = given_day(typed)
        if given:
            check_published(given, row.received or date.today())
    except PipelineError as error:
        found.problems.append(str(error))
    else:
        found.dated[row.id] = given


def save(changed: Changes) -> None:
    data.store().describe_all(changed.described, changed.dated)
    st.session_state[OUTLET] = st.session_state[DAY] = ""
