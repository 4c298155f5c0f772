"""Police briefs, courts, games and notices: what local papers tell in a line."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from pipeline.analysis import read
from pipeline.assembly import assemble
from pipeline.components import slots
from pipeline.components.plover.date_headings import day_above
from pipeline.domain import Article, Event, EventMention

PUBLISHED = date(2022, 3, 9)
"""A Wednesday."""


def found(nlp: Language, text: str) -> tuple[EventMention, ...]:
    return slots.EVENTS.read(nlp(text))


def events(nlp: Language, text: str) -> tuple[Event, ...]:
    return assemble(Article(id="one", title=None, text=text, published=PUBLISHED), read(text, nlp)).events


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        pytest.param(
            "Rauf stabbed Sgt. Ada Quist in the leg on May 3.",
            "ASSAULT",
            "Rauf",
            "Sgt. Ada Quist",
            id="rank",
        ),
        pytest.param("Teen sentenced to ten years for arson.", "JUSTICE", "", "Teen", id="headline without helper"),
        pytest.param("Salem woman charged with theft.", "JUSTICE", "", "Salem woman", id="headline of a charge"),
        pytest.param("A tram hit two nurses on Monday.", "DISASTER", "", "two nurses", id="a vehicle hits"),
        pytest.param("A 1988 Saab pickup struck Nora Quist.", "DISASTER", "", "Nora Quist", id="a make of vehicle"),
        pytest.param("Mia Holt was struck by a van on Monday.", "DISASTER", "", "Mia Holt", id="struck by a vehicle"),
        pytest.param("Ivan Rauf is being held on $9,000 bond.", "COERCE", "", "Ivan Rauf", id="held on bond"),
        pytest.param("The nurses filed suit against the clinic.", "JUSTICE", "The nurses", "the clinic", id="a suit"),
        pytest.param("Brno beat Graz 3-1 on Sunday.", "STATEMENT", "Brno", "", id="town against town"),
        pytest.param(
            "The relief fund launched an appeal for blankets.", "REQUEST", "The relief fund", "", id="appeal for goods"
        ),
    ],
)
def test_who_did_it_to_whom(nlp: Language, text: str, kind: str, actor: str, recipient: str) -> None:
    told = next(each for each in found(nlp, text) if each.type == kind)
    assert [party.text for party in told.actors] == ([actor] if actor else [])
    assert not recipient or recipient in [party.text for party in told.recipients]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Bail was set at $9,000.", "JUSTICE", id="bail"),
        pytest.param("Thousands of birds were slaughtered in Chad.", "LIFE", id="animals"),
    ],
)
def test_what_befell_somebody_needs_nobody_who_did_it(nlp: Language, text: str, kind: str) -> None:
    assert [each.type for each in found(nlp, text)] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Mia Holt has started all nine games for the Rams.", "BUSINESS", id="started games"),
        pytest.param("India is the first country to land a rover on the pole.", "ASSAULT", id="set down a craft"),
        pytest.param("The Rams rallied and beat the Gulls 4-3.", "PROTEST", id="rallied in a game"),
        pytest.param("The minister spoke of the obesity epidemic in Chad.", "DISASTER", id="a figure of speech"),
        pytest.param("Birds were slaughtered in Chad.", "ASSAULT", id="animals"),
        pytest.param("The Rams edged the Gulls 8-7 to take Game 7 and win the title.", "planned", id="how it ended"),
    ],
)
def test_what_only_sounds_like_it_is_no_event(nlp: Language, text: str, kind: str) -> None:
    assert kind not in {name for each in found(nlp, text) for name in (each.type, each.status)}


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        pytest.param("The trial is Friday.", "planned", date(2022, 3, 11), id="weekday"),
        pytest.param("The election is April 5.", "planned", date(2022, 4, 5), id="day of a month"),
        pytest.param("The hearing will be at 7 p.m. Monday.", "planned", date(2022, 3, 14), id="time and weekday"),
        pytest.param("The meeting was on Monday in Graz.", "occurred", date(2022, 3, 7), id="over"),
    ],
)
def test_what_is_on_a_day_takes_place_then(nlp: Language, text: str, status: str, day: date) -> None:
    assert [(event.status, event.first) for event in events(nlp, text)] == [(status, day)]


@pytest.mark.parametrize("text", ["The trial is fair.", "Criminal cases are down from 80 in January 2020."])
def test_what_is_no_day_tells_of_nothing(nlp: Language, text: str) -> None:
    assert not events(nlp, text)


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        pytest.param(
            "Ada Quist was indicted on two counts.", "JUSTICE", "", "Ada Quist", id="indicted by nobody named"
        ),
        pytest.param("The Rams signed Leo Marsh to a deal.", "PERSONNEL", "The Rams", "Leo Marsh", id="player signed"),
        pytest.param("Ada Quist presented a lecture on birds.", "STATEMENT", "Ada Quist", "", id="lecture"),
        pytest.param("Kent Dairies recalled its milk on Monday.", "BUSINESS", "Kent Dairies", "", id="food recalled"),
        pytest.param("Leo Marsh pulled a gun on Ada Quist.", "THREATEN", "Leo Marsh", "Ada Quist", id="gun pulled"),
        pytest.param("Ada Quist left. The Quists were arrested.", "COERCE", "", "The Quists", id="a family"),
    ],
)
def test_who_is_told_in_one_line(nlp: Language, text: str, kind: str, actor: str, recipient: str) -> None:
    told = next(each for each in found(nlp, text) if each.type == kind)
    assert [party.text for party in told.actors] == ([actor] if actor else [])
    assert [party.text for party in told.recipients] == ([recipient] if recipient else [])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The court's rulings are final.", id="a plural described"),
        pytest.param("Trials are down from 80 in May.", id="a plural counted"),
    ],
)
def test_what_describes_tells_of_no_event(nlp: Language, text: str) -> None:
    assert not found(nlp, text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param(
            "Making her first visit to Peru, Ada Quist is due to land in Lima on Friday.", "planned", id="due"
        ),
        pytest.param("Making her first visit to Peru, Ada Quist landed in Lima on Monday.", "occurred", id="over"),
    ],
)
def test_a_visit_is_as_certain_as_what_it_is_told_with(nlp: Language, text: str, status: str) -> None:
    assert [each.status for each in found(nlp, text) if each.mode == "visit"] == [status]


def test_the_hurt_are_so_on_the_day_of_what_hurt_them(nlp: Language) -> None:
    told = events(nlp, "Two women were taken to hospital after a crash on Monday.")
    assert {(event.type, event.first) for event in told} == {("LIFE", date(2022, 3, 7)), ("DISASTER", date(2022, 3, 7))}


def test_a_name_behind_two_ranks_is_the_name(nlp: Language) -> None:
    told = found(nlp, "Lt. Gen. Leo Marsh resigned on Monday.")
    assert [party.text for each in told for party in each.actors] == ["Lt. Gen. Leo Marsh"]


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        pytest.param("Two men robbed a grocer on Monday.", "COERCE", "Two men", "a grocer", id="robbed"),
        pytest.param("A Leeds bakery was robbed by a man.", "COERCE", "a man", "A Leeds bakery", id="not where it is"),
        pytest.param("Police seized Leo Marsh's laptop.", "COERCE", "Police", "Leo Marsh", id="things seized"),
        pytest.param("Two councils are joining forces.", "COOPERATE", "Two councils", "", id="words of the phrase"),
        pytest.param("Engineers lost contact with Peru's satellite.", "DISASTER", "Engineers", "", id="whose craft"),
        pytest.param("Ada Quist was nominated for two prizes.", "STATEMENT", "Ada Quist", "", id="up for a prize"),
        pytest.param(
            "Two goals helped the Rams beat the Gulls and win the cup.",
            "STATEMENT",
            "the Rams",
            "the Gulls",
            id="no score",
        ),
        pytest.param("Voters in Lund will decide on a tax in May.", "ELECTION", "Voters in Lund", "", id="voters"),
    ],
)
def test_who_did_what_in_town(nlp: Language, text: str, kind: str, actor: str, recipient: str) -> None:
    told = next(each for each in found(nlp, text) if each.type == kind)
    assert [party.text for party in told.actors] == ([actor] if actor else [])
    assert [party.text for party in told.recipients] == ([recipient] if recipient else [])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Officers entered the building to warn residents.", "ASSAULT", id="went in to help"),
        pytest.param("Candidates are interviewing you as well.", "ACCUSE", id="asked by no authority"),
        pytest.param("The first half was a disaster.", "DISASTER", id="what it is called"),
        pytest.param("Leo Marsh refused treatment at the scene.", "REJECT", id="no treatment"),
    ],
)
def test_what_is_none_of_that_type(nlp: Language, text: str, kind: str) -> None:
    assert kind not in {each.type for each in found(nlp, text)}


def test_a_day_before_a_paragraph_is_that_of_what_it_tells(nlp: Language) -> None:
    text = "Police log\nMarch 4 - Leo Marsh was arrested.\nMarch 5: Ada Quist was arrested."
    assert [(event.recipients[0].name, event.first) for event in events(nlp, text)] == [
        ("Leo Marsh", date(2022, 3, 4)),
        ("Ada Quist", date(2022, 3, 5)),
    ]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        pytest.param("March 4: Leo Marsh was arrested.", None, id="begins the text"),
        pytest.param("Log\nMarch 4: Leo Marsh was arrested.", 4, id="before a paragraph"),
        pytest.param("Log\nMarch 4\nLeo Marsh was arrested.", 4, id="a line of its own"),
        pytest.param("Log\nMarch 4 came.\nLeo Marsh was arrested.", None, id="in a sentence"),
    ],
)
def test_a_day_above_is_set_off_and_begins_no_text(nlp: Language, text: str, begins: int | None) -> None:
    doc = nlp(text)
    times = {each.start: each for each in slots.EXPRESSIONS.read(doc)}
    assert day_above(next(word for word in doc if word.text == "arrested"), times) == begins


def test_what_a_lawsuit_says_is_of_the_day_it_is_filed(nlp: Language) -> None:
    told = events(nlp, "A lawsuit filed on Monday accuses Leo Marsh of fraud.")
    assert {event.first for event in told} == {date(2022, 3, 7)}


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        pytest.param("The Leeds bombing killed three people in 1997.", "ASSAULT", "", "three people", id="scene"),
        pytest.param("They fled after the Malmo attacks in May.", "ASSAULT", "", "Malmo", id="scene of a noun"),
        pytest.param("A ferry struck a pier and two men were hurt.", "LIFE", "", "two men", id="hurt in an accident"),
        pytest.param("A ferry struck a pier on Monday.", "DISASTER", "", "", id="what is struck"),
        pytest.param(
            "Car bomb kills nine in Mosul. MOSUL — A car bomb exploded, killing nine people.",
            "ASSAULT",
            "",
            "nine people",
            id="dateline behind a headline",
        ),
    ],
)
def test_where_it_was_is_not_who_did_it(nlp: Language, text: str, kind: str, actor: str, recipient: str) -> None:
    told = [each for each in found(nlp, text) if each.type == kind][-1]
    assert [party.text for party in told.actors] == ([actor] if actor else [])
    assert [party.text for party in told.recipients] == ([recipient] if recipient else [])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Her lawyer called the death a suicide.", "LIFE", id="what it is called"),
        pytest.param("Not enough nurses were vaccinated.", "LIFE", id="not enough"),
    ],
)
def test_what_is_not_so_or_only_called_so(nlp: Language, text: str, kind: str) -> None:
    assert kind not in {each.type for each in found(nlp, text)}


def test_a_year_of_make_is_no_date(nlp: Language) -> None:
    assert [each.timex for each in found(nlp, "A body was found in a 2008 Volvo.")] == [None]
