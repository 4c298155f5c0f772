"""Texts that a new one repeats: articles that are kept, and others that were read here before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from pages.add_text.extraction import beside
from pages.view import data
from pages.view.once import once
from pipeline import settings
from pipeline.domain import Article
from pipeline.errors import StoreError
from pipeline.store import Store

if TYPE_CHECKING:
    from pipeline.linking.copies import Copies

MOST_COMPARED = 20_000
"""Articles, the last published first; hashing one takes some milliseconds, once a server."""
_TURN = Lock()


class Likeness(NamedTuple):
    """Another text, and how much of the shorter of the two stands in the longer."""

    article: str
    share: float


@dataclass
class Index:
    """The texts of a store as they are hashed: those that are kept, and all that were read here since."""

    copies: Copies | None = None
    seen: set[str] = field(default_factory=set)


def near(article: Article, tick: Callable[[], object]) -> tuple[Likeness, ...]:
    """The texts that share half of the shorter one's runs of five words, nearest first.

    Texts of other readers that nobody has kept are among them: show those alone that are known to this one.
    """
    kept = [row.id for row in data.articles()[:MOST_COMPARED]]
    return beside(partial(_like, _index(settings.store_url()), kept, article, data.store()), tick)


@once
def _index(_: str) -> Index:
    return Index()


def _like(index: Index, kept: Sequence[str], article: Article, store: Store) -> tuple[Likeness, ...]:
    """Bring the index up to date, then ask it. Its library is imported with the first text, since it takes a second."""
    from pipeline.linking.copies import Copies, Wording

    with _TURN:
        index.copies = index.copies or Copies()
        for key in kept:
            if key not in index.seen:
                index.seen.add(key)
                index.copies.add(key, Wording.of(_text(store, key)))
        index.seen.add(article.id)
        found = index.copies.add(article.id, Wording.of(article.text))
    alike = (Likeness(key, share) for key, share in found.items() if key != article.id)
    return tuple(sorted(alike, key=lambda each: (-each.share, each.article)))


def _text(store: Store, article: str) -> str:
    """Empty if somebody else removed it meanwhile."""
    try:
        return store.analysis(article).article.text
    except StoreError:
        return ""
