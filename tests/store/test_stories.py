"""The stories of a store follow every write, whatever the order, on both databases."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime
from itertools import permutations

import pytest

from pipeline.corrections import Change, Correction, Target
from pipeline.domain import Analysis
from pipeline.linking import Story, story
from pipeline.linking.accounts import Account
from pipeline.store import Store
from pipeline.stories import StoryIndex
from tests.store.articles import Telling, article


def accused(verb: str) -> Telling:
    """The same deed in words that make no copy."""
    return Telling("Marta Okafor", verb, "Tomas Lindgren", "Lima", type="ACCUSE")


FIRST = article(
    [accused("accused"), Telling("Ana Prado", "met", "Ivo Brandt", "Oslo", day="2024-05-07")], outlet="Andes Daily"
)
SECOND = article(
    [accused("openly accused"), Telling("Leo Haas", "warned", "Ines Duarte", "Quito", type="THREATEN")],
    outlet="Fjord News",
)
THIRD = article(
    [accused("then accused"), Telling("Sam Idowu", "visited", "", "Oslo", day="2024-05-05")], outlet="Quito Post"
)
OTHER = article([Telling("Rosa Mbeki", "met", "Karl Voss", "Oslo", day="2024-05-02")])
ALL = (FIRST, SECOND, THIRD, OTHER)


def told_together(index: StoryIndex) -> set[frozenset[str]]:
    return {frozenset(linked.story.articles) for linked in index.update().values()}


def ids(*analyses: Analysis) -> frozenset[str]:
    return frozenset(analysis.article.id for analysis in analyses)


def correction(analysis: Analysis) -> Correction:
    event = analysis.events[0]
    target = Target("event", event.id, event.reports[0].trigger)
    return Correction(analysis.article.id, target, Change("verdict", "wrong"), "Vera", datetime(2024, 5, 9, tzinfo=UTC))


@pytest.fixture
def index(store: Store) -> StoryIndex:
    for reading, analysis in ALL:
        store.add(reading, analysis)
    return StoryIndex(store)


def test_stories_join_what_articles_tell_of_one_event(index: StoryIndex) -> None:
    stories = index.update()
    linked = stories[FIRST[1].events[0].id]
    assert set(linked.story.articles) == ids(FIRST[1], SECOND[1], THIRD[1])
    assert len(linked.voices.independent) == 3
    assert linked.voices.outlets == ("Andes Daily", "Fjord News", "Quito Post")
    assert FIRST[1].events[1].id not in stories
    assert OTHER[1].events[0].id not in stories


def test_stories_that_are_stopped_compare_no_article_more(index: StoryIndex) -> None:
    index.stop()
    assert index.update() == {}
    assert index.compared_articles == (0, len(ALL))


def test_stories_lose_a_removed_article(index: StoryIndex, store: Store) -> None:
    index.update()
    store.remove(THIRD[1].article.id)
    assert told_together(index) == {ids(FIRST[1], SECOND[1])}
    store.remove(SECOND[1].article.id)
    assert told_together(index) == set()


def test_stories_take_in_a_new_article(store: Store) -> None:
    index = StoryIndex(store)
    for reading, analysis in ALL[:2]:
        store.add(reading, analysis)
    assert told_together(index) == {ids(FIRST[1], SECOND[1])}
    store.add(*THIRD)
    assert told_together(index) == {ids(FIRST[1], SECOND[1], THIRD[1])}


def test_stories_follow_a_correction_and_its_undoing(index: StoryIndex, store: Store) -> None:
    before = index.update()
    numbers = store.correct(correction(THIRD[1]))
    assert told_together(index) == {ids(FIRST[1], SECOND[1])}
    store.undo(*numbers)
    assert index.update().keys() == before.keys()


def test_stories_follow_a_new_date(index: StoryIndex, store: Store) -> None:
    index.update()
    store.redate(FIRST[1].article.id, date(2024, 6, 1))
    setting = index.update()[FIRST[1].events[0].id].story.accounts
    assert date(2024, 6, 1) in {account.setting.published for account in setting}


def test_stories_are_the_same_for_any_order_of_writes(store: Store) -> None:
    found = set()
    for order in permutations(ALL[:3]):
        index = StoryIndex(store)
        for reading, analysis in order:
            store.add(reading, analysis)
            index.update()
        found.add(frozenset((told, linked.story.id, linked.voices) for told, linked in index.update().items()))
        for _, analysis in order:
            store.remove(analysis.article.id)
    assert len(found) == 1
    assert next(iter(found))


def test_a_new_article_leaves_other_stories_as_they_were(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for reading, analysis in (FIRST, SECOND):
        store.add(reading, analysis)
    index = StoryIndex(store)
    before = index.update()
    made: list[frozenset[str]] = []

    def told(cluster: Collection[Account]) -> Story:
        made.append(frozenset(account.article for account in cluster))
        return story(cluster)

    monkeypatch.setattr("pipeline.stories.story", told)
    assert index.compared_articles == (2, 2)
    store.add(*OTHER)
    assert index.update() == before
    assert made == [ids(OTHER[1])]
