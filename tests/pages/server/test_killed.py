"""Whole servers that die while they index what others write, or begin while their database is away: nothing is lost."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, cast

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect
from websockets.typing import Origin

from benchmarks import synthetic
from benchmarks.served import served
from benchmarks.sessions import STREAMLIT, Counted, Reader
from pipeline.index import EventFilter, Index
from pipeline.store import Store
from tests.index.test_failures import ADD, take_away
from tests.store.conftest import new_database
from tests.store.conftest import postgres as postgres

EVENTS, TO_COME = 2000, "400"
SECONDS = 120
AWAY = "does not answer"


@dataclass
class Watcher(Reader):
    """A session that notes the numbers at the head of its page, what it is told, and which part shall run again."""

    numbers: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    again: str = ""

    def read(self, message: ForwardMsg) -> bool:
        element = message.delta.new_element
        if element.page_link.label.startswith("**"):
            self.numbers.append(element.page_link.label)
        if element.alert.body:
            self.told.append(element.alert.body)
        self.again = message.auto_rerun.fragment_id or self.again
        return super().read(message)

    async def run_again(self) -> None:
        """The part that shall, as a browser does; read on until the page has numbers."""
        asked = ClientState(page_script_hash=self.page, fragment_id=self.again)
        await self.connection.send(BackMsg(rerun_script=asked).SerializeToString())
        async with asyncio.timeout(SECONDS):
            while not self.numbers:
                self.read(ForwardMsg.FromString(await self.connection.recv(decode=False)))


def session(home: str) -> Any:
    address = f"{home.replace('http', 'ws', 1)}/_stcore/stream"
    return connect(address, origin=Origin(home), subprotocols=[STREAMLIT], create_connection=Counted, max_size=None)


async def numbers(home: str) -> list[str]:
    """How many articles and events a new session is shown."""
    async with session(home) as connection:
        watcher = Watcher(cast("Counted", connection), Random(0))
        await watcher.rerun()
        return watcher.numbers[:2]


def until(holds: Callable[[], object]) -> None:
    deadline = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.fixture
def address(postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("DATELINE_INDEX", str(tmp_path / "index"))
    return new_database(postgres)


def test_servers_that_are_killed_while_they_index_and_another_process_writes_lose_nothing(
    address: str, tmp_path: Path
) -> None:
    synthetic.fill(address, EVENTS)
    with served(address) as (_, one), served(address) as (_, other):
        writer = subprocess.Popen([sys.executable, "-c", ADD, address, TO_COME])
        until(lambda: len(list((tmp_path / "index").glob("*.duckdb"))) == 2)
        for each in (one, other, writer):
            each.kill()
        writer.wait()
    with served(address) as (home, _), served(address) as (other_home, _):
        known = expected(address)
        until(lambda: asyncio.run(numbers(home)) == known)
        until(lambda: asyncio.run(numbers(other_home)) == known)


def expected(address: str) -> list[str]:
    """By an index that is made of the store now."""
    with closing(Store.open(address)) as store, closing(Index(store)) as index:
        index.update()
        totals = index.counts(EventFilter()).totals
        assert totals.articles == store.count_articles() >= EVENTS // synthetic.EVENTS_AN_ARTICLE
        return [f"**{totals.articles:,}** articles", f"**{totals.events:,}** events"]


def test_a_page_of_a_server_without_an_index_begins_by_itself_when_the_database_is_back(
    address: str, postgres: str
) -> None:
    take_away(postgres, address, away=True)
    with served(address) as (home, _):
        asyncio.run(begun_by_itself(home, lambda: take_away(postgres, address, away=False)))


async def begun_by_itself(home: str, give_back: Callable[[], None]) -> None:
    async with session(home) as connection:
        watcher = Watcher(cast("Counted", connection), Random(0))
        await watcher.rerun()
        assert AWAY in watcher.told[0]
        assert not watcher.numbers
        assert watcher.again
        await asyncio.to_thread(give_back)
        await watcher.run_again()
        assert watcher.numbers[0].endswith("articles")
