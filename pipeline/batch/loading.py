"""The articles of a finished run -> a store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from pyarrow import ArrowException, parquet

from pipeline import codec
from pipeline.batch.parts import Done
from pipeline.batch.progress import Progress
from pipeline.domain import Analysis, Reading
from pipeline.errors import BatchError
from pipeline.store import Store

AT_ONCE = 200
"""Articles of a transaction."""
Found = tuple[Reading, Analysis]


def load(folder: Path, store: Store, say: Callable[[str], object]) -> Progress:
    """Keep all articles that are not in the store already; stopped at any moment, the same call does the rest.

    Raises BatchError for a folder without a finished run, and for a damaged file.
    """
    files = sorted((folder / "articles").glob("*/*.parquet"))
    if not (folder / "articles").is_dir():
        raise BatchError.unfinished(str(folder))
    every, done = sum(map(rows_of, files)), 0
    progress = Progress(say, lambda: done / max(every, 1))
    for batch in batches(files):
        new = store.add_all(batch)
        done += len(batch)
        progress.add(Done(new, 0), 0)
    return progress


def rows_of(file: Path) -> int:
    with damage(file):
        return int(parquet.read_metadata(file).num_rows)


def batches(files: list[Path]) -> Iterator[list[Found]]:
    for file in files:
        with damage(file):
            for batch in parquet.ParquetFile(file).iter_batches(AT_ONCE, columns=["reading", "analysis"]):
                yield [found(**row) for row in batch.to_pylist()]


@contextmanager
def damage(file: Path) -> Iterator[None]:
    try:
        yield
    except (ArrowException, OSError, msgspec.DecodeError) as error:
        raise BatchError.damaged(str(file)) from error


def found(reading: bytes, analysis: bytes) -> Found:
    return codec.reading_from_json(reading), codec.analysis_from_json(analysis)
