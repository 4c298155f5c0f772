"""Many readers at once: sessions over websockets that open pages and change filters of one server, as browsers do.

``DATELINE_EVENTS`` says how many events, 100,000 without it; ``DATELINE_SESSIONS`` how many readers, 50 without it.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from random import Random
from statistics import median
from typing import Any, cast

import psutil
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.util import calc_hash
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from benchmarks import synthetic
from benchmarks.served import processor_seconds, served
from pipeline.index import Index, folder_of
from pipeline.store import Store

PAGES = ("overview", "timeline", "movements", "network", "entities", "sources")
EVENTS, SESSIONS, ROUNDS = 100_000, 50, 20
EVERY = 3.0
"""Seconds from one change of a reader to the next, where the answer does not take longer."""
FILTERS = ("filter-types", "filter-statuses", "filter-entities", "filter-places", "filter-sources")
NUMBERS = (0, 0, 1, 1, 2, 5)
"""How many values are chosen in a filter: none takes it away."""
NEW_PAGE = 0.2
STREAMLIT = Subprotocol("streamlit")
COLUMNS = (
    "sessions", "reruns", "median s", "p95 s", "slowest", "cpu ms",
    "per s", "median kB", "p95 kB", "MB before", "MB after",
)  # fmt: skip
HEAD = "".join(f"{name:>10}" for name in COLUMNS)


class Counted(ClientConnection):
    """A connection that counts the bytes that come over it, as they are sent."""

    received = 0

    def data_received(self, data: bytes) -> None:
        self.received += len(data)
        super().data_received(data)


@dataclass(frozen=True, slots=True)
class Rerun:
    """Seconds until a page stands, and the bytes that were sent for it."""

    seconds: float
    bytes: int


@dataclass
class Reader:
    """One session: the filters and fields of its page, what it can choose from, and what it has chosen."""

    connection: Counted
    chance: Random
    widgets: set[str] = field(default_factory=set)
    options: dict[str, list[str]] = field(default_factory=dict)
    chosen: dict[str, WidgetState] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)
    page: str = ""

    async def change(self) -> Rerun:
        """Another page, or another choice in one of the filters that were drawn."""
        if not self.options or self.chance.random() < NEW_PAGE:
            self.page = calc_hash(self.chance.choice(PAGES))
        else:
            filter_, values = self.chance.choice(sorted(self.options.items()))
            state = WidgetState(id=filter_)
            many = min(len(values), self.chance.choice(NUMBERS))
            state.string_array_value.data.extend(self.chance.sample(values, many))
            self.chosen[filter_] = state
        return await self.rerun()

    async def rerun(self) -> Rerun:
        """Ask for the page as it is chosen, and read it to its end."""
        asked = ClientState(page_script_hash=self.page, cached_message_hashes=sorted(self.kept))
        asked.widget_states.widgets.extend(self.chosen.values())
        begun, before, ended = time.perf_counter(), self.connection.received, False
        await self.connection.send(BackMsg(rerun_script=asked).SerializeToString())
        while not ended:
            ended = self.read(ForwardMsg.FromString(await self.connection.recv(decode=False)))
        return Rerun(time.perf_counter() - begun, self.connection.received - before)

    def read(self, message: ForwardMsg) -> bool:
        """Note what can be chosen, and what a browser keeps; whether this was the last message of a run."""
        if message.metadata.cacheable:
            self.kept.add(message.hash)
        kind, element = message.WhichOneof("type"), message.delta.new_element
        if element.WhichOneof("type") == "exception":
            raise RuntimeError(element.exception.message)
        self.widgets |= {element.multiselect.id, element.text_input.id}
        if element.multiselect.id.endswith(FILTERS):
            self.options[element.multiselect.id] = list(element.multiselect.options)
        return kind == "script_finished" and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY


def run(gold: Path | None) -> int:
    """Print a table; gold is not used."""
    events = int(os.environ.get("DATELINE_EVENTS", EVENTS))
    readers = int(os.environ.get("DATELINE_SESSIONS", SESSIONS))
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/made-up.sqlite"
        synthetic.fill(url, events)
        indexed(url)
        with served(url) as (home, process):
            print(f"\n## sessions at once, {events:,} events\n{HEAD}")
            for number in (1, readers):
                show(number, home, process)
    return 0


def indexed(url: str) -> None:
    store = Store.open(url)
    index = Index(store, folder_of(store.address()))
    index.update()
    index.close()
    store.close()


def show(number: int, home: str, process: psutil.Process) -> None:
    """A line of the table: so many readers, ``ROUNDS`` changes each."""
    before, taken, begun = process.memory_info().rss, processor_seconds(process), time.perf_counter()
    found = asyncio.run(read_all(home, number))
    taken, lasted = processor_seconds(process) - taken, time.perf_counter() - begun
    times, sizes = sorted(each.seconds for each in found), sorted(each.bytes for each in found)
    figures = (
        number, len(found), median(times), at(times, 0.95), times[-1], 1000 * taken / len(found), len(found) / lasted,
        median(sizes) / 1000, at(sizes, 0.95) / 1000, before / 1e6, process.memory_info().rss / 1e6,
    )  # fmt: skip
    print("".join(f"{figure:10.2f}" if isinstance(figure, float) else f"{figure:10}" for figure in figures), flush=True)


def at(values: Sequence[float], share: float) -> float:
    """The value that this share of the others, sorted, does not exceed."""
    return values[min(len(values) - 1, ceil(share * len(values)) - 1)]


async def read_all(home: str, number: int) -> list[Rerun]:
    """Every reader's changes; they begin spread over ``EVERY`` seconds."""
    return [each for found in await asyncio.gather(*(read(home, who) for who in range(number))) for each in found]


async def read(home: str, who: int) -> list[Rerun]:
    chance, found = Random(who), []
    await asyncio.sleep(EVERY * chance.random())
    async with reading(home, chance) as reader:
        found.append(await reader.rerun())
        for _ in range(ROUNDS):
            await asyncio.sleep(max(0.0, EVERY - found[-1].seconds))
            found.append(await reader.change())
    return found


@asynccontextmanager
async def reading(home: str, chance: Random) -> AsyncIterator[Reader]:
    """A session of its own with a server."""
    address = f"{home.replace('http', 'ws', 1)}/_stcore/stream"
    options: dict[str, Any] = {
        "subprotocols": [STREAMLIT],
        "max_size": None,
        "open_timeout": None,
        "ping_interval": None,
    }
    async with connect(address, origin=Origin(home), create_connection=Counted, **options) as connection:
        yield Reader(cast("Counted", connection), chance)
