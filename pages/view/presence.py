"""Whether the database of a store answers: while it is away, pages go on with what was last known of it."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

import streamlit as st

from pages.language import markdown
from pipeline.errors import StoreAwayError
from pipeline.store import Store

RETRY_SECONDS = 2.0
"""Seconds after which a database that was away is asked again."""
FRESH_SECONDS = 0.1
"""Seconds for which an answer is good: a page asks some thirty times."""
MEANWHILE = (
    "What you see is what was known when it last answered, and may be old; nothing can be written. "
    "This page goes on by itself when the database is back."
)


class Presence:
    """The version of a store, which pages key what they read by; the last one known while its database is away."""

    def __init__(self, store: Store, known: int, begin: Callable[[Store], None]) -> None:
        """``known`` is the version that pages can go on from; raises StoreAwayError if there is none, and no answer.

        ``begin`` is done once, before the version is asked of a database that answers.
        """
        self.store, self._begin = store, begin
        self.away: StoreAwayError | None = None
        self._version, self._begun, self._until, self._writes = known, False, 0.0, 0
        self._ask()
        if self.away is not None and not known:
            raise self.away

    def version(self) -> int:
        """Asks the database, but not if it answered, or was away, a moment ago; what this process wrote counts at once.

        A server that hangs is waited for once.
        """
        if monotonic() >= self._until or (self.away is None and self.store.writes != self._writes):
            self._ask()
        return self._version

    def refresh(self) -> None:
        """Ask anew, as a run does when it begins, so that it shows what others wrote until then."""
        if self.away is None:
            self._ask()

    def _ask(self) -> None:
        writes = self.store.writes
        try:
            if not self._begun:
                self._begin(self.store)
                self._begun = True
            self._version, self._writes, self.away = self.store.version(), writes, None
            self._until = monotonic() + FRESH_SECONDS
        except StoreAwayError as failure:
            self.away, self._until = failure, monotonic() + RETRY_SECONDS


def notice(presence: Presence) -> None:
    """Say that the database is away while it is; the page is drawn anew when it is back."""
    if presence.away is not None:
        wait(presence)


@st.fragment(run_every=RETRY_SECONDS)
def wait(presence: Presence) -> None:
    presence.version()
    if presence.away is None:
        st.rerun()
    else:
        st.warning(markdown.plain(f"{presence.away}\n\n{MEANWHILE}"))
