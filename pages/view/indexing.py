"""The index of a store, brought up to date by a thread beside the pages: no reader waits long for it."""

from __future__ import annotations

import streamlit as st

from pages.language import markdown
from pages.view.background import Background
from pages.view.presence import Presence
from pipeline.errors import IndexDamagedError, PipelineError, StoreAwayError
from pipeline.index import Index

WAIT = 2.0
"""Seconds that pages wait for what was just written; after that they show what is indexed so far."""
EVERY = 1.0
GROWN = 4
"""Times as many articles as were indexed when a page could not be opened, with which that is tried again."""
OF_THESE = "What you see is of those that were indexed when it was drawn; it is drawn anew when all are."
IN_PLACE = "This page opens when what it shows is indexed."


class Indexing:
    """One index of one store. Whoever asks for it while it is behind starts the one thread that mends that."""

    def __init__(self, presence: Presence, index: Index) -> None:
        self.presence, self.index = presence, index
        self._background = Background("indexing", self._update)
        self._failure: PipelineError | None = None

    def latest(self) -> Index:
        """The index with all that the store has, or after ``WAIT`` seconds with what it has so far.

        While the database is away, with what it has.
        """
        if self._is_behind():
            self._background.run(WAIT)
            if self._failure is not None:
                raise self._failure
        return self.index

    def progress(self) -> tuple[int, int] | None:
        """Articles that are indexed, and all; None when nothing is missing, or can be had.

        What is missing is being taken in. Raises what ended that.
        """
        if not self._is_behind():
            return None
        if self._failure is not None:
            raise self._failure
        self._background.run(0.0)
        return self.known(), self.presence.store.count_articles()

    def known(self) -> int:
        """How many articles are indexed; none of an index that is to be made anew."""
        try:
            return self.index.articles_known()
        except IndexDamagedError:
            return 0

    def _is_behind(self) -> bool:
        current = self.index.is_current(self.presence.version())
        return not current and self.presence.away is None

    def _update(self) -> None:
        self._failure = None
        try:
            self.index.update()
        except StoreAwayError:
            return
        except PipelineError as failure:
            self._failure = failure


def notice(indexing: Indexing) -> None:
    """How far it is, while the page can be used: nothing moves under a reader until all are indexed."""
    if indexing.progress() is not None:
        wait(indexing, None, OF_THESE)


def wait_for_more(indexing: Indexing) -> None:
    """How far it is, in place of a page, which is tried again with many more."""
    wait(indexing, GROWN * max(1, indexing.known()), IN_PLACE)


@st.fragment(run_every=EVERY)
def wait(indexing: Indexing, enough: int | None, meaning: str) -> None:
    """How far it is; the page is drawn anew when so many articles are indexed, or all."""
    try:
        found = indexing.progress()
    except PipelineError as failure:
        st.error(markdown.plain(str(failure)))
        return
    if found is None or (enough is not None and found[0] >= enough):
        st.rerun()
    known, total = found
    st.progress(min(1.0, known / max(1, total)), markdown.plain(said(known, total, meaning, indexing.index.problem)))


def said(known: int, total: int, meaning: str, problem: str) -> str:
    """How many articles are indexed, and why that is so at each start if no file can hold them."""
    progress = f"Indexing articles: {known:,} of {total:,}. {meaning}"
    if not problem:
        return progress
    return f"{progress} It is so at each start, as the index cannot be kept in a file: {problem}."
