"""Who is quoted, how often, with what words and about whom: counts that can be made by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from pipeline.index import EventFilter, Times
from tests.store.articles import Telling, article
from tests.store.indexed import Indexed

SOUTH = [
    Telling("Ruiz", "met", "Silva", "Lima", source="Berg"),
    Telling("Ruiz", "flew", "", "Lima", origin="Oslo", source="Berg"),
    Telling("Silva", "accused", "Haddad", "Quito", source="Mora", type="ACCUSE"),
    Telling("Haddad", "slept", day=""),
]
NORTH = [Telling("Silva", "praised", "Haddad", "Oslo", source="Berg", type="SUPPORT")]


@pytest.fixture(scope="module")
def two(new_url: Callable[[], str]) -> Iterator[Indexed]:
    """A store of two articles, which tests only read."""
    store = Indexed.open(new_url())
    store.add(*article(SOUTH, title="South", outlet="Gazette"))
    store.add(*article(NORTH, title="North", published=date(2024, 6, 1)))
    yield store
    store.close()


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        pytest.param(EventFilter(), {"Berg": (3, 2), "Mora": (1, 1)}, id="everything"),
        pytest.param(EventFilter(types=frozenset({"ACCUSE"})), {"Mora": (1, 1)}, id="type of the event told"),
        pytest.param(EventFilter(entities=frozenset({"person:ruiz"})), {"Berg": (2, 1)}, id="who takes part"),
        pytest.param(EventFilter(search="praised"), {"Berg": (1, 1)}, id="search"),
        pytest.param(EventFilter(search="slept"), {}, id="said by nobody"),
        pytest.param(EventFilter(sources=frozenset({"person:mora"})), {"Mora": (1, 1)}, id="source"),
        pytest.param(EventFilter(certainties=frozenset({"UU"})), {}, id="certainty"),
        pytest.param(EventFilter(articles=frozenset({"none"})), {}, id="no article"),
    ],
)
def test_quoted_counts_the_statements_of_each_source(
    two: Indexed, wanted: EventFilter, expected: dict[str, tuple[int, int]]
) -> None:
    rows = two.quoted(wanted)
    assert {row.name: (row.statements, row.articles) for row in rows} == expected
    assert all(row.direct + row.indirect + row.mixed == row.statements for row in rows)
    assert [len(two.statements(row.key, wanted)) for row in rows] == [row.statements for row in rows]
    assert two.counts(wanted).totals.sources == len(expected)


def test_quoted_says_with_what_words_and_about_whom(two: Indexed) -> None:
    berg = two.quoted()[0]
    assert berg.key == "person:berg"
    assert berg.cues == (Times("said", 3),)
    assert berg.about == (Times("Ruiz", 2), Times("Silva", 2), Times("Haddad", 1))
    assert two.quoted(limit=1) == [berg]


def test_quoted_lists_as_many_words_and_people_as_are_asked_for(two: Indexed) -> None:
    (berg,) = two.quoted(limit=1, words=1)
    assert (berg.cues, berg.about) == ((Times("said", 3),), (Times("Ruiz", 2),))


def test_statements_carry_cue_and_content(two: Indexed) -> None:
    (row,) = two.statements("person:mora")
    text = two.analysis(row.article).article.text
    assert text[row.cue.start : row.cue.end] == row.cue.text == "said"
    assert text[slice(*row.content)].startswith("Silva accused Haddad")
    assert (row.title, row.outlet, row.manner) == ("South", "Gazette", "indirect")
    assert two.statements("nobody") == []


def test_statements_go_with_their_article(store: Indexed) -> None:
    store.add(*article(SOUTH))
    (kept,) = store.articles()
    store.redate(kept.id, date(2024, 5, 7))
    assert [row.statements for row in store.quoted()] == [2, 1]
    store.remove(kept.id)
    assert store.quoted() == []


@pytest.mark.parametrize(
    ("wanted", "events", "movements"),
    [
        pytest.param(EventFilter(sources=frozenset({"person:berg"})), 3, 1, id="who says so"),
        pytest.param(EventFilter(sources=frozenset({"person:mora"})), 1, 0, id="who says something else"),
        pytest.param(EventFilter(sources=frozenset({"\x00"})), 0, 0, id="mangled source"),
        pytest.param(EventFilter(certainties=frozenset({"CT+", "PR+"})), 5, 1, id="one of two certainties"),
        pytest.param(EventFilter(certainties=frozenset({"CT-"})), 0, 0, id="other certainty"),
    ],
)
def test_source_and_certainty_pick_events_and_movements(
    two: Indexed, wanted: EventFilter, events: int, movements: int
) -> None:
    assert (len(two.events(wanted)), len(two.movements(wanted))) == (events, movements)


def test_choices_hold_sources_and_certainties(two: Indexed) -> None:
    choices = two.choices()
    assert [choice.name for choice in choices.sources] == ["Berg", "Mora"]
    assert choices.certainties == ("CT+",)


def test_quoted_a_pronoun_of_which_nobody_knows_who_it_is_names_no_source(new_url: Callable[[], str]) -> None:
    reading, analysis = article([Telling("Ruiz", "met", "Silva", source="He")])
    nobody = tuple(entity for entity in analysis.entities if entity.name != "He")
    store = Indexed.open(new_url())
    store.add(reading, replace(analysis, entities=nobody))
    assert store.quoted() == []
    [event] = store.events()
    assert [source.name for source in store.reports(event.id)[0].sources] == [None]
    store.close()


def printed_in(store: Indexed, verb: str, *days: date) -> tuple[int, int, list[int]]:
    """Statements and articles of Berg, and how many articles print each statement, when each of these days has it."""
    for number, day in enumerate(days):
        telling = Telling("Ruiz", verb, "Silva", "Lima", source="Berg")
        other = Telling("Haddad", f"slept {number} hours", day="")
        store.add(*article([telling, other], published=day))
    (berg,) = store.quoted()
    return berg.statements, berg.articles, [row.printed for row in store.statements("person:berg")]


def test_statement_printed_word_for_word_counts_once(store: Indexed) -> None:
    long = "met late at night in the old harbour office with"
    assert printed_in(store, long, date(2024, 5, 7), date(2024, 5, 8)) == (1, 1, [2])


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        pytest.param(date(2024, 5, 7), (1, 1, [2]), id="a copy of the day"),
        pytest.param(date(2024, 6, 7), (2, 2, [1, 1]), id="said again"),
    ],
)
def test_short_statement_is_one_on_one_day_alone(
    store: Indexed, second: date, expected: tuple[int, int, list[int]]
) -> None:
    assert printed_in(store, "met", date(2024, 5, 7), second) == expected


def test_copy_alone_in_the_filter_counts(store: Indexed) -> None:
    printed_in(store, "met", date(2024, 5, 7), date(2024, 5, 7))
    for kept in store.articles():
        (berg,) = store.quoted(EventFilter(articles=frozenset({kept.id})))
        assert (berg.statements, berg.articles) == (1, 1)


def test_heard_elsewhere_names_those_who_speak_in_other_articles(two: Indexed) -> None:
    south = frozenset(row.id for row in two.articles() if row.title == "South")
    heard = two.index.heard_elsewhere(frozenset({"person:berg", "person:mora"}), south)
    assert heard == {"person:berg"}
