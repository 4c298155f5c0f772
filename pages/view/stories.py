"""The stories of the store, linked by a thread beside the pages: no reader waits long for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pages.view import data
from pages.view.background import Background
from pages.view.once import once
from pipeline import settings
from pipeline.corrections import Reference, Target
from pipeline.errors import PipelineError
from pipeline.store import Store

if TYPE_CHECKING:
    from pipeline.exports.excerpt import StoryRow
    from pipeline.linking import Story
    from pipeline.linking.accounts import Account
    from pipeline.stories import LinkedStory, StoryIndex

WAIT = 0.1
"""Seconds that a page waits for links, which a few new articles need."""
MOST_ARTICLES = 2000
"""Articles up to which they are linked while the server runs: about a minute of one core after it starts."""


@dataclass(frozen=True, slots=True, eq=False)
class Stories:
    """By the id of each event or movement that other articles tell too, as of a version of the store.

    ``present`` is what puts somebody somewhere: movements and meetings, of one article too.
    """

    version: int = -1
    by_id: Mapping[str, LinkedStory] = field(default_factory=dict)
    present: tuple[Story, ...] = ()

    def rows(self) -> Mapping[str, StoryRow]:
        """As exports have them. Imports here: no page needs to link articles to draw itself."""
        from pipeline.stories import story_rows

        return story_rows(self.by_id)


class LinkingThread:
    """Links a store when it is asked for stories of another version than the last; at most one thread at a time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._index: StoryIndex | None = None
        self._background = Background("linking", self._link)
        self._wanted = -1
        self._latest = Stories()
        self._closing = False

    def stories(self, version: int) -> Stories:
        """Those of this version if they are known within ``WAIT`` seconds, else the last that are."""
        if self._latest.version < version:
            self._wanted = version
            self._background.run(WAIT)
        return self._latest

    def progress_of_linking(self) -> tuple[int, int]:
        """How many articles are compared so far, of how many; 0 of 0 before it has begun."""
        return self._index.compared_articles if self._index else (0, 0)

    def close(self) -> None:
        """Link no more: the server ends."""
        self._closing = True
        if self._index:
            self._index.stop()
        self._background.wait_for_end()

    def _link(self) -> None:
        """Imports here: linking takes a second to import, and a store of one article never needs it.

        What fails, the page says when it asks the store itself.
        """
        from pipeline.stories import StoryIndex

        version = self._wanted
        self._index = self._index or StoryIndex(self._store)
        try:
            linked = {} if self._closing else self._index.update()
        except PipelineError:
            return
        if not self._closing:
            self._latest = Stories(version, linked, self._index.present)


def latest() -> Stories | None:
    """The stories last known; None where too few articles are known for any, or too many to be linked."""
    if not 1 < len(data.known_articles()) <= MOST_ARTICLES:
        return None
    return _linking(settings.store_url()).stories(data.version())


def linked(told: str) -> tuple[LinkedStory | None, bool]:
    """The story of an event or movement, if other articles tell it, and whether all articles were compared."""
    found = latest()
    if found is None:
        return None, len(data.articles()) <= 1
    return found.by_id.get(told), is_complete()


def other_accounts(story: Story, one: str) -> list[Reference]:
    """What corrections call the accounts of a story beside one."""
    return [reference(account) for account in story.accounts if account.told.id != one]


def reference(account: Account) -> Reference:
    """What corrections call an account."""
    told = account.told
    return Reference(
        account.article, Target("movement" if account.is_move else "event", told.id, told.reports[0].trigger)
    )


def is_complete() -> bool:
    """Whether all articles were compared that can be."""
    found = latest()
    return found is None or found.version >= data.version()


def incomplete() -> str:
    """Why not all articles were compared."""
    if len(data.articles()) > MOST_ARTICLES:
        return f"With more than {MOST_ARTICLES:,} articles, what several of them tell is not brought together here."
    return f"{progress()}: what others tell of this may be missing yet."


def progress() -> str:
    """That articles are being compared, and how far it came."""
    done, known = _linking(settings.store_url()).progress_of_linking()
    return f"Articles are being compared ({done:,} of {known:,})" if done < known else "Articles are being compared"


@once
def _linking(url: str) -> LinkingThread:
    return LinkingThread(data.open_cached(url))
