from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from benchmarks.writing import MadeEvent, MadeMovement
from pipeline.domain import DateSpan, EntityKind, EventType, Extent, Place, Status, Timex
from pipeline.linking.accounts import Account
from pipeline.linking.features import SAID, features
from pipeline.linking.model import fitted
from pipeline.linking.parties import Party
from pipeline.linking.score import Scorer, may_be_one, told_apart
from pipeline.linking.weekdays import weekdays
from pipeline.linking.words import cosine
from tests.linking.made import DAY, Writing, place, span

MET = "Ana Rojas met Luis Paredes about cement."
LATER = "Ana Rojas met harbour pilots and tug owners over unpaid berths."


def met(
    name: str,
    when: DateSpan | None = None,
    where: str | None = None,
    status: Status = "occurred",
    days_later: int = 0,
    sentence: str = MET,
    who: tuple[str, str] = ("Ana Rojas", "Luis Paredes"),
) -> Account:
    writing = Writing(name, published=DAY + timedelta(days=days_later))
    told = MadeEvent("CONSULT", who[:1], who[1:], when, place(where) if where else None, status)
    (account,) = writing.tell(sentence, "met", told).accounts()
    return account


def since(first: str) -> DateSpan:
    return DateSpan(date.fromisoformat(first), None, f"{first}/..")


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        pytest.param(met("a"), met("b"), True, id="both undated, same day's news"),
        pytest.param(met("a"), met("b", days_later=40, sentence=LATER), False, id="news of another month"),
        pytest.param(met("a"), met("b", days_later=40), True, id="told again by an article as good as the same"),
        pytest.param(met("a", span("2021-06-13")), met("b", days_later=40), True, id="dated, and told again undated"),
        pytest.param(met("a"), met("b", days_later=364), False, id="the same a year later"),
        pytest.param(met("a", span("2021-06-13")), met("b", span("2021-06-14")), True, id="a day apart"),
        pytest.param(met("a", span("2021-06-12")), met("b", span("2021-06-14")), False, id="two days apart"),
        pytest.param(met("a", span("2021-06-03")), met("b", span("2021-06-14")), False, id="eleven days apart"),
        pytest.param(met("a", span("2021-06-13")), met("b"), True, id="dated in the other's news"),
        pytest.param(met("a", span("2019-04-01", "2019-04-30")), met("b"), False, id="background and news"),
        pytest.param(met("a", span("2021-01-01", "2021-12-31")), met("b"), False, id="a whole year and news"),
        pytest.param(met("a", span("2019-04-02")), met("b", span("2019-04-01", "2019-04-30")), True, id="day in month"),
        pytest.param(met("a", status="planned"), met("b", days_later=9), True, id="plan carried out"),
        pytest.param(met("a", status="planned", days_later=9), met("b"), False, id="plan told after the meeting"),
        pytest.param(met("a", status="denied"), met("b"), True, id="confirmed and denied"),
        pytest.param(met("a"), met("a2", where="Lima"), True, id="place told once"),
        pytest.param(met("a", since("2021-06-13")), met("b", span("2021-06-14")), True, id="since the day before"),
        pytest.param(
            met("a", since("2021-06-13")), met("b", since("2021-06-23"), days_later=10), False, id="ten days later"
        ),
        pytest.param(met("a", since("1908-01-01")), met("b"), True, id="a record since long ago is news"),
    ],
)
def test_time_decides_what_may_be_one(one: Account, other: Account, may: bool) -> None:
    assert may_be_one(one, other) is may
    assert may_be_one(other, one) is may
    assert features(one, other) == features(other, one)


def test_types_that_do_not_go_together_are_never_one() -> None:
    (burst,) = Writing("b").tell("Ana Rojas met a flood.", "flood", MadeEvent("DISASTER", ("Ana Rojas",))).accounts()
    assert not may_be_one(met("a"), burst)


def test_what_one_article_tells_apart_stays_apart() -> None:
    writing = Writing("a").tell(MET, "met", MadeEvent("CONSULT", ("Ana Rojas",), ("Luis Paredes",)))
    writing.tell("Ana Rojas met Marta Quispe.", "met", MadeEvent("CONSULT", ("Ana Rojas",), ("Marta Quispe",)))
    writing.tell("She met him.", "met", MadeEvent("CONSULT"))
    first, second, third = writing.accounts()
    assert told_apart(first, second)
    assert not told_apart(first, third)
    assert not told_apart(met("a"), met("b", status="denied"))


