from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pages.movements.choice import MOST_STOPS, chosen, following, itinerary, movers, stops, traveller, vehicles
from pipeline.index import Participation
from tests.pages.rows import LISBON, RABAT, movement

ANA = "person:ana-costa"
DIAS = Participation("person:rui-dias", "Rui Dias")
MARCH = date(2019, 3, 1)
ROWS = [
    movement(id="dias", mover=DIAS, vehicle="train", first=MARCH, last=MARCH),
    movement(id="troops", mover=Participation(None, "troops"), vehicle="car"),
    movement(id="second", first=MARCH, last=MARCH, start=40, vehicle="plane"),
    movement(id="first", first=MARCH, last=MARCH, start=5),
    movement(id="undated", first=None, last=None, start=0),
    movement(id="denied", status="denied"),
    movement(id="earlier", first=date(2019, 2, 1), last=MARCH, start=90, status="planned"),
]


def test_movers_are_those_known_by_name_most_moved_first() -> None:
    assert movers(ROWS) == {ANA: "Ana Costa", "person:rui-dias": "Rui Dias"}
    assert vehicles(ROWS) == ["car", "plane", "train"]


@pytest.mark.parametrize(
    ("who", "by", "left"),
    [
        (set(), set(), 7),
        ({"person:rui-dias"}, set(), 1),
        (set(), {"car", "plane"}, 2),
        ({ANA}, {"train"}, 0),
    ],
    ids=["all", "mover", "vehicles", "both"],
)
def test_chosen_by_mover_and_vehicle(who: set[str], by: set[str], left: int) -> None:
    assert len(chosen(ROWS, who, by)) == left


def test_itinerary_goes_by_date_then_by_the_text() -> None:
    assert [row.id for row in itinerary(ROWS, {ANA})] == ["earlier", "first", "second", "undated"]


def test_itinerary_arrives_before_it_goes_on_the_same_day() -> None:
    on = movement(id="on", origin=RABAT, destination=LISBON, start=1)
    to = movement(id="to", origin=None, destination=RABAT, start=50)
    later = replace(to, id="later", first=date(2019, 4, 1), last=date(2019, 4, 1))
    assert [row.id for row in itinerary([on, to, later], {ANA})] == ["to", "on", "later"]


@pytest.mark.parametrize("who", [set(), {ANA, "person:rui-dias"}], ids=["nobody", "two"])
def test_itinerary_is_that_of_one_mover(who: set[str]) -> None:
    assert itinerary(ROWS, who) == []


def test_stops_are_where_something_begins_and_no_more_than_can_be_watched() -> None:
    assert stops(ROWS) == [date(2019, 2, 1), MARCH, date(2019, 3, 8)]
    many = [movement(first=MARCH + timedelta(days=day)) for day in range(200)]
    assert len(stops(many)) <= MOST_STOPS + 1
    assert stops(many)[-1] == MARCH + timedelta(days=199)


def test_play_begins_anew_after_the_last_stop() -> None:
    halts = stops(ROWS)
    assert [following(halts, day) for day in (None, halts[0], halts[-1])] == [halts[0], halts[1], halts[0]]
    assert following([], None) is None


def test_traveller_is_who_makes_three_legs_or_more() -> None:
    assert traveller(ROWS) == {ANA}
    assert traveller(ROWS[:2]) == frozenset()
