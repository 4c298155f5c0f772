"""A journey told by twelve articles: what an itinerary must be was written down before it was run."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

import pytest

from benchmarks.writing import MadeEvent, MadeMovement
from pipeline.domain import DateSpan, Place, Status
from pipeline.linking import Linker, Story, story
from pipeline.linking.itineraries import itinerary, whereabouts
from pipeline.linking.parties import Party
from tests.linking.made import Writing, filler, place, span

WHO = "Amara Diallo"
DIALLO = Party("person", "person:amara-diallo", WHO, ("amara", "diallo"))
DAKAR, BAMAKO, NIAMEY = place("Dakar", "SN"), place("Bamako", "ML"), place("Niamey", "NE")
ABUJA, LAGOS, LOME = place("Abuja", "NG"), place("Lagos", "NG"), place("Lome", "TG")
NIGERIA = place("Nigeria", "NG", "PCLI")
TOUR = "President Amara Diallo tours the region for talks on the railway from Dakar."


def day(number: int) -> DateSpan:
    return span(f"2022-05-{number:02}")


def report(
    name: str,
    published: int,
    sentence: str,
    trigger: str,
    origin: Place | None = None,
    destination: Place | None = None,
    departure: DateSpan | None = None,
    arrival: DateSpan | None = None,
    status: Status = "occurred",
) -> Writing:
    writing = Writing(name, f"{TOUR}\n{filler(name)}", TOUR, date(2022, 5, 1) + timedelta(days=published - 1))
    return writing.move(
        f"{WHO} {sentence}.", trigger, MadeMovement(WHO, origin, destination, departure, arrival, status)
    )


def meeting(name: str, published: int, other: str, where: Place, when: DateSpan) -> Writing:
    writing = Writing(name, f"{TOUR}\n{filler(name)}", TOUR, date(2022, 5, 1) + timedelta(days=published - 1))
    told = MadeEvent("CONSULT", (WHO,), (other,), when, where)
    return writing.tell(f"{WHO} met {other} over the railway.", "met", told)


ARTICLES = [
    report("a", 2, "will fly to Lome", "fly", None, LOME, None, day(9), "planned"),
    report("b", 3, "flew from Dakar to Bamako", "flew", DAKAR, BAMAKO, day(3), day(3)),
    report("c", 3, "flew to Bamako", "flew", None, BAMAKO, None, day(3)),
    meeting("d", 4, "Moussa Keita", BAMAKO, day(4)),
    report("e", 5, "flew from Bamako to Niamey", "flew", BAMAKO, NIAMEY, day(5), day(5)),
    report("f", 6, "flew to Niamey", "flew", None, NIAMEY, None, day(5)),
    report("g", 8, "travelled to Nigeria", "travelled", None, NIGERIA, day(8), None),
    report("h", 8, "travelled to Abuja", "travelled", NIAMEY, ABUJA, None, day(8)),
    report("i", 9, "called off the flight to Lome", "flight", None, LOME, None, day(9), "cancelled"),
    report("j", 10, "went on to Lagos", "went", ABUJA, LAGOS, None, day(10)),
    meeting("k", 11, "Ngozi Bello", LAGOS, day(11)),
    report("l", 13, "returned home to Dakar", "returned", LAGOS, DAKAR, None, day(13)),
]


def stories(writings: list[Writing]) -> list[Story]:
    linker = Linker()
    for writing in writings:
        linker.add(writing.dossier())
    return list(map(story, linker.clusters()))


@pytest.fixture(scope="module")
def tour() -> list[Story]:
    return stories(ARTICLES)


def test_the_tour_has_each_leg_once_in_order(tour: list[Story]) -> None:
    legs = itinerary(DIALLO, tour)
    carried_out = [leg for leg in legs if leg.certainty == "certain"]
    assert [leg.destination for leg in carried_out] == [BAMAKO, NIAMEY, ABUJA, LAGOS, DAKAR]
    assert [leg.origin for leg in carried_out] == [DAKAR, BAMAKO, NIAMEY, ABUJA, LAGOS]


def test_a_stop_that_was_planned_and_called_off_is_no_certain_leg(tour: list[Story]) -> None:
    changed = [leg for leg in itinerary(DIALLO, tour) if leg.destination == LOME]
    assert {leg.certainty for leg in changed} == {"contradicted"}
    assert sorted(account.article for leg in changed for each in leg.stories for account in each.accounts) == ["a", "i"]


@pytest.mark.parametrize(
    ("number", "on", "before", "after"),
    [
        pytest.param(2, [], None, DAKAR, id="before the tour"),
        pytest.param(4, [BAMAKO], BAMAKO, BAMAKO, id="a meeting"),
        pytest.param(7, [], NIAMEY, NIAMEY, id="a day nobody tells of"),
        pytest.param(9, [], ABUJA, LAGOS, id="the day of the stop that was called off"),
        pytest.param(11, [LAGOS], LAGOS, DAKAR, id="the last meeting"),
        pytest.param(20, [], DAKAR, None, id="after it"),
    ],
)
def test_where_the_president_was(
    tour: list[Story], number: int, on: list[Place], before: Place | None, after: Place | None
) -> None:
    found = whereabouts(DIALLO, date(2022, 5, number), tour)
    assert [each.place for each in found.on] == on
    assert (found.after and found.after.place) == after
    if on == []:
        assert (found.before and found.before.place) == before


def test_two_days_of_one_arrival_are_a_contradiction_with_both() -> None:
    late = report("m", 6, "flew from Bamako to Niamey", "flew", BAMAKO, NIAMEY, day(6), day(6))
    [leg] = [leg for leg in itinerary(DIALLO, stories([*ARTICLES, late])) if leg.destination == NIAMEY]
    assert leg.certainty == "contradicted"
    days = {value for each in leg.stories for conflict in each.conflicts for value, _ in conflict.values}
    assert days == {"2022-05-05", "2022-05-06"}


def test_the_tour_does_not_depend_on_the_order_of_articles(tour: list[Story]) -> None:
    places = [leg.destination for leg in itinerary(DIALLO, tour)]
    for order in list(permutations(range(4)))[::7]:
        parts = [ARTICLES[at::4] for at in order]
        assert [
            leg.destination for leg in itinerary(DIALLO, stories([each for part in parts for each in part]))
        ] == places
