"""Versions of one page: articles that are kept under one address with other texts, and what changed between them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer

from pages.language import markdown
from pages.view import data, folds, state
from pipeline.domain import Article
from pipeline.errors import StoreError
from pipeline.linking.versions import Change, changes, page
from pipeline.store import ArticleRow
from pipeline.wording import titles
from pipeline.wording.dates import NO_DATE, long_day

MOST_CHANGES = 30


def of_page(article: Article) -> list[ArticleRow]:
    """The other articles that are kept under its address, oldest first."""
    address = page(article.url)
    others = [row for row in data.articles() if row.id != article.id and address and page(row.url) == address]
    return sorted(others, key=known_since)


def known_since(row: ArticleRow | Article) -> date:
    return row.published or row.received or date.min


def show(article: Article, *, is_new: bool = False) -> None:
    """A panel for each other version."""
    for row in of_page(article):
        is_newer = not is_new and known_since(row) > known_since(article)
        age = "A newer" if is_newer else "An older" if is_new or known_since(row) < known_since(article) else "Another"
        panel = panel_of(row, f"{age} version of this page is kept: what changed")
        if panel.open:
            with panel:
                show_difference(article, row, is_newer=is_newer)


def panel_of(row: ArticleRow, label: str) -> ExpanderContainer:
    """Closed until it is wanted; in the address."""
    name = folds.name_of("version", row.id)
    key = f"version-{name}"
    st.session_state[key] = name in state.folds()
    return st.expander(label, key=key, on_change=lambda: state.fold(state.folds() ^ {name}, state.current()))


def show_difference(article: Article, row: ArticleRow, *, is_newer: bool) -> None:
    """What changed from the older to the newer of the two."""
    day = long_day(row.published) if row.published else NO_DATE
    st.caption(markdown.plain(f"{row.title or 'Untitled'}, {day}"))
    if (text := kept_text(row)) is not None:
        old, new = (article.text, text) if is_newer else (text, article.text)
        list_changes(list(changes(old, new)))


def kept_text(row: ArticleRow) -> str | None:
    try:
        return data.analysis(row.id).article.text
    except StoreError as error:
        st.error(markdown.plain(str(error)))
        return None


def list_changes(found: Sequence[Change]) -> None:
    """What went struck out, what came below it."""
    if not found:
        st.text("Nothing but spaces and line ends.")
    for went, came in found[:MOST_CHANGES]:
        for sentence in went:
            st.markdown(f":red[−] ~~{markdown.plain(sentence)}~~")
        for sentence in came:
            st.markdown(f":green[+] {markdown.plain(sentence)}")
    if len(found) > MOST_CHANGES:
        st.caption(f"and {titles.count(len(found) - MOST_CHANGES, 'more change', 'more changes')}")
