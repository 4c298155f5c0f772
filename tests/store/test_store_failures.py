"""A store that fails says why and what to do, keeps what it said that it kept, and goes on when it can."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from pipeline.errors import StoreAwayError, StoreError
from pipeline.store import Store
from tests.store.conftest import free_port

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
