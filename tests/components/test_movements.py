from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from spacy.language import Language

from benchmarks.movements import PRECISION, RECALL, Outcome, outcomes, own_sentences, settled, table
from pipeline.components import slots
from pipeline.domain import MovementMention

Read = Callable[[str], list[MovementMention]]


@cache
def measured(name: str) -> tuple[Outcome, ...]:
    return tuple(outcomes(own_sentences(name)))


SETS = ["movements", "movements_unseen", "movements_others"]


@pytest.mark.parametrize("name", SETS)
def test_movements_of_our_own_sentences_are_found_and_right(name: str) -> None:
    found = table(measured(name))
    assert found["precision"] >= PRECISION
    assert found["recall"] >= RECALL


@pytest.mark.parametrize("name", SETS)
def test_movements_are_never_drawn_as_done_when_they_are_not(name: str) -> None:
    for outcome in measured(name):
        open_ones = {
            (each.mover, each.destination) for each in outcome.sentence.movements if settled(each.status) != "told"
        }
        done = [each for each in outcome.wrong if settled(each.status) == "told" and each.destination is not None]
        for movement in done:
            assert not any(
                mover in movement.mover.name and movement.destination and movement.destination.text == place
                for mover, place in open_ones
            ), outcome.sentence.text


@pytest.mark.parametrize("name", SETS)
def test_movements_are_none_where_nothing_moves(name: str) -> None:
    still = [outcome for outcome in measured(name) if not outcome.sentence.movements]
    assert len(still) > 5
    assert [outcome.sentence.text for outcome in still if outcome.found] == []


