"""The dashboard on a store of made-up articles: queries, reruns of a server, its memory, and adding a text.

``DATELINE_EVENTS`` says how many events; 100,000 without it.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks import synthetic
from benchmarks.reruns import CHANGES, Cost, PageCosts, reruns
from benchmarks.sessions import PAGES
from pipeline.index import Index, folder_of
from pipeline.index.questions.events import bins
from pipeline.store import Store

EVENTS, ROUNDS = 100_000, 3
ADD_WORDS = 400
SHOWN: dict[str, Callable[[Cost], float]] = {
    "ms by the clock": lambda cost: 1000 * cost.seconds,
    "ms of the server's processor": lambda cost: 1000 * cost.processor,
    "kB sent": lambda cost: cost.bytes / 1000,
}


def run(gold: Path | None) -> int:
    """Print medians beside the budgets; gold is not used. The machine should have nothing else to do."""
    events = int(os.environ.get("DATELINE_EVENTS", EVENTS))
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/made-up.sqlite"
        filled = seconds(lambda: synthetic.fill(url, events))
        queries(url, events)
        print_pages(events, {page: reruns(url, page) for page in PAGES})
        added = adding(f"sqlite:///{folder}/added.sqlite")
    print(f"{'adding an article of 400 words, s':44}{added:10.2f}{2:10}")
    print(f"{'filling the store, s':44}{filled:10.0f}")
    return 0


def print_pages(events: int, pages: Mapping[str, PageCosts]) -> None:
    """The reruns of each page with each filter, and the memory they took, beside the budgets."""
    for what, shown in SHOWN.items():
        print(f"\n## reruns with a new filter, {events:,} events, {what}")
        print(f"{'':16}" + "".join(f"{name:>9}" for name in CHANGES))
        for page, costs in pages.items():
            print(f"{page:16}" + "".join(f"{shown(each):9.0f}" for each in costs.filters))
    every = [each for costs in pages.values() for each in costs.filters]
    times, limit = [each.seconds for each in every], 0.2 if events <= EVENTS else 0.5
    print(f"\n## dashboard, {events:,} events\n{'':44}{'measured':>10}{'budget':>10}")
    print(f"{'rerun with a new filter, median, s':44}{median(times):10.2f}{limit:10.1f}")
    print(f"{'rerun with a new filter, slowest, s':44}{max(times):10.2f}{limit:10.1f}")
    print(f"{'the most that is sent for one, kB':44}{max(each.bytes for each in every) / 1000:10.0f}{300:10}")
    most = max(costs.megabytes for costs in pages.values())
    print(f"{'memory of a server, MB':44}{most:10.0f}{400 if events <= EVENTS else 1000:10}")


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def queries(url: str, events: int) -> None:
    """How long the index is built, and what the overview asks of it, in milliseconds, for each filter."""
    store = Store.open(url)
    index = Index(store, folder_of(store.address()))
    print(f"\n## building the index of {events:,} events: {seconds(index.update):.1f} s")
    print(f"\n## queries, {events:,} events, ms\n{'':16}{'counts':>9}{'events':>9}{'bins':>9}{'moves':>9}{'quoted':>9}")
    for name, wanted in synthetic.FILTERS.items():
        by_month = partial(index.ask, bins, unit="month")
        asked = (index.counts, index.events, by_month, index.movements, index.quoted)
        times = (1000 * median(seconds(partial(ask, wanted)) for _ in range(ROUNDS)) for ask in asked)
        print(f"{name:16}" + "".join(f"{taken:9.0f}" for taken in times))
    index.close()
    store.close()


def adding(url: str) -> float:
    """Seconds to read and keep a text once the model is there."""
    from pages.add_text.extraction import extract
    from pipeline import readers

    store = Store.open(url)
    line = "President Adaeze Okafor visited Lisbon on 4 March {} and met Rui Prado, officials said. "
    texts = ["".join(line.format(1900 + year + n) for year in range(ADD_WORDS // 15)) for n in range(ROUNDS + 1)]

    def add(text: str) -> None:
        found = extract(readers.draft(text))
        store.add(found.reading, found.analysis)

    add(texts[0])
    return median(seconds(partial(add, text)) for text in texts[1:])
