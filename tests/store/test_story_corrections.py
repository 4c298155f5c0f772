"""Stories that analysts join and part: seen at once, undone without a trace, kept when an article is read anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.corrections import Change, Correction, Entry, Field, Reference, Target
from pipeline.domain import Analysis
from pipeline.linking import Dossier, Linker
from pipeline.linking.by_hand import regrouped
from pipeline.store import Store
from pipeline.stories import StoryIndex
from tests.store.articles import Telling, article


def blamed(verb: str, other: Telling) -> list[Telling]:
    return [Telling("Nora Feld", verb, "Omar Quist", "Lima", type="ACCUSE"), other]


WRITTEN = [
    article(blamed("accused", Telling("Ana Prado", "met", "Ivo Brandt", "Oslo", day="2024-05-07"))),
    article(blamed("loudly accused", Telling("Leo Haas", "warned", "Ines Duarte", "Quito", type="THREATEN"))),
    article(blamed("then accused", Telling("Sam Idowu", "flew", "", "Oslo", origin="Lima", day="2024-05-05"))),
]
FIRST, SECOND, THIRD = (analysis for _, analysis in WRITTEN)
BLAMED, OTHER = 0, 1


def reference(analysis: Analysis, number: int) -> Reference:
    event = analysis.events[number]
    return Reference(analysis.article.id, Target("event", event.id, event.reports[0].trigger))


def correction(field: Field, one: Reference, *others: Reference) -> Correction:
    return Correction(one.article, one.target, Change(field, stories=others), "Vera", datetime(2024, 5, 9, tzinfo=UTC))


@pytest.fixture
def filled(store: Store) -> Store:
    for reading, analysis in WRITTEN:
        store.add(reading, analysis)
    return store


def told_in(index: StoryIndex, reference: Reference) -> set[str]:
    linked = index.update().get(reference.target.id)
    return set(linked.story.articles) if linked else set()


def ids(*analyses: Analysis) -> set[str]:
    return {analysis.article.id for analysis in analyses}


def test_two_stories_are_one_when_an_analyst_says_so(filled: Store) -> None:
    index = StoryIndex(filled)
    met, warned = reference(FIRST, OTHER), reference(SECOND, OTHER)
    before = index.update()
    assert told_in(index, met) == set()
    numbers = filled.correct(correction("one_story", met, warned))
    assert told_in(index, met) == told_in(index, warned) == ids(FIRST, SECOND)
    assert index.update()[met.target.id].story.linked_by[0] == "analyst"
    filled.undo(*numbers)
    assert index.update() == before


def test_a_report_leaves_the_story_that_it_is_not_of(filled: Store) -> None:
    index = StoryIndex(filled)
    here, *others = (reference(analysis, BLAMED) for analysis in (FIRST, SECOND, THIRD))
    filled.correct(correction("another_story", here, *others))
    assert told_in(index, here) == set()
    assert told_in(index, others[0]) == ids(SECOND, THIRD)
    filled.correct(correction("one_story", here, others[1]))
    assert told_in(index, here) == ids(FIRST, SECOND, THIRD)


def test_story_corrections_change_nothing_that_an_article_tells(filled: Store) -> None:
    before = filled.analysis(FIRST.article.id)
    filled.correct(correction("one_story", reference(FIRST, OTHER), reference(SECOND, OTHER)))
    assert filled.analysis(FIRST.article.id) == before


def test_story_corrections_outlive_another_reading(filled: Store) -> None:
    """Found by the words that tell of it, whatever id it has now."""
    met, warned = reference(FIRST, OTHER), reference(SECOND, OTHER)
    old = replace(warned, target=replace(warned.target, id="an-id-of-before"))
    filled.correct(correction("one_story", met, old))
    filled.replace(*WRITTEN[0])
    assert told_in(StoryIndex(filled), met) == ids(FIRST, SECOND)


def test_story_corrections_of_a_removed_article_hold_for_nobody(filled: Store) -> None:
    met, warned = reference(FIRST, OTHER), reference(SECOND, OTHER)
    filled.correct(correction("one_story", met, warned))
    filled.remove(SECOND.article.id)
    assert told_in(StoryIndex(filled), met) == set()


def test_story_corrections_of_a_removed_article_are_kept_for_review(filled: Store) -> None:
    met, *others = (reference(analysis, OTHER) for analysis in (FIRST, SECOND, THIRD))
    filled.correct(correction("one_story", met, *others))
    matched = []
    for article_id in (SECOND.article.id, THIRD.article.id):
        filled.remove(article_id)
        matched.append([entry.matched for entry in filled.corrections()])
    filled.add(*WRITTEN[1])
    assert matched == [[True], [False]]
    assert [entry.matched for entry in filled.corrections()] == [True]


def test_an_event_and_a_movement_are_never_one_story(filled: Store) -> None:
    movement = THIRD.movements[0]
    flight = Reference(THIRD.article.id, Target("movement", movement.id, movement.reports[0].trigger))
    filled.correct(correction("one_story", reference(FIRST, OTHER), flight))
    assert told_in(StoryIndex(filled), flight) == set()


LINKER = Linker()
for _, each in WRITTEN:
    LINKER.add(Dossier.of(each))
CLUSTERS = LINKER.clusters()
EVERY = [reference(analysis, number) for analysis in (FIRST, SECOND, THIRD) for number in (BLAMED, OTHER)]
made = st.builds(
    lambda field, pair: correction(field, *pair),
    st.sampled_from(["one_story", "another_story"]),
    st.sampled_from(list(combinations(EVERY, 2))),
)


def groups(log: Iterable[Entry]) -> set[frozenset[str]]:
    return {frozenset(account.id for account in cluster) for cluster in regrouped(CLUSTERS, log)[0]}


@given(st.lists(st.tuples(made, st.booleans()), max_size=10))
@settings(max_examples=200, deadline=None)
def test_story_corrections_undone_in_any_order_are_as_if_never_made(steps: list[tuple[Correction, bool]]) -> None:
    log = [Entry(number, one, undone) for number, (one, undone) in enumerate(steps)]
    assert groups(log) == groups(entry for entry in log if not entry.undone)
    assert groups(log[::-1]) == groups(log)
    assert groups(replace(entry, undone=True) for entry in log) == groups(())
    assert sum(map(len, groups(log))) == sum(map(len, CLUSTERS))
