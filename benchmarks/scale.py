"""What the questions of the index cost as it grows: processor ms at a number of events, and at ten times as many.

``DATELINE_EVENTS`` says how many the larger has; 100,000 without it. Its articles are ten copies of those of the
smaller one, under numbers and ids of their own, so that a million events are made in seconds.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from itertools import product
from pathlib import Path
from shutil import copy
from time import process_time
from typing import TYPE_CHECKING

from benchmarks import synthetic
from pipeline.index import EventFilter, Index
from pipeline.index.ask import Ask
from pipeline.index.database import MOST_MEMORY
from pipeline.index.questions import dyads, entities, events, filters, speech
from pipeline.store import open_store

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

EVENTS, TIMES, ROUNDS, THREADS = 100_000, 10, 3, 2
QUESTIONS: dict[str, Callable[[Ask, EventFilter], object]] = {
    "counts": lambda ask, wanted: entities.counts(ask, wanted, 200),
    "events": lambda ask, wanted: events.events(ask, wanted, 1000),
    "bins": lambda ask, wanted: events.bins(ask, wanted, "month"),
    "movements": lambda ask, wanted: events.movements(ask, wanted, 1000),
    "sources": lambda ask, wanted: speech.quoted(ask, wanted, 200, 5),
    "pairs": lambda ask, wanted: dyads.dyads(ask, wanted, 500),
}
NUMBERS = set(product(("number", "article", "sentence", "event", "event_number", "told", "statement"), ["INTEGER"]))
IDS = set(product(("id", "event"), ["VARCHAR"]))
KEPT = ("state", "keys")
"""Tables that copies of articles share."""


def run(gold: Path | None) -> int:
    """Print a table; gold is not used."""
    wanted = int(os.environ.get("DATELINE_EVENTS", EVENTS))
    with tempfile.TemporaryDirectory() as folder:
        small = indexed(Path(folder), wanted // TIMES)
        large = multiplied(small, Path(folder) / "large.duckdb")
        found = [(costs(file), file.stat().st_size / 1e6) for file in (small, large)]
    (before, smaller), (after, larger) = found
    print(f"\n## questions at {wanted // TIMES:,} and {wanted:,} events, processor ms")
    print(f"{'':14}" + "".join(f"{name:>18}" for name in (*QUESTIONS, "all")) + f"{'ratio':>8}")
    for name, old in before.items():
        cells = "".join(f"{one:9.0f}{other:9.0f}" for one, other in zip(old, after[name], strict=True))
        print(f"{name:14}{cells}{after[name][-1] / old[-1]:8.1f}")
    print(f"{'file, MB':14}{smaller:9.1f}{larger:9.1f}")
    return 0


def indexed(folder: Path, number: int) -> Path:
    """The file of an index of that many made-up events."""
    store = open_store(f"parquet:{synthetic.finished_run(folder / 'run', list(synthetic.articles(number)))}")
    index = Index(store, folder / "index")
    started = process_time()
    index.update()
    print(f"\n## building the index: {1000 * (process_time() - started) / store.count_articles():.1f} ms an article")
    file = index.path
    index.close()
    store.close()
    if file is None:
        raise OSError(f"{folder} takes no index.")
    return file


def multiplied(small: Path, large: Path) -> Path:
    import duckdb

    copy(small, large)
    with duckdb.connect(large, config={"threads": 1}) as connection:
        tables = connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        for (table,) in sorted(tables):
            if table not in KEPT:
                multiply(connection, table)
        connection.execute(f"UPDATE state SET next_number = next_number * {TIMES}")
        connection.execute("CHECKPOINT")
    return large


def multiply(connection: DuckDBPyConnection, table: str) -> None:
    """Add nine copies of each row. A column of numbers is moved on; the id of another row is text."""
    query = "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ?"
    columns = connection.execute(query, [table]).fetchall()
    step = "(SELECT next_number FROM state) * copy"
    numbers = [f"({name} + {step})::INTEGER AS {name}" for name, kind in columns if (name, kind) in NUMBERS]
    ids = [f"{name} || '-' || copy AS {name}" for name, kind in columns if (name, kind) in IDS]
    copies = f"SELECT unnest(range(1, {TIMES})) AS copy"
    connection.execute(
        f"INSERT INTO {table} BY NAME SELECT {table}.* REPLACE ({', '.join([*numbers, *ids])}) FROM ({copies}), {table}"
    )


def costs(file: Path) -> dict[str, list[float]]:
    """Of each filter: what each question costs at the least, and all together."""
    import duckdb

    with duckdb.connect(file, read_only=True, config={"memory_limit": MOST_MEMORY, "threads": THREADS}) as connection:
        found = {
            name: [cost(connection, question, wanted) for question in QUESTIONS.values()]
            for name, wanted in synthetic.FILTERS.items()
        }
    return {name: [*each, sum(each)] for name, each in found.items()}


def cost(connection: DuckDBPyConnection, question: Callable[[Ask, EventFilter], object], wanted: EventFilter) -> float:
    def once() -> float:
        started = process_time()
        with connection.cursor() as cursor:
            question(Ask(cursor, filters.values(wanted)), wanted)
        return process_time() - started

    return 1000 * min(once() for _ in range(ROUNDS))
