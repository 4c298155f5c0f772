"""Whole sentences, with every movement that they tell of as "mover: origin > destination, status, vehicle"."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.analysis import analyse
from pipeline.domain import Article, Movement

PUBLISHED = date(2022, 3, 17)


def worded(movement: Movement) -> str:
    start, end = (place.name if place else "-" for place in (movement.origin, movement.destination))
    by = f", {movement.vehicle}" if movement.vehicle else ""
    return f"{movement.mover.name}: {start} > {end}, {movement.status}{by}"


def told(text: str) -> list[str]:
    article = Article("article", text, published=PUBLISHED, published_basis="given")
    return sorted(map(worded, analyse(article).movements))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Floods hit Malawi and Zambia. Poland flew tents to both countries.",
            ["tents: - > Malawi, occurred, plane", "tents: - > Zambia, occurred, plane"],
            id="both countries",
        ),
        pytest.param(
            "Rain cut off Butare. Egypt sent engineers there.", ["engineers: - > Butare, occurred"], id="there"
        ),
        pytest.param(
            "HARARE, Zimbabwe (AP) - The Belgian premier arrived here on Tuesday.",
            ["The Belgian premier: - > Harare, occurred"],
            id="here is where the article was written",
        ),
        pytest.param("The Belgian premier arrived here on Tuesday.", [], id="here without a dateline"),
        pytest.param(
            "ACCRA, Ghana (AP) - The Belgian premier's state visit ends on Sunday.",
            ["The Belgian premier: - > Accra, planned"],
            id="visit where the article was written",
        ),
        pytest.param("ACCRA, Ghana (AP) - The Ghanaian premier's state visit ends on Sunday.", [], id="no visitor"),
        pytest.param(
            "Two Latvian skaters fell ill and flew home.",
            ["Two Latvian skaters: - > Latvia, occurred, plane"],
            id="home",
        ),
        pytest.param(
            "The premier will visit three towns, including Kigoma and Tabora.",
            ["The premier: - > Kigoma, planned", "The premier: - > Tabora, planned"],
            id="listed",
        ),
        pytest.param(
            "Fire broke out in Corfu. Nurses hurried to the island.", ["Nurses: - > Corfu, occurred"], id="taken up"
        ),
    ],
)
def test_motion_places_outside_the_clause(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Latvia expelled a Chadian and two Swedes.",
            ["Swedes: Latvia > -, occurred", "a Chadian: Latvia > -, occurred"],
            id="by a state",
        ),
        pytest.param(
            "Latvia has kicked out two Swedes. Three Chadians were deported as well.",
            ["Chadians: Latvia > -, occurred", "Swedes: Latvia > -, occurred"],
            id="by the same state",
        ),
        pytest.param("Three Chadians were deported as well.", [], id="by nobody"),
        pytest.param(
            "Peru called its high commissioner back from Fiji.",
            ["its high commissioner: Fiji > -, occurred"],
            id="back",
        ),
        pytest.param("The coach threw out two players.", [], id="by no state"),
        pytest.param("Uganda recalled its ambassador to Egypt.", ["its ambassador: Egypt > -, occurred"], id="envoy"),
        pytest.param(
            "Norway withdrew its soldiers from Kabul.", ["its soldiers: Kabul > -, occurred"], id="soldiers from"
        ),
    ],
)
def test_motion_of_who_is_expelled_or_recalled(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Rifles bound for Mali were shipped through Senegal.", ["Rifles: - > Mali, ongoing"], id="bound for"
        ),
        pytest.param("The looms went by rail to Lodz.", ["The looms: - > Łódź, occurred, train"], id="by vehicle"),
        pytest.param(
            "A second crate of samples from Lagos reached Bremen.",
            ["samples: Lagos > Bremen, occurred"],
            id="from where goods are",
        ),
        pytest.param(
            "Tourists from Lagos arrived in Bremen.",
            ["Tourists from Lagos: - > Bremen, occurred"],
            id="not from where persons are",
        ),
        pytest.param(
            "An air ambulance took the singer to Perth.", ["the singer: - > Perth, occurred, plane"], id="two words"
        ),
        pytest.param(
            "Villagers fled to Herat in convoys of buses.",
            ["Villagers: - > Herat, occurred, bus"],
            id="measured vehicles",
        ),
        pytest.param(
            "Deportees were herded onto buses to Bilbao.", ["Deportees: - > Bilbao, occurred, bus"], id="put aboard"
        ),
        pytest.param("Deportees were put on trial in Bilbao.", [], id="put on no vehicle"),
        pytest.param("A letter from Riga reached Bremen.", [], id="mail"),
        pytest.param("The talks moved from Riga to Bremen.", [], id="talks"),
        pytest.param("The lorry went off the road in Bremen.", [], id="off the road"),
        pytest.param("Airbus hailed a maiden flight to Bremen.", [], id="maiden flight"),
        pytest.param(
            "The singer boarded a flight bound for Lagos in Bremen.",
            ["The singer: Bremen > Lagos, occurred, plane"],
            id="boarded a flight",
        ),
    ],
)
def test_motion_of_goods_and_their_vehicles(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Envoy Ola Lund set off for Tonga. Lund thanked staff before leaving Ottawa.",
            ["Ola Lund: Ottawa > Tonga, occurred"],
            id="before leaving",
        ),
        pytest.param(
            "Ten Swedes left Gabon yesterday. The nurses were taken to Porto.",
            ["Swedes: Gabon > Porto, occurred"],
            id="plural taken up",
        ),
        pytest.param(
            "Ola Lund landed in Riga, and an aide spoke during the flight from Oslo.",
            ["Ola Lund: Oslo > Riga, occurred, plane"],
            id="during the flight",
        ),
        pytest.param(
            "Ola Lund left Lima on Monday and came to Quito on Tuesday.",
            ["Ola Lund: Lima > Quito, occurred"],
            id="coordinated",
        ),
        pytest.param(
            "Ola Lund visited Oslo. She left Norway on Tuesday.",
            ["Ola Lund: - > Oslo, occurred", "Ola Lund: Norway > -, occurred"],
            id="country of the city",
        ),
        pytest.param(
            "Ola Lund visited Lagos. She left Norway for good later.",
            ["Ola Lund: - > Lagos, occurred", "Ola Lund: Norway > -, occurred"],
            id="told in another order",
        ),
        pytest.param(
            "Ola Lund left Norway. Emil Dahl flew to Lagos.",
            ["Emil Dahl: - > Lagos, occurred, plane", "Ola Lund: Norway > -, occurred"],
            id="two movers",
        ),
    ],
)
def test_motion_joins_two_halves_of_a_journey(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The mayor announced a bike tour, with stops in Gera and Jena.",
            ["The mayor: - > Gera, planned", "The mayor: - > Jena, planned"],
            id="with stops",
        ),
        pytest.param(
            "The pope's diary shows a trip to Malta and a visit to Cyprus.",
            ["The pope: - > Cyprus, planned", "The pope: - > Malta, planned"],
            id="itinerary",
        ),
        pytest.param(
            '"Our agenda lists a stop in Samoa," Major Tom Reed said.', ["Tom Reed: - > Samoa, planned"], id="speaker"
        ),
        pytest.param(
            "Ida Moe will spend three hours in Turku and two in Oulu.",
            ["Ida Moe: - > Oulu, planned", "Ida Moe: - > Turku, planned"],
            id="hours",
        ),
        pytest.param("Ida Moe will spend three years in Turku.", [], id="years"),
        pytest.param("On Friday Ida Moe appeared in Turku.", ["Ida Moe: - > Turku, occurred"], id="on a day"),
        pytest.param("Ida Moe has been in Turku since Friday.", [], id="since a day"),
        pytest.param(
            "Fans met Ida Moe and Jon Lie. The two writers flew to Turku.",
            ["Ida Moe: - > Turku, occurred, plane", "Jon Lie: - > Turku, occurred, plane"],
            id="each of two",
        ),
        pytest.param(
            "The sultan greeted visiting Irish Prime Minister Sean Daly in Muscat.",
            ["Sean Daly: - > Muscat, occurred"],
            id="visiting guest",
        ),
        pytest.param(
            "The sultan spoke in Salalah, where he is receiving Iran's Prime Minister Reza Amini for talks.",
            ["Reza Amini: - > Salalah, ongoing"],
            id="where a host is",
        ),
        pytest.param(
            "Ida Moe was visiting her uncle Rolf in Turku.", ["Ida Moe: - > Turku, occurred"], id="visiting someone"
        ),
    ],
)
def test_motion_stops_and_hosts(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ida Moe will visit Malta in May. A longer tour was planned first, but that trip was scrapped.",
            ["Ida Moe: - > Malta, planned"],
            id="another plan",
        ),
        pytest.param(
            "Ida Moe will visit Malta in May. The trip was scrapped.", ["Ida Moe: - > Malta, cancelled"], id="this plan"
        ),
        pytest.param(
            "Ida Moe will visit Malta in May. If she visits Valletta, crowds may gather.",
            ["Ida Moe: - > Malta, planned"],
            id="a possibility tells no place",
        ),
        pytest.param("Swedes travelling to Gabon may need a visa.", [], id="advice"),
        pytest.param("The court may fine landlords who moved to Gabon.", [], id="whoever did"),
        pytest.param(
            "The court may fine two landlords who moved to Gabon.", ["two landlords: - > Gabon, occurred"], id="the two"
        ),
        pytest.param("Leeds United travelled to Bergen.", ["Leeds United: - > Bergen, occurred"], id="club"),
        pytest.param("Siemens returned to Norway.", [], id="company"),
        pytest.param(
            "If Ida Moe speaks in Gozo while visiting Malta, crowds will gather.",
            ["Ida Moe: - > Malta, hypothetical"],
            id="circumstance of a possibility",
        ),
        pytest.param(
            "Ida Moe is planning to join friends on her way to Bonn.",
            ["Ida Moe: - > Bonn, planned"],
            id="way of a plan",
        ),
        pytest.param(
            "Nurses who wept when Biko took power and are returning to Lagos sang.",
            ["Nurses: - > Lagos, ongoing"],
            id="subject that agrees",
        ),
    ],
)
def test_motion_status_of_plans(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_motion_says_why() -> None:
    article = Article("article", "Ola Lund will fly to Lagos on Friday.", published=PUBLISHED)
    (movement,) = analyse(article).movements
    assert {"motion.going:fly", "status.planned", "time:Friday"} <= set(movement.why)
