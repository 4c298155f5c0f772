"""What is written stays, whole or not at all, and what follows from it is written anew when it changes."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from multiprocessing import get_context
from threading import Event

import pytest
from sqlalchemy import func, select

from pipeline import VERSION
from pipeline.domain import Analysis, Reading, article_id
from pipeline.errors import ArticleError, StoreError
from pipeline.index import EventFilter, Totals
from pipeline.store import ArticleRow, writes
from pipeline.store.tables import article_changes, metadata
from tests.store.articles import Telling, article
from tests.store.indexed import Indexed

FLIGHT = [
    Telling("Ruiz", "flew", "", "Lima", origin="Oslo", day="XXXX-05-06", source="Berg"),
    Telling("Ruiz", "met", "Silva", "Lima", day="XXXX-05-07"),
]
A_WHILE = 0.02
OTHER = [Telling("Haddad", "accused", "Silva", "Quito", type="ACCUSE")]


def rows_of(store: Indexed) -> dict[str, int]:
    """Of every table but that of changes, which remembers what was removed."""
    with store._engine.connect() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in metadata.sorted_tables
            if table is not article_changes
        }


def test_store_gives_back_what_was_added(store: Indexed) -> None:
    reading, analysis = article(FLIGHT, title="Ruiz in Lima", outlet="Gazette")
    assert store.add(reading, analysis)
    assert store.analysis(analysis.article.id) == analysis
    assert store.articles() == [
        ArticleRow(
            id=analysis.article.id,
            title="Ruiz in Lima",
            outlet="Gazette",
            url=None,
            published=date(2024, 5, 8),
            basis="given",
            candidates=(),
            received=None,
            words=len(analysis.article.text.split()),
            events=2,
            movements=1,
            pipeline_version=VERSION,
        )
    ]


def test_store_knows_a_text_that_it_has(store: Indexed) -> None:
    reading, analysis = article(FLIGHT)
    assert store.add(reading, analysis)
    before, version = rows_of(store), store.version()
    assert not store.add(reading, replace(analysis, article=replace(analysis.article, id="other", title="Other")))
    assert rows_of(store) == before
    assert store.version() == version


def test_store_keeps_an_article_under_the_hash_of_its_text(store: Indexed) -> None:
    reading, analysis = article(FLIGHT)
    store.add(reading, replace(analysis, article=replace(analysis.article, id="line-1")))
    assert store.analysis(article_id(analysis.article.text)) == analysis


def test_store_version_grows_with_every_write(store: Indexed) -> None:
    reading, analysis = article(FLIGHT)
    versions = [store.version()]
    for write in (
        lambda: store.add(reading, analysis),
        lambda: store.replace(reading, analysis),
        lambda: store.redate(analysis.article.id, date(2020, 1, 1)),
        lambda: store.remove(analysis.article.id),
    ):
        write()
        versions.append(store.version())
    assert versions == sorted(set(versions))


def test_store_names_what_came_in_after_a_version(store: Indexed) -> None:
    store.add(*article(FLIGHT))
    old = article_id(article(FLIGHT)[1].article.text)
    before = store.version()
    reading, analysis = article(OTHER)
    store.add(reading, analysis)
    new = article_id(analysis.article.text)
    store.redate(old, date(2020, 1, 1))
    assert (store.added_after(before), store.added_after(0)) == (frozenset({new}), frozenset({old, new}))
    store.remove(new)
    assert store.added_after(before) == frozenset()


def test_store_removes_an_article_with_all_that_follows_from_it(store: Indexed) -> None:
    empty = rows_of(store)
    kept, gone = article(OTHER), article(FLIGHT)
    store.add(*kept)
    with_one = rows_of(store)
    store.add(*gone)
    store.remove(gone[1].article.id)
    assert rows_of(store) == with_one
    store.remove(kept[1].article.id)
    assert rows_of(store) == empty


ACTS: dict[str, Callable[[Indexed, Reading, Analysis], object]] = {
    "analysis": lambda store, _, analysis: store.analysis(analysis.article.id),
    "remove": lambda store, _, analysis: store.remove(analysis.article.id),
    "redate": lambda store, _, analysis: store.redate(analysis.article.id, None),
    "replace": lambda store, reading, analysis: store.replace(reading, analysis),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_store_says_that_it_does_not_have_an_article(
    store: Indexed, act: Callable[[Indexed, Reading, Analysis], object]
) -> None:
    reading, analysis = article(FLIGHT)
    store.add(*article(OTHER))
    version = store.version()
    with pytest.raises(StoreError, match=f"no article '{analysis.article.id}'"):
        act(store, reading, analysis)
    assert store.version() == version


def test_store_redates_everything(store: Indexed) -> None:
    reading, analysis = article(FLIGHT)
    store.add(reading, analysis)
    redated = store.redate(analysis.article.id, date(2019, 6, 1))
    assert store.analysis(analysis.article.id) == redated
    assert (redated.article.published, redated.article.published_basis) == (date(2019, 6, 1), "given")
    assert {row.first for row in store.events()} == {date(2019, 5, 6), date(2019, 5, 7)}
    assert [row.first for row in store.movements()] == [date(2019, 5, 6)]
    assert {row.first for event in store.events() for row in store.reports(event.id)} == {
        date(2019, 5, 6),
        date(2019, 5, 7),
    }
    assert [row.published for row in store.articles()] == [date(2019, 6, 1)]


def test_store_takes_a_given_date_back(store: Indexed) -> None:
    reading, stated = article(FLIGHT, published=date(2022, 7, 1), basis="metadata")
    store.add(reading, stated)
    store.redate(stated.article.id, date(2019, 6, 1))
    assert store.redate(stated.article.id, None) == stated


def test_store_goes_back_to_what_the_text_says(store: Indexed) -> None:
    reading, undated = article(FLIGHT, published=None)
    store.add(reading, undated)
    store.redate(undated.article.id, date(2019, 6, 1))
    assert store.redate(undated.article.id, None) == undated


def test_store_refuses_a_date_after_the_article_was_received(store: Indexed) -> None:
    reading, analysis = article(FLIGHT, received=date(2024, 5, 20))
    store.add(reading, analysis)
    with pytest.raises(ArticleError, match="2024-05-21 lies after"):
        store.redate(analysis.article.id, date(2024, 5, 21))
    assert store.analysis(analysis.article.id) == analysis


def test_store_takes_a_newer_reading_and_keeps_what_it_was_given(store: Indexed) -> None:
    reading, analysis = article(FLIGHT, published=None, title="Ruiz in Lima")
    store.add(reading, analysis)
    store.redate(analysis.article.id, date(2019, 6, 1))
    newer = replace(reading, events=reading.events[:1], movements=())
    store.replace(newer, replace(analysis, article=replace(analysis.article, title=None)))
    (row,) = store.articles()
    assert (row.id, row.title, row.published, row.basis) == (
        analysis.article.id,
        "Ruiz in Lima",
        date(2019, 6, 1),
        "given",
    )
    assert store.counts().totals == Totals(articles=1, events=1, people=3, movements=0, sources=1)
    assert [event.first for event in store.events()] == [date(2019, 5, 6)]


def broken(analysis: Analysis) -> Analysis:
    """An analysis that only fails in the last tables: a report names no attribution."""
    event = analysis.events[0]
    report = replace(event.reports[0], attributions=("missing",))
    return replace(analysis, events=(replace(event, reports=(report,)), *analysis.events[1:]))


def test_store_is_as_before_when_a_write_fails(store: Indexed, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add(*article(OTHER))
    before, version = rows_of(store), store.version()
    with monkeypatch.context() as patch:
        patch.setattr(writes, "documents", lambda *_: {"reading": None, "analysis": None})
        with pytest.raises(StoreError) as raised:
            store.add(*article(FLIGHT))
    assert "INSERT" not in str(raised.value)
    assert rows_of(store) == before
    assert store.version() == version
    assert store.add(*article(FLIGHT))


def test_an_analysis_that_refers_to_what_it_lacks_costs_only_its_article(store: Indexed) -> None:
    store.add(*article(OTHER))
    expected = store.events()
    reading, analysis = article(FLIGHT)
    store.add(reading, broken(analysis))
    assert store.events() == expected
    assert store.counts().totals.articles == 2


def numbered(number: int) -> tuple[Reading, Analysis]:
    return article([Telling(f"Person{number}", "met", "Silva")])


def test_store_takes_articles_from_several_threads(store: Indexed) -> None:
    given = [numbered(number % 6) for number in range(24)]
    with ThreadPoolExecutor(8) as pool:
        added = list(pool.map(lambda one: store.add(*one), given))
    assert sum(added) == 6
    assert store.counts().totals == Totals(articles=6, events=6, people=7, movements=0, sources=0)
    assert store.version() == 6


def add_numbered(url: str, numbers: list[int]) -> int:
    store = Indexed.open(url)
    added = sum(store.add(*numbered(number)) for number in numbers)
    store.close()
    return added


def test_store_takes_articles_from_several_processes(url: str) -> None:
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        added = list(pool.map(add_numbered, [url] * 2, [list(range(12))] * 2))
    store = Indexed.open(url)
    assert sum(added) == 12
    assert store.counts().totals.articles == store.version() == 12
    store.close()


def test_store_answers_speak_of_one_state_while_articles_come_and_go(store: Indexed) -> None:
    reading, analysis = article([Telling("Ruiz", "met", "Silva", source="Berg")])
    done = Event()

    def come_and_go() -> None:
        while not done.is_set():
            store.add(reading, analysis)
            done.wait(A_WHILE)
            store.remove(analysis.article.id)
            done.wait(A_WHILE)

    with ThreadPoolExecutor(1) as beside:
        writer = beside.submit(come_and_go)
        try:
            for _ in range(60):
                assert {len(store.quoted()), len(store.choices().sources), store.counts().totals.sources} <= {0, 1}
                assert all(event.actors for event in store.events())
        finally:
            done.set()
        writer.result()


def test_store_can_be_read_while_it_is_written(store: Indexed) -> None:
    store.add(*article(OTHER))
    with store._writing() as connection:
        assert store.counts().totals.articles == 1
        connection.rollback()


@pytest.mark.parametrize("search", ["'; DROP TABLE events; --", "%", "_", "\\", "/", '"', "\x00"])
def test_store_searches_for_signs_as_they_are(store: Indexed, search: str) -> None:
    store.add(*article(FLIGHT))
    assert store.events(EventFilter(search=search)) == []
    assert store.counts().totals.events == 2


def test_store_describes_an_article_anew_and_keeps_the_rest(store: Indexed) -> None:
    reading, analysis = article(FLIGHT, title="Old", outlet="The Post")
    store.add(reading, analysis)
    before = store.counts()
    store.describe(analysis.article.id, title=" New\x00 title ", outlet="", url="https://example.org/a")
    [row] = store.articles()
    assert (row.title, row.outlet, row.url) == ("New title", None, "https://example.org/a")
    assert row.published == analysis.article.published
    assert store.analysis(row.id).article.title == "New title"
    assert store.counts() == before
    assert {event.title for event in store.events()} == {"New title"}


def test_store_describes_no_article_that_is_not_there(store: Indexed) -> None:
    with pytest.raises(StoreError, match="no article"):
        store.describe("none", title="A", outlet=None, url=None)
