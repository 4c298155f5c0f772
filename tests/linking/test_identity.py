from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from benchmarks.writing import MadeEvent
from pipeline.domain import DateSpan, Entity, EntityKind, Extent, Mention, Place
from pipeline.linking.accounts import Account
from pipeline.linking.counts import counts
from pipeline.linking.identity import identity
from pipeline.linking.marks import Marks, marking_words
from tests.linking.made import DAY, Writing, place, span


def outbreak(name: str, when: DateSpan | None = None, where: Place | None = None, *, days_later: int = 0) -> Account:
    """An event by whose sentence nothing but the sort of event is known."""
    writing = Writing(name, published=DAY + timedelta(days=days_later))
    (account,) = writing.tell(
        "An outbreak began.", "outbreak", MadeEvent("DISASTER", when=when, where=where)
    ).accounts()
    return account


def naming(account: Account, *names: str, countries: str = "", in_article: tuple[str, ...] = ()) -> Account:
    setting = replace(account.setting, marks=frozenset((*names, *in_article)))
    return replace(account, setting=setting, names=frozenset(names), countries=frozenset(countries.split()))


@pytest.mark.parametrize(
    ("one", "other", "is_identified"),
    [
        pytest.param(outbreak("a"), outbreak("b"), False, id="by its sort alone"),
        pytest.param(naming(outbreak("a"), "tarma"), naming(outbreak("b"), "tarma"), True, id="by a name"),
        pytest.param(naming(outbreak("a"), "tarma"), naming(outbreak("b"), "piura"), False, id="not by two names"),
        pytest.param(outbreak("a", span("2021-06-13")), outbreak("b", span("2021-06-13")), True, id="by a day"),
        pytest.param(outbreak("a", where=place("Tarma")), outbreak("b", where=place("Tarma")), True, id="by a city"),
        pytest.param(
            outbreak("a", where=place("Peru", feature="PCLI")),
            outbreak("b", where=place("Peru", feature="PCLI")),
            False,
            id="not by a country",
        ),
        pytest.param(
            replace(outbreak("a"), counts=counts(["43 miners"])),
            replace(outbreak("b"), counts=counts(["43 miners"])),
            True,
            id="by a number",
        ),
    ],
)
def test_something_of_its_own_identifies_an_event(one: Account, other: Account, *, is_identified: bool) -> None:
    assert identity(one, other)["nothing identifies"] is not is_identified
    assert identity(one, other) == identity(other, one)


def test_other_countries_speak_against_events_of_other_days() -> None:
    one = naming(outbreak("a"), countries="PE")
    assert identity(one, naming(outbreak("b", days_later=8), countries="BO CL"))["other countries"]
    assert not identity(one, naming(outbreak("b", days_later=8), countries="BO PE"))["other countries"]
    assert not identity(one, naming(outbreak("b", days_later=8)))["other countries"]
    assert not identity(one, naming(outbreak("b", days_later=1), countries="BO CL"))["other countries"]


def test_articles_that_name_others_are_of_other_affairs() -> None:
    one = naming(outbreak("a"), in_article=("tarma", "junin", "rojas"))
    other = naming(outbreak("b"), in_article=("tarma", "potosi", "oruro"))
    assert not identity(one, other)["other affair"]
    assert identity(one, naming(outbreak("b"), in_article=("sucre", "potosi", "oruro")))["other affair"]
    assert not identity(one, naming(outbreak("b"), in_article=("sucre",)))["other affair"]
    undated = replace(other, setting=replace(other.setting, published=None))
    assert identity(one, undated)["other affair"]


def entity(kind: EntityKind, name: str) -> Entity:
    return Entity(
        "0", f"{kind}:{name.casefold().replace(' ', '-')}", kind, name, (), None, (Mention(0, 9, name, "name"),)
    )


@pytest.mark.parametrize(
    ("kind", "name", "marks"),
    [
        pytest.param("person", "Anselmo Quispe", {"anselmo", "quisp"}, id="a person"),
        pytest.param("organization", "Junin Health Ministry", {"junin"}, id="not by what many bodies are called"),
        pytest.param("organization", "World Health Organization", set(), id="a body known everywhere"),
        pytest.param("organization", "H7N9", set(), id="a designation of a class"),
        pytest.param("organization", "Avian Influenza", set(), id="a disease"),
        pytest.param("place", "Europe", set(), id="a continent"),
        pytest.param("place", "Zimbabwe", set(), id="a country"),
        pytest.param("group", "Quechuas", set(), id="a people"),
    ],
)
def test_rare_words_of_names_mark_an_event(kind: EntityKind, name: str, marks: set[str]) -> None:
    assert {word for _, word in marking_words([entity(kind, name)])} == marks


def test_marks_are_those_of_the_sentences_asked_for() -> None:
    writing = Writing("a").tell("Ana Rojas met Luis Paredes.", "met", MadeEvent("CONSULT", ("Ana Rojas",)))
    lima, doubtful = replace(place("Lima"), start=40), replace(place("Sucre", "BO"), start=45, confidence=0.3)
    marks = Marks(replace(writing.done(), places=(lima, doubtful)))
    assert marks.countries([Extent(30, 50, "")]) == {"PE"}
    assert marks.countries([Extent(0, 40, "")]) == frozenset()