@pytest.fixture
def told(nlp: Language) -> Read:
    return lambda text: list(slots.MOVEMENTS.read(nlp(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The minister flew to Lima on Friday.", ["occurred"], id="past"),
        pytest.param("The minister flew to Lima the next day.", ["occurred"], id="past, the next day"),
        pytest.param("The minister will fly to Lima on Friday.", ["planned"], id="future"),
        pytest.param("The minister flies to Lima on Friday.", ["planned"], id="timetable"),
        pytest.param("Minister flies to Lima", ["ongoing"], id="headline: set out, not there"),
        pytest.param("Minister arrives in Lima", ["occurred"], id="headline: there"),
        pytest.param("Minister to visit Lima", ["planned"], id="headline: infinitive"),
        pytest.param("The minister was flying to Lima when the news broke.", ["ongoing"], id="past progressive"),
        pytest.param("The minister is due in Lima on Friday.", ["planned"], id="due"),
        pytest.param("The minister is expected in Lima on Friday.", ["planned"], id="expected"),
        pytest.param("The minister spoke to reporters before her trip to Lima.", ["planned"], id="before"),
        pytest.param("The minister will speak to reporters during a visit to Lima.", ["planned"], id="during, to come"),
        pytest.param("The minister spoke to reporters during a visit to Lima.", ["occurred"], id="during, past"),
        pytest.param("The minister may fly to Lima.", ["hypothetical"], id="may"),
        pytest.param("The minister was invited to visit Lima.", ["hypothetical"], id="invited"),
        pytest.param("The minister never visited Lima.", ["denied"], id="never"),
        pytest.param("The minister failed to reach Lima.", ["denied"], id="failed"),
        pytest.param("The minister will skip Lima.", ["denied"], id="skipped"),
        pytest.param("The minister cancelled his visit to Lima.", ["cancelled"], id="cancelled"),
        pytest.param("The minister is on a tour of Peru and Chile.", ["ongoing"] * 2, id="on a tour, somewhere on it"),
        pytest.param(
            "The minister's tour includes stops in Lima and Quito.", ["planned"] * 2, id="what a tour includes"
        ),
        pytest.param("The minister left Quito for a visit to Peru.", ["occurred", "ongoing"], id="left for, not there"),
        pytest.param("The minister almost reached Lima.", ["denied"], id="almost"),
        pytest.param(
            "Making her first trip to Lima, the minister is due to land on Friday.", ["planned"], id="participle"
        ),
        pytest.param("The ministry will not send arms to Lima.", [], id="goods that are not sent"),
        pytest.param("All ships arriving in Lima are searched.", [], id="whoever does so"),
        pytest.param("The minister flies to Lima every year.", [], id="habit"),
        pytest.param("The minister has visited Lima four times.", [], id="several times"),
        pytest.param("Tourists fly to Lima.", [], id="nobody in particular"),
        pytest.param("The minister comes from Lima.", [], id="where someone is from"),
        pytest.param("The ferry crosses to Lima five times a day.", [], id="so many times a day"),
        pytest.param("The minister was on a tour of nine African states.", [], id="places that are only counted"),
        pytest.param("The minister had been expected to land in Lima on Friday.", ["hypothetical"], id="past plan"),
        pytest.param("The minister was to have toured Lima in May.", ["hypothetical"], id="past plan, perfect"),
        pytest.param("The minister, who had been due in Lima, fell ill.", ["hypothetical"], id="past plan, due"),
        pytest.param(
            "The minister, who was to sail on to Quito, flew home to Lima instead.",
            ["cancelled", "occurred"],
            id="past plan, replaced",
        ),
        pytest.param(
            "The minister had hoped to visit Lima but the journey was called off.",
            ["cancelled", "cancelled"],
            id="called off in the next clause",
        ),
        pytest.param(
            "The trip was called off, her office said. The minister had been due to sail to Lima.",
            ["cancelled", "hypothetical"],
            id="called off before it is told",
        ),
        pytest.param("The minister left Lima. The trip was called off.", ["occurred"], id="no plan to call off"),
        pytest.param(
            "The minister's tour, which takes in Lima and Quito, begins on Monday.", ["planned"] * 2, id="takes in"
        ),
        pytest.param("The minister's trip to Lima had to be abandoned.", ["cancelled"], id="had to be abandoned"),
        pytest.param("The minister gave up on a tour of Peru.", ["cancelled"], id="gave up on"),
        pytest.param("The minister is mulling a trip to Lima.", ["hypothetical"], id="mulled"),
        pytest.param("The minister visited Quito before flying to Lima.", ["occurred"] * 2, id="stop before flying on"),
        pytest.param(
            "The minister has come to Peru, landing in Lima at dawn.", ["occurred"] * 2, id="participle of one who came"
        ),
        pytest.param("The minister will be in Lima on Friday.", ["planned"], id="will be there"),
        pytest.param("The minister said he had no intention of going to Lima.", ["denied"], id="no intention of"),
        pytest.param("The ferry was to sail to Lima but never left.", ["cancelled"], id="never left"),
        pytest.param("Rifles bound for Lima were seized.", ["planned"], id="held up on the way"),
        pytest.param(
            "The minister had intended to visit Lima, but the mission was cancelled.",
            ["cancelled"],
            id="blocked in the next clause",
        ),
        pytest.param("The minister took up a post in Lima.", [], id="took up"),
        pytest.param("It was the first visit to Lima by a Kenyan minister.", [], id="first of its kind, by anyone"),
        pytest.param("The line carries 900 passengers a day to Lima.", [], id="rate"),
        pytest.param("The minister's tour took in Lima and Quito.", ["occurred"] * 2, id="took in"),
        pytest.param(
            "The minister is due in Quito, her final stop before her return to Lima.", ["planned"] * 2, id="stop before"
        ),
    ],
)
def test_movements_stand_as_the_clause_tells_them(told: Read, text: str, expected: list[str]) -> None:
    assert [mention.status for mention in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The minister flew from Quito to Lima.", ["plane"], id="verb"),
        pytest.param("The minister travelled to Lima by train.", ["train"], id="by"),
        pytest.param("The minister flew to Lima by helicopter.", ["helicopter"], id="by, over the verb"),
        pytest.param("The minister took a bus to Lima.", ["bus"], id="taken"),
        pytest.param("The minister's plane landed in Lima.", ["plane"], id="owned"),
        pytest.param("A ship carrying the minister docked in Lima.", ["ship"], id="carrying"),
        pytest.param("The minister went to Lima.", [None], id="untold"),
    ],
)
def test_movements_name_the_vehicle_that_the_text_names(told: Read, text: str, expected: list[str | None]) -> None:
    found = told(text)
    assert [mention.vehicle for mention in found] == expected
    assert all("minister" in mention.mover.text for mention in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The envoy left Quito and is heading to Lima.", [("Quito", "Lima")] * 2, id="left and heading"),
        pytest.param("The envoy left Quito and visited Lima.", [("Quito", "Lima")] * 2, id="left and visited"),
        pytest.param(
            "The envoy left Quito and will visit Lima.", [("Quito", None), (None, "Lima")], id="left, to visit"
        ),
        pytest.param(
            "The envoy flew to Quito, then on to Lima.", [(None, "Quito"), ("Quito", "Lima")], id="then on to"
        ),
        pytest.param("The envoy visited Quito and Lima.", [(None, "Quito"), (None, "Lima")], id="two stops, no chain"),
        pytest.param(
            "The envoy arrived in Quito on his way to Lima.", [(None, "Quito"), ("Quito", "Lima")], id="on the way"
        ),
        pytest.param(
            "The envoy will visit Quito before flying to Lima.",
            [(None, "Quito"), ("Quito", "Lima")],
            id="before flying",
        ),
        pytest.param(
            "After visiting Quito, the envoy flew to Lima.", [(None, "Quito"), ("Quito", "Lima")], id="after visiting"
        ),
        pytest.param(
            "After a visit to Quito, the envoy flew to Lima.", [(None, "Quito"), ("Quito", "Lima")], id="after a visit"
        ),
        pytest.param("After a day in Quito, the envoy went on to Lima.", [("Quito", "Lima")], id="after a day"),
        pytest.param("Troops withdrew from Quito.", [("Quito", None)], id="origin alone"),
        pytest.param("The envoy arrived in Lima.", [(None, "Lima")], id="origin untold stays unknown"),
    ],
)
def test_movements_chain_legs_only_where_told(
    nlp: Language, text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    doc = nlp(text)
    names: dict[int | None, str | None] = {place.start: place.name for place in slots.PLACES.read(doc)} | {None: None}
    found = slots.MOVEMENTS.read(doc)
    assert [(names[mention.origin], names[mention.destination]) for mention in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Kenyan President Otieno met reporters in Lima.", 1, id="abroad"),
        pytest.param("Kenyan President Otieno met reporters in Nairobi.", 0, id="at home"),
        pytest.param("President Otieno met reporters in Lima.", 0, id="of unknown home"),
        pytest.param("The Kenyan ambassador, Otieno, met reporters in Lima.", 0, id="at his post"),
        pytest.param("Kenyan-born mayor Otieno met reporters in Lima.", 0, id="born elsewhere"),
        pytest.param("Kenyan President Otieno criticized the war in Mali.", 0, id="spoken about, not there"),
        pytest.param("In a speech in Lima, Kenyan President Otieno criticized the war in Mali.", 1, id="speech there"),
        pytest.param("Kenyan President Otieno is in Lima for talks.", 1, id="there for talks"),
        pytest.param("Kenyan President Otieno signed the treaty in Lima.", 1, id="signed there"),
        pytest.param("Kenyan President Otieno spent two days in Lima.", 1, id="spent days there"),
        pytest.param("Kenyan President Otieno met the king in the Peruvian capital, Lima.", 1, id="in the capital"),
        pytest.param("Kenyan President Otieno will hold talks in Lima and Quito.", 2, id="in two places"),
        pytest.param("During a press conference in Lima, Kenyan President Otieno denied it.", 1, id="conference there"),
    ],
)
def test_movements_take_being_abroad_for_having_come(told: Read, text: str, expected: int) -> None:
    assert len(told(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A pirogue called at Dakar on Friday.", ["pirogue"], id="a ship calls at a port"),
        pytest.param("The officer called at Lima on Friday.", [], id="a caller"),
        pytest.param("The freighter turned back to Aden.", ["freighter"], id="turns back"),
        pytest.param("Police turned the migrants back to Turkey.", ["migrants"], id="is turned back"),
        pytest.param("Two nurses accompanied the bishop to Quito.", ["nurses", "bishop"], id="in company"),
        pytest.param("Two drug barons were extradited to Quito.", ["barons"], id="whoever is extradited"),
        pytest.param("Peru shipped the turbines to Quito.", ["turbines"], id="whatever is shipped"),
        pytest.param("Forty tonnes of plasma arrived in Quito.", ["plasma"], id="whatever is weighed"),
        pytest.param("A convoy of forty lorries rolled into Quito.", ["convoy"], id="convoy of vehicles"),
        pytest.param("A jet carrying two nurses touched down in Quito.", ["nurses"], id="verb taken for a participle"),
        pytest.param("Rebels advanced on Quito.", ["Rebels"], id="on a place"),
        pytest.param("The delegation was back in Nairobi yesterday.", ["delegation"], id="was back"),
        pytest.param("The delegation is due back in Nairobi on Sunday.", ["delegation"], id="due back"),
    ],
)
def test_movements_are_of_whoever_goes_along(told: Read, text: str, expected: list[str]) -> None:
    found = told(text)
    assert len(found) == len(expected)
    assert all(noun in mention.mover.text for noun, mention in zip(expected, found, strict=True))


