"""The index follows its store: after each write, by whomever, after crashes, and whatever becomes of its file."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from benchmarks import synthetic
from pipeline.corrections import Change, Correction, Target
from pipeline.errors import StoreError
from pipeline.index import EntityRow, EventFilter, Index, database, folder_of
from pipeline.index.index import EVERYTHING
from pipeline.index.questions.dyads import dyads
from pipeline.store import Store
from tests.store.articles import Telling, article

LIMA = article([Telling("Ruiz", "met", "Silva", "Lima")], title="In Lima")
QUITO = article([Telling("Haddad", "accused", "Silva", "Quito", type="ACCUSE")], title="In Quito")


@pytest.fixture
def local(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(f"sqlite:///{tmp_path / 'store.sqlite'}")
    yield opened
    opened.close()


def everything(index: Index) -> tuple[object, ...]:
    """All that it answers, without the numbers that are its own."""
    index.update()
    return (
        index.counts(),
        index.events(),
        index.movements(),
        index.quoted(),
        index.ask(dyads, EVERYTHING, 500),
        index.choices(),
    )


def afresh(store: Store) -> tuple[object, ...]:
    index = Index(store)
    try:
        return everything(index)
    finally:
        index.close()


def wrong(told: str, event: str, store: Store) -> Correction:
    report = next(each for each in store.analysis(told).events if each.id == event).reports[0]
    made = datetime(2024, 6, 1, tzinfo=UTC)
    return Correction(told, Target("event", event, report.trigger), Change("verdict", "wrong"), "Ada", made)


def test_index_follows_each_kind_of_write(store: Store) -> None:
    index = Index(store)
    store.add(*LIMA)
    store.add(*QUITO)
    assert everything(index) == afresh(store)
    [row] = [row for row in index.events() if row.type == "ACCUSE"]
    lima = next(each.id for each in store.articles() if each.title == "In Lima")
    writes: list[Callable[[], object]] = [
        lambda: store.correct(wrong(row.article, row.id, store)),
        lambda: store.undo(1),
        lambda: store.redate(row.article, date(2024, 5, 9)),
        lambda: store.describe(row.article, title="Quito again", outlet="Andes", url=None),
        lambda: store.remove(lima),
        lambda: store.add(*LIMA),
    ]
    for write in writes:
        before = index.revision
        write()
        assert not index.is_current(store.version())
        assert everything(index) == afresh(store)
        assert index.is_current(store.version())
        assert index.revision > before
    index.close()


def test_an_entity_is_called_what_most_articles_call_it_after_each_write(store: Store) -> None:
    index = Index(store)
    store.add(*LIMA)
    assert "Ruiz" in {entity.name for entity in counted(index)}
    for verb in ("saw", "called"):
        reading, analysis = article([Telling("Ruiz", verb, "Silva")])
        loud = tuple(replace(entity, name=entity.name.upper()) for entity in analysis.entities)
        store.add(reading, replace(analysis, entities=loud))
    assert "RUIZ" in {entity.name for entity in counted(index)}
    index.close()


def counted(index: Index) -> tuple[EntityRow, ...]:
    index.update()
    return index.counts().entities


def test_index_keeps_odd_letters_and_what_is_unknown(store: Store) -> None:
    title = 'A "quoted" \\ title,\u2028 {null}: 😀'
    store.add(*article([Telling("Ruiz", "met", "Silva", place="")], title=title))
    index = Index(store)
    index.update()
    [row] = index.events()
    assert (row.title, row.outlet, row.place) == (title, None, None)
    assert [who.name for who in row.actors] == ["Ruiz"]
    index.close()


def test_index_of_another_process_follows_too(store: Store, url: str) -> None:
    other = Store.open(url)
    index, second = Index(store), Index(other)
    store.add(*LIMA)
    other.add(*QUITO)
    assert everything(index) == everything(second)
    assert len(index.events()) == 2
    for opened in (index, second, other):
        opened.close()


def test_index_in_a_file_is_taken_up_where_it_was(local: Store, tmp_path: Path) -> None:
    local.add(*LIMA)
    first = Index(local, tmp_path / "index")
    first.update()
    first.close()
    second = Index(local, tmp_path / "index")
    assert second.is_current(local.version())
    assert [row.type for row in second.events()] == ["CONSULT"]
    second.close()


def damage(path: Path) -> None:
    path.write_bytes(b"\x00" * 40_000)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


@pytest.mark.parametrize("harm", [damage, cut, Path.unlink], ids=["damaged", "cut", "missing"])
def test_index_is_made_anew_if_its_file_cannot_be_read(
    local: Store, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    local.add(*LIMA)
    first = Index(local, tmp_path / "index")
    expected = everything(first)
    first.close()
    assert first.path is None or first.path.exists()
    [file] = (tmp_path / "index").glob("*.duckdb")
    harm(file)
    second = Index(local, tmp_path / "index")
    assert not second.is_current(local.version())
    assert everything(second) == expected
    second.close()


def test_index_of_another_format_is_made_anew(local: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    local.add(*LIMA)
    first = Index(local, tmp_path / "index")
    first.update()
    first.close()
    monkeypatch.setattr(database, "FORMAT", database.FORMAT + 1)
    second = Index(local, tmp_path / "index")
    assert not second.is_current(local.version())
    second.close()


@pytest.mark.parametrize("written_since", [0, 1, 2])
def test_index_of_a_store_put_back_to_an_earlier_state_is_made_anew(tmp_path: Path, written_since: int) -> None:
    """Also if so much was written since that its version is no smaller."""
    file, copy, url = tmp_path / "store.sqlite", tmp_path / "copy.sqlite", f"sqlite:///{tmp_path / 'store.sqlite'}"
    with closing(Store.open(url)) as store:
        store.add(*LIMA)
    copy.write_bytes(file.read_bytes())
    with closing(Store.open(url)) as store, closing(Index(store, tmp_path / "index")) as index:
        store.add(*QUITO)
        index.update()
    file.write_bytes(copy.read_bytes())
    with closing(Store.open(url)) as store:
        store.add_all(article([Telling("Berg", "met", "Silva", town)]) for town in TOWNS[:written_since])
        for town in TOWNS[2:][:written_since]:
            store.add(*article([Telling("Berg", "met", "Silva", town)]))
        with closing(Index(store, tmp_path / "index")) as index:
            assert everything(index) == afresh(store)
            assert index.articles_known() == 1 + 2 * written_since


TOWNS = ("Oslo", "Bergen", "Porto", "Faro")
OPEN = """
import os, signal, sys
from pathlib import Path
from pipeline.index import Index, index as module
from pipeline.index.index import EVERYTHING
from pipeline.index.questions.dyads import dyads
from pipeline.store import Store
index = Index(Store.open(sys.argv[1]), Path(sys.argv[2]))
"""
HOLD = f"{OPEN}index.update(); print(index.path, flush=True); input()"
DIE = f"""{OPEN}
module.BATCH, insert, calls = 5, module.Writer._insert, []
def dying(*args):
    calls.append(args)
    if len(calls) > 40:
        os.kill(os.getpid(), signal.SIGKILL)
    insert(*args)
