"""What earlier versions and stores that are gone left behind is removed; all else stays."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import pytest

from pipeline.index import Index, database, folder_of, leftovers
from pipeline.index.place import address_digest, index_files, search_file
from pipeline.index.search import SearchIndex
from pipeline.store import Store
from tests.index.test_index import HOLD, LIMA

OTHER = "0123456789abcdef"
UNTIL_0_11, OF_ANOTHER_STORE = f"{OTHER}-0.duckdb", f"{OTHER}-4-2.0.1-0.duckdb"
SEARCH_OF_ANOTHER_STORE = f"{OTHER}{OTHER}-search.sqlite"
FOREIGN = (
    "notes.txt", "accounts.duckdb", "sales-0.duckdb", f"{OTHER}-0.duckdb.bak", f"copy-{OTHER}-0.duckdb",
    "team-search.sqlite", f"{OTHER}-4-2.0.1-0.sqlite",
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.delenv("DATELINE_INDEX", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with closing(Store.open(f"sqlite:///{tmp_path / 'store.sqlite'}")) as opened:
        opened.add(*LIMA)
        yield opened


def leave(folder: Path, *names: str, days: int = 0) -> set[str]:
    """Files that were opened so long ago."""
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_bytes(b"left behind")
        os.utime(folder / name, (time.time() - days * 86_400 - 60,) * 2)
    return set(names)


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def made_in(folder: Path, store: Store) -> str:
    """The name of the index that now stands there."""
    with closing(Index(store, folder)) as index:
        index.update()
        assert index.path is not None
        return index.path.name


def test_beside_a_store_only_its_present_index_and_search_stay(store: Store) -> None:
    folder, search = folder_of(store.address()), search_file(store)
    assert folder is not None
    assert search is not None
    leave(folder, UNTIL_0_11, f"{UNTIL_0_11}.wal", OF_ANOTHER_STORE)
    leave(folder, SEARCH_OF_ANOTHER_STORE, f"{SEARCH_OF_ANOTHER_STORE}-wal", f"{SEARCH_OF_ANOTHER_STORE}-shm")
    foreign = leave(folder, *FOREIGN, days=1000)
    with closing(SearchIndex(store, search)) as searched:
        list(searched.update())
    made = made_in(folder, store)
    assert names(folder) == {made, search.name, *foreign}


def test_in_a_shared_folder_only_those_of_this_store_go_at_once(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    of_another_format = f"{address_digest(store.address())}-{database.FORMAT - 1}-1.4.2-0.duckdb"
    made_by_0_11 = sha256(f"4 {version('duckdb')} {store.address()}".encode()).hexdigest()[:16]
    leave(folder, of_another_format, f"{made_by_0_11}-0.duckdb", f"{made_by_0_11}-1.duckdb")
    recent = leave(folder, UNTIL_0_11, OF_ANOTHER_STORE, SEARCH_OF_ANOTHER_STORE)
    made = made_in(folder, store)
    assert names(folder) == {made, *recent}


def test_in_a_shared_folder_what_nobody_opened_for_long_goes(store: Store, tmp_path: Path) -> None:
    folder, long_ago = tmp_path / "shared", leftovers.UNUSED_DAYS + 1
    leave(folder, UNTIL_0_11, OF_ANOTHER_STORE, SEARCH_OF_ANOTHER_STORE, days=long_ago)
    foreign = leave(folder, *FOREIGN, days=long_ago)
    made = made_in(folder, store)
    assert names(folder) == {made, *foreign}


def test_what_a_second_server_held_goes_when_nobody_opened_it_for_long(store: Store, tmp_path: Path) -> None:
    _, second, third, *_ = index_files(tmp_path / "shared", store.address())
    leave(tmp_path / "shared", second.name)
    leave(tmp_path / "shared", third.name, days=leftovers.UNUSED_DAYS + 1)
    made = made_in(tmp_path / "shared", store)
    assert names(tmp_path / "shared") == {made, second.name}


def test_an_index_that_another_process_holds_stays(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "shared"
    command = [sys.executable, "-c", HOLD, str(store.address()), str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        held = Path(other.stdout.readline().strip())
        monkeypatch.setattr(database, "FORMAT", database.FORMAT + 1)
        made_in(folder, store)
        assert held.name in names(folder)
        other.kill()
    made = made_in(folder, store)
    assert names(folder) == {made}


def test_leftovers_stay_until_the_new_index_stands(store: Store) -> None:
    folder = folder_of(store.address())
    assert folder is not None
    leave(folder, UNTIL_0_11)
    with closing(Index(store, folder)) as index:
        assert UNTIL_0_11 in names(folder)
        index.update()
        assert UNTIL_0_11 not in names(folder)


def test_the_search_file_of_the_first_version_that_had_one_goes(store: Store, tmp_path: Path) -> None:
    first = leave(tmp_path, "store.sqlite-search", "store.sqlite-search-wal", "store.sqlite-search-shm")
    kept = leave(tmp_path, "store.sqlite-search.txt", "other.sqlite-search")
    made_in(tmp_path / "store.sqlite.index", store)
    assert names(tmp_path) & (first | kept) == kept


def test_an_index_is_of_the_same_store_from_whatever_folder_its_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with closing(Store.open("sqlite:///store.sqlite")) as one:
        near = index_files(tmp_path, one.address())
    with closing(Store.open(f"sqlite:///{tmp_path}/store.sqlite")) as same:
        assert index_files(tmp_path, same.address()) == near
    monkeypatch.chdir("/")
    assert index_files(tmp_path, one.address()) != near
