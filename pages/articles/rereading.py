"""Articles that another version of the pipeline has read, and the button that reads them anew."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from pages.add_text.extraction import extract
from pages.language import markdown
from pages.view import data
from pipeline import VERSION
from pipeline.errors import PipelineError
from pipeline.store import ArticleRow
from pipeline.wording import titles

AT_WORK, REFUSED = "reading-anew", "refused-anew"
DRAWN_EVERY = 5.0
"""Seconds after which the page shows what was read so far."""
EXPLAINED = (
    "{} not read by this version of Dateline ({}): what it would find otherwise is not on these pages. "
    "Corrections, dates and titles stay when they are read anew."
)
FOLDER = "This folder is read only: run `python -m pipeline batch` on its articles again."


def offer_rereading() -> None:
    """Say which articles wait for a new reading, and read them while it is wanted."""
    waiting = [article for article in data.outdated() if article.id not in failed_rereadings()]
    for title, reason in failed_rereadings().values():
        st.error(markdown.plain(f"{title}: {reason}"))
    if not waiting:
        st.session_state[AT_WORK] = False
        return
    st.caption(EXPLAINED.format(titles.count(len(waiting), "article was", "articles were"), VERSION))
    if not data.store().takes_writes:
        st.caption(FOLDER)
    elif st.session_state.get(AT_WORK):
        go_on(waiting)
    else:
        st.button("Read them anew", key="read-anew", on_click=lambda: st.session_state.update({AT_WORK: True}))


def go_on(waiting: Sequence[ArticleRow]) -> None:
    """Read one after the other; the page is drawn anew when that is done, and now and then before."""
    bar = st.progress(0.0, "Beginning …")
    st.button("Stop", key="stop-anew", on_click=lambda: st.session_state.update({AT_WORK: False}))
    begun = time.monotonic()
    for number, article in enumerate(waiting):
        if time.monotonic() - begun > DRAWN_EVERY:
            break
        label = f"{titles.count(len(waiting) - number, 'article')} to read. {markdown.plain(title_of(article))}"
        reread_article(article, partial(bar.progress, number / len(waiting), label))
    st.rerun()


def reread_article(article: ArticleRow, tick: Callable[[], object]) -> None:
    """Replace the reading of one article; why it cannot be read is said, and it is left as it is."""
    try:
        found = extract(data.analysis(article.id).article, tick)
        data.store().replace(found.reading, found.analysis)
    except PipelineError as error:
        failed_rereadings()[article.id] = title_of(article), str(error)


def failed_rereadings() -> dict[str, tuple[str, str]]:
    """By the ids of articles that could not be read anew in this session: their titles, and why."""
    found: dict[str, tuple[str, str]] = st.session_state.setdefault(REFUSED, {})
    return found


def title_of(article: ArticleRow) -> str:
    return titles.shortened(article.title or article.id, 60)
