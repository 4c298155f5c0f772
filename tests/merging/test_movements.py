from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline.domain import (
    Argument,
    Article,
    Entity,
    Extent,
    Mention,
    Movement,
    MovementMention,
    Place,
    Reading,
    Status,
    Timex,
)
from pipeline.merging import Context, merge_movements

# Offsets stand for words: the mover at 0, places at 100 and on, dates at 200 and on.
PLACES = {
    name: Place(100 + i, 101 + i, name, name, country, admin1, feature, 1.0, 1.0, i, 0.9)
    for i, (name, country, admin1, feature) in enumerate(
        [
            ("Mali", "ML", None, "PCLI"),
            ("Bamako", "ML", "08", "PPLC"),
            ("Gao", "ML", "09", "PPLA"),
            ("Gao Region", "ML", "09", "ADM1"),
            ("Dakar", "SN", "01", "PPLC"),
        ]
    )
}
DAYS = [date(2024, 5, 6), date(2024, 5, 7), date(2024, 5, 20), date(2024, 7, 1)]
TIMEXES = {
    day: Timex(200 + i, 201 + i, str(day), "DATE", str(day), None, str(day), day, day) for i, day in enumerate(DAYS)
}
DIALLO = Entity("e", "person:amara-diallo", "person", "Amara Diallo", (), "SN", (Mention(0, 6, "Diallo", "name"),))
READING = Reading((), (), tuple(PLACES.values()), (DIALLO,), (), (), (), ())


def told(
    to: str | None = "Mali",
    *,
    come_from: str | None = None,
    left: date | None = None,
    came: date | None = None,
    status: Status = "occurred",
    arrives: bool = False,
    mover: int = 0,
) -> MovementMention:
    return MovementMention(
        mover=Argument(mover, mover + 6, "Diallo" if not mover else "others", mover),
        trigger=Extent(300, 305, "moved"),
        evidence=Extent(0, 400, ""),
        origin=PLACES[come_from].start if come_from else None,
        destination=PLACES[to].start if to else None,
        departure=TIMEXES[left].start if left else None,
        arrival=TIMEXES[came].start if came else None,
        vehicle=None,
        purpose=None,
        status=status,
        factuality="CT+",
        arrives=arrives,
    )


def merged(*mentions: MovementMention, published: date | None = None) -> tuple[Movement, ...]:
    context = Context.of(Article("a", "text", published=published), READING, tuple(TIMEXES.values()))
    return merge_movements(mentions, [], context)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(told("Mali"), told("Bamako"), id="a city and its country"),
        pytest.param(told("Gao Region"), told("Gao"), id="a town and its province"),
        pytest.param(told("Mali", come_from="Dakar"), told("Mali"), id="an origin that only one tells"),
        pytest.param(
            told(None, come_from="Dakar"), told("Mali", come_from="Dakar"), id="leaving, and going from there"
        ),
        pytest.param(told(came=DAYS[0]), told(came=DAYS[1]), id="two days of one stay"),
        pytest.param(told(left=DAYS[0]), told(came=DAYS[1]), id="leaving, and arriving the day after"),
        pytest.param(told(status="planned"), told(came=DAYS[0]), id="the plan and what came of it"),
        pytest.param(told(status="planned"), told(status="cancelled"), id="the plan and its end"),
    ],
)
def test_movements_merge_reports_of_one_journey(one: MovementMention, other: MovementMention) -> None:
    (movement,) = merged(one, other)
    assert len(movement.reports) == 2
    assert len(merged(other, one)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(told("Bamako"), told("Gao"), id="two cities of one country"),
        pytest.param(told(came=DAYS[0]), told(came=DAYS[3]), id="two visits, months apart"),
        pytest.param(told(came=DAYS[0]), told(left=DAYS[2]), id="arriving before leaving"),
        pytest.param(told(None, come_from="Dakar"), told("Mali"), id="leaving somewhere, and going somewhere"),
        pytest.param(told(), told(mover=50), id="two movers"),
        pytest.param(told(), told(status="denied"), id="what took place and what is denied"),
        pytest.param(told(), told(status="cancelled"), id="what took place and what was called off"),
    ],
)
def test_movements_keep_different_journeys_apart(one: MovementMention, other: MovementMention) -> None:
    assert len(merged(one, other)) == 2


@pytest.mark.parametrize(
    ("mentions", "status"),
    [
        pytest.param([told(), told(status="ongoing")], "ongoing", id="set out and under way: not there yet"),
        pytest.param([told(status="ongoing"), told(arrives=True)], "occurred", id="arrived"),
        pytest.param([told(status="planned"), told(status="cancelled")], "cancelled", id="called off"),
        pytest.param(
            [told(status="hypothetical"), told(status="planned")], "planned", id="first possible, then planned"
        ),
        pytest.param(
            [told(status="planned", arrives=True), told(status="ongoing")], "ongoing", id="arrival only planned"
        ),
    ],
)
def test_movements_never_arrive_untold(mentions: list[MovementMention], status: Status) -> None:
    assert [movement.status for movement in merged(*mentions)] == [status]


def test_movements_dated_after_publication_are_plans() -> None:
    (movement,) = merged(told(came=DAYS[1], arrives=True), published=DAYS[0])
    assert movement.status == "planned"
    assert merged(told(came=DAYS[1], arrives=True), published=DAYS[1])[0].status == "occurred"


def test_movements_that_are_over_are_not_the_next_ones() -> None:
    mentions = (told(arrives=True), told(came=DAYS[3], status="planned"))
    assert [movement.status for movement in merged(*mentions, published=DAYS[0])] == ["occurred", "planned"]
    assert len(merged(*mentions, published=DAYS[3])) == 2


def test_movements_show_names_on_one_line() -> None:
    argument = Argument(50, 60, "prime\nminister", 50)
    (movement,) = merged(replace(told(mover=50), mover=argument))
    assert movement.mover.name == "prime minister"


def test_movements_that_are_planned_join_an_arrival_only_on_its_days() -> None:
    plan = told(came=DAYS[1], status="planned")
    assert [movement.status for movement in merged(plan, told(came=DAYS[0], arrives=True))] == ["occurred"]
    assert len(merged(plan, told(came=DAYS[3], arrives=True))) == 2
    assert len(merged(plan, told(arrives=True), published=DAYS[3])) == 2
    assert len(merged(told(status="planned"), told(came=DAYS[0], arrives=True))) == 2


def test_movements_are_as_specific_as_all_reports_together() -> None:
    (movement,) = merged(told("Mali", left=DAYS[0]), told("Bamako", come_from="Dakar"), told("Mali", came=DAYS[1]))
    assert movement.origin == PLACES["Dakar"]
    assert movement.destination == PLACES["Bamako"]
    assert movement.departure is not None
    assert movement.departure.first == DAYS[0]
    assert movement.arrival is not None
    assert movement.arrival.first == DAYS[1]
