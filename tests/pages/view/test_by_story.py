"""Rows of single articles become one row a story."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from pages.view.by_story import is_wanted, rows_by_story
from pipeline.domain import Status
from pipeline.index import EventFilter
from pipeline.linking import Linker, story
from pipeline.linking.dossiers import Dossier
from pipeline.linking.voices import course, voices
from pipeline.stories import LinkedStory
from tests.pages.rows import event, movement
from tests.store.articles import Telling, article


def linked(*statuses: Status) -> tuple[list[str], dict[str, LinkedStory]]:
    """Events of articles that tell one accusation, each with a status; and their story by their ids."""
    linker, ids = Linker(), []
    others = (("Ana Prado", "met", "Oslo"), ("Leo Haas", "warned", "Quito"), ("Sam Idowu", "visited", "Riga"))
    for status, other in zip(statuses, others, strict=False):
        deed = Telling("Marta Okafor", "accused", "Tomas Lindgren", type="ACCUSE", status=status)
        who, verb, place = other
        _, analysis = article([deed, Telling(who, verb, f"a friend of {who}", place)], title=f"{who} in {place}")
        linker.add(Dossier.of(analysis))
        ids.append(analysis.events[0].id)
    [cluster] = [one for one in linker.clusters() if {account.told.id for account in one} == set(ids)]
    found = story(cluster)
    one = LinkedStory(found, voices(found, linker.provenance, linker.copies.original), tuple(course(found)))
    return ids, dict.fromkeys(ids, one)


def test_by_story_one_row_stands_for_all() -> None:
    ids, stories = linked("planned", "occurred", "occurred")
    rows = [
        event(id=id_, status=status, reports=2)
        for id_, status in zip(ids, ["planned", "occurred", "occurred"], strict=True)
    ]
    found = rows_by_story([*rows, event(id="alone")], [], stories)
    [one, alone] = found.events
    assert alone.id == "alone"
    assert (one.status, one.reports, one.articles, one.voices) == ("occurred", 6, 3, 3)
    assert {found.shown_as[id_] for id_ in ids} == {one.id}
    assert one.id in ids[1:]


def test_by_story_names_what_is_disputed() -> None:
    ids, stories = linked("denied", "occurred")
    [one] = rows_by_story([event(id=id_) for id_ in ids], [], stories).events
    assert one.disputed == ("status",)


def test_by_story_order_of_rows_changes_nothing() -> None:
    ids, stories = linked("planned", "occurred", "occurred")
    rows = [event(id=id_) for id_ in ids]
    assert len({rows_by_story(order, [], stories).events for order in permutations(rows)}) == 1


def test_by_story_without_stories_rows_stay_as_they_are() -> None:
    events, movements = [event(id="e1"), event(id="e2")], [movement(id="m1", event="e1")]
    found = rows_by_story(events, movements, {})
    assert (list(found.events), list(found.movements)) == (events, movements)


def test_by_story_a_movement_points_at_the_row_of_its_event() -> None:
    ids, stories = linked("occurred", "occurred")
    found = rows_by_story(
        [event(id=id_) for id_ in ids], [movement(id="m1", event=ids[0]), movement(id="m2", event=ids[1])], stories
    )
    assert {row.event for row in found.movements} == {found.events[0].id}


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        pytest.param(EventFilter(), True, id="no filter"),
        pytest.param(EventFilter(last=date(2019, 3, 7)), False, id="it was after the period"),
        pytest.param(EventFilter(first=date(2019, 3, 9)), False, id="it was before the period"),
        pytest.param(EventFilter(first=date(2019, 3, 8), last=date(2019, 3, 8)), True, id="it was in the period"),
        pytest.param(EventFilter(statuses=frozenset({"planned"})), False, id="it is planned no more"),
        pytest.param(EventFilter(statuses=frozenset({"planned", "occurred"})), True, id="either status"),
    ],
)
def test_by_story_filters_pick_what_all_articles_tell_together(wanted: EventFilter, shown: bool) -> None:
    assert is_wanted(event(articles=2), wanted) is shown
    assert is_wanted(event(), wanted)


def test_by_story_without_a_day_it_is_in_every_period() -> None:
    assert is_wanted(event(articles=2, first=None, last=None), EventFilter(first=date(2020, 1, 1)))
