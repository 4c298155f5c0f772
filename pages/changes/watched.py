"""The watch list: views that have a name, and how much changed in each since the last visit."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from pages.changes.news import news, news_of
from pages.language import markdown
from pages.view import data, state, stories
from pages.view.address import View
from pages.view.happenings import happenings
from pages.widgets import corrector, watching
from pipeline.index import Happening
from pipeline.store.shares import ViewRow
from pipeline.wording import titles

MOST = 10
"""Each is asked as a page is; more would keep the reader waiting."""
HELP = "Takes it off the list; a short link that it has ends too"
HOW = (
    "Watch a person, a place, a source or a story by “Watch this” under its card on any page, a search or filters by "
    "“Watch this view” here."
)


def draw(added: Collection[str] | None) -> None:
    """A button each, to see its changes; ``added`` are the articles that came in since; None at a first visit."""
    st.header("Watched", anchor=False)
    named = data.store().shares.views()
    if not named:
        st.caption(HOW)
    with st.container(key="listed-watched"):
        for row in named[:MOST]:
            list_view(row, added)
    if len(named) > MOST:
        st.caption(f"and {titles.count(len(named) - MOST, 'older view')}, on the page Shared")
    watching.offer_view(data.choices())


def list_view(row: ViewRow, added: Collection[str] | None) -> None:
    shown = watching.view_of(row)
    with st.container(horizontal=True, vertical_alignment="center", key=f"watched-{row.id}"):
        st.button(
            f"{markdown.plain(row.name)}{news_count(shown, added)} →", key=f"show-{row.id}", type="tertiary",
            on_click=state.show, args=(shown,),
        )  # fmt: skip
        st.button(
            "Remove", key=f"unwatch-{row.id}", type="tertiary", help=f"{HELP}: {markdown.plain(row.name)}",
            on_click=corrector.attempt, args=(watching.stop_watching, row.id),
        )  # fmt: skip


def news_count(shown: View, added: Collection[str] | None) -> str:
    if added is None:
        return ""
    number = changes(shown, added)
    return f": {titles.count(number, 'change') if number else 'nothing new'}"


def changes(shown: View, added: Collection[str]) -> int:
    """What changed in a view, or in the story that is selected in it."""
    known, found = stories.latest(), happenings(shown.wanted)
    linked = known.by_id if known else {}
    if shown.selected is None:
        return len(news(found, linked, added))
    rows: tuple[Happening, ...] = (*found.events, *found.movements)
    told = [row for row in rows if row.id == found.shown_row(shown.selected.id)]
    return sum(news_of(row, linked.get(row.id), added) is not None for row in told)
