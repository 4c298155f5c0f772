"""Plain newswire: what wire reports tell in a few set phrases, and what such phrases do not tell."""

from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.components import slots
from pipeline.domain import EventMention


def found(nlp: Language, text: str) -> tuple[EventMention, ...]:
    return slots.EVENTS.read(nlp(text))


def told(events: tuple[EventMention, ...]) -> set[tuple[str, str, str, str]]:
    """Type, doers, those it is done to, and status."""
    parties = ((", ".join(a.text for a in e.actors), ", ".join(r.text for r in e.recipients)) for e in events)
    return {(e.type, *sides, e.status) for e, sides in zip(events, parties, strict=True)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Insurgents hit a barracks on Friday.", ("ASSAULT", "Insurgents", "a barracks", "occurred")),
        ("The navy crushed the mutiny on Friday.", ("COERCE", "The navy", "", "occurred")),
        ("Drivers put up barricades on Friday.", ("PROTEST", "Drivers", "", "occurred")),
        ("The militia handed over 30 captives.", ("RETREAT", "The militia", "30 captives", "occurred")),
        ("Yemen fired a rocket on Friday.", ("MOBILIZE", "Yemen", "", "occurred")),
        ("The minister ordered checks of all ferries.", ("COERCE", "The minister", "", "occurred")),
        ("The rapper scrapped his tour on Friday.", ("BUSINESS", "The rapper", "", "occurred")),
        ("The brewers agreed on Friday to merge.", ("BUSINESS", "The brewers", "", "occurred")),
        ("Shareholders approved the takeover on Friday.", ("BUSINESS", "Shareholders", "", "occurred")),
        ("The Rockets traded Ola Berg to the Stars.", ("PERSONNEL", "The Rockets", "Ola Berg", "occurred")),
        ("Clinics in Porto treated 90 people for burns.", ("LIFE", "90 people", "", "occurred")),
        ("Villagers pulled two boys from the river.", ("AID", "Villagers", "two boys", "occurred")),
        ("Peru's government extended a state of alert.", ("LAW", "Peru's government", "", "occurred")),
        ("Prime Minister Ola Berg toured the flooded town.", ("CONSULT", "Ola Berg", "the flooded town", "occurred")),
        ("Trains between Lodz and Krakow were suspended.", ("BUSINESS", "", "", "occurred")),
        ("Pilots blocked the runway before police came.", ("PROTEST", "Pilots", "", "occurred")),
        ("Troops put up roadblocks on Friday.", ("COERCE", "Troops", "", "occurred")),
        ("Norvia's central bank left its rates unchanged.", ("BUSINESS", "Norvia's central bank", "", "occurred")),
        ("Fumes escaped from a tank in Ghent on Friday.", ("DISASTER", "", "", "occurred")),
        ("Two men fled, and a third was shot dead.", ("ASSAULT", "", "a third", "occurred")),
        ("Two nuns were deported on Friday.", ("COERCE", "", "Two nuns", "occurred")),
        ("Talks on the port broke off in May.", ("REJECT", "", "", "occurred")),
        ("The revolt was crushed in May.", ("COERCE", "", "", "occurred")),
        ("Its envoy in Lima was summoned in May.", ("ACCUSE", "", "Its envoy in Lima", "occurred")),
        ("The minister called the sale a provocation.", ("ACCUSE", "The minister", "", "occurred")),
        ("Ola Berg flew to Oslo for talks with the premier.", ("CONSULT", "Ola Berg", "the premier", "planned")),
        ("Shares in Norvik closed 2 percent lower.", ("BUSINESS", "Norvik", "", "occurred")),
        ("Peru closed the road on Friday.", ("COERCE", "Peru", "", "occurred")),
        ("Nurses returned to work on Friday.", ("CONCEDE", "Nurses", "", "occurred")),
        ("The militia handed over two pilots in Gao.", ("RETREAT", "The militia", "two pilots", "occurred")),
        ("Oman sent a rescue plane to Nepal.", ("AID", "Oman", "Nepal", "occurred")),
        ("He was released on Friday.", ("RETREAT", "", "He", "occurred")),
        ("The mayor lifted the evacuation order.", ("CONCEDE", "The mayor", "", "occurred")),
        ("They urged Peru to free the poet, who was jailed in May.", ("COERCE", "", "the poet", "occurred")),
    ],
)
def test_set_phrases_tell_who_did_what(nlp: Language, text: str, expected: tuple[str, str, str, str]) -> None:
    kind, actor, recipient, status = expected
    events = told(found(nlp, text))
    assert any((kind, recipient, status) == (k, r, s) and actor in a for k, a, r, s in events), events


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The woman faces up to nine years in prison.", "JUSTICE"),
        ("Berg said he had been made a scapegoat.", "PERSONNEL"),
        ("The prosecutor said two men stole the car.", "ACCUSE"),
        ("The union said it would fight the closure.", "BUSINESS"),
        ("The school sent pupils home.", "RETREAT"),
        ("She is survived by two sons.", "LIFE"),
        ("The visit is the first since May. Peru sells copper to Japan.", "BUSINESS"),
        ("Berg dismissed the editor for what he called cowardly coverage.", "ACCUSE"),
        ("The fund predicted that prices will rise by 2 percent.", "BUSINESS"),
    ],
)
def test_other_senses_tell_of_none(nlp: Language, text: str, kind: str) -> None:
    assert kind not in {event.type for event in found(nlp, text)}