def test_movements_lead_to_the_capital_that_the_text_names(nlp: Language) -> None:
    doc = nlp("The envoy was in Tirana on Sunday. He had flown to the Albanian capital from Ankara.")
    names = {place.start: place.name for place in slots.PLACES.read(doc)}
    found = [mention.destination for mention in slots.MOVEMENTS.read(doc)]
    assert [names[place] for place in found if place is not None][-1] == "Tirana"


def test_movements_give_the_visit_to_whoever_came(nlp: Language) -> None:
    text = "Otieno will visit Quito in May. The visit will be part of a trip to Peru and Chile."
    found = slots.MOVEMENTS.read(nlp(text))
    assert [(mention.mover.text, mention.status) for mention in found] == [("Otieno", "planned")] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The envoy arrived in Lima on [Friday].", "arrival", id="of the verb"),
        pytest.param("The envoy left Lima on [Friday].", "departure", id="of leaving"),
        pytest.param(
            "Nobody forgot [March 1998], when the envoy visited Lima.", "arrival", id="that its clause describes"
        ),
        pytest.param("The envoy flew from Quito to Lima on [Friday].", "departure", id="of setting out"),
        pytest.param("The envoy returned to Lima from Quito on [Friday].", "arrival", id="of coming back"),
        pytest.param(
            "The envoy will pay a visit to Lima on [Friday].", "arrival", id="of the verb that bears the noun"
        ),
        pytest.param("The envoy is expected on [Friday] to arrive in Lima.", "arrival", id="of the verb that plans"),
        pytest.param("Kenyan envoy Otieno will attend [next month]'s summit in Lima.", "arrival", id="of the occasion"),
        pytest.param("In jail since 2011, the envoy arrived in Lima [today].", "arrival", id="not since when"),
        pytest.param("The envoy flew to Lima [the next day].", "arrival", id="the next day of a story"),
        pytest.param(
            "The envoy fell ill on [Friday] during a visit to Lima.", "arrival", id="of what is done meanwhile"
        ),
        pytest.param("On [Friday], radio said that the envoy had landed in Lima.", "arrival", id="told as news"),
        pytest.param("On Friday, radio said that the envoy had travelled to Lima.", None, id="told some time later"),
    ],
)
def test_movements_are_dated_by_their_own_time(nlp: Language, text: str, expected: str | None) -> None:
    at = text.find("[")
    (mention,) = slots.MOVEMENTS.read(nlp(text.replace("[", "").replace("]", "")))
    found = {"departure": mention.departure, "arrival": mention.arrival}
    assert found == {"departure": None, "arrival": None} | ({expected: at} if expected else {})


def test_movements_name_purpose_and_time(nlp: Language) -> None:
    text = "The envoy flew to Lima on Friday to sign a treaty."
    doc = nlp(text)
    (mention,) = slots.MOVEMENTS.read(doc)
    assert mention.purpose == "to sign a treaty"
    assert mention.arrival == text.index("Friday")
    assert mention.evidence.text == text
    assert mention.trigger.text == "flew"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("Ana Weber was the first minister to visit Bogota after the war.", "occurred", id="the first to"),
        pytest.param("Ana Weber was barred from entering Chad on Monday.", None, id="kept from it"),
        pytest.param("Ana Weber refrained from visiting Chad.", "denied", id="one's own choice"),
    ],
)
def test_movements_of_those_who_could_or_would_not_go(nlp: Language, text: str, status: str | None) -> None:
    told = slots.MOVEMENTS.read(nlp(text))
    assert [movement.status for movement in told] == ([] if status is None else [status])
