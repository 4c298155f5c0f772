"""How fast ``load`` brings a run into a store: events a second, by the clock and by this process's processor time.

``DATELINE_STORE`` names a store without articles, as of a PostgreSQL server; an SQLite file of its own without it.
``DATELINE_EVENTS`` says how many events; 100,000 without it.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import closing
from pathlib import Path
from time import perf_counter, process_time

from benchmarks import synthetic
from pipeline.batch import load
from pipeline.store import open_store

EVENTS, BUDGET = 100_000, 20_000


def run(gold: Path | None) -> int:
    """Print rates beside the budget; gold is not used."""
    number = int(os.environ.get("DATELINE_EVENTS", EVENTS))
    with tempfile.TemporaryDirectory() as folder:
        made = synthetic.finished_run(Path(folder) / "run", list(synthetic.articles(number)))
        url = os.environ.get("DATELINE_STORE") or f"sqlite:///{folder}/loaded.sqlite"
        with closing(open_store(url)) as store:
            clock, processor = perf_counter(), process_time()
            load(made, store, print)
            clock, processor = perf_counter() - clock, process_time() - processor
    print(f"\n## load of {number:,} events into {url.partition(':')[0]}: events a second, ratio to {BUDGET:,}")
    for name, taken in (("by the clock", clock), ("of processor time", processor)):
        print(f"{name:20}{number / taken:10,.0f}{number / taken / BUDGET:8.1f}")
    return 0
