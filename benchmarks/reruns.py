"""Reruns of a real server with filters that were not asked before: by the clock, by its processor, in bytes sent."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import psutil
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.util import calc_hash

from benchmarks.served import processor_seconds, served
from benchmarks.sessions import Reader, Rerun, reading
from pipeline.wording.titles import type_with_code

CHANGES: dict[str, tuple[str, str | Sequence[str]]] = {
    "from": ("period-first", "1 January 2015"),
    "to": ("period-last", "31 December 2017"),
    "type": ("filter-types", [type_with_code("CONSULT", None)]),
    "3 types": ("filter-types", [type_with_code(each, None) for each in ("AID", "ACCUSE", "ASSAULT")]),
    "person": ("filter-entities", ["Person3 · person"]),
    "place": ("filter-places", ["Place3 · XX"]),
    "source": ("filter-sources", ["Person3"]),
    "search": ("filter-search", "article77"),
}
"""The widget of a filter, and what is typed or chosen in it."""
WARM_UP = 5.0
"""Seconds in which a server makes what the first view needs."""
BEHIND = 0.3
"""Seconds in which a rerun's last threads end."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of a rerun: seconds until the page stands, seconds of the server's processor, and bytes sent."""

    seconds: float
    processor: float
    bytes: int


@dataclass(frozen=True, slots=True)
class PageCosts:
    """The reruns of a page with each filter, and the megabytes that the server held after them."""

    filters: Sequence[Cost]
    megabytes: float


def reruns(url: str, page: str) -> PageCosts:
    """Each filter alone, on a server of its own."""
    with served(url) as (home, process):
        costs = asyncio.run(with_filters(home, process, page))
        return PageCosts(costs, process.memory_info().rss / 1e6)


async def with_filters(home: str, process: psutil.Process, page: str) -> list[Cost]:
    await asyncio.sleep(WARM_UP)
    async with reading(home, Random(0)) as reader:
        reader.page = calc_hash(page)
        await reader.rerun()
        return [await with_filter(reader, process, *change) for change in CHANGES.values()]


async def with_filter(reader: Reader, process: psutil.Process, widget: str, value: str | Sequence[str]) -> Cost:
    """What a rerun with this filter costs; then it is taken away."""
    before = processor_seconds(process)
    found = await changed(reader, widget, value)
    await asyncio.sleep(BEHIND)
    taken = processor_seconds(process) - before
    await changed(reader, widget, "" if isinstance(value, str) else [])
    return Cost(found.seconds, taken, found.bytes)


async def changed(reader: Reader, widget: str, value: str | Sequence[str]) -> Rerun:
    state = WidgetState(id=next(each for each in reader.widgets if each.endswith(f"-{widget}")))
    if isinstance(value, str):
        state.string_value = value
    else:
        state.string_array_value.data.extend(value)
    reader.chosen = {state.id: state}
    return await reader.rerun()
