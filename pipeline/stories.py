"""The stories that the articles of a store tell together, kept up to date with its writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pipeline.corrections import Entry
from pipeline.domain import Movement, Status
from pipeline.errors import StoreError
from pipeline.linking import Dossier, Linker, Story, story
from pipeline.linking.accounts import Account
from pipeline.linking.itineraries import MEETING
from pipeline.linking.voices import Voices, course, voices
from pipeline.store import ArticleRow, Store

Mark = tuple[ArticleRow, tuple[Entry, ...]]
"""What an article's analysis follows from: it is read anew when this changes."""


@dataclass(frozen=True, slots=True)
class LinkedStory:
    """A story of two articles or more, who tells it, and how its status went on."""

    story: Story
    voices: Voices
    course: tuple[tuple[date | None, Status], ...]


class StoryIndex:
    """The stories of a store by the ids of their events and movements; the same for any order of writes.

    A new article is compared with few others. If one was removed, dated, corrected or read anew, all are linked again,
    of which only the changed ones are read from the store.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._linker = Linker()
        self._known: dict[str, tuple[Mark, Dossier | None]] = {}
        self.present: tuple[Story, ...] = ()
        """What puts somebody somewhere, of one article too."""

    def update(self) -> dict[str, LinkedStory]:
        """Take in what was written since; raises StoreError when the database fails."""
        marks = self._marks()
        unchanged = {id_: held for id_, held in self._known.items() if marks.get(id_) == held[0]}
        if len(unchanged) < len(self._known):
            self._known, self._linker = unchanged, Linker()
            for _, dossier in unchanged.values():
                self._link(dossier)
        for id_ in sorted(marks.keys() - unchanged.keys()):
            dossier = self._read(id_)
            self._known[id_] = marks[id_], dossier
            self._link(dossier)
        clusters = self._linker.clusters()
        told = [(cluster, story(cluster)) for cluster in clusters if places(cluster) or is_shared(cluster)]
        self.present = tuple(each for cluster, each in told if places(cluster))
        shared = [(cluster, self._linked(each)) for cluster, each in told if is_shared(cluster)]
        return {account.told.id: each for cluster, each in shared for account in cluster}

    def _marks(self) -> dict[str, Mark]:
        made: dict[str, list[Entry]] = {}
        for entry in self._store.corrections():
            made.setdefault(entry.correction.article, []).append(entry)
        return {row.id: (row, tuple(made.get(row.id, ()))) for row in self._store.articles()}

    def _read(self, article: str) -> Dossier | None:
        """None for a damaged reading, or an article that was removed meanwhile: those tell no story."""
        try:
            return Dossier.of(self._store.analysis(article))
        except StoreError:
            return None

    def _link(self, dossier: Dossier | None) -> None:
        if dossier is not None:
            self._linker.add(dossier)

    def _linked(self, found: Story) -> LinkedStory:
        told_by = voices(found, self._linker.provenance, self._linker.copies.original)
        return LinkedStory(found, told_by, tuple(course(found)))


def is_shared(cluster: Iterable[Account]) -> bool:
    """Whether several articles tell of it."""
    return len({account.article for account in cluster}) > 1


def places(cluster: Iterable[Account]) -> bool:
    """Whether it puts somebody somewhere: a movement, or a meeting at a place."""
    return any(isinstance(account.told, Movement) or (account.type == MEETING and account.place) for account in cluster)
