"""The watch list: views that have a name, and how much changed in each since the last visit."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import parse_qs, urlsplit

import streamlit as st

from pages.changes.news import news
from pages.language import markdown
from pages.view import address, data, navigation, stories
from pages.view.address import View
from pages.view.happenings import happenings
from pipeline.store.shares import ViewRow
from pipeline.wording import titles

MOST = 10
"""Each is asked as a page is; more would keep the reader waiting."""


def draw(written: Collection[str]) -> None:
    """A link for each that shows its changes; ``written`` are the articles written since."""
    if not (named := data.store().shares.views()[:MOST]):
        return
    st.header("Watched", anchor=False)
    for row in named:
        shown = view_of(row)
        number = changes(shown, written)
        label = f"{markdown.plain(row.name)}: {titles.count(number, 'change') if number else 'nothing new'} →"
        st.page_link(navigation.script("changes"), label=label, query_params=address.write(shown))


def view_of(row: ViewRow) -> View:
    """The filters of a view, without what was selected; what they name and is gone counts for nothing."""
    read, _ = address.read(parse_qs(urlsplit(row.address).query), data.choices())
    return View(read.wanted)


def changes(shown: View, written: Collection[str]) -> int:
    linked = stories.latest()
    return len(news(happenings(shown.wanted), linked.by_id if linked else {}, written))