def test_a_raid_in_which_somebody_is_detained_is_no_second_event(nlp: Language) -> None:
    assert [event.type for event in found(nlp, "Five men were detained in raids in Ghent.")] == ["COERCE"]


def test_what_somebody_returned_from_has_not_the_day_of_the_return(nlp: Language) -> None:
    (visit,) = found(nlp, "Chancellor Ola Berg returned from a trip to Peru on Friday.")
    assert (visit.type, visit.timex) == ("CONSULT", None)


def test_the_day_whose_dawn_a_deed_came_before_is_its_day(nlp: Language) -> None:
    (raid,) = found(nlp, "Gunmen attacked a jail in Ghent before dawn on Friday.")
    assert raid.dating == "told"
    assert raid.timex is not None


def test_what_one_figure_does_is_not_what_another_does(nlp: Language) -> None:
    moves = found(nlp, "The franc fell 2 percent on Friday. Stocks rose 3 percent on Friday.")
    assert len({move.happening for move in moves}) == 2


def test_pasts_in_a_row_behind_a_report_are_of_its_subject(nlp: Language) -> None:
    text = "Berg said the army had dissolved parliament, suspended the constitution and closed the borders."
    doers = {party.text for event in found(nlp, text) if event.type != "STATEMENT" for party in event.actors}
    assert doers == {"the army"}


def test_whose_relative_did_it_is_no_part_of_the_name(nlp: Language) -> None:
    events = found(nlp, "Police arrested a man whose brother had attacked the mayor.")
    assert "brother" in {party.text for event in events for party in event.actors}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two sisters were found strangled in Ghent.", ("ASSAULT", "", "Two sisters", "occurred")),
        (
            "The Oslo chapter of the Quist Institute and the Norvia Coalition filed suit on Monday.",
            (
                "JUSTICE",
                "The Oslo chapter of the Quist Institute, the Norvia Coalition",
                "",
                "occurred",
            ),
        ),
        ("Chad allowed the rebels to leave.", ("CONCEDE", "Chad", "the rebels", "occurred")),
        ("Storm Alice killed three farmers in Leeds on Friday.", ("LIFE", "", "three farmers", "occurred")),
    ],
)
def test_participles_bodies_and_leave_tell_who_did_what(
    nlp: Language, text: str, expected: tuple[str, str, str, str]
) -> None:
    assert expected in told(found(nlp, text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ghana's law allows doctors to end lives.", "CONCEDE"),
        ("Pills are sometimes taken by accident.", "DISASTER"),
        ("The plan is a recipe for disaster.", "DISASTER"),
        ("The vote caused a political earthquake.", "DISASTER"),
        ("The release stated that each village thinks the shop is theirs.", "RETREAT"),
        ("Berg served as an alderman for 16 years.", "JUSTICE"),
        ("The movement has campaigned for the girl's release.", "ELECTION"),
        ("Fireworks exploded above the stadium.", "DISASTER"),
        ("The Rovers won the playoff in overtime, a referee said, and ended their drought.", "DISASTER"),
    ],
)
def test_rules_polls_and_figures_of_speech_tell_of_none(nlp: Language, text: str, kind: str) -> None:
    assert kind not in {event.type for event in found(nlp, text)}


def test_a_poll_is_not_of_the_place_that_it_was_taken_in(nlp: Language) -> None:
    assert not any(event.actors for event in found(nlp, "A poll in Ghana shows the premier is behind."))