@pytest.mark.parametrize(
    ("name", "other"),
    [
        pytest.param("same place", met("b", where="Lima"), id="place"),
        pytest.param("other place", met("b", where="Cusco"), id="other place"),
        pytest.param("same word", met("b", sentence="They met."), id="trigger"),
        pytest.param("same news", met("b", days_later=1), id="news"),
        pytest.param("other numbers", met("b", sentence="Ana Rojas met with 9 sacks of cement."), id="numbers"),
        pytest.param("words nearby", met("b", sentence="Ana Rojas met over sacks."), id="beside the trigger"),
        pytest.param("recipients", met("b", who=("Marta Quispe", "Luis Paredes")), id="recipients"),
        pytest.param("other party", met("b", who=("Ana Rojas", "Marta Quispe")), id="other party"),
    ],
)
def test_features_say_what_two_accounts_share(name: str, other: Account) -> None:
    assert features(met("a", where="Lima", sentence="Ana Rojas met with 7 bags and sacks."), other)[name] == 1.0


def test_other_people_are_told_apart_more_than_other_parties() -> None:
    found = features(met("a"), met("b", who=("Ana Rojas", "Marta Quispe")))
    assert found["other people"] == found["other party"] == 1.0
    assert "other people" not in features(met("a"), met("b", who=("Ana Rojas", "the drivers")))


@pytest.mark.parametrize(
    ("kind", "country", "differs"),
    [
        pytest.param("organization", "BO", True, id="a body of another country"),
        pytest.param("organization", "PE", False, id="a body of its own"),
        pytest.param("organization", None, False, id="a body of no known country"),
        pytest.param("person", "BO", False, id="a person may speak for a country"),
    ],
)
def test_a_country_is_no_body_of_another(kind: EntityKind, country: str | None, differs: bool) -> None:
    peru = Party("country", "country:PE", "Peru", ("pe",), "PE")
    other = Party(kind, "x:harbour-board", "Harbour Board", ("harbour", "board"), country)
    assert peru.differs(other) is other.differs(peru) is differs


def test_headlines_speak_for_what_both_articles_are_about() -> None:
    def burst(name: str, title: str) -> Account:
        writing = Writing(name, title=title).tell("A kiln burst near Tarma.", "burst", MadeEvent("DISASTER"))
        (account,) = writing.accounts()
        return account

    first = burst("a", "Kiln bursts in Tarma")
    assert features(first, burst("b", "Tarma kiln explodes"))["headlines"] > 0.4
    assert "headlines" not in features(first, burst("c", "Masons on strike"))


def test_one_deed_may_be_of_two_types_and_an_event_is_no_movement() -> None:
    def launched(type_: EventType) -> Account:
        (account,) = Writing(type_).tell("Tarma launched a glider.", "launched", MadeEvent(type_)).accounts()
        return account

    assert may_be_one(launched("BUSINESS"), launched("MOBILIZE"))
    assert not may_be_one(launched("BUSINESS"), replace(launched("MOBILIZE"), type="MOVE"))


def test_other_news_weighs_against_one_story_but_never_parts_it() -> None:
    scorer = Scorer(fitted())
    one, later = met("a"), met("b", days_later=40, sentence=LATER)
    assert not may_be_one(one, later)
    assert not scorer.links(one, later)
    assert scorer.score(one, later) is not None
    assert scorer.score(met("a", span("2021-06-03")), met("b", span("2021-06-14"))) is None


def test_unnamed_vehicles_may_be_one_and_an_airport_is_of_its_city() -> None:
    def landed(name: str, who: str, where: Place, kind: EntityKind = "vehicle") -> Account:
        (account,) = (
            Writing(name).move(f"{who} landed.", "landed", MadeMovement(who, destination=where, kind=kind)).accounts()
        )
        return account

    lima, airport = place("Lima"), replace(place("Jorge Chavez"), feature="AIRP", latitude=0.2)
    plane = landed("a", "the plane", lima)
    assert may_be_one(plane, landed("b", "the jet", airport))
    assert not may_be_one(plane, landed("b", "the jet", replace(airport, latitude=1.2)))
    assert not may_be_one(plane, landed("b", "the brothers", lima, "group"))


def test_movements_are_one_only_of_one_mover_between_places_that_may_be_one() -> None:
    def trip(name: str, who: str, where: str, whence: str | None = None) -> Account:
        start = place(whence) if whence else None
        sentence = f"{who} flew to {where}."
        (account,) = (
            Writing(name).move(sentence, "flew", MadeMovement(who, origin=start, destination=place(where))).accounts()
        )
        return account

    assert may_be_one(trip("a", "Ana Rojas", "Lima"), trip("b", "Ana M. Rojas", "Lima"))
    assert not may_be_one(trip("a", "Ana Rojas", "Lima"), trip("b", "Ana Rojas", "Cusco"))
    assert not may_be_one(trip("a", "Ana Rojas", "Lima"), trip("b", "Luis Paredes", "Lima"))
    assert may_be_one(trip("a", "Ana Rojas", "Lima", "Quito"), trip("b", "Ana Rojas", "Lima"))
    assert may_be_one(trip("a", "Ana Rojas", "Lima", "Quito"), trip("b", "Ana Rojas", "Lima", "Quito"))
    assert not may_be_one(trip("a", "Ana Rojas", "Lima", "Quito"), trip("b", "Ana Rojas", "Lima", "Tarma"))


