"""The articles of a finished run -> a store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from pipeline.batch.parts import Done
from pipeline.batch.progress import Progress
from pipeline.store import Store
from pipeline.store.run_folder import COLUMNS, RowGroup, RunFolder
from pipeline.store.writes import ArticleRows, known_dates

AT_ONCE = 1000
"""Articles of a transaction, about."""
AS_THEY_ARE = COLUMNS - {"published_candidates", "reading", "analysis"}


def load(folder: Path, store: Store, say: Callable[[str], object]) -> Progress:
    """Keep all articles that are not in the store already; stopped at any moment, the same call does the rest.

    Raises BatchError for a folder without a finished run, and for a damaged file.
    """
    run = RunFolder(folder)
    groups = list(run.row_groups())
    every, done = sum(group.rows for group in groups), 0
    progress = Progress(say, lambda: done / max(every, 1))
    for together in batches(groups):
        found = chain.from_iterable(group.read(sorted(COLUMNS)).to_pylist() for group in together)
        new = store.add_rows(rows_of(row, run.manifest.version) for row in found)
        done += sum(group.rows for group in together)
        progress.add(Done(new, 0), 0)
    return progress


def batches(groups: Iterable[RowGroup]) -> Iterator[list[RowGroup]]:
    """Row groups that are brought in together."""
    together: list[RowGroup] = []
    for group in groups:
        together.append(group)
        if sum(each.rows for each in together) >= AT_ONCE:
            yield together
            together = []
    if together:
        yield together


def rows_of(found: dict[str, Any], version: str) -> ArticleRows:
    """What a run wrote of an article, as the tables of a store have it."""
    article = {name: found[name] for name in AS_THEY_ARE} | {
        "published_candidates": tuple(day.isoformat() for day in found["published_candidates"]),
        "pipeline_version": version,
        **known_dates(found["published"], found["published_basis"]),
    }
    return article, {"article": found["id"], "reading": found["reading"], "analysis": found["analysis"]}
