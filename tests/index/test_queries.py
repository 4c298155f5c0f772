"""What the pages ask is answered by a count that can be made by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from pipeline.domain import DateSpan, Status
from pipeline.index import (
    BinUnit,
    Choice,
    EventBins,
    EventFilter,
    MentionRow,
    Participation,
    PlacePoint,
    SourceRow,
    Totals,
)
from tests.store.articles import Telling, article
from tests.store.indexed import Indexed

LIMA = [
    Telling("Ruiz", "flew", "", "Lima", origin="Oslo", day="2024-05-06", source="Berg", said="2024-05-07"),
    Telling("Ruiz", "met", "Silva", "Lima", day="2024-05"),
    Telling("Silva", "will threaten", "Haddad", "Xanadu", "", "2025", "Berg", "THREATEN", "planned", "PR+"),
]
QUITO = [
    Telling("Haddad", "accused", "Silva", "Quito", day="2023-02-01", type="ACCUSE", factuality="PS+"),
    Telling("Haddad", "met", "Núñez", "Quito", day="", status="hypothetical", factuality="UU"),
]
SAY_FLEW, SAY_MET, SAY_THREATEN, SAY_ACCUSED, SAY_UNDATED = "flew", "met Silva", "threaten", "accused", "met Núñez"


@pytest.fixture(scope="module")
def two(new_url: Callable[[], str]) -> Iterator[Indexed]:
    """A store of two articles, which tests only read."""
    store = Indexed.open(new_url())
    store.add(*article(LIMA, title="To Lima", outlet="Gazette"))
    store.add(*article(QUITO, title="In Quito", published=date(2023, 3, 1)))
    yield store
    store.close()


def said(store: Indexed, wanted: EventFilter) -> set[str]:
    """The events found, each by the words that tell of it."""
    marks = (SAY_FLEW, SAY_MET, SAY_THREATEN, SAY_ACCUSED, SAY_UNDATED)
    return {next(mark for mark in marks if mark in row.evidence) for row in store.events(wanted)}


def key(*names: str) -> frozenset[str]:
    return frozenset(f"person:{name}" for name in names)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        pytest.param(EventFilter(), {SAY_FLEW, SAY_MET, SAY_THREATEN, SAY_ACCUSED, SAY_UNDATED}, id="everything"),
        pytest.param(EventFilter(first=date(2024, 5, 20)), {SAY_MET, SAY_THREATEN, SAY_UNDATED}, id="from a day"),
        pytest.param(EventFilter(last=date(2024, 5, 1)), {SAY_MET, SAY_ACCUSED, SAY_UNDATED}, id="until a day"),
        pytest.param(
            EventFilter(first=date(2024, 5, 6), last=date(2024, 5, 6)), {SAY_FLEW, SAY_MET, SAY_UNDATED}, id="day"
        ),
        pytest.param(
            EventFilter(first=date(2024, 5, 6), last=date(2024, 5, 6), undated=False),
            {SAY_FLEW, SAY_MET},
            id="day, dated",
        ),
        pytest.param(
            EventFilter(undated=False), {SAY_FLEW, SAY_MET, SAY_THREATEN, SAY_ACCUSED, SAY_UNDATED}, id="no period"
        ),
        pytest.param(EventFilter(types=frozenset({"ACCUSE", "THREATEN"})), {SAY_ACCUSED, SAY_THREATEN}, id="types"),
        pytest.param(EventFilter(statuses=frozenset({"planned"})), {SAY_THREATEN}, id="status"),
        pytest.param(EventFilter(entities=key("ruiz")), {SAY_FLEW, SAY_MET}, id="actor"),
        pytest.param(
            EventFilter(entities=key("haddad")), {SAY_THREATEN, SAY_ACCUSED, SAY_UNDATED}, id="actor or recipient"
        ),
        pytest.param(EventFilter(entities=key("berg")), set(), id="a source takes no part"),
        pytest.param(EventFilter(entities=key("ruiz", "núñez")), {SAY_FLEW, SAY_MET, SAY_UNDATED}, id="either of two"),
        pytest.param(EventFilter(places=frozenset({"3652462"})), {SAY_ACCUSED, SAY_UNDATED}, id="place"),
        pytest.param(EventFilter(places=frozenset({"name:xanadu"})), {SAY_THREATEN}, id="place unknown to gazetteers"),
        pytest.param(EventFilter(search="MET silva"), {SAY_MET}, id="words in any case"),
        pytest.param(EventFilter(search='"met silva in" ruiz'), {SAY_MET}, id="phrase and word"),
        pytest.param(EventFilter(search='"ruiz silva"'), set(), id="no such phrase"),
        pytest.param(EventFilter(search="nunez"), {SAY_UNDATED}, id="without accents"),
        pytest.param(
            EventFilter(search="  "), {SAY_FLEW, SAY_MET, SAY_THREATEN, SAY_ACCUSED, SAY_UNDATED}, id="blank search"
        ),
        pytest.param(
            EventFilter(types=frozenset({"CONSULT"}), entities=key("haddad")), {SAY_UNDATED}, id="all must hold"
        ),
        pytest.param(EventFilter(types=frozenset({"nonsense"})), set(), id="unknown type"),
        pytest.param(EventFilter(entities=frozenset({"\x00", "\ud800"})), set(), id="mangled key"),
    ],
)
def test_events_match_the_filter(two: Indexed, wanted: EventFilter, expected: set[str]) -> None:
    assert said(two, wanted) == expected
    assert two.counts(wanted).totals.events == len(expected)
    assert sum(sum(row.events) for row in two.event_bins(wanted)) == len(expected)


def test_events_stand_in_the_order_of_their_certainty(two: Indexed) -> None:
    rows = two.events()
    assert [row.factuality for row in rows] == ["CT+", "CT+", "PR+", "PS+", "UU"]
    assert two.events(limit=2) == rows[:2]


def test_events_say_who_where_and_when(two: Indexed) -> None:
    (row,) = two.events(EventFilter(search="met silva"))
    assert (row.type, row.status, row.first, row.last) == ("CONSULT", "occurred", date(2024, 5, 1), date(2024, 5, 31))
    assert row.actors == (Participation("person:ruiz", "Ruiz"),)
    assert row.recipients == (Participation("person:silva", "Silva"),)
    assert row.place == PlacePoint("3936456", "Lima", "PE", 39.36456, 39.36456, 0.9, "PPLA")
    assert (row.title, row.outlet, row.reports) == ("To Lima", "Gazette", 1)
    assert row.evidence == "Ruiz met Silva in Lima on 2024-05."


def test_events_without_a_place_or_recipient_have_none(store: Indexed) -> None:
    store.add(*article([Telling("Ruiz", "waited", "", "")]))
    (row,) = store.events()
    assert (row.place, row.recipients) == (None, ())


@pytest.mark.parametrize(
    ("unit", "periods"),
    [
        ("year", ["2023", "2024", "2024", "2025", None]),
        ("month", ["2023-02", "2024-05", "2024-05", "2025-01", None]),
        ("day", ["2023-02-01", "2024-05-01", "2024-05-06", "2025-01-01", None]),
    ],
)
def test_event_bins_count_each_event_where_it_begins(two: Indexed, unit: BinUnit, periods: list[str | None]) -> None:
    bins = two.event_bins(unit=unit)
    found = (
        period for row in bins for period, number in zip(row.periods, row.events, strict=True) for _ in range(number)
    )
    assert Counter(found) == Counter(periods)
    assert EventBins("ACCUSE", "occurred", (periods[0],), (1,)) in bins


def test_event_bins_count_an_event_of_unknown_beginning_where_it_ends(store: Indexed) -> None:
    reading, analysis = article([Telling(day="2024-05")])
    (event,) = analysis.events
    store.add(reading, replace(analysis, events=(replace(event, first=None),)))
    assert store.event_bins() == [EventBins("CONSULT", "occurred", ("2024-05",), (1,))]


def test_movements_say_what_the_text_says(two: Indexed) -> None:
    (row,) = two.movements()
    assert row.mover == Participation("person:ruiz", "Ruiz")
    assert row.origin == PlacePoint("3143244", "Oslo", "NO", 31.43244, 31.43244, 0.9, "PPLA")
    assert row.destination is not None
    assert row.destination.name == "Lima"
    assert row.departure is None
    assert row.arrival == DateSpan(date(2024, 5, 6), date(2024, 5, 6), "2024-05-06")
    assert row.start == two.movement_reports(row.id)[0].evidence.start
    assert (row.first, row.last) == (date(2024, 5, 6), date(2024, 5, 6))
    assert (row.vehicle, row.status, row.reports) == ("plane", "occurred", 1)


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        pytest.param(EventFilter(places=frozenset({"3143244"})), 1, id="origin"),
        pytest.param(EventFilter(places=frozenset({"3936456"})), 1, id="destination"),
        pytest.param(EventFilter(places=frozenset({"3652462"})), 0, id="other place"),
        pytest.param(EventFilter(entities=key("ruiz")), 1, id="mover"),
        pytest.param(EventFilter(entities=key("silva")), 0, id="somebody else"),
        pytest.param(EventFilter(types=frozenset({"CONSULT"})), 1, id="type of its event"),
        pytest.param(EventFilter(types=frozenset({"ASSAULT"})), 0, id="other type"),
        pytest.param(EventFilter(first=date(2024, 5, 7)), 0, id="later"),
        pytest.param(EventFilter(last=date(2024, 5, 6)), 1, id="until its day"),
        pytest.param(EventFilter(statuses=frozenset({"planned"})), 0, id="other status"),
        pytest.param(EventFilter(search="FLEW"), 1, id="search"),
        pytest.param(EventFilter(search="accused"), 0, id="other search"),
    ],
)
def test_movements_match_the_filter(two: Indexed, wanted: EventFilter, count: int) -> None:
    assert len(two.movements(wanted)) == two.counts(wanted).totals.movements == count


def test_entities_are_counted_once_over_all_articles(two: Indexed) -> None:
    counts = {
        row.name: (row.mentions, row.names, row.nominals, row.pronouns, row.articles) for row in two.counts().entities
    }
    assert counts == {
        "Ruiz": (2, 2, 0, 0, 1),
        "Silva": (3, 3, 0, 0, 2),
        "Haddad": (3, 3, 0, 0, 2),
        "Berg": (2, 2, 0, 0, 1),
        "Núñez": (1, 1, 0, 0, 1),
    }
    assert [row.mentions for row in two.counts().entities] == [3, 3, 2, 2, 1]
    assert len(two.counts(limit=2).entities) == 2


def test_entities_of_picked_events_are_those_in_their_sentences(two: Indexed) -> None:
    counts = {
        row.name: row.mentions for row in two.counts(EventFilter(types=frozenset({"THREATEN", "ACCUSE"}))).entities
    }
    assert counts == {"Silva": 2, "Haddad": 2, "Berg": 1}


def test_entities_of_picked_articles_are_all_of_them(two: Indexed) -> None:
    (quito,) = [row.id for row in two.articles() if row.title == "In Quito"]
    counts = {row.name: row.mentions for row in two.counts(EventFilter(articles=frozenset({quito}))).entities}
    assert counts == {"Haddad": 2, "Silva": 1, "Núñez": 1}


def test_mentions_are_those_counted(two: Indexed) -> None:
    for wanted in (EventFilter(), EventFilter(search="accused"), EventFilter(statuses=frozenset({"planned"}))):
        for row in two.counts(wanted).entities:
            assert len(two.mentions(row.key, wanted)) == row.mentions
    (mention,) = two.mentions("person:núñez")
    text = two.analysis(mention.article).article.text
    assert mention == MentionRow(mention.article, text.index("Núñez"), text.index("Núñez") + 5, "Núñez", "name")


def test_reports_carry_evidence_and_source(two: Indexed) -> None:
    (flight,) = two.movements()
    (report,) = two.movement_reports(flight.id)
    text = two.analysis(report.article).article.text
    assert text[report.evidence.start : report.evidence.end] == report.evidence.text == flight.evidence
    assert text[report.trigger.start : report.trigger.end] == report.trigger.text == "flew"
    day = date(2024, 5, 7)
    assert report.sources == (SourceRow("person:berg", "Berg", "said", DateSpan(day, day, "2024-05-07")),)
    assert (report.title, report.outlet, report.status, report.factuality) == ("To Lima", "Gazette", "occurred", "CT+")
    (met,) = two.events(EventFilter(search="met silva"))
    assert [row.sources for row in two.reports(met.id)] == [()]
    assert two.reports("unknown") == two.movement_reports("unknown") == []


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        pytest.param(EventFilter(), Totals(2, 5, 5, 1, 1), id="everything"),
        pytest.param(EventFilter(types=frozenset({"ACCUSE"})), Totals(1, 1, 2, 0, 0), id="one event"),
        pytest.param(EventFilter(entities=key("ruiz")), Totals(1, 2, 3, 1, 1), id="one person"),
        pytest.param(EventFilter(articles=frozenset({"none"})), Totals(0, 0, 0, 0, 0), id="no article"),
    ],
)
def test_totals_are_those_of_the_rows(two: Indexed, wanted: EventFilter, expected: Totals) -> None:
    assert two.counts(wanted).totals == expected


def test_articles_stand_by_date_and_may_lack_one(store: Indexed) -> None:
    store.add(*article([Telling("Ruiz", "slept", day="")], published=None, title="Some night"))
    store.add(*article(QUITO, title="Older", published=date(2023, 3, 1)))
    store.add(*article(LIMA, title="Newer"))
    assert [row.title for row in store.articles()] == ["Newer", "Older", "Some night"]


def test_choices_are_the_values_that_occur(two: Indexed) -> None:
    choices = two.choices()
    assert choices.types == ("ACCUSE", "CONSULT", "THREATEN")
    assert choices.statuses == ("hypothetical", "occurred", "planned")
    assert choices.entities[:3] == (
        Choice("person:haddad", "Haddad", "person"),
        Choice("person:ruiz", "Ruiz", "person"),
        Choice("person:silva", "Silva", "person"),
    )
    assert Choice("person:núñez", "Núñez", "person") in choices.entities
    assert {choice.name for choice in choices.places} == {"Lima", "Quito", "Oslo", "Xanadu"}
    assert {choice.name for choice in choices.articles} == {"To Lima", "In Quito"}
    assert (choices.first, choices.last) == (date(2023, 2, 1), date(2025, 12, 31))
    for choice in choices.places:
        assert two.counts(EventFilter(places=frozenset({choice.key}))).totals.articles == 1


def test_choices_of_an_empty_store_are_none(store: Indexed) -> None:
    choices = store.choices()
    assert (choices.types, choices.entities, choices.places, choices.articles, choices.first) == ((), (), (), (), None)
    assert store.counts().totals == Totals(0, 0, 0, 0, 0)


@pytest.mark.parametrize("wanted", [EventFilter(statuses=frozenset({"cancelled"})), EventFilter(search="unheard")])
def test_nothing_is_counted_by_a_filter_that_picks_nothing(two: Indexed, wanted: EventFilter) -> None:
    counted = two.counts(wanted)
    assert (counted.entities, counted.totals) == ((), Totals(0, 0, 0, 0, 0, 0))
    assert two.quoted(wanted) == []


@pytest.mark.parametrize(
    ("status", "day", "found"),
    [
        pytest.param("occurred", date(2024, 5, 8), True, id="on the day of its report"),
        pytest.param("occurred", date(2024, 5, 9), False, id="what was over by its report"),
        pytest.param("ongoing", date(2024, 5, 9), True, id="what goes on"),
    ],
)
def test_open_end_of_what_is_over_is_its_report(
    new_url: Callable[[], str], status: Status, day: date, *, found: bool
) -> None:
    reading, told = article([Telling("Ruiz", "accused", "Silva", status=status)], published=date(2024, 5, 8))
    since = [replace(event, last=None, edtf="2024-05-06/..") for event in told.events]
    store = Indexed.open(new_url())
    store.add(reading, replace(told, events=tuple(since)))
    assert bool(store.events(EventFilter(first=day, last=day))) is found
    store.close()
