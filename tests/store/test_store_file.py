"""A store whose file goes away, or whose readings are damaged, while it is open."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import update

from pipeline.domain import Analysis, Reading
from pipeline.errors import StoreError
from pipeline.store import Store
from pipeline.store.tables import readings
from tests.store.articles import Telling, article


@pytest.fixture
def one() -> tuple[Reading, Analysis]:
    return article([Telling("Haddad", "met", "Silva", "Quito")])


@pytest.fixture
def other() -> tuple[Reading, Analysis]:
    return article([Telling("Ruiz", "met", "Berg", "Oslo")])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.sqlite"


def test_a_store_file_that_was_deleted_is_said_and_not_made_anew(
    path: Path, one: tuple[Reading, Analysis], other: tuple[Reading, Analysis]
) -> None:
    store = Store.open(f"sqlite:///{path}")
    store.add(*one)
    path.unlink()
    for ask in (store.articles, store.version, lambda: store.add(*other)):
        with pytest.raises(StoreError, match="deleted or moved"):
            ask()
    assert not path.exists()
    store.close()


def test_a_store_file_that_is_put_back_is_used_again(
    path: Path, one: tuple[Reading, Analysis], other: tuple[Reading, Analysis]
) -> None:
    store = Store.open(f"sqlite:///{path}")
    store.add(*one)
    away = path.rename(path.with_name("away"))
    with pytest.raises(StoreError, match="deleted or moved"):
        store.add(*other)
    away.rename(path)
    assert store.add(*other)
    assert len(store.articles()) == 2
    store.close()


def test_a_store_file_that_was_replaced_is_left_as_it_is(
    path: Path, one: tuple[Reading, Analysis], other: tuple[Reading, Analysis]
) -> None:
    store = Store.open(f"sqlite:///{path}")
    store.add(*one)
    notes = path.with_name("notes.sqlite")
    with sqlite3.connect(notes) as connection:
        connection.execute("CREATE TABLE notes (words TEXT)")
    connection.close()
    content = notes.read_bytes()
    notes.replace(path)
    with pytest.raises(StoreError, match="replaced by another"):
        store.add(*other)
    with pytest.raises(StoreError, match="replaced by another"):
        store.articles()
    store.close()
    assert path.read_bytes() == content


def test_a_damaged_reading_costs_only_its_article(
    store: Store, one: tuple[Reading, Analysis], other: tuple[Reading, Analysis]
) -> None:
    for reading, analysis in (one, other):
        store.add(reading, analysis)
    damaged, whole = one[1].article.id, other[1].article.id
    with store._engine.begin() as connection:
        connection.execute(update(readings).where(readings.c.article == damaged).values(analysis=b'{"article": '))
    for ask in (store.analysis, lambda id_: store.redate(id_, None)):
        with pytest.raises(StoreError, match=r"damaged[\s\S]*remove"):
            ask(damaged)
    assert store.analysis(whole) == other[1]
    assert len(store.articles()) == 2
    store.remove(damaged)
    assert store.add(*one)


def test_a_newer_reading_takes_the_place_of_a_damaged_one(store: Store, one: tuple[Reading, Analysis]) -> None:
    reading, analysis = one
    store.add(reading, analysis)
    with store._engine.begin() as connection:
        connection.execute(update(readings).values(reading=b"\x00"))
    store.replace(reading, analysis)
    assert store.analysis(analysis.article.id) == analysis
