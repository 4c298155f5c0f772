from __future__ import annotations

from datetime import date, timedelta

import pytest

from pages.timeline.rows import MOST_LABELLED, dated, placed
from pipeline.domain import Status
from tests.pages.rows import event

JULY = {"first": date(2019, 7, 1), "last": date(2019, 7, 31)}


def test_rows_bar_is_as_long_as_the_date_is_vague() -> None:
    lengths = {bar.event.id: bar.stop - bar.start for bar in placed([event(id="day"), event(id="month", **JULY)]).bars}
    assert lengths == {"day": timedelta(days=1), "month": timedelta(days=31)}


def test_rows_keep_quad_classes_in_lanes() -> None:
    plan = placed(
        [event(id="hit", type="ASSAULT", mode=None), event(id="visit"), event(id="claim", type="ACCUSE", mode=None)]
    )
    assert [lane for lane, _ in plan.headers] == ["verbal cooperation", "verbal conflict", "material conflict"]
    assert [bar.event.id for bar in sorted(plan.bars, key=lambda bar: bar.y)] == ["visit", "claim", "hit"]


def test_rows_follow_the_dates_within_a_lane() -> None:
    days = [date(2019, 3, day) for day in (9, 2, 5)]
    plan = placed([event(id=str(day), first=day, last=day) for day in days])
    assert [bar.start for bar in sorted(plan.bars, key=lambda bar: bar.y)] == sorted(days)


def test_rows_never_overlap() -> None:
    events = [event(id=str(n), first=date(2019, 1, 1 + n % 20), last=date(2019, 1, 3 + n % 25)) for n in range(20)]
    events += [event(id=f"x{n}", type="ASSAULT", mode=None, **JULY) for n in range(MOST_LABELLED)]
    plan = placed(events)
    assert not plan.labelled
    for bar in plan.bars:
        for other in plan.bars:
            apart = bar.y != other.y or bar.stop <= other.start or other.stop <= bar.start
            assert apart or bar is other


@pytest.mark.parametrize(("first", "last"), [(date(2019, 7, 1), None), (None, date(2019, 7, 1))])
def test_rows_open_end_reaches_the_edge(first: date | None, last: date | None) -> None:
    others = [event(id="before"), event(id="after", first=date(2019, 9, 1), last=date(2019, 9, 1))]
    plan = placed([*others, event(id="open", first=first, last=last)])
    bar = next(bar for bar in plan.bars if bar.event.id == "open")
    assert (bar.stop - timedelta(days=1) == plan.last) is (last is None)
    assert (bar.start == plan.first) is (first is None)


@pytest.mark.parametrize(
    ("status", "reported", "is_open"),
    [
        pytest.param("occurred", date(2019, 7, 4), False, id="what occurred is not after its report"),
        pytest.param("ongoing", date(2019, 7, 4), True, id="what goes on has no end yet"),
        pytest.param("occurred", None, True, id="reported on no known day"),
    ],
)
def test_rows_what_is_over_ends_with_its_report(status: Status, reported: date | None, is_open: bool) -> None:
    since = event(id="since", first=date(2019, 7, 1), last=None, status=status, reported=reported)
    plan = placed([since, event(id="after", first=date(2019, 9, 1), last=date(2019, 9, 1))])
    bar = next(bar for bar in plan.bars if bar.event.id == "since")
    assert (bar.stop == date(2019, 7, 5)) is not is_open


def test_rows_undated_events_are_not_drawn() -> None:
    events = [event(id="dated"), event(id="undated", first=None, last=None, edtf="XXXX-03-08")]
    assert [e.id for e in dated(events)] == ["dated"]
