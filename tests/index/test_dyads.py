"""Who does what to whom: counts that can be made by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from pipeline.domain import Analysis, Participant, Reading
from pipeline.index import EventFilter
from pipeline.index.pairs import Pair, read
from tests.store.articles import Telling, article
from tests.store.indexed import Indexed

SOUTH = [
    Telling("Ruiz", "met", "Silva", "Lima", source="Berg"),
    Telling("Ruiz", "will meet", "Silva", "Quito", day="2024-06", status="planned"),
    Telling("Silva", "accused", "Ruiz", "Quito", type="ACCUSE"),
    Telling("Haddad", "slept", day=""),
]
NORTH = [Telling("Silva", "signed", "Haddad", "Oslo", type="AGREE")]


def together(reading: Reading, analysis: Analysis) -> tuple[Reading, Analysis]:
    """The same article, but what is done to somebody is done with them."""
    events = (replace(each, actors=(*each.actors, *each.recipients), recipients=()) for each in analysis.events)
    return reading, replace(analysis, events=tuple(events))


@pytest.fixture(scope="module")
def two(new_url: Callable[[], str]) -> Iterator[Indexed]:
    """A store of two articles, which tests only read."""
    store = Indexed.open(new_url())
    store.add(*article(SOUTH, title="South"))
    store.add(*together(*article(NORTH, title="North")))
    yield store
    store.close()


Counted = set[tuple[str, bool, str, str, int, int]]


def counted(store: Indexed, wanted: EventFilter) -> Counted:
    rows = store.dyads(wanted)
    return {(row.actor.name, row.mutual, row.recipient.name, row.type, row.events, row.settled) for row in rows}


MET = ("Ruiz", False, "Silva", "CONSULT", 2, 1)
ACCUSED = ("Silva", False, "Ruiz", "ACCUSE", 1, 1)
AGREED = ("Haddad", True, "Silva", "AGREE", 1, 1)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        pytest.param(EventFilter(), {MET, ACCUSED, AGREED}, id="everything"),
        pytest.param(EventFilter(types=frozenset({"ACCUSE"})), {ACCUSED}, id="type"),
        pytest.param(EventFilter(statuses=frozenset({"planned"})), {(*MET[:4], 1, 0)}, id="status"),
        pytest.param(EventFilter(entities=frozenset({"person:haddad"})), {AGREED}, id="who takes part"),
        pytest.param(EventFilter(search="slept"), set(), id="done to nobody"),
    ],
)
def test_dyads_count_events_by_pair_and_type(two: Indexed, wanted: EventFilter, expected: Counted) -> None:
    assert counted(two, wanted) == expected
    for row in two.dyads(wanted):
        assert row.events == sum(event.type == row.type for event in two.between(row.key, wanted))


def test_dyads_most_frequent_first(two: Indexed) -> None:
    [row] = two.dyads(limit=1)
    assert (row.actor.key, row.recipient.key, row.events) == ("person:ruiz", "person:silva", 2)


def test_between_both_types_of_a_pair(two: Indexed) -> None:
    assert [event.status for event in two.between("person:ruiz/person:silva")] == ["occurred", "planned"]
    assert [event.type for event in two.between("person:silva/person:ruiz")] == ["ACCUSE"]


@pytest.mark.parametrize("pair", ["", "person:ruiz", "person:ruiz=person:silva", "a/b/c", "\x00/\ud800", "%00/x"])
def test_between_parties_of_a_mangled_link_there_is_nothing(two: Indexed, pair: str) -> None:
    assert two.between(pair) == []


@pytest.mark.parametrize("mutual", [False, True])
@pytest.mark.parametrize("name", ["person:kim", "two men / women", "a=b", "100 % of it", "Ýmir & co"])
def test_key_names_any_pair(name: str, mutual: bool) -> None:
    for pair in (Pair(name, "x", mutual), Pair("x", name, mutual)):
        assert read(pair.key) == pair


def test_dyads_of_one_who_is_known_by_words_alone(new_url: Callable[[], str]) -> None:
    reading, analysis = article([Telling("Ruiz", "met", "Silva")])
    men = Participant(0, 4, "two men", None, "two men")
    nameless = replace(analysis, events=tuple(replace(each, recipients=(men,)) for each in analysis.events))
    store = Indexed.open(new_url())
    store.add(reading, nameless)
    [row] = store.dyads()
    assert (row.recipient.name, row.recipient.key, len(store.between(row.key))) == ("two men", None, 1)
    store.close()
