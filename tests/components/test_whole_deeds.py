"""Deeds told in one piece: gatherings of nobody in particular, parties of the doer's own, tolls, munitions."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from pipeline import analysis
from pipeline.assembly import assemble
from pipeline.components import slots
from pipeline.domain import Article, EventMention


def found(nlp: Language, text: str) -> tuple[EventMention, ...]:
    return slots.EVENTS.read(nlp(text))


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Peace talks were held in Nairobi on Tuesday.", "CONSULT", "occurred"),
        ("A rally is planned for Sunday in Bergen.", "PROTEST", "planned"),
        ("A vigil was held on Monday evening.", "PROTEST", "occurred"),
        ("Talks will be held in Quito next week.", "CONSULT", "planned"),
        ("NATO held a summit in Prague on Thursday.", "CONSULT", "occurred"),
        ("Oman imposed a quarantine on Friday.", "COERCE", "occurred"),
    ],
)
def test_gatherings_and_measures_are_told_whoever_takes_part(nlp: Language, text: str, kind: str, status: str) -> None:
    assert (kind, status) in {(event.type, event.status) for event in found(nlp, text)}


@pytest.mark.parametrize(
    "text", ["Meetings were held to discuss the plan.", "Talks were held.", "Elsewhere, talks stalled."]
)
def test_a_gathering_of_nobody_has_a_day_or_a_place(nlp: Language, text: str) -> None:
    assert "CONSULT" not in {event.type for event in found(nlp, text)}


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Elif Kaya accused her rival of taking bribes.", "her rival"),
        ("The mayor accused his deputy of theft.", "his deputy"),
        ("A man stabbed his neighbour in Ghent on Friday.", "his neighbour"),
        ("Chile accused its neighbour of building a base.", "its neighbour"),
    ],
)
def test_somebody_of_the_doers_is_whom_it_is_done_to(nlp: Language, text: str, recipient: str) -> None:
    parties = [party.text for event in found(nlp, text) for party in event.recipients]
    assert any(party.startswith(recipient) for party in parties)


def test_an_envoy_of_ones_own_is_only_the_way_to_whom_it_is_done_to(nlp: Language) -> None:
    (recalled,) = (
        event for event in found(nlp, "Peru recalled its ambassador from Lagos.") if event.type == "SANCTION"
    )
    assert [party.text for party in recalled.recipients] == ["Lagos"]


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("Gunmen opened fire on a bus near Gao on Sunday, killing nine people.", "ASSAULT", ["nine people"]),
        ("A cyclone struck Beira on Monday, injuring 40 people.", "DISASTER", ["Beira", "40 people"]),
        ("Hundreds marched to the palace to demand a vote.", "PROTEST", []),
        ("A drone hit a depot in Kursk on Tuesday.", "ASSAULT", ["a depot"]),
        ("Rockets launched from Gaza hit two villages.", "ASSAULT", ["two villages"]),
        ("Rockets landed on a school, wounding three pupils.", "ASSAULT", ["a school", "three pupils"]),
    ],
)
def test_a_deed_and_its_toll_are_one_event(nlp: Language, text: str, kind: str, recipients: list[str]) -> None:
    (told,) = found(nlp, text)
    assert told.type == kind
    assert [party.text for party in told.recipients] == recipients


def test_whom_an_attack_was_meant_for_is_not_told_as_hit(nlp: Language) -> None:
    told = found(nlp, "Rebels shelled Aden on Monday to kill the general.")
    assert "the general" not in {party.text for event in told for party in event.recipients}


def test_a_toll_that_there_was_not_is_none(nlp: Language) -> None:
    (told,) = found(nlp, "A bomb exploded in Aden, not injuring anybody.")
    assert not any(party.text == "anybody" for party in told.recipients)


@pytest.mark.parametrize(
    ("text", "place"), [("Rockets hit Aden on Sunday.", "Aden"), ("A quake shook Lima on Friday.", "Lima")]
)
def test_what_is_struck_is_where_it_happens(nlp: Language, text: str, place: str) -> None:
    (told,) = found(nlp, text)
    assert told.place == text.index(place)


def test_what_somebody_is_charged_with_is_no_part_of_them(nlp: Language) -> None:
    (told,) = found(nlp, "A jury acquitted the former sheriff of fraud on Friday.")
    assert [party.text for party in told.recipients] == ["the former sheriff"]


@pytest.mark.parametrize(
    "text", ["The film follows a soldier who kills a farmer.", "The novel tells of a spy who robs a bank."]
)
def test_the_plot_of_a_work_is_no_event(nlp: Language, text: str) -> None:
    assert found(nlp, text) == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Peace talks collapsed in August.", ["REJECT"]),
        ("Talks were held in Nairobi on Tuesday.", ["CONSULT"]),
        ("Talks were held on Tuesday.", []),
        ("A deal was reached on Sunday.", ["AGREE"]),
        ("The curfew was lifted in Lima.", ["CONCEDE"]),
        ("A deal was reached.", []),
        ("They reached a deal on Sunday.", []),
    ],
)
def test_an_article_keeps_what_stands_without_a_name(nlp: Language, text: str, kinds: list[str]) -> None:
    article = Article("a", text, published=date(2024, 5, 6), published_basis="given")
    assert [event.type for event in assemble(article, analysis.read(text, nlp)).events] == kinds


def test_what_somebody_is_punished_for_is_their_own_deed(nlp: Language) -> None:
    told = found(nlp, "The party expelled three senators on Monday for voting against the treaty.")
    assert [[party.text for party in event.actors] for event in told] == [["The party"], ["three senators"]]


def test_countries_act_and_scores_do_not(nlp: Language) -> None:
    (pledged,) = found(nlp, "Nearly 40 countries pledged aid for the victims on Monday.")
    (beaten,) = found(nlp, "Chile beat Peru 3-1 in Lima on Sunday.")
    assert [party.text for party in pledged.actors] == ["Nearly 40 countries"]
    assert [party.text for party in beaten.recipients] == ["Peru"]
