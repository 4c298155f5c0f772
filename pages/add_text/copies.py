"""Texts that are much like a new one: among the articles kept, and among those that wait to be kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from threading import Lock

import streamlit as st

from pages.add_text.extraction import Found, beside
from pages.shared import data
from pipeline import settings, similarity
from pipeline.domain import Article
from pipeline.errors import StoreError
from pipeline.similarity import Likeness, NearTexts
from pipeline.store import Store

MOST_COMPARED = 20_000
"""Articles, the last published first; hashing one takes about 3 ms, once a server."""
_TURN = Lock()


def near(article: Article, batch: Iterable[Found], tick: Callable[[], object]) -> tuple[Likeness, ...]:
    """The articles of the store and the texts of the batch that share half of their words in order, nearest first."""
    kept = [row.id for row in data.articles()[:MOST_COMPARED]]
    alike = beside(partial(_like, _kept(settings.store_url()), kept, article, data.store()), tick)
    here = similarity.shingles(article.text)
    beside_it = [
        similarity.likeness(each.analysis.article.id, here, similarity.shingles(each.analysis.article.text))
        for each in batch
    ]
    found = {each.key: each for each in (*alike, *filter(similarity.is_near, beside_it)) if each.key != article.id}
    return tuple(sorted(found.values(), key=lambda each: (-each.share, -each.other)))


@dataclass
class Kept:
    """The articles of a store as they are hashed; nothing before the first is asked for."""

    index: NearTexts | None = None


@st.cache_resource(show_spinner=False)
def _kept(url: str) -> Kept:
    return Kept()


def _text(store: Store, article: str) -> str:
    """Empty if somebody else removed it meanwhile."""
    try:
        return store.analysis(article).article.text
    except StoreError:
        return ""


def _like(here: Kept, kept: Sequence[str], article: Article, store: Store) -> list[Likeness]:
    """Bring the index up to date, then ask it."""
    with _TURN:
        index = here.index = here.index or NearTexts(partial(_text, store))
        for gone in index.keys - set(kept):
            index.discard(gone)
        for key in kept:
            if key not in index.keys:
                index.add(key, _text(store, key))
        return index.like(article.text)
