"""Politics, war and protest: who did what in the phrases of international news, and what such phrases do not tell."""

from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.components import slots
from pipeline.domain import EventMention


def found(nlp: Language, text: str) -> tuple[EventMention, ...]:
    return slots.EVENTS.read(nlp(text))


def told(events: tuple[EventMention, ...]) -> list[tuple[str, str, str, str]]:
    """Type, doers, those it is done to, and status."""
    parties = ((", ".join(a.text for a in e.actors), ", ".join(r.text for r in e.recipients)) for e in events)
    return [(e.type, *sides, e.status) for e, sides in zip(events, parties, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Students used the app to organise protests against Peru.", ("PROTEST", "Students", "Peru", "occurred")),
        ("Accused of fraud, Ola Berg resigned.", ("ACCUSE", "", "Ola Berg", "occurred")),
        ("Two clerks were sent home and were met by soldiers.", ("CONSULT", "soldiers", "Two clerks", "occurred")),
        ("The ruling sparked protests in Quito on Friday.", ("PROTEST", "", "", "occurred")),
        ("Oman is joining forces with Yemen.", ("COOPERATE", "Oman", "Yemen", "ongoing")),
        ("The clash ended with nine sailors dead.", ("ASSAULT", "", "", "occurred")),
        (
            "Ola Berg won the seat, beating Ada Lund and Per Dahl.",
            ("ELECTION", "Ola Berg", "Ada Lund, Per Dahl", "occurred"),
        ),
        ("The union called a strike for Monday in Oslo.", ("PROTEST", "The union", "", "planned")),
        ("The king called an election for May 9.", ("ELECTION", "The king", "", "planned")),
        ("Chad blocked the app in May.", ("COERCE", "Chad", "", "occurred")),
        ("Qatar secured the release of nine pilots.", ("RETREAT", "Qatar", "nine pilots", "occurred")),
        ("The court ruled to send six men to jail.", ("JUSTICE", "The court", "six men", "occurred")),
        ("The court ruled that six miners must be freed.", ("JUSTICE", "The court", "six miners", "occurred")),
        ("Peru's parliament voted to approve Chad's bid.", ("AGREE", "Peru's parliament", "Chad", "occurred")),
        ("The ceasefire took effect on Friday.", ("RETREAT", "", "", "occurred")),
        ("Police foiled a plot to bomb a market in Oslo.", ("ASSAULT", "", "", "denied")),
        ("The mayor may be reluctant to meet the envoy.", ("REJECT", "The mayor", "the envoy", "hypothetical")),
        ("No Greens have announced plans to run in the May election.", ("ELECTION", "No Greens", "", "denied")),
        ("Miners were heading to Lima to join the planned march.", ("PROTEST", "Miners", "", "planned")),
        ("The union plans a series of marches starting on May 9.", ("PROTEST", "The union", "", "planned")),
        ("In the event Ola Berg was hurt, the crew would stop.", ("LIFE", "", "Ola Berg", "hypothetical")),
        ("State-run television showed talks between Oman and Chad.", ("CONSULT", "Oman, Chad", "", "occurred")),
        ("Japan evacuated 90 villagers from Goma.", ("AID", "Japan", "90 villagers", "occurred")),
        ("The board ordered a recount on Friday.", ("ELECTION", "The board", "", "occurred")),
        ("North Korea test-fired two ballistic missiles into the sea.", ("MOBILIZE", "North Korea", "", "occurred")),
        ("All of the schools in Lima have been closed.", ("BUSINESS", "", "", "occurred")),
        ("A ban on protests was lifted on Friday.", ("CONCEDE", "", "", "occurred")),
        ("A deal was reached in Oslo on Friday.", ("AGREE", "", "", "occurred")),
        ("The minister ruled out sending troops to Chad.", ("REJECT", "The minister", "Chad", "occurred")),
        ("Officials voiced concern that floods could hurt Chad.", ("ACCUSE", "Officials", "", "occurred")),
        ("The senator blamed the law for hurting Greeks.", ("ACCUSE", "The senator", "", "occurred")),
    ],
)
def test_politics_tells_who_did_what(nlp: Language, text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in told(found(nlp, text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ola Berg claims that he should be spared.", "REQUEST"),
        ("The donors asked who will occupy the White House.", "ASSAULT"),
        ("The premier will launch a media blitz in May.", "ASSAULT"),
        ("The latest opinion poll released Friday was close.", "ELECTION"),
        ("A speech to the nation that capped a night of drama was short.", "LAW"),
        ("The ministry is calling the outbreak grave.", "DISASTER"),
        ("Ola Berg beat out Per Dahl, who had held the seat.", "CONCEDE"),
        ("The council imposed a quota on Norway.", "REQUEST"),
        ("The council extended the mission's mandate.", "COERCE"),
        ("Norvik evacuated its staff from Basra.", "SANCTION"),
        ("The coalition collapsed on Friday.", "BUSINESS"),
        ("Lund leads, a poll published on Friday showed.", "ELECTION"),
        ("The ruling has made Ada Lund into such a hero that Ola Berg said she would win.", "PERSONNEL"),
        ("The patrol was met by rebels throwing grenades.", "CONSULT"),
        ("The strike on the port ended with six dead.", "RETREAT"),
    ],
)
def test_phrases_of_politics_that_tell_of_no_such_event(nlp: Language, text: str, kind: str) -> None:
    assert kind not in {event.type for event in found(nlp, text)}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("The army seized the port city of Basra on Friday.", "Basra", id="city of a name"),
        pytest.param("Students marched through Lagos on Friday.", "Lagos", id="through"),
        pytest.param("Iran summoned the envoy over the burning of a flag in Oslo.", None, id="of the reason"),
    ],
)
def test_where_it_is(nlp: Language, text: str, place: str | None) -> None:
    (event, *_) = found(nlp, text)
    assert (text.index(place) if place else None) == event.place


def test_a_document_that_is_published_is_published_to_nobody_it_names(nlp: Language) -> None:
    assert ("STATEMENT", "The ministry", "", "occurred") in told(found(nlp, "The ministry published U.S. photos."))