def test_an_undated_journey_is_not_told_again_weeks_later() -> None:
    one, other = (
        Writing(name, published=DAY + timedelta(days=later))
        .move("Ana Rojas travels to Lima.", "travels", MadeMovement("Ana Rojas", destination=place("Lima")))
        .accounts()[0]
        for name, later in (("a", 0), ("b", 21))
    )
    assert not may_be_one(one, other)


def test_a_denial_is_of_the_days_before_it() -> None:
    def told(name: str, later: int, status: Status) -> Account:
        meeting = MadeEvent("CONSULT", ("Ana Rojas",), ("Luis Paredes",), status=status)
        writing = Writing(name, published=DAY + timedelta(days=later))
        return writing.tell("Ana Rojas met Luis Paredes over slate.", "met", meeting).accounts()[0]

    assert may_be_one(told("a", 0, "denied"), told("b", 3, "occurred"))
    assert may_be_one(told("a", 0, "occurred"), told("b", 60, "occurred"))
    assert not may_be_one(told("a", 0, "denied"), told("b", 60, "occurred"))


def test_a_journey_lasts_from_departure_to_arrival_and_is_one_deed() -> None:
    def home(name: str, verb: str, left: str, back: str | None = None) -> Account:
        journey = MadeMovement(
            "Ana Rojas", destination=place("Lima"), departure=span(left), arrival=span(back) if back else None
        )
        (account,) = Writing(name).move(f"Ana Rojas {verb} for Lima.", verb, journey).accounts()
        return account

    both_ends = home("a", "made", "2021-06-10", "2021-06-14")
    assert may_be_one(both_ends, home("b", "sailed", "2021-06-12"))
    assert not may_be_one(both_ends, home("b", "sailed", "2021-06-16"))
    assert "same deed" in features(both_ends, home("b", "sailed", "2021-06-12"))


def said(name: str, sentence: str, who: str = "Ana Rojas") -> Account:
    (account,) = Writing(name).tell(sentence, "said", MadeEvent("STATEMENT", (who,))).accounts()
    return account


@pytest.mark.parametrize(
    ("sentence", "other", "same"),
    [
        pytest.param(
            "Ana Rojas said that the quarry at Tarma floods every winter.",
            "The quarry floods each winter, said Ana Rojas.",
            True,
            id="one thing in other words",
        ),
        pytest.param(
            "Ana Rojas said that the quarry floods every winter.",
            "Ana Rojas said she hoped for cheaper cement.",
            False,
            id="two things said by one",
        ),
    ],
)
def test_statements_are_one_by_what_is_said(sentence: str, other: str, same: bool) -> None:
    found = features(said("a", sentence), said("b", other))
    assert ("other content" not in found) is same


def test_statements_that_share_nothing_but_names_are_two() -> None:
    one, other = (
        Writing(name)
        .tell(f"Ana Rojas said Marta Quispe {content}.", "said", MadeEvent("STATEMENT", ("Ana Rojas",)))
        .tell("Marta Quispe met Luis Paredes.", "met", MadeEvent("CONSULT", ("Marta Quispe",), ("Luis Paredes",)))
        .accounts()[0]
        for name, content in (("a", "would open it"), ("b", "had sold it"))
    )
    assert cosine(one.content, other.content) > SAID
    assert "other content" in features(one, other)


def test_other_speakers_make_other_statements() -> None:
    sentence = "The quarry floods each winter, {} said."
    one = said("a", sentence.format("Ana Rojas"))
    assert features(one, said("b", sentence.format("Luis Paredes"), "Luis Paredes"))["other speaker"] == 1.0
    assert "other speaker" not in features(one, said("b", sentence.format("Ana Rojas")))


def test_a_deed_and_its_echo_are_told_in_other_words() -> None:
    (blast,) = Writing("a").tell("A kiln burst in Tarma.", "burst", MadeEvent("DISASTER")).accounts()
    (hurt,) = Writing("b").tell("Two masons were hurt.", "hurt", MadeEvent("LIFE", (), ("Two masons",))).accounts()
    (again,) = Writing("c").tell("The kiln in Tarma burst at noon.", "burst", MadeEvent("DISASTER")).accounts()
    assert features(blast, hurt)["other words"] == 1.0
    assert "other words" not in features(blast, again)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("gunned", "slain", True, id="two verbs of one deed"),
        pytest.param("dying", "death", True, id="a verb and its noun"),
        pytest.param("slain", "wounded", False, id="two deeds"),
    ],
)
def test_synonyms_tell_one_deed(one: str, other: str, same: bool) -> None:
    (first,) = Writing("a").tell(f"A mason was {one} in Tarma.", one, MadeEvent("LIFE")).accounts()
    (second,) = Writing("b").tell(f"The quarryman's {other} hour.", other, MadeEvent("LIFE")).accounts()
    found = features(first, second)
    assert ("same deed" in found) is same
    assert ("other deeds" in found) is ("other words" in found) is not same


