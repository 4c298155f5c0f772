"""The day that a narrative has reached is that of what it goes on to tell, and a bound of what is said of it."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from pipeline.analysis import read
from pipeline.assembly import assemble
from pipeline.domain import Article, Event, EventType, article_id

PUBLISHED = date(2018, 10, 19)
TUESDAY, WEDNESDAY = date(2018, 10, 16), date(2018, 10, 17)


def event(nlp: Language, text: str, kind: EventType) -> Event:
    found = assemble(Article(article_id(text), text, published=PUBLISHED), read(text, nlp)).events
    return next(event for event in found if event.type == kind)


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        pytest.param(
            "Farmers blocked the road to Salta on Wednesday. Police dispersed them with tear gas.",
            "COERCE",
            WEDNESDAY,
            id="the sentence before",
        ),
        pytest.param(
            "The minister resigned on Tuesday, and the president named Ana Ruiz as his successor.",
            "PERSONNEL",
            TUESDAY,
            id="the clause before",
        ),
        pytest.param(
            "Farmers blocked the road to Salta on Wednesday. Police had arrested three of them.",
            "COERCE",
            None,
            id="the pluperfect goes back",
        ),
        pytest.param(
            "Farmers blocked the road to Salta on Wednesday. Police, who arrested Juan Paz, declined to comment.",
            "COERCE",
            None,
            id="a relative clause tells no next thing",
        ),
        pytest.param(
            "Farmers blocked the road to Salta on Wednesday. Police earlier arrested Juan Paz.",
            "COERCE",
            None,
            id="what was earlier",
        ),
        pytest.param(
            "Police said on Wednesday that the road was shut. Soldiers shot two farmers near Salta.",
            "ASSAULT",
            None,
            id="the day of a statement is of no deed",
        ),
        pytest.param(
            "Farmers blocked the road to Salta on Wednesday. In June soldiers shot two farmers.",
            "ASSAULT",
            date(2018, 6, 1),
            id="a date of its own",
        ),
        pytest.param(
            "Halden Group reported a loss for the third quarter and closed its mine in Salta.",
            "BUSINESS",
            None,
            id="a quarter is of its results alone",
        ),
        pytest.param(
            "Halden Group reported a profit of 12 million pesos, down from 30 million a year earlier.",
            "BUSINESS",
            None,
            id="so is what results are compared with",
        ),
    ],
)
def test_deeds_are_of_the_day_that_the_narrative_has_reached(
    nlp: Language, text: str, kind: EventType, day: date | None
) -> None:
    assert event(nlp, text, kind).first == day


@pytest.mark.parametrize(
    "reaction",
    [
        "The governor blamed the owner of the mine.",
        "President Ana Ruiz praised the rescuers.",
        "The union urged the government to close the mine.",
    ],
)
def test_words_on_the_news_are_not_before_it(nlp: Language, reaction: str) -> None:
    text = f"A tunnel of a mine near Potosi collapsed on Tuesday, killing nine miners. {reaction}"
    for kind in ("ACCUSE", "SUPPORT", "REQUEST"):
        for told in [
            e for e in assemble(Article("x", text, published=PUBLISHED), read(text, nlp)).events if e.type == kind
        ]:
            assert (told.first, told.last) == (TUESDAY, None)
            return
    pytest.fail("no reaction was found")


def test_a_told_day_outweighs_that_of_the_narrative(nlp: Language) -> None:
    text = "Rebels attacked Bria on Wednesday. Soldiers arrested Omar Bozi. Soldiers arrested Omar Bozi on Tuesday."
    arrest = event(nlp, text, "COERCE")
    assert len(arrest.reports) == 2
    assert arrest.first == arrest.last == TUESDAY


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        pytest.param(
            "Judge jails Frye for arson\n\nRobert Frye, a carpenter, was jailed on Tuesday for nine years.",
            "JUSTICE",
            TUESDAY,
            id="of one word",
        ),
        pytest.param(
            "Ex-warden gets nine years in prison\n\nA former warden was sentenced on Tuesday for theft.",
            "JUSTICE",
            TUESDAY,
            id="of one party",
        ),
    ],
)
def test_a_headline_is_of_the_day_that_is_told_below(nlp: Language, text: str, kind: EventType, day: date) -> None:
    found = assemble(Article("x", text, published=PUBLISHED), read(text, nlp)).events
    days = [told.first for told in found if told.type == kind]
    assert days
    assert set(days) == {day}


def test_a_headline_is_of_no_earlier_year(nlp: Language) -> None:
    text = "Judge jails Frye for arson\n\nJudge Osei jailed Frye in 2011, too."
    found = assemble(Article("x", text, published=PUBLISHED), read(text, nlp)).events
    assert {told.first for told in found if told.type == "JUSTICE"} == {None, date(2011, 1, 1)}


def test_what_is_done_in_a_document_is_of_the_day_of_its_issue(nlp: Language) -> None:
    text = "Justice Anna Roth rejected the motion in a ruling released on Tuesday."
    assert event(nlp, text, "JUSTICE").first == TUESDAY


def test_a_deed_told_once_more_is_of_the_day_that_is_told_first(nlp: Language) -> None:
    text = "The Senate passed a budget on Tuesday. It rained. Nobody left. The Senate passed the budget without debate."
    found = assemble(Article("x", text, published=PUBLISHED), read(text, nlp)).events
    assert {told.first for told in found if told.type == "LAW"} == {TUESDAY}


def test_words_on_what_a_month_dates_are_not_of_the_news(nlp: Language) -> None:
    lead = "A tunnel of a mine near Potosi collapsed on Tuesday, killing nine miners.\n\n"
    blame = "The governor blamed the owner of the mine."
    before = f"{lead}In May soldiers shot two miners. {blame}"
    assert event(nlp, before, "ACCUSE").first is None
    assert event(nlp, f"{lead}In May soldiers shot two miners.\n\n{blame}", "ACCUSE").first == TUESDAY


def test_one_who_also_does_something_does_it_on_the_same_day(nlp: Language) -> None:
    text = "The council voted on Tuesday to close the pool. It also hired a lawyer."
    assert event(nlp, text, "PERSONNEL").first == TUESDAY


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        pytest.param(
            "Hundreds of parents came to speak at Tuesday's meeting. Guards expelled Ana Ruiz.",
            "COERCE",
            TUESDAY,
            id="of a meeting",
        ),
        pytest.param(
            "Snow fell on Tuesday, and an avalanche buried two hamlets near Salta.",
            "DISASTER",
            TUESDAY,
            id="of a clause that tells no event",
        ),
        pytest.param(
            "Dozens of aftershocks followed on Tuesday, and a landslide buried the road to Salta.",
            "DISASTER",
            TUESDAY,
            id="taken for a participle",
        ),
        pytest.param(
            "The minister drove to Salta on Tuesday. Soldiers shot two farmers.",
            "ASSAULT",
            None,
            id="a journey is of its own day",
        ),
        pytest.param(
            "Farmers often blocked the road to Salta.",
            "PROTEST",
            None,
            id="what is done again and again",
        ),
    ],
)
def test_deeds_are_of_the_day_of_any_clause_before(nlp: Language, text: str, kind: EventType, day: date | None) -> None:
    assert event(nlp, text, kind).first == day


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Soldiers shot two farmers on Tuesday. Nine officers have been arrested.", "COERCE", id="outcome"),
        pytest.param("Soldiers shot two farmers on Tuesday. Prosecutors are investigating.", "ACCUSE", id="goes on"),
        pytest.param(
            "Soldiers shot two farmers on Tuesday. A doctor said nine people had been arrested.",
            "COERCE",
            id="reported",
        ),
        pytest.param("Soldiers shot two farmers on Tuesday. Ana Ruiz is under house arrest.", "COERCE", id="state"),
        pytest.param(
            "Soldiers shot two farmers on Tuesday. Riots have broken out, with crowds battling soldiers.",
            "ASSAULT",
            id="beside an outcome",
        ),
        pytest.param("Union condemns killing\n\nGunmen killed a judge on Tuesday near Salta.", "ACCUSE", id="headline"),
    ],
)
def test_what_has_come_of_the_news_is_not_before_it(nlp: Language, text: str, kind: EventType) -> None:
    found = assemble(Article("x", text, published=PUBLISHED), read(text, nlp)).events
    assert (TUESDAY, None) in [(told.first, told.last) for told in found if told.type == kind]


@pytest.mark.parametrize(
    "text",
    [
        "Harlan Mines said on Tuesday it had sold Corva Steel to Denner Group.",
        "Harlan Mines said on Tuesday that Denner Group bought Corva Steel.",
    ],
)
def test_what_is_said_to_have_happened_has_happened_by_that_day(nlp: Language, text: str) -> None:
    sale = event(nlp, text, "BUSINESS")
    assert (sale.first, sale.last) == (None, TUESDAY)


def test_what_was_said_to_be_earlier_is_not_of_that_day(nlp: Language) -> None:
    text = "Harlan Mines said on Tuesday it had previously sold Corva Steel to Denner Group."
    assert event(nlp, text, "BUSINESS").last is None


def test_a_headline_is_of_the_week_that_is_told_below(nlp: Language) -> None:
    text = "Denner sues Corva\n\nDenner has filed a lawsuit against Corva in a court in Lima this week."
    suit = event(nlp, text, "JUSTICE")
    assert (suit.first, suit.last) == (date(2018, 10, 15), date(2018, 10, 21))


def test_a_vote_told_once_more_is_of_its_day_whatever_it_is_on(nlp: Language) -> None:
    text = "The council of Salta voted on Tuesday to hold Ana Ruiz in contempt. It rained. The council voted 5-2."
    found = assemble(Article("x", text, published=PUBLISHED), read(text, nlp)).events
    assert {told.first for told in found if told.actors} == {TUESDAY}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(
            "Farmers blocked the road to Salta on Tuesday. It is old. It has a bend. The town is far. Rain is rare. "
            "Few go there. Buses are late. Hundreds of doctors have been arrested in the north.",
            "COERCE",
            id="far from the news",
        ),
        pytest.param(
            "Police freed six men on Tuesday. Hundreds have been kidnapped by rebels since May. Many were killed.",
            "LIFE",
            id="behind a background",
        ),
        pytest.param("Police acted on Tuesday after villagers accused the rebels.", "ACCUSE", id="what led to it"),
        pytest.param(
            "Police raided a farm in Salta on Tuesday. Since his election Rojas has faced trial.", "JUSTICE", id="since"
        ),
    ],
)
def test_what_has_long_come_about_is_no_outcome_of_the_news(nlp: Language, text: str, kind: EventType) -> None:
    found = assemble(Article("x", text, published=PUBLISHED), read(text, nlp)).events
    assert None in {told.first for told in found if told.type == kind}