module.Writer._insert = dying
index.update()
"""
"""Killed in the midst of its fourth batch: each writes to twelve tables."""


def process(code: str, store: Path, index: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, f"sqlite:///{store}", str(index)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_index_of_a_second_server_stands_in_a_file_of_its_own(local: Store, tmp_path: Path) -> None:
    local.add(*LIMA)
    with process(HOLD, tmp_path / "store.sqlite", tmp_path / "index") as other:
        assert other.stdout is not None
        held = Path(other.stdout.readline().strip())
        index = Index(local, tmp_path / "index")
        index.update()
        assert index.path is not None
        assert index.path.parent == held.parent
        assert index.path != held
        assert len(index.events()) == 1
        index.close()
        other.kill()


def test_index_goes_on_after_its_process_was_killed(tmp_path: Path) -> None:
    synthetic.fill(f"sqlite:///{tmp_path / 'store.sqlite'}", 600)
    store = Store.open(f"sqlite:///{tmp_path / 'store.sqlite'}")
    with process(DIE, tmp_path / "store.sqlite", tmp_path / "index") as other:
        assert other.wait() == -signal.SIGKILL
    index = Index(store, tmp_path / "index")
    assert index.path is not None
    assert index.articles_known() == 15
    assert everything(index) == afresh(store)
    index.close()
    store.close()


def test_index_stands_in_memory_where_no_file_can_be_written(local: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    local.add(*LIMA)
    index = Index(local, tmp_path / "file")
    index.update()
    assert index.path is None
    assert len(index.events()) == 1
    index.close()


def test_index_says_that_it_failed_and_mends_itself(local: Store, tmp_path: Path) -> None:
    local.add(*LIMA)
    index = Index(local, tmp_path / "index")
    index.update()
    index._database.connection.close()
    with pytest.raises(StoreError, match="made anew"):
        index.counts()
    index.update()
    assert len(index.events()) == 1
    index.close()


def test_index_that_was_closed_gives_its_file_to_others_whoever_still_asks_it(local: Store, tmp_path: Path) -> None:
    index = Index(local, tmp_path / "index")
    index.close()
    with pytest.raises(StoreError):
        index.events()
    index.update()
    with process(HOLD, tmp_path / "store.sqlite", tmp_path / "index") as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == str(index.path)
        other.kill()


def test_index_leaves_out_an_article_whose_reading_is_damaged(local: Store) -> None:
    from sqlalchemy import update

    from pipeline.store.tables import readings

    local.add(*LIMA)
    local.add(*QUITO)
    lima = next(each.id for each in local.articles() if each.title == "In Lima")
    with local._engine.begin() as connection:
        connection.execute(update(readings).where(readings.c.article == lima).values(analysis=b"{"))
    index = Index(local)
    index.update()
    assert [row.type for row in index.events()] == ["ACCUSE"]
    assert index.counts().totals.articles == 2
    index.close()


def test_index_reads_no_file_and_takes_no_extension(local: Store, tmp_path: Path) -> None:
    import duckdb

    secret = tmp_path / "secret.csv"
    secret.write_text("a,b\n1,2\n")
    index = Index(local)
    with index._database.cursor() as cursor:
        with pytest.raises(duckdb.PermissionException):
            cursor.execute(f"SELECT * FROM read_csv('{secret}')").fetchall()
        with pytest.raises(duckdb.Error):
            cursor.execute("INSTALL httpfs")
        with pytest.raises(duckdb.Error):
            cursor.execute("SET enable_external_access = true")
    index.close()


@pytest.mark.parametrize("text", ["'; DROP TABLE events; --", "100%_", "\x00", "\ud800", "$first", "a" * 5000])
def test_index_takes_searched_text_for_text(local: Store, text: str) -> None:
    local.add(*LIMA)
    index = Index(local)
    index.update()
    wanted = EventFilter(search=text, entities=frozenset({text}), sources=frozenset({text}))
    assert index.counts(replace(wanted, entities=frozenset())).totals.events == 0
    found = [*index.events(wanted), *index.mentions(text), *index.statements(text), *index.between(text)]
    assert found == []
    assert len(index.events()) == 1
    index.close()


def test_folder_is_beside_the_file_of_the_store(local: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATELINE_INDEX", raising=False)
    assert folder_of(local.address()) == tmp_path / "store.sqlite.index"
    monkeypatch.setenv("DATELINE_INDEX", "/elsewhere")
    assert folder_of(local.address()) == Path("/elsewhere")
    monkeypatch.setenv("DATELINE_INDEX", "memory")
    assert folder_of(local.address()) is None
