from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from benchmarks.writing import MadeEvent, MadeMovement
from pipeline.domain import DateSpan, Place, Status
from pipeline.linking import Linker, Story, story
from pipeline.linking.itineraries import itinerary, presences, whereabouts
from pipeline.linking.parties import Party
from tests.linking.made import Writing, filler, place, span

ROJAS = Party("person", "person:ana-rojas", "Ana Rojas", ("ana", "rojas"))
LIMA, CUSCO, LA_PAZ, ORURO = place("Lima"), place("Cusco"), place("La Paz", "BO"), place("Oruro", "BO")
BOLIVIA = place("Bolivia", "BO", "PCLI")


def trip(
    name: str,
    origin: Place | None,
    destination: Place | None,
    arrival: DateSpan | None = None,
    departure: DateSpan | None = None,
    status: Status = "occurred",
    who: str = "Ana Rojas",
) -> Story:
    writing = Writing(name, text=filler(name))
    writing.move(f"{who} went on.", "went", MadeMovement(who, origin, destination, departure, arrival, status))
    return story(writing.accounts())


def meeting(name: str, where: Place, when: DateSpan, status: Status = "occurred") -> Story:
    writing = Writing(name, text=filler(name))
    writing.tell("They met.", "met", MadeEvent("CONSULT", ("Luis Paredes",), ("Ana Rojas",), when, where, status))
    return story(writing.accounts())


JOURNEY = [
    trip("a", LIMA, CUSCO, span("2021-06-10")),
    trip("b", CUSCO, LA_PAZ, span("2021-06-12")),
    trip("c", LA_PAZ, ORURO, span("2021-06-12")),
    trip("d", None, LIMA, span("2021-06-20"), status="planned"),
    trip("x", LIMA, LA_PAZ, span("2021-06-11"), who="Luis Paredes"),
]


def test_itinerary_is_in_order_whatever_the_order_of_stories() -> None:
    for stories in permutations(JOURNEY):
        legs = itinerary(ROJAS, stories)
        assert [leg.destination for leg in legs] == [CUSCO, LA_PAZ, ORURO, LIMA]
        assert [leg.certainty for leg in legs] == ["certain"] * 3 + ["planned"]


def test_a_leg_into_a_country_and_into_its_city_are_one() -> None:
    country = trip("e", LIMA, BOLIVIA, departure=span("2021-06-11"))
    [leg] = itinerary(ROJAS, [country, trip("b", None, LA_PAZ, span("2021-06-12"))])
    assert (leg.origin, leg.destination, len(leg.stories)) == (LIMA, LA_PAZ, 2)
    assert leg.departure == span("2021-06-11")
    assert leg.arrival == span("2021-06-12")


@pytest.mark.parametrize(
    ("whole", "legs"),
    [
        pytest.param(trip("w", LIMA, ORURO, span("2021-06-12")), 3, id="told in parts"),
        pytest.param(trip("w", LIMA, ORURO), 3, id="told in parts, without a day"),
        pytest.param(trip("w", LIMA, ORURO, span("2021-07-12")), 4, id="another time"),
        pytest.param(trip("w", CUSCO, LIMA, span("2021-06-12")), 4, id="another way"),
        pytest.param(trip("w", LIMA, ORURO, span("2021-06-12"), status="denied"), 4, id="denied"),
    ],
)
def test_a_journey_that_others_tell_in_parts_is_no_leg_of_its_own(whole: Story, legs: int) -> None:
    for stories in permutations([*JOURNEY[:3], whole]):
        found = itinerary(ROJAS, stories)
        assert len(found) == legs
        assert {each.id for leg in found for each in leg.stories} == {each.id for each in stories}


def test_journeys_of_different_times_and_standings_stay_two() -> None:
    later = trip("e", None, LA_PAZ, span("2021-08-12"))
    denied = trip("f", None, LA_PAZ, span("2021-06-12"), status="denied")
    legs = itinerary(ROJAS, [trip("b", None, LA_PAZ, span("2021-06-12")), later, denied])
    assert sorted(leg.certainty for leg in legs) == ["certain", "certain", "contradicted"]


def test_a_meeting_puts_both_at_its_place() -> None:
    [presence] = presences(ROJAS, [meeting("m", ORURO, span("2021-06-13"))])
    assert (presence.place, presence.certainty) == (ORURO, "certain")
    assert presences(ROJAS, [meeting("m", ORURO, span("2021-06-13"), status="denied")]) == []


@pytest.mark.parametrize(
    ("day", "on", "before", "after"),
    [
        pytest.param("2021-06-10", [CUSCO], None, LA_PAZ, id="day of arrival"),
        pytest.param("2021-06-11", [], CUSCO, LA_PAZ, id="between two"),
        pytest.param("2021-06-13", [ORURO], ORURO, None, id="day of a meeting"),
        pytest.param("2021-06-20", [LIMA], ORURO, None, id="planned"),
        pytest.param("2021-06-09", [], None, CUSCO, id="before all"),
    ],
)
def test_whereabouts_are_told_or_between_what_is(
    day: str, on: list[Place], before: Place | None, after: Place | None
) -> None:
    found = whereabouts(ROJAS, date.fromisoformat(day), [*JOURNEY, meeting("m", ORURO, span("2021-06-13"))])
    assert [each.place for each in found.on] == on
    assert (found.before and found.before.place) == before
    assert (found.after and found.after.place) == after


def test_a_vague_presence_is_around_a_day_not_on_it() -> None:
    found = whereabouts(ROJAS, date(2021, 6, 14), [meeting("m", ORURO, span("2021-06-13", "2021-06-16"))])
    assert found.on == ()
    assert [each.place for each in found.around] == [ORURO]


def test_an_itinerary_of_linked_articles_has_each_leg_once() -> None:
    linker = Linker()
    for name in ("a", "b"):
        writing = Writing(name, text=f"Talks on the railway to Cusco.\n{filler(name)}")
        journey = MadeMovement("Ana Rojas", LIMA, CUSCO, arrival=span("2021-06-14"))
        writing.move("Ana Rojas flew to Cusco for the railway.", "flew", journey)
        linker.add(writing.dossier())
    [leg] = itinerary(ROJAS, map(story, linker.clusters()))
    assert [account.article for account in leg.stories[0].accounts] == ["a", "b"]
