from __future__ import annotations

from datetime import date, timedelta

import pytest

from pages.timeline import axis
from pages.timeline.rows import MOST_LABELLED, MOST_PACKED, dated_events, place_in_lanes
from pages.view.address import Lanes
from pipeline.domain import Status
from pipeline.index import Participation
from pipeline.wording.titles import TYPES
from tests.pages.rows import LISBON, event

JULY = {"first": date(2019, 7, 1), "last": date(2019, 7, 31)}


def test_rows_bar_is_as_long_as_the_date_is_vague() -> None:
    lengths = {
        bar.event.id: bar.stop - bar.start for bar in place_in_lanes([event(id="day"), event(id="month", **JULY)]).bars
    }
    assert lengths == {"day": timedelta(days=1), "month": timedelta(days=31)}


def test_rows_keep_quad_classes_in_lanes() -> None:
    plan = place_in_lanes(
        [event(id="hit", type="ASSAULT", mode=None), event(id="visit"), event(id="claim", type="ACCUSE", mode=None)]
    )
    assert [lane for lane, _ in plan.headers] == ["verbal cooperation", "verbal conflict", "material conflict"]
    assert [bar.event.id for bar in sorted(plan.bars, key=lambda bar: bar.y)] == ["visit", "claim", "hit"]


def test_rows_what_matters_most_comes_first_within_a_lane() -> None:
    told = [event(id="once"), event(id="by many", voices=4), event(id="often", reports=5), event(id="by two", voices=2)]
    plan = place_in_lanes(told)
    assert [bar.event.id for bar in sorted(plan.bars, key=lambda bar: bar.y)] == ["by many", "by two", "often", "once"]


def test_rows_only_what_matters_most_is_labelled() -> None:
    events = [event(id=str(n), voices=1 + n % 7) for n in range(MOST_LABELLED + 30)]
    bars = place_in_lanes(events).bars
    named, others = ([bar for bar in bars if bar.labelled is told] for told in (True, False))
    assert len(named) == MOST_LABELLED
    assert min(bar.event.voices for bar in named) >= max(bar.event.voices for bar in others)
    assert max(bar.y for bar in named) < min(bar.y for bar in others)


def test_rows_what_crowds_a_day_is_counted_and_what_matters_least_of_it() -> None:
    crowd = [event(id=str(n), voices=n) for n in range(MOST_LABELLED + MOST_PACKED + 9)]
    elsewhere = event(id="elsewhere", voices=0, first=date(2019, 3, 20), last=date(2019, 3, 20))
    plan = place_in_lanes([*crowd, elsewhere])
    assert plan.crowded == 9
    assert {row.id for row in crowd} - {bar.event.id for bar in plan.bars} == {str(n) for n in range(9)}
    assert "elsewhere" in {bar.event.id for bar in plan.bars}


@pytest.mark.parametrize(("year", "side"), [(1961, "earlier"), (2060, "later")])
def test_rows_few_days_far_outside_stand_in_a_margin(year: int, side: str) -> None:
    near = [event(id=str(n), first=date(2019, 3, 1 + n), last=date(2019, 3, 1 + n)) for n in range(12)]
    plan = place_in_lanes([*near, event(id="far", first=date(year, 6, 1), last=date(year, 6, 30))])
    [far] = [bar for bar in plan.bars if bar.beyond]
    assert (far.event.id, far.beyond) == ("far", side)
    assert plan.scale == (date(2019, 3, 1), date(2019, 3, 12))
    assert plan.first <= far.start < far.stop <= plan.last
    assert far.stop <= plan.scale[0] or far.start >= plan.scale[1]


def test_rows_axis_is_that_of_a_burst_and_what_is_near_it() -> None:
    """Two in three of the days lie in the first half of May, one two days after that, the others all over the year."""
    burst = [date(2019, 5, day) for day in (2, 3, 3, 5, 6, 8, 9, 9, 11, 12, 13, 15)]
    others = [date(2019, 2, 1), date(2019, 3, 4), date(2019, 8, 20)]
    assert axis.dense([*others, *burst, date(2019, 5, 17)]) == (date(2019, 5, 2), date(2019, 5, 17))


