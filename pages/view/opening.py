"""The store and its index, opened once a server; as much of them as can be had now."""

from __future__ import annotations

import streamlit as st

from pages.language import markdown
from pages.view.indexing import Indexing, wait_for_more
from pages.view.indexing import notice as indexing_notice
from pages.view.once import once
from pages.view.presence import RETRY_SECONDS, Presence
from pages.view.presence import notice as presence_notice
from pipeline import settings
from pipeline.errors import StoreAwayError
from pipeline.index import Index, folder_of
from pipeline.store import Store, open_store, seeds


def store() -> Store:
    return open_cached(settings.store_url())


@once
def open_cached(url: str) -> Store:
    return open_store(url, patient=True)


@once
def presence(url: str) -> Presence:
    return Presence(open_cached(url), indexed(url).version, seeds.load_seeds)


def refresh() -> bool:
    """Learn what others wrote until now; False if the database is away and nothing is known of it to be shown."""
    try:
        presence(settings.store_url()).refresh()
    except StoreAwayError:
        return False
    return True


@st.fragment(run_every=RETRY_SECONDS)
def wait_for_database() -> None:
    """Say that it is away, in place of a page; that is drawn when it answers."""
    try:
        presence(settings.store_url())
    except StoreAwayError as failure:
        st.error(markdown.plain(str(failure)))
    else:
        st.rerun()


def version() -> int:
    """The state of the store that all is read as of."""
    return presence(settings.store_url()).version()


def index() -> Index:
    """As much of the store as pages are answered from now."""
    return indexing(settings.store_url()).latest()


@once
def indexing(url: str) -> Indexing:
    return Indexing(presence(url), indexed(url))


@once
def indexed(url: str) -> Index:
    kept = open_cached(url)
    return Index(kept, folder_of(kept.address()))


def is_complete() -> bool:
    """Whether all that the store has is indexed, after as long as pages wait for it."""
    index()
    return indexing(settings.store_url()).progress() is None


def wait() -> None:
    """Say how far the index is, in place of a page; it is drawn when more is indexed."""
    wait_for_more(indexing(settings.store_url()))


def notice() -> None:
    """Say that the database is away, or that not all is indexed yet, while it is so."""
    presence_notice(presence(settings.store_url()))
    indexing_notice(indexing(settings.store_url()))
