"""A store that fails says why and what to do, keeps what it said that it kept, and goes on when it can."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Connection, create_engine, event

from pipeline.errors import StoreAwayError, StoreError
from pipeline.store import Store
from pipeline.store.connect import NETWORK_TIMEOUTS
from tests.store.articles import Telling, article
from tests.store.conftest import free_port, new_database

FILL = """
import resource, signal, sys
from random import Random
from benchmarks.synthetic import article
from pipeline.errors import StoreError
from pipeline.store import Store
store, chance = Store.open(sys.argv[1]), Random(7)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, resource.RLIM_INFINITY))
kept = 0
try:
    for number in range(1000):
        store.add(*article(number, chance))
        kept += 1
except StoreError as error:
    print(error)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
store.add(*article(1000, chance))
print(kept + 1)
"""
"""No file may grow beyond 1 MB; then any may."""


def test_a_store_on_a_full_disk_loses_nothing_and_goes_on(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    ran = subprocess.run([sys.executable, "-c", FILL, url], capture_output=True, text=True, timeout=120, check=False)
    said, hint, kept = ran.stdout.splitlines()
    assert said == "The disk of the store is full, or fails."
    assert "make room, and try again" in hint
    store = Store.open(url)
    assert 1 < store.count_articles() == int(kept) < 1000
    store.close()


def test_a_server_that_is_not_there_is_away() -> None:
    store = Store(create_engine(f"postgresql+psycopg://nobody@127.0.0.1:{free_port()}/none"))
    with pytest.raises(StoreAwayError, match="see that its server runs"):
        store.version()


def test_a_file_that_cannot_be_opened_is_no_server_that_is_away(tmp_path: Path) -> None:
    store = Store(create_engine(f"sqlite:///{tmp_path / 'no folder' / 'store.sqlite'}"))
    with pytest.raises(StoreError) as raised:
        store.version()
    assert not isinstance(raised.value, StoreAwayError)


@pytest.fixture
def served(postgres: str) -> Iterator[Store]:
    """A store on a PostgreSQL server."""
    with closing(Store.open(new_database(postgres))) as opened:
        yield opened


def cut_connections(store: Store) -> None:
    """As a server does that is started anew."""
    url = store.address()
    with psycopg.connect(f"postgresql://dateline@{url.host}:{url.port}/postgres", autocommit=True) as connection:
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [url.database])


def test_a_server_that_was_started_anew_is_not_away(served: Store) -> None:
    assert served.add(*article([Telling("Ruiz", "met", "Berg", "Oslo")]))
    cut_connections(served)
    assert served.count_articles() == 1
    cut_connections(served)
    assert served.add(*article([Telling("Haddad", "met", "Silva", "Quito")]))


def test_a_machine_that_cannot_be_reached_any_more_is_not_waited_for(served: Store) -> None:
    with served._engine.connect() as connection:
        known = connection.connection.driver_connection.info.get_parameters()  # type: ignore[union-attr]
    assert (
        NETWORK_TIMEOUTS.items()
        <= {name: int(value) for name, value in known.items() if name in NETWORK_TIMEOUTS}.items()
    )


def test_a_server_that_goes_away_while_a_write_is_kept_leaves_open_whether_it_was(served: Store) -> None:
    def cut(_: Connection) -> None:
        cut_connections(served)

    event.listen(served._engine, "commit", cut, once=True)
    with pytest.raises(StoreAwayError, match="all of it is there or none"):
        served.add(*article([Telling("Ruiz", "met", "Berg", "Oslo")]))
    assert served.count_articles() == 0
    assert served.add(*article([Telling("Ruiz", "met", "Berg", "Oslo")]))
