"""What goes wrong around an index costs no answer and nothing of the store; it goes on when that is over."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import psycopg
import pytest

from benchmarks import synthetic
from pipeline.errors import IndexDamagedError, StoreError
from pipeline.index import Index
from pipeline.index.database import SPILL, WRITE_AHEAD
from pipeline.index.place import index_files
from pipeline.store import Store
from tests.index.test_index import HOLD, LIMA, afresh, everything
from tests.store.conftest import new_database

EVENTS = 600
HEADERS, BLOCK = 3 * 4096, 262_144
"""Of a file of DuckDB, in bytes."""
FULL = """
import resource, signal, sys
from pathlib import Path
from pipeline.index import Index
from pipeline.store import Store
store, folder, most = Store.open(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
index = Index(store, folder)
index.update()
print(index.path, bool(index.problem), index.counts().totals.events, [file.name for file in folder.iterdir()])
"""
"""No file may grow beyond so many bytes."""
AT_THE_FIRST_BATCH, AT_THE_HEADERS = "200000", "5000"
ADD = """
import sys
from random import Random
from benchmarks.synthetic import article
from pipeline.store import Store
store, chance = Store.open(sys.argv[1]), Random(7)
for number in range(int(sys.argv[2]), int(sys.argv[2]) + 20):
    store.add(*article(number, chance))
"""
TWENTY, OTHER_TWENTY = "0", "20"


@pytest.fixture
def address(postgres: str) -> str:
    """A database on a PostgreSQL server."""
    return new_database(postgres)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with its index beside it, to be copied."""
    folder = tmp_path_factory.mktemp("filled")
    synthetic.fill(f"sqlite:///{folder / 'store.sqlite'}", EVENTS)
    with (
        closing(Store.open(f"sqlite:///{folder / 'store.sqlite'}")) as store,
        closing(Index(store, folder / "index")) as index,
    ):
        index.update()
    return folder


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> Iterator[Store]:
    shutil.copy(filled / "store.sqlite", tmp_path)
    with closing(Store.open(f"sqlite:///{tmp_path / 'store.sqlite'}")) as opened:
        yield opened


@pytest.fixture
def file(store: Store, filled: Path, tmp_path: Path) -> Path:
    """The index of that store."""
    [made] = (filled / "index").glob("*.duckdb")
    [place, *_] = index_files(tmp_path / "index", store.address())
    place.parent.mkdir()
    return Path(shutil.copy(made, place))


def all_blocks(path: Path) -> None:
    """All but the headers."""
    scribble(path, HEADERS, path.stat().st_size)


def one_block(path: Path) -> None:
    """Of events: what the index says of itself and of articles stays whole."""
    scribble(path, HEADERS + 6 * BLOCK, HEADERS + 7 * BLOCK)


def block_of_articles(path: Path) -> None:
    """Read when the index is first brought up to date."""
    scribble(path, HEADERS + 2 * BLOCK, HEADERS + 3 * BLOCK)


def half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def noise(path: Path) -> None:
    path.write_bytes(Random(1).randbytes(path.stat().st_size))


def folder_in_its_place(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "notes.txt").write_text("of somebody else")


def noise_beside_it(path: Path) -> None:
    path.with_name(path.name + WRITE_AHEAD).write_bytes(Random(1).randbytes(5000))


def folder_beside_it(path: Path) -> None:
    path.with_name(path.name + WRITE_AHEAD).mkdir()


def scribble(path: Path, start: int, stop: int) -> None:
    with path.open("r+b") as file:
        file.seek(start)
        file.write(b"\xff" * (stop - start))


@pytest.mark.parametrize(
    "harm",
    [all_blocks, one_block, block_of_articles, half, noise, folder_in_its_place, noise_beside_it, folder_beside_it],
)
def test_index_is_made_anew_in_a_file_whatever_became_of_its_own(
    store: Store, file: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    harm(file)
    with closing(Index(store, tmp_path / "index")) as index:
        with suppress(IndexDamagedError):
            everything(index)
        assert everything(index) == afresh(store)
        assert index.path is not None
    assert file.is_file() or (file / "notes.txt").is_file() or harm is folder_beside_it


def test_index_that_cannot_be_read_is_behind_until_it_is_made_anew(store: Store, file: Path, tmp_path: Path) -> None:
    one_block(file)
    with closing(Index(store, tmp_path / "index")) as index:
        index.update()
        assert index.is_current(store.version())
        with pytest.raises(IndexDamagedError, match="made anew"):
            everything(index)
        assert not index.is_current(store.version())
        index.update()
        assert index.is_current(store.version())
        assert everything(index) == afresh(store)


@pytest.mark.parametrize("whole_folder", [False, True])
def test_index_whose_file_was_deleted_writes_on_into_another(
    store: Store, file: Path, tmp_path: Path, whole_folder: bool
) -> None:
    with closing(Index(store, tmp_path / "index")) as index:
        known = everything(index)
        shutil.rmtree(file.parent) if whole_folder else file.unlink()
        assert everything(index) == known
        store.add(*LIMA)
        assert everything(index) == afresh(store)
    with closing(Index(store, tmp_path / "index")) as again:
        assert again.is_current(store.version())


def test_index_takes_no_file_from_the_server_that_made_it_after_its_own_was_deleted(
    store: Store, file: Path, tmp_path: Path
) -> None:
    with closing(Index(store, tmp_path / "index")) as index:
        index.update()
        file.unlink()
        command = [sys.executable, "-c", HOLD, str(store.address()), str(tmp_path / "index")]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
            assert other.stdout is not None
            assert other.stdout.readline().strip() == str(file)
            store.add(*LIMA)
            assert everything(index) == afresh(store)
            assert index.path not in (None, file)
            assert file.is_file()
            other.kill()


@pytest.mark.parametrize("full", [AT_THE_FIRST_BATCH, AT_THE_HEADERS])
def test_index_goes_on_in_memory_when_the_disk_is_full_and_in_a_file_when_it_is_not(
    store: Store, tmp_path: Path, full: str
) -> None:
    command = [sys.executable, "-c", FULL, str(store.address()), str(tmp_path / "index"), full]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    with closing(Index(store, tmp_path / "index")) as index:
        answers = everything(index)
        assert ran.stdout.strip() == f"None True {index.counts().totals.events} []", ran.stderr
        assert answers == afresh(store)
        assert index.path is not None


def test_index_says_why_it_stands_in_memory(store: Store, tmp_path: Path) -> None:
    (tmp_path / "index").write_text("a file")
    with closing(Index(store, tmp_path / "index")) as index, closing(Index(store)) as without_folder:
        assert index.path is None
        assert "exists" in index.problem
        assert without_folder.problem == ""


def test_index_leaves_nothing_of_a_process_that_was_killed_while_it_sorted_on_disk(
    store: Store, file: Path, tmp_path: Path
) -> None:
    spilt = file.with_name(file.name + SPILL)
    spilt.mkdir()
    (spilt / "duckdb_temp_1_0_storage_DEFAULT-0.tmp").write_bytes(b"x" * 1000)
    with closing(Index(store, tmp_path / "index")) as index:
        assert index.path == file
        assert not spilt.exists()


def test_index_follows_two_servers_that_write_to_one_database(address: str) -> None:
    store = Store.open(address)
    writers = [
        subprocess.Popen([sys.executable, "-c", ADD, address, first], stderr=subprocess.PIPE)
        for first in (TWENTY, OTHER_TWENTY)
    ]
    index = Index(store)
    while any(writer.poll() is None for writer in writers):
        index.update()
    assert [writer.communicate()[1] for writer in writers] == [b"", b""]
    assert everything(index) == afresh(store)
    assert index.articles_known() == 40
    index.close()
    store.close()


def test_index_answers_while_the_database_is_away_and_follows_when_it_is_back(address: str, postgres: str) -> None:
    store = Store.open(address)
    index = Index(store)
    store.add(*LIMA)
    index.update()
    known = index.events()
    take_away(postgres, address, away=True)
    with pytest.raises(StoreError, match="store"):
        index.update()
    assert index.events() == known
    with pytest.raises(StoreError, match="store"):
        store.remove(known[0].article)
    take_away(postgres, address, away=False)
    store.remove(known[0].article)
    index.update()
    assert index.events() == []
    index.close()
    store.close()


def take_away(server: str, address: str, *, away: bool) -> None:
    """Let nobody connect to a database, and end whoever is connected; or let them again."""
    name = address.rpartition("/")[2]
    with psycopg.connect(f"postgresql://{server}/postgres", autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS {not away}")
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