def test_who_died_is_who_was_killed() -> None:
    (died,) = Writing("a").tell("A mason died.", "died", MadeEvent("LIFE", ("A mason",))).accounts()
    (killed,) = Writing("b").tell("A truck killed a mason.", "killed", MadeEvent("LIFE", (), ("a mason",))).accounts()
    (clerk,) = Writing("c").tell("A truck killed a clerk.", "killed", MadeEvent("LIFE", (), ("a clerk",))).accounts()
    assert features(died, killed)["recipients"] == 1.0
    assert "recipients" not in features(died, clerk)


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        pytest.param("XXXX-WXX-6", "XXXX-WXX-4", True, id="Saturday and Thursday"),
        pytest.param("XXXX-WXX-1", "2021-06-14", False, id="Monday and a Monday's date"),
        pytest.param("XXXX-WXX-6", "XXXX-06-14", False, id="a date of no known year may be any weekday"),
        pytest.param("XXXX-WXX-6", "2021-06", False, id="a month is no day"),
    ],
)
def test_undated_news_of_another_weekday_is_other_news(one: str, other: str, differ: bool) -> None:
    first, second = (
        replace(met(name), weekdays=weekdays([Timex(9, 15, "then", "DATE", value)], [Extent(0, 40, MET)]))
        for name, value in (("a", one), ("b", other))
    )
    assert ("other weekday" in features(first, second)) is differ


def test_only_a_long_article_has_a_lead() -> None:
    first = "Ana Rojas met Luis Paredes about cement."
    short = Writing("a").tell(first, "met", MadeEvent("CONSULT", ("Ana Rojas",)))
    long = Writing("b").tell(first, "met", MadeEvent("CONSULT", ("Ana Rojas",)))
    long.text += "Trucks wait at the kiln. " * 80
    long.tell("Later Ana Rojas met the drivers.", "met", MadeEvent("CONSULT", ("Ana Rojas",)))
    assert [account.is_lead for account in (*short.accounts(), *long.accounts())] == [False, True, False]


def test_numbers_are_others_only_where_none_is_shared() -> None:
    one = met("a", sentence="Ana Rojas met 59 drivers and 20 masons.")
    few = met("c", sentence="Ana Rojas met three drivers.")
    assert "other numbers" in features(one, few)
    assert "other numbers" not in features(few, met("b", sentence="Ana Rojas met 3 drivers."))
    assert "other numbers" in features(one, met("b", sentence="Ana Rojas met 58 drivers."))
    assert "other numbers" not in features(one, met("b", sentence="Ana Rojas met 59 drivers and 30 masons."))


def test_a_person_is_no_group() -> None:
    (one,) = Writing("a").tell("A quarryman died.", "died", MadeEvent("LIFE", ("the quarryman",))).accounts()
    (many,) = (
        Writing("b").tell("Two men died.", "died", MadeEvent("LIFE", (), ("the two men",), kind="group")).accounts()
    )
    assert features(one, many)["other party"] == 1.0


@pytest.mark.parametrize(
    ("one", "other", "are_other"),
    [
        pytest.param("PT", "CL", True, id="of two nations"),
        pytest.param("PT", "PT", False, id="of one nation"),
        pytest.param("PT", None, False, id="of no known nation"),
    ],
)
def test_people_of_two_nations_are_other_people(one: str, other: str | None, are_other: bool) -> None:
    first, second = (
        replace(met(name), actors=(Party("person", None, "a diver", (), country),), recipients=())
        for name, country in (("a", one), ("b", other))
    )
    assert ("other people" in features(first, second)) is are_other


def test_a_death_is_of_one_type_however_it_came_about() -> None:
    (died,) = Writing("a").tell("A mason died.", "died", MadeEvent("LIFE", ("A mason",))).accounts()
    (crash,) = (
        Writing("b").tell("A crash killed a mason.", "killed", MadeEvent("DISASTER", (), ("a mason",))).accounts()
    )
    (fire,) = Writing("c").tell("A fire singed a mason.", "singed", MadeEvent("DISASTER", (), ("a mason",))).accounts()
    assert features(died, crash)["same type"] == 1.0
    assert "same type" not in features(died, fire)
