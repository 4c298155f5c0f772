from __future__ import annotations

import json
import lzma
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from time import monotonic

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text

from pipeline.domain import Extent, Participant
from pipeline.errors import StoreError
from pipeline.index import Totals
from pipeline.store import Store
from pipeline.store.connect import connect
from pipeline.store.migrating import MIGRATION_LOCK, NEWEST, upgrade
from pipeline.store.tables import metadata
from tests.store.indexed import Indexed

OLD_STORE = Path(__file__).with_name("store-0.5.0.sqlite.xz")


def older(url: str, revision: str) -> None:
    """A store of an older version, without articles."""
    engine = create_engine(url)
    with engine.begin() as connection:
        upgrade(connection, revision)
    engine.dispose()


@pytest.mark.parametrize("revision", [None, "0001", "0009", "0010", "0011"])
def test_connect_makes_exactly_the_tables_that_the_code_uses(url: str, revision: str | None) -> None:
    if revision:
        older(url, revision)
    engine = connect(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        assert context.get_current_revision() == NEWEST
        [(version, identity)] = connection.execute(text("SELECT version, identity FROM changes")).all()
        assert version == 0
        assert identity
    engine.dispose()


def test_the_last_migration_is_the_newest_that_a_new_store_has() -> None:
    config = Config()
    config.set_main_option("script_location", "pipeline.store:migrations")
    assert ScriptDirectory.from_config(config).get_heads() == [NEWEST]


def test_connect_keeps_what_is_there(url: str) -> None:
    first = connect(url)
    with first.begin() as connection:
        connection.execute(text("UPDATE changes SET version = 41"))
    first.dispose()
    store = Store.open(url)
    assert store.version() == 41
    store.close()


OLDER_ROWS = (
    "INSERT INTO articles (id, published_basis, published_candidates, words, pipeline_version) "
    "VALUES ('a', 'unknown', '[]', 3, '1')",
    "INSERT INTO events (id, article, type, status, factuality, rank, first) "
    "VALUES ('e', 'a', 'AID', 'planned', 'PR+', 4, '2019-03-08')",
    "INSERT INTO entities (article, key, kind, name, aliases) VALUES ('a', 'person:ruiz', 'person', 'Ruiz', '[]')",
    'INSERT INTO mentions (article, sentence, key, kind, form, start, "end", text) '
    "VALUES ('a', 7, 'person:ruiz', 'person', 'name', 0, 4, 'Ruiz'), "
    "('a', 8, 'person:silva', 'person', 'name', 9, 14, 'Silva')",
    *(
        "INSERT INTO reports (id, article, event, position, sentence, evidence_start, evidence_end, evidence, folded, "
        "trigger_start, trigger_end, trigger, status, factuality) "
        f"VALUES ('r{position}', 'a', 'e', {position}, 7, 0, 9, 'Ruiz aids', '', 5, 9, 'aids', 'planned', 'PR+')"
        for position in (0, 1)
    ),
)


def test_connect_keeps_how_much_the_articles_of_an_older_store_tell(url: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        upgrade(connection, "0003")
        for row in OLDER_ROWS:
            connection.execute(text(row))
    engine.dispose()
    store = Store.open(url)
    [article] = store.articles()
    assert (article.events, article.movements) == (1, 0)
    store.close()


def test_connect_keeps_all_of_a_store_of_version_0_5_0(tmp_path: Path) -> None:
    """A file that 0.5.0 made: two articles, one of them corrected, and one that was removed."""
    file = tmp_path / "store.sqlite"
    file.write_bytes(lzma.decompress(OLD_STORE.read_bytes()))
    store = Indexed.open(f"sqlite:///{file}")
    assert {row.title: (row.events, row.movements) for row in store.articles()} == {
        "To Lima": (2, 1),
        "In Quito": (1, 0),
    }
    assert store.version() == 5
    [entry] = store.corrections()
    assert (entry.correction.author, entry.matched) == ("Ada", True)
    assert sorted((row.type, row.why) for row in store.events()) == [
        ("CONSULT", ()),
        ("CONSULT", ()),
        ("THREATEN", ("analyst: type",)),
    ]
    assert store.counts().totals == Totals(articles=2, events=3, people=4, movements=1, sources=1)
    assert (len(store.added_after(0)), store.added_after(5)) == (2, frozenset())
    store.undo(entry.number)
    assert {row.type for row in store.events()} == {"CONSULT", "ACCUSE"}
    store.close()


def test_connect_lets_older_grades_of_outlets_hold_of_the_outlet(url: str) -> None:
    """A report's grade goes with its article still."""
    older(url, "0011")
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(OLDER_ROWS[0]))
        for field in ("reliability", "credibility"):
            words = {"field": field, "word": "B", "parties": [asdict(Participant(0, 0, "Post", None, "Post"))]}
            target = {"kind": "event", "id": "e", "trigger": asdict(Extent(0, 1, "x"))}
            made = {"article": "a", "target": target, "change": words, "author": "Ada", "made": "2024-05-09T12:00:00Z"}
            connection.execute(
                text("INSERT INTO corrections (article, correction, undone, matched) VALUES ('a', :made, false, true)"),
                {"made": json.dumps(made).encode()},
            )
    engine.dispose()
    store = Store.open(url)
    with store._engine.connect() as connection:
        assert list(connection.scalars(text("SELECT article FROM corrections ORDER BY number"))) == [None, "a"]
    assert [entry.correction.change.field for entry in store.corrections()] == ["reliability", "credibility"]
    store.close()


def test_connect_by_many_at_once_migrates_once(url: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(Store.open, [url] * 4))
    assert [store.version() for store in stores] == [0] * 4
    for store in stores:
        store.close()


def test_connect_prepares_sqlite_for_several_users(tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{tmp_path / 'store.sqlite'}")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    engine.dispose()


def test_connect_says_that_a_store_is_of_a_newer_dateline(url: str) -> None:
    engine = connect(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(StoreError, match="newer Dateline"):
        connect(url)


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("sqlite:////no/such/folder/store.sqlite", id="folder missing"),
        pytest.param("postgresql+psycopg://dateline:secret@127.0.0.1:1/store", id="server missing"),
        pytest.param("dateline.sqlite", id="no URL"),
        pytest.param("oracle9://host/store", id="unknown database"),
    ],
)
def test_connect_says_what_is_wrong_and_keeps_the_password(address: str) -> None:
    with pytest.raises(StoreError, match="Hint:") as raised:
        connect(address)
    assert "secret" not in str(raised.value)


def test_connect_refuses_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("no database at all, just a few words " * 100)
    with pytest.raises(StoreError, match="no database"):
        connect(f"sqlite:///{path}")
    assert path.read_text().startswith("no database")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("tables", [["bookmarks"], ["alembic_version", "users"]])
def test_connect_leaves_the_database_of_another_program_as_it_is(url: str, tables: list[str]) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        for table in tables:
            connection.execute(text(f"CREATE TABLE {table} (version_num VARCHAR(32))"))
    with pytest.raises(StoreError, match="another program"):
        connect(url)
    assert inspect(engine).get_table_names() == tables
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "delete"
    engine.dispose()


def test_connect_rolls_back_a_migration_that_fails(url: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        upgrade(connection, "0003")
        connection.execute(text("CREATE TABLE tellings (something INTEGER)"))
    with pytest.raises(StoreError):
        connect(url)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == "0003"
    engine.dispose()


def test_connect_says_within_seconds_that_a_store_is_locked(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Left to themselves, SQLite's driver waits for 5 s and PostgreSQL for ever."""
    connect(url).dispose()
    monkeypatch.setattr("pipeline.store.connect.BUSY_SECONDS", 1)
    holder = create_engine(url)
    with holder.connect() as connection:
        if holder.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": MIGRATION_LOCK})
        began = monotonic()
        with pytest.raises(StoreError, match="locked"):
            connect(url)
        assert 1 <= monotonic() - began < 4.5
    holder.dispose()


def test_a_store_that_may_not_be_written_to_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    connect(f"sqlite:///{path}").dispose()
    store = Store.open(f"sqlite:///file:{path}?mode=ro&uri=true")
    assert store.articles() == []
    with pytest.raises(StoreError, match="read and not written"):
        store.remove("a")
    store.close()


def test_connect_says_that_a_store_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    connect(f"sqlite:///{path}").dispose()
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(200)
        file.write(b"\xff" * (size - 200))
    with pytest.raises(StoreError, match="damaged"):
        connect(f"sqlite:///{path}")
