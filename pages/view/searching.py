"""The search of the store's sentences, brought up to date by a thread beside the pages."""

from __future__ import annotations

from pages.view import data
from pages.view.background import Background
from pages.view.once import once
from pipeline import settings
from pipeline.errors import PipelineError, SearchError
from pipeline.index import EventFilter
from pipeline.index.place import search_file
from pipeline.index.search import Hits, SearchIndex
from pipeline.search_terms import Terms

WAIT = 1.0
"""Seconds that a page waits for the sentences of a few new articles."""


class Searching:
    """Searches a store, after what was written since; at most one thread at a time takes that in."""

    def __init__(self, index: SearchIndex) -> None:
        self._index = index
        self._background = Background("search", self._update)
        self._wanted = self._version = -1
        self.done, self.total = 0, 0
        self._closing = False

    def current(self, version: int) -> bool:
        """Whether all articles of this version of the store can be searched, within ``WAIT`` seconds."""
        if self._version < version:
            self._wanted = version
            self._background.run(WAIT)
        return self._version >= version

    def search(self, terms: Terms, wanted: EventFilter, *, limit: int, offset: int = 0) -> Hits:
        """Raises SearchError; what is damaged is made anew when it is next asked whether it is current."""
        try:
            return self._index.search(terms, wanted.articles, wanted.entities, limit=limit, offset=offset)
        except SearchError:
            self._version = -1
            raise

    def close(self) -> None:
        """After the batch that is being taken in; the next start goes on behind it."""
        self._closing = True
        self._background.wait_for_end()
        self._index.close()

    def _update(self) -> None:
        """What fails, the page says when it searches."""
        version = self._wanted
        try:
            for done, total in self._index.update():
                self.done, self.total = done, total
                if self._closing:
                    return
            self._version = version
        except PipelineError:
            return


def searching() -> Searching:
    return _searching(settings.store_url())


@once
def _searching(url: str) -> Searching:
    kept = data.open_cached(url)
    return Searching(SearchIndex(kept, search_file(kept)))


def current() -> bool:
    return searching().current(data.version())
