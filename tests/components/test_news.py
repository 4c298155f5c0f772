"""Events of ordinary news: sentences of our own with type, parties and status, and words that tell of none."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from pipeline.components import slots
from pipeline.domain import Argument, EventMention

DATA = Path(__file__).parent / "data"
ROWS = [line.split("\t") for line in (DATA / "news.tsv").read_text("utf-8").splitlines()[1:]]


def found(nlp: Language, text: str) -> tuple[EventMention, ...]:
    return slots.EVENTS.read(nlp(text))


def names(arguments: tuple[Argument, ...], wanted: str) -> bool:
    """Whether a party is among them, or, where none is wanted, nobody is."""
    worded = ", ".join(argument.text for argument in arguments)
    return wanted in worded if wanted else not worded


def fits(event: EventMention, row: list[str]) -> bool:
    kind, actor, recipient, status, _ = row
    stands = (event.type, event.status) == (kind, status)
    return stands and names(event.actors, actor) and (not recipient or names(event.recipients, recipient))


def test_news_is_mostly_found_with_its_parties(nlp: Language) -> None:
    events = [found(nlp, row[-1]) for row in ROWS]
    typed = [any(event.type == row[0] for event in each) for each, row in zip(events, ROWS, strict=True)]
    whole = [any(fits(event, row) for event in each) for each, row in zip(events, ROWS, strict=True)]
    assert sum(typed) >= 0.95 * len(ROWS)
    assert sum(whole) >= 0.9 * len(ROWS)


@pytest.mark.parametrize("text", (DATA / "news_none.txt").read_text("utf-8").splitlines())
def test_news_leaves_out_other_senses(nlp: Language, text: str) -> None:
    assert found(nlp, text) == ()


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient", "status"),
    [
        pytest.param(
            "Residents defied a curfew the mayor imposed on Ostrava.",
            "COERCE",
            "the mayor",
            "Ostrava",
            "occurred",
            id="object of a clause without a pronoun",
        ),
        pytest.param(
            "It was on 3 June that Chad shelled Aleppo.", "ASSAULT", "Chad", "Aleppo", "occurred", id="cleft, no threat"
        ),
        pytest.param(
            "The council voted to hold Ruiz in contempt.", "JUSTICE", "The council", "Ruiz", "occurred", id="vote"
        ),
        pytest.param(
            "Norway's decision to leave Interpol surprised everyone.",
            "SANCTION",
            "Norway",
            "Interpol",
            "occurred",
            id="noun of decision",
        ),
        pytest.param(
            "Reyes's refusal to testify angered the senators.", "REJECT", "Reyes", "", "occurred", id="noun of refusal"
        ),
        pytest.param("Riots broke out in Tunis.", "PROTEST", "", "", "occurred", id="nobody named in a riot"),
        pytest.param("Talks have collapsed.", "REJECT", "", "", "occurred", id="nobody named in talks"),
        pytest.param(
            "A judge ordered the newspaper to pay.", "JUSTICE", "A judge", "the newspaper", "occurred", id="order"
        ),
        pytest.param(
            "A Kenyan judge ordered Ruto to pay.", "REQUEST", "A Kenyan judge", "Ruto", "occurred", id="of a state"
        ),
        pytest.param(
            "The mayor said the ban was absurd.", "ACCUSE", "The mayor", "", "occurred", id="fault found with a deed"
        ),
        pytest.param(
            "The actor was booed in Cannes.", "PROTEST", "", "The actor", "occurred", id="booed by nobody named"
        ),
        pytest.param(
            "Sall has been under house arrest since May.", "COERCE", "", "Sall", "occurred", id="state of arrest"
        ),
        pytest.param(
            "Small groups of protesters circled the stadium.",
            "PROTEST",
            "Small groups of protesters",
            "",
            "occurred",
            id="crowd on the move",
        ),
    ],
)
def test_news_is_told_by_its_constructions(
    nlp: Language, text: str, kind: str, actor: str, recipient: str, status: str
) -> None:
    events = found(nlp, text)
    assert any(
        (event.type, event.status) == (kind, status)
        and names(event.actors, actor)
        and names(event.recipients, recipient)
        for event in events
    ), [(event.type, event.actors, event.recipients, event.status) for event in events]


def test_a_death_beside_its_attack_is_no_second_event(nlp: Language) -> None:
    events = found(nlp, "Omar Bozi was shot and killed by a soldier after a crash.")
    assert {event.type for event in events} == {"ASSAULT", "DISASTER"}


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        pytest.param("The league fined Dan Rourke $50,000 for criticizing referees.", "Dan Rourke", id="currency sign"),
        pytest.param("Malta dismisses police chief amid uproar over inquiry.", "police chief", id="circumstance"),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(nlp: Language, text: str, recipient: str) -> None:
    assert recipient in {party.text for event in found(nlp, text) for party in event.recipients}


GAME = (
    "Real Betis beat Sevilla 2-1 on Sunday to win the Cup final. Betis attacked from the start, and winger Ana Ruiz "
    "scored the winner after goalkeeper Tom Reed dropped the ball. It was the team's third title. Coach Luis Paz said "
    "the players deserved the cup. Striker Jan Novak shot wide twice before halftime."
)


def test_a_report_of_a_game_tells_its_result_and_no_attack(nlp: Language) -> None:
    told = [(event.type, event.actors[0].text, event.trigger.text) for event in found(nlp, GAME) if event.actors]
    assert ("STATEMENT", "Real Betis", "beat") in told
    assert {kind for kind, _, _ in told} == {"STATEMENT"}


def test_fans_are_beaten_although_a_match_was_played(nlp: Language) -> None:
    assert [event.type for event in found(nlp, "Police beat fans after the match.")] == ["ASSAULT"]


@pytest.mark.parametrize(
    "generic",
    ["Farmers sell wheat at the market.", "Clubs sell players in January.", "Customers pay $10 for a ticket."],
)
def test_what_people_of_a_kind_do_is_news_in_a_headline_alone(nlp: Language, generic: str) -> None:
    assert found(nlp, f"It was cold in Bergen. {generic}") == ()
    assert found(nlp, "Lawmakers approve the budget.\n\nIt was cold in Bergen.") != ()


def test_who_is_let_go_is_no_player(nlp: Language) -> None:
    assert "PERSONNEL" not in {event.type for event in found(nlp, "The militants released two defenders on Sunday.")}


@pytest.mark.parametrize(
    ("text", "types"),
    [
        pytest.param("A Malmo plumber was charged with theft at a court in Lund.", {"JUSTICE"}, id="with a crime"),
        pytest.param("Prosecutors charged the mayor with bribery at a hearing.", {"JUSTICE"}, id="by prosecutors"),
        pytest.param("Riot police charged at demonstrators in Lund.", {"ASSAULT"}, id="a charge of the police"),
    ],
)
def test_who_is_charged_at_a_hearing_is_not_attacked(nlp: Language, text: str, types: set[str]) -> None:
    assert {event.type for event in found(nlp, text)} == types
