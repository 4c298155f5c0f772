"""How sure an event is, by what it was read and when it was reported: kept, and what is asked by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline.domain import Analysis, Reading, Status
from pipeline.index import EventFilter
from pipeline.index.columns import day_reported
from pipeline.merging import confidence
from tests.store.articles import Telling, article
from tests.store.indexed import Indexed

TELLINGS = [
    Telling("Okoye", "met", "Lund", "Oslo", day="2021-06-02"),
    Telling("Lund", "flew", "", "Lima", origin="Oslo", day=""),
    Telling("Moreau", "accused", "Okoye", "Quito", day="", type="ACCUSE"),
]
SURE = {"met": 0.7, "flew": 0.4, "accused": 0.9}


@pytest.fixture
def threshold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half sure is sure enough."""
    known = replaced(confidence.fitted(), 0.5)
    monkeypatch.setattr(confidence, "fitted", lambda: known)


def replaced(known: confidence.Confidence, threshold: float) -> confidence.Confidence:
    return confidence.Confidence(threshold, known.classes, known.weights)


def written() -> tuple[Reading, Analysis]:
    reading, analysis = article(TELLINGS, published=date(2021, 6, 9))
    events = tuple(
        replace(each, confidence=SURE[each.reports[0].trigger.text], why=(f"verbs.{each.type}", "<past>"))
        for each in analysis.events
    )
    movements = tuple(replace(each, confidence=0.4, why=("motion.fly",)) for each in analysis.movements)
    return reading, replace(analysis, events=events, movements=movements)


def verbs(store: Indexed, wanted: EventFilter) -> list[str]:
    return [next(verb for verb in SURE if f" {verb} " in row.evidence) for row in store.events(wanted)]


def test_certainty_orders_events_surest_first(store: Indexed) -> None:
    store.add(*written())
    assert verbs(store, EventFilter()) == ["accused", "met", "flew"]


def test_certainty_and_reasons_come_back_as_they_were(store: Indexed) -> None:
    store.add(*written())
    surest, movement = store.events()[0], store.movements()[0]
    assert (surest.confidence, surest.why, surest.reported) == (0.9, ("verbs.ACCUSE", "<past>"), date(2021, 6, 9))
    assert (movement.confidence, movement.why, movement.reported) == (0.4, ("motion.fly",), date(2021, 6, 9))
    assert store.reports(surest.id)[0].reported == date(2021, 6, 9)
    assert surest.first is None


@pytest.mark.usefixtures("threshold")
@pytest.mark.parametrize(
    ("wanted", "found", "doubtful"),
    [
        pytest.param(EventFilter(), ["accused", "met"], 2, id="an event and a movement are left out"),
        pytest.param(EventFilter(doubtful=True), ["accused", "met", "flew"], 2, id="unless they are asked for"),
        pytest.param(EventFilter(types=frozenset({"ACCUSE"})), ["accused"], 0, id="others filters hold too"),
        pytest.param(EventFilter(search="Lund flew"), [], 2, id="nothing but doubtful ones match"),
    ],
)
def test_certainty_below_the_threshold_is_left_out_and_counted(
    store: Indexed, wanted: EventFilter, found: list[str], doubtful: int
) -> None:
    store.add(*written())
    totals = store.counts(wanted).totals
    assert verbs(store, wanted) == found
    assert (totals.events, totals.doubtful) == (len(found), doubtful)
    assert sum(sum(each.events) for each in store.event_bins(wanted)) == len(found)
    assert len(store.movements(wanted)) == totals.movements


@pytest.mark.usefixtures("threshold")
def test_certainty_leaves_mentions_alone_unless_events_are_picked(store: Indexed) -> None:
    store.add(*written())
    everywhere = {row.key: row.mentions for row in store.counts(EventFilter()).entities}
    picked = {row.key: row.mentions for row in store.counts(EventFilter(first=date(2021, 1, 1))).entities}
    assert everywhere["person:lund"] == 2
    assert picked["person:lund"] == 1


@pytest.mark.parametrize(
    ("status", "reports", "expected"),
    [
        pytest.param("occurred", [("occurred", 5), ("occurred", 3)], 3, id="done on the first day it is reported"),
        pytest.param("planned", [("planned", 3), ("planned", 5)], 5, id="to come on the last day it is planned"),
        pytest.param("occurred", [("planned", 3), ("occurred", 5)], 5, id="a plan bounds nothing that is done"),
        pytest.param("ongoing", [("planned", 3)], 3, id="a report of another status is better than none"),
        pytest.param("occurred", [("occurred", None)], None, id="nobody knows"),
    ],
)
def test_certainty_of_the_date_is_bounded_by_reports(
    status: Status, reports: list[tuple[Status, int | None]], expected: int | None
) -> None:
    event = written()[1].events[0]
    told = tuple(
        replace(event.reports[0], status=stands, reported=date(2021, 6, day) if day else None)
        for stands, day in reports
    )
    assert day_reported(replace(event, status=status, reports=told)) == (expected and date(2021, 6, expected))
