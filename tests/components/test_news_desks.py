"""What the desks of a newsroom tell, one sentence a class of words: type, doers and whom it is done to."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.analysis import analyse
from pipeline.domain import Article

PUBLISHED = date(2027, 3, 19)
Told = tuple[str, tuple[str, ...], tuple[str, ...]]


def told(text: str) -> list[Told]:
    """Type, actors and recipients of each event, in the order of the analysis."""
    events = analyse(Article(id="one", text=text, published=PUBLISHED)).events
    return [
        (event.type, tuple(party.name for party in event.actors), tuple(party.name for party in event.recipients))
        for event in events
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prosecutors rested their case on Tuesday.", ("JUSTICE", ("Prosecutors",), ())),
        ("A mistrial was declared on Tuesday.", ("JUSTICE", (), ())),
        ("The deputy waived his right to a hearing.", ("JUSTICE", ("The deputy",), ())),
        ("A coroner ruled that the hunt was lawful.", ("JUSTICE", ("A coroner",), ())),
        ("A couple were booked on drug charges.", ("JUSTICE", (), ("A couple",))),
        ("Police broke up a smuggling ring on Tuesday.", ("COERCE", ("Police",), ())),
        ("A drug lab was dismantled in Turku.", ("COERCE", (), ())),
        ("Vandals defaced a mural on Tuesday.", ("COERCE", ("Vandals",), ())),
        ("The school was put on lockdown on Tuesday.", ("COERCE", (), ("The school",))),
        ("A suspicious device was found in Turku.", ("ACCUSE", (), ())),
        ("Police identified the hiker as Ida Lund.", ("STATEMENT", ("Police",), ("the hiker",))),
        ("Police caught a man wanted for arson.", ("COERCE", ("Police",), ("a man",))),
        ("A fugitive was caught in Turku.", ("COERCE", (), ("A fugitive",))),
        ("Police recovered a stolen bus on Tuesday.", ("COERCE", ("Police",), ())),
        ("The judge recused herself from the case.", ("JUSTICE", ("The judge",), ())),
        ("The widow reached a settlement with 12 nurses.", ("JUSTICE", ("The widow",), ("12 nurses",))),
    ],
)
def test_courts_and_police(text: str, expected: Told) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A temblor struck Turku on Tuesday.", ("DISASTER", (), ("Turku",))),
        ("A truck slammed into a guardrail on Tuesday.", ("DISASTER", (), ())),
        ("A meteor streaked across the sky on Tuesday.", ("DISASTER", (), ())),
        ("The river crested on Tuesday.", ("DISASTER", (), ())),
        ("Divers recovered the flight recorder on Tuesday.", ("DISASTER", ("Divers",), ())),
        ("Bird flu has reached Finland.", ("DISASTER", (), ("Finland",))),
        ("Two cases of measles were reported in Turku.", ("DISASTER", (), ())),
        ("The male died on Tuesday.", ("LIFE", ("The male",), ())),
        ("Dozens became ill on Tuesday.", ("LIFE", ("Dozens",), ())),
        ("A tanker spilled crude on Tuesday.", ("DISASTER", (), ())),
        ("A whale washed ashore on Tuesday.", ("DISASTER", (), ())),
        ("A panda gave birth on Tuesday.", ("LIFE", (), ())),
        ("Doctors removed a tumour on Tuesday.", ("LIFE", ("Doctors",), ())),
        ("The striker will miss the season with a knee injury.", ("LIFE", ("The striker",), ())),
        ("Divers rescued a dog on Tuesday.", ("AID", ("Divers",), ())),
    ],
)
def test_disasters_and_health(text: str, expected: Told) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ida Lund filed for the council seat.", ("ELECTION", ("Ida Lund",), ())),
        ("Ida Lund threw her hat into the ring.", ("ELECTION", ("Ida Lund",), ())),
        ("The levy failed on Tuesday.", ("ELECTION", (), ())),
        ("The cabinet was reshuffled on Tuesday.", ("PERSONNEL", (), ("The cabinet",))),
        ("Ida Lund was introduced as head coach.", ("PERSONNEL", (), ("Ida Lund",))),
        ("The goalkeeper was loaned to Ajax.", ("PERSONNEL", (), ("The goalkeeper",))),
        ("The senator switched parties.", ("PERSONNEL", ("The senator",), ())),
        ("The council named a new police chief.", ("PERSONNEL", ("The council",), ())),
        ("The candidate raised $9 million in May.", ("ELECTION", ("The candidate",), ())),
        ("The council delayed a vote on Tuesday.", ("LAW", ("The council",), ())),
        ("The water district voted 4-1 to raise rates.", ("LAW", ("The water district",), ())),
    ],
)
def test_elections_and_offices(text: str, expected: Told) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Markets plunged on Tuesday.", ("BUSINESS", (), ())),
        ("Copper rose 2 percent on Tuesday.", ("BUSINESS", (), ())),
        ("Halden Corp missed analysts' estimates.", ("BUSINESS", ("Halden Corp",), ())),
        ("Halden Corp will push back its new van.", ("BUSINESS", ("Halden Corp",), ())),
        ("Flights were halted on Tuesday.", ("BUSINESS", (), ())),
        ("The highway was reopened on Tuesday.", ("BUSINESS", (), ())),
        ("Work began on a new bridge on Tuesday.", ("BUSINESS", (), ())),
        ("The lunar mission will launch in June.", ("BUSINESS", ("The lunar mission",), ())),
        ("Finland launched a weather satellite on Tuesday.", ("BUSINESS", ("Finland",), ())),
        ("Pupils raised $9,000 for a hospice.", ("AID", ("Pupils",), ())),
        ("More than $9,000 was donated to 12 charities.", ("AID", (), ("12 charities",))),
        ("The peso hit a record low on Tuesday.", ("BUSINESS", (), ())),
        ("The brewery was sold to a Danish group.", ("BUSINESS", (), ("a Danish group",))),
        ("The film grossed $9 million in May.", ("BUSINESS", (), ())),
        ("Two cosmonauts made a spacewalk.", ("BUSINESS", ("Two cosmonauts",), ())),
        ("A statue of a miner was unveiled.", ("BUSINESS", (), ())),
    ],
)
def test_business_transport_and_space(text: str, expected: Told) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ajax won 3-0 at Twente on Tuesday.", ("STATEMENT", ("Ajax",), ("Twente",))),
        ("The Hawks were shut out 4-0 by the Otters.", ("STATEMENT", ("Otters",), ("Hawks",))),
        ("The Hawks were eliminated from the playoffs.", ("STATEMENT", (), ("Hawks",))),
        ("The film won the top prize in Turku.", ("STATEMENT", (), ())),
        ("Finland won the final 2-1.", ("STATEMENT", ("Finland",), ())),
        ("Ida Lund won the 200-metre butterfly.", ("STATEMENT", ("Ida Lund",), ())),
        ("The golfer withdrew from the tournament.", ("STATEMENT", ("The golfer",), ())),
        ("The school honoured a retired nurse.", ("STATEMENT", ("The school",), ("a retired nurse",))),
        ("The pope canonised two nuns.", ("STATEMENT", ("The pope",), ("two nuns",))),
        ("A nurse won $9 million in a lottery.", ("STATEMENT", ("A nurse",), ())),
    ],
)
def test_sport_and_arts(text: str, expected: Told) -> None:
    assert told(text) == [expected]


def test_there_were_none_denies_what_is_said_of_them() -> None:
    events = analyse(Article(id="one", text="There were no highways closed on Tuesday.")).events
    assert {event.status for event in events} <= {"denied"}


def test_whose_body_it_is_appoints_nobody() -> None:
    assert "PERSONNEL" not in {kind for kind, _, _ in told("Police named the victim as Ida Lund.")}
