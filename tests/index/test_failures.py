"""What goes wrong around an index costs no answer and nothing of the store; it goes on when that is over."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest

from benchmarks import synthetic
from pipeline.errors import StoreError
from pipeline.index import Index
from pipeline.store import Store
from tests.index.test_index import LIMA, afresh, everything
from tests.store.conftest import new_database

EVENTS = 600
FULL = """
import resource, signal, sys
from pathlib import Path
from pipeline.index import Index
from pipeline.store import Store
store = Store.open(sys.argv[1])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
index = Index(store, Path(sys.argv[2]))
index.update()
print(index.path, index.counts().totals.events)
"""
"""No file may grow beyond 200 kB: the disk is full in the midst of the first batch."""
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


def test_index_goes_on_in_memory_when_the_disk_is_full_and_in_a_file_when_it_is_not(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    synthetic.fill(url, EVENTS)
    command = [sys.executable, "-c", FULL, url, str(tmp_path / "index")]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    store = Store.open(url)
    index = Index(store, tmp_path / "index")
    answers = everything(index)
    assert ran.stdout.split() == ["None", str(index.counts().totals.events)], ran.stderr
    assert answers == afresh(store)
    assert index.path is not None
    index.close()
    store.close()


def test_index_is_made_anew_if_its_blocks_are_damaged(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    synthetic.fill(url, EVENTS)
    store = Store.open(url)
    first = Index(store, tmp_path / "index")
    expected = everything(first)
    first.close()
    assert first.path is not None
    scribble(first.path)
    second = Index(store, tmp_path / "index")
    with suppress(StoreError):
        everything(second)
    assert everything(second) == expected
    second.close()
    store.close()


def scribble(path: Path) -> None:
    """All but the headers."""
    with path.open("r+b") as file:
        file.seek(3 * 4096)
        file.write(b"\xff" * (path.stat().st_size - 3 * 4096))


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
