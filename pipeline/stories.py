"""The stories that the articles of a store tell together, kept up to date with its writes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from pipeline.corrections import CHECKED, Correction
from pipeline.domain import Movement, Status
from pipeline.exports.excerpt import StoryRow
from pipeline.linking import Dossier, Linker, Story, story
from pipeline.linking.accounts import Account
from pipeline.linking.by_hand import marked_wrong, regrouped
from pipeline.linking.itineraries import MEETING
from pipeline.linking.voices import Voices, course, voices
from pipeline.store import Store
from pipeline.store.store import START

Course = tuple[tuple[date | None, Status], ...]
Ids = tuple[str, ...]
"""Of the accounts of a story."""


@dataclass(frozen=True, slots=True)
class LinkedStory:
    """A story of two articles or more, who tells it, and how its status went on; and one of a single article if an
    analyst marked what another tells of it as wrong. ``wrong`` are these verdicts.
    """

    story: Story
    voices: Voices
    course: Course
    wrong: tuple[Correction, ...] = ()


class StoryIndex:
    """The stories of a store by the ids of their events and movements; the same for any order of writes.

    A new article is compared with few others. If what one tells was changed or removed, all are linked again, of which
    only the changed ones are read from the store. What analysts said of stories is laid over what was linked.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._linker = Linker()
        self._position = START
        self._known: dict[str, Dossier] = {}
        self._stories: dict[Ids, Story] = {}
        self._voices: dict[tuple[Ids, tuple[int, ...]], tuple[Voices, Course]] = {}
        self.present: tuple[Story, ...] = ()
        """What puts somebody somewhere, of one article too."""
        self._stopped = False

    @property
    def compared_articles(self) -> tuple[int, int]:
        """How many articles are compared, of how many that were read from the store."""
        return len(self._linker.provenance), len(self._known)

    def stop(self) -> None:
        """Link no more articles, in whatever thread; updates know no story from then on."""
        self._stopped = True

    def update(self) -> dict[str, LinkedStory]:
        """Take in what was written since; raises StoreError when the database fails."""
        changed = self._changed()
        anew = any(has_changed(self._known.get(id_), dossier) for id_, dossier in changed.items())
        self._known = {id_: dossier for id_, dossier in (self._known | changed).items() if dossier is not None}
        if anew:
            self._begin_anew()
        for id_ in sorted(self._known if anew else changed.keys() & self._known.keys()):
            if self._stopped:
                return {}
            self._linker.add(self._known[id_])
        log = self._store.corrections()
        clusters, joined = regrouped(self._linker.clusters(), log)
        wrong = marked_wrong(clusters, log)
        shared = [at for at, cluster in enumerate(clusters) if is_shared(cluster) or at in wrong]
        told = {at: self._story(cluster) for at, cluster in enumerate(clusters) if at in wrong or is_shown(cluster)}
        self._remember(told.values())
        self.present = tuple(each for at, each in told.items() if is_placed(clusters[at]))
        linked = {at: self._link(told[at], joined, wrong.get(at, ())) for at in shared}
        return {account.told.id: linked[at] for at in shared for account in clusters[at]}

    def _changed(self) -> dict[str, Dossier | None]:
        """Articles that were written since; None for one that was removed, or is damaged: those tell no story."""
        if self._store.version() < self._position.version:
            self._position, self._known = START, {}
            self._begin_anew()
        found: dict[str, Dossier | None] = {}
        position, complete = self._position, False
        while not complete:
            changes = self._store.since(position)
            found |= {each.id: Dossier.of(each.analysis) if each.analysis else None for each in changes.articles}
            position, complete = changes.position, changes.complete
        self._position = position
        return found

    def _begin_anew(self) -> None:
        self._linker, self._stories, self._voices = Linker(), {}, {}

    def _remember(self, told: Iterable[Story]) -> None:
        """Remember these stories, and the voices of no others."""
        self._stories = {ids_of(each.accounts): each for each in told}
        self._voices = {key: found for key, found in self._voices.items() if key[0] in self._stories}

    def _story(self, cluster: Collection[Account]) -> Story:
        """What a cluster tells; as before, if it was there before."""
        return self._stories.get(ids_of(cluster)) or story(cluster)

    def _voices_and_course(self, found: Story) -> tuple[Voices, Course]:
        """Who tells a story and how its status went on; as before, if none of its articles became a copy since."""
        original = self._linker.copies.original
        key = ids_of(found.accounts), tuple(map(original, found.articles))
        if key not in self._voices:
            self._voices[key] = voices(found, self._linker.provenance, original), tuple(course(found))
        return self._voices[key]

    def _link(self, found: Story, joined: Collection[str], wrong: tuple[Correction, ...]) -> LinkedStory:
        if any(account.id in joined for account in found.accounts):
            found = replace(found, linked_by=(CHECKED, *found.linked_by))
        return LinkedStory(found, *self._voices_and_course(found), wrong)


def ids_of(accounts: Iterable[Account]) -> Ids:
    return tuple(sorted(account.id for account in accounts))


def story_rows(linked: Mapping[str, LinkedStory]) -> dict[str, StoryRow]:
    """Stories as exports have them, by the ids of their events and movements."""
    shared = {id_: each for id_, each in linked.items() if is_shared(each.story.accounts)}
    rows = {each.story.id: _row(each) for each in shared.values()}
    return {id_: rows[each.story.id] for id_, each in shared.items()}


def _row(linked: LinkedStory) -> StoryRow:
    story, when = linked.story, linked.story.when
    return StoryRow(
        story.id,
        story.status,
        when.first if when else None,
        when.last if when else None,
        story.place.name if story.place else None,
        len(story.articles),
        len(linked.voices.independent),
        tuple(conflict.field for conflict in story.conflicts),
    )


def has_changed(known: Dossier | None, now: Dossier | None) -> bool:
    """Whether an article that is known was removed or tells another thing now."""
    return known is not None and (now is None or now.fingerprint != known.fingerprint)


def is_shared(cluster: Iterable[Account]) -> bool:
    """Whether several articles tell of it."""
    return len({account.article for account in cluster}) > 1


def is_shown(cluster: Collection[Account]) -> bool:
    """Whether it is shown as a story."""
    return is_placed(cluster) or is_shared(cluster)


def is_placed(cluster: Iterable[Account]) -> bool:
    """Whether it puts somebody somewhere: a movement, or a meeting at a place."""
    return any(isinstance(account.told, Movement) or (account.type == MEETING and account.place) for account in cluster)