def test_rows_ticks_are_days_of_the_scale_alone() -> None:
    days, words = axis.ticks(date(2018, 12, 25), date(2019, 1, 14), 5)
    assert days == [
        date(2018, 12, 25),
        date(2018, 12, 29),
        date(2019, 1, 2),
        date(2019, 1, 6),
        date(2019, 1, 10),
        date(2019, 1, 14),
    ]
    assert words[:3] == ["25 Dec<br>2018", f"29 Dec<br>{axis.NO_YEAR}", "2 Jan<br>2019"]
    assert axis.ticks(date(2018, 1, 1), date(2019, 12, 31), 7)[1][0] == "Jan 2018"


def test_rows_days_spread_evenly_have_no_margin() -> None:
    years = [event(id=str(n), first=date(1990 + n, 1, 1), last=date(1990 + n, 1, 1)) for n in range(12)]
    plan = place_in_lanes(years)
    assert (plan.first, plan.last) == plan.scale == (date(1990, 1, 1), date(2001, 1, 1))


def test_rows_a_month_ahead_does_not_squeeze_a_week_of_days() -> None:
    week = [event(id=str(n), first=date(2019, 3, 1 + n % 7), last=date(2019, 3, 1 + n % 7)) for n in range(24)]
    plan = place_in_lanes([*week, event(id="ahead", first=date(2019, 4, 1), last=date(2019, 4, 30), status="planned")])
    assert plan.scale == (date(2019, 3, 1), date(2019, 3, 7))
    assert [bar.beyond for bar in plan.bars if bar.event.id == "ahead"] == ["later"]


@pytest.mark.parametrize(
    ("by", "lanes"),
    [
        ("type", ["", "Accusation", "less certain"]),
        ("actor", ["Ana Costa", "Rui Dias", "less certain"]),
        ("place", ["Lisbon", "no place told", "less certain"]),
    ],
)
def test_rows_lanes_by_choice(by: Lanes, lanes: list[str]) -> None:
    rui = (Participation("person:rui-dias", "Rui Dias"),)
    told = [
        event(id="1", place=LISBON), event(id="2", place=LISBON),
        event(id="3", type="ACCUSE", mode=None, actors=rui), event(id="4", confidence=0.0),
    ]  # fmt: skip
    found = [name for name, _ in place_in_lanes(told, by).headers]
    assert found[1:] == lanes[1:]
    assert found[0] == (TYPES["CONSULT"] if by == "type" else lanes[0])


def test_rows_never_overlap() -> None:
    events = [event(id=str(n), first=date(2019, 1, 1 + n % 20), last=date(2019, 1, 3 + n % 25)) for n in range(20)]
    events += [event(id=f"x{n}", type="ASSAULT", mode=None, **JULY) for n in range(MOST_LABELLED)]
    plan = place_in_lanes(events)
    for bar in plan.bars:
        for other in plan.bars:
            apart = bar.y != other.y or bar.stop <= other.start or other.stop <= bar.start
            assert apart or bar is other


@pytest.mark.parametrize(("first", "last"), [(date(2019, 7, 1), None), (None, date(2019, 7, 1))])
def test_rows_open_end_reaches_the_edge(first: date | None, last: date | None) -> None:
    others = [event(id="before"), event(id="after", first=date(2019, 9, 1), last=date(2019, 9, 1))]
    plan = place_in_lanes([*others, event(id="open", first=first, last=last)])
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
    plan = place_in_lanes([since, event(id="after", first=date(2019, 9, 1), last=date(2019, 9, 1))])
    bar = next(bar for bar in plan.bars if bar.event.id == "since")
    assert (bar.stop == date(2019, 7, 5)) is not is_open


def test_rows_undated_events_are_not_drawn() -> None:
    events = [event(id="dated"), event(id="undated", first=None, last=None, edtf="XXXX-03-08")]
    assert [e.id for e in dated_events(events)] == ["dated"]
