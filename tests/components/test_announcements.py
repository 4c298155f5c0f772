"""Days of deeds that are made known in words, of what comes later, and of what was still to come."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from pipeline.analysis import read
from pipeline.assembly import assemble
from pipeline.domain import Article, Event, EventType, article_id

PUBLISHED = date(2018, 10, 19)
MONDAY, TUESDAY = date(2018, 10, 15), date(2018, 10, 16)


def events(nlp: Language, text: str, kind: EventType) -> list[Event]:
    found = assemble(Article(article_id(text), text, published=PUBLISHED), read(text, nlp)).events
    return [event for event in found if event.type == kind]


def only(nlp: Language, text: str, kind: EventType) -> Event:
    (event,) = events(nlp, text, kind)
    return event


@pytest.mark.parametrize(
    ("text", "kind", "first", "last"),
    [
        pytest.param(
            "Togo said on Monday it was suspending military aid to Chad.",
            "SANCTION",
            MONDAY,
            None,
            id="what is being done when it is said",
        ),
        pytest.param(
            "Officers seized power in Lugo on Monday, announcing that they had dissolved parliament.",
            "LAW",
            None,
            MONDAY,
            id="the pluperfect of a participle's words",
        ),
        pytest.param(
            "A court in Lugo on Monday sentenced Ana Ruiz to two years in prison after finding her guilty of fraud.",
            "JUSTICE",
            None,
            MONDAY,
            id="what a gerund was before",
        ),
        pytest.param(
            "Chad imposed sanctions on Togo in April and later expelled its envoy.",
            "SANCTION",
            date(2018, 4, 1),
            None,
            id="later than the clause before",
        ),
        pytest.param(
            "Police caught the rebel in May in a raid that killed two villagers.",
            "ASSAULT",
            date(2018, 5, 1),
            date(2018, 5, 31),
            id="what the occasion did",
        ),
        pytest.param(
            "The mill, which opened in 1958, was shut last July.",
            "BUSINESS",
            date(1958, 1, 1),
            date(1958, 12, 31),
            id="a relative clause about what is done to",
        ),
        pytest.param(
            "The union threatened to strike on Monday.", "THREATEN", None, None, id="the day of what is threatened"
        ),
        pytest.param(
            "The nurses asked the court to rule by Monday.", "REQUEST", None, None, id="the bound of what is asked for"
        ),
        pytest.param(
            "The council voted on Tuesday to raise taxes. Nurses packed the hall. The council also hired Ana Ruiz.",
            "PERSONNEL",
            TUESDAY,
            TUESDAY,
            id="one more deed of one doer",
        ),
        pytest.param(
            "The minister met farmers on Tuesday. She appealed to donors for 9 million euros.",
            "REQUEST",
            TUESDAY,
            TUESDAY,
            id="words of who was just told of",
        ),
        pytest.param(
            "Campers fled the coast of Peru on Wednesday. Roads are bad. The minister declared a state of emergency.",
            "COERCE",
            date(2018, 10, 17),
            None,
            id="news that is a journey",
        ),
        pytest.param(
            "Rain fell on Lugo on Tuesday. Anger had grown since May, when Omar Ruiz quit. Ana Paz denied any blame.",
            "REJECT",
            None,
            None,
            id="words of what is background",
        ),
        pytest.param(
            "Ana Paz is the first envoy to defect to Togo since the war began in 2011.",
            "RETREAT",
            None,
            None,
            id="since when there was no other",
        ),
        pytest.param(
            "Floods hit Lugo on Wednesday. Peru has rivers. Roads are bad. The minister declared a state of emergency.",
            "COERCE",
            date(2018, 10, 17),
            None,
            id="what is declared after the news",
        ),
    ],
)
def test_a_deed_is_of_the_day_that_its_article_tells(
    nlp: Language, text: str, kind: EventType, first: date | None, last: date | None
) -> None:
    assert (first, last) in [(event.first, event.last) for event in events(nlp, text, kind)]


def test_what_is_to_be_done_by_a_later_day_is_planned(nlp: Language) -> None:
    event = only(nlp, "Mill cutting 300 jobs by 2031.", "BUSINESS")
    assert (event.status, event.last) == ("planned", date(2031, 12, 31))


def test_an_object_it_is_what_the_verb_before_names(nlp: Language) -> None:
    lifted = only(nlp, "The mayor declared a curfew on Monday and lifted it on Tuesday.", "CONCEDE")
    assert lifted.first == TUESDAY


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        pytest.param("Peru welcomed the deal.", "SUPPORT", "occurred", id="what a state welcomes"),
        pytest.param("Nurses in Lugo will strike on Friday.", "PROTEST", "planned", id="a strike to come"),
        pytest.param("The bail hearing is due on November 8.", "JUSTICE", "planned", id="due on a day"),
        pytest.param("The Lugo school board will vote on the plan on November 8.", "LAW", "planned", id="a vote"),
        pytest.param("The school board voted on Monday to close the mill.", "LAW", "occurred", id="resolved"),
        pytest.param("Halden was ordered to pay $3 million.", "JUSTICE", "occurred", id="ordered to pay"),
        pytest.param('The envoy called the ruling "a disgrace" on Monday.', "ACCUSE", "occurred", id="a quoted name"),
        pytest.param(
            "Defence minister Omar Ruiz will meet Juan Paz. The two men spoke by phone on Monday.",
            "CONSULT",
            "occurred",
            id="the two men",
        ),
    ],
)
def test_it_is_told_of(nlp: Language, text: str, kind: EventType, status: str) -> None:
    assert status in [event.status for event in events(nlp, text, kind)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("The first ten tanks will be delivered next year.", "AGREE", id="a future that nobody commits to"),
        pytest.param("The two women spoke for five minutes.", "CONSULT", id="two who are nobody of note"),
    ],
)
def test_it_is_not_told_of(nlp: Language, text: str, kind: EventType) -> None:
    assert not events(nlp, text, kind)


def test_who_asks_for_an_inquiry_is_not_its_target(nlp: Language) -> None:
    event = only(nlp, "Prosecutors opened an investigation in March at the request of the commission.", "ACCUSE")
    assert not event.recipients


def test_a_journey_is_of_the_day_of_the_deed_that_it_is_joined_to(nlp: Language) -> None:
    text = "Police arrested Omar Ruiz on Monday and took him to Lima."
    (moved,) = assemble(Article(article_id(text), text, published=PUBLISHED), read(text, nlp)).movements
    assert moved.arrival is not None
    assert moved.arrival.first == MONDAY


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        pytest.param("Coroner: Man shot two nurses in Lima.", "ASSAULT", ["Man"], ["two nurses"], id="a label"),
        pytest.param(
            "A van ran over two nurses in Lima on Monday.", "DISASTER", [], ["two nurses"], id="run over by a car"
        ),
        pytest.param(
            "An appeals court has reversed a Mercer County assault conviction.",
            "JUSTICE",
            ["An appeals court"],
            [],
            id="where somebody was convicted",
        ),
    ],
)
def test_parties(nlp: Language, text: str, kind: EventType, actors: list[str], recipients: list[str]) -> None:
    event = only(nlp, text, kind)
    assert [party.name for party in event.actors] == actors
    assert [party.name for party in event.recipients] == recipients


def test_the_am_of_a_clock_is_no_verb(nlp: Language) -> None:
    text = "The flight left Lima at 11:36 am local time on Tuesday, and turned back, the airline said."
    days = [timex.first for timex in assemble(Article("a", text, published=PUBLISHED), read(text, nlp)).timexes]
    assert TUESDAY in days


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        pytest.param(
            "Premier visits Oslo. Premier Ana Paz will visit Oslo on Friday, her office said.",
            "CONSULT",
            "planned",
            id="a visit to come",
        ),
        pytest.param(
            "Nurses begin second strike. Thousands of nurses in Peru will walk out tomorrow in a second strike.",
            "PROTEST",
            "planned",
            id="a strike that is threatened",
        ),
        pytest.param(
            "Firm cuts 300 jobs. Halden said on Monday it would cut 300 jobs.",
            "BUSINESS",
            "planned",
            id="the same word",
        ),
        pytest.param(
            "Police arrest mayor. Police arrested the mayor on Monday. Police will arrest his aides on Friday.",
            "COERCE",
            "occurred",
            id="the lead tells it as done",
        ),
    ],
)
def test_a_headline_is_planned_if_the_lead_is(nlp: Language, text: str, kind: EventType, status: str) -> None:
    assert {event.status for event in events(nlp, text, kind)} == {status}


def test_the_journey_of_a_headline_is_planned_if_the_lead_is(nlp: Language) -> None:
    text = "Peru sends aid to Chile. Peru will send 40 tonnes of aid to Chile next week."
    (moved,) = assemble(Article(article_id(text), text, published=PUBLISHED), read(text, nlp)).movements
    assert moved.status == "planned"


def test_a_cancelled_visit_is_of_the_day_that_it_was_planned_for(nlp: Language) -> None:
    event = only(nlp, "The premier cancelled a visit to Chad planned for November 6.", "CONSULT")
    assert (event.status, event.first) == ("cancelled", date(2018, 11, 6))


def test_who_was_expected_by_a_day_is_expected_by_one_to_come(nlp: Language) -> None:
    text = "The foreign minister was expected in Lima by Tuesday."
    (moved,) = assemble(Article(article_id(text), text, published=PUBLISHED), read(text, nlp)).movements
    assert (moved.status, moved.arrival and moved.arrival.last) == ("planned", date(2018, 10, 23))
