"""The parts of a whole corpus -> Parquet by year, each article once."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import parquet

from pipeline.batch.parts import SCHEMA, part_file
from pipeline.errors import BatchError
from pipeline.store.run_folder import ARTICLES

MOST_ROWS = 20_000
"""Articles of a file: about 200 MB."""
UNDATED = "unknown"
REPEATED = """
    SELECT ordinal
    FROM (SELECT ordinal, row_number() OVER (PARTITION BY id ORDER BY ordinal) AS nth FROM read_parquet(?))
    WHERE nth > 1
    ORDER BY ordinal
"""


@dataclass(slots=True)
class Partition:
    """The files of one year, of which the last is open."""

    folder: Path
    files: int = 0
    rows: int = 0
    writer: parquet.ParquetWriter | None = None

    def write(self, table: pa.Table) -> None:
        if self.writer is None or self.rows >= MOST_ROWS:
            self.close()
            self.folder.mkdir(parents=True, exist_ok=True)
            path = self.folder / f"{self.files:06}.parquet"
            self.writer, self.files, self.rows = (
                parquet.ParquetWriter(path, SCHEMA, compression="zstd"),
                self.files + 1,
                0,
            )
        self.writer.write_table(table)
        self.rows += table.num_rows

    def close(self) -> None:
        """Raises OSError if the disk is full; the writer does not try again, at some later time and aloud."""
        writer, self.writer = self.writer, None
        if writer is not None:
            try:
                writer.close()
            finally:
                writer.is_open = False


def partition(folder: Path, number: int) -> int:
    """Bring so many parts into ``articles/year=…``, whole or not at all, and remove them; how many copies were left.

    Raises BatchError if a part is not there.
    """
    unfinished, finished = folder / f"{ARTICLES}.unfinished", folder / ARTICLES
    shutil.rmtree(unfinished, ignore_errors=True)
    parts = [part_file(folder, each) for each in range(number)]
    if not set(parts) <= set((folder / "parts").glob("*.parquet")):
        raise BatchError.lost_parts(str(folder))
    again = repeated(parts, folder) if parts else pa.array([], pa.int64())
    with open_partitions(unfinished) as years:
        for part in parts:
            table = parquet.read_table(part, schema=SCHEMA)
            once = table.filter(pc.invert(pc.is_in(table["ordinal"], value_set=again)))
            for year, rows in by_year(once):
                years(year).write(rows)
    unfinished.mkdir(exist_ok=True)
    unfinished.rename(finished)
    shutil.rmtree(folder / "parts", ignore_errors=True)
    return len(again)


def repeated(parts: Sequence[Path], folder: Path) -> pa.Array:
    """The places of articles whose text stands in the corpus before; found beyond memory if there are many."""
    import duckdb

    try:
        with duckdb.connect(config={"temp_directory": str(folder / "parts"), "threads": 1}) as found:
            places = found.sql(REPEATED, params=[list(map(str, parts))])
            return places.to_arrow_table()["ordinal"].combine_chunks()
    except duckdb.Error as error:
        raise BatchError.unwritable(str(error)) from error


def by_year(table: pa.Table) -> Iterator[tuple[str, pa.Table]]:
    years = pc.year(table["published"])
    for year in sorted(pc.unique(years).to_pylist(), key=str):
        rows = pc.is_null(years) if year is None else pc.fill_null(pc.equal(years, year), False)
        yield UNDATED if year is None else str(year), table.filter(rows)


@contextmanager
def open_partitions(folder: Path) -> Iterator[Callable[[str], Partition]]:
    """Partitions by year, opened when they are asked for and closed at the end, each whatever becomes of the others."""
    years: dict[str, Partition] = {}
    with ExitStack() as stack:

        def partition_of(year: str) -> Partition:
            if year not in years:
                years[year] = Partition(folder / f"year={year}")
                stack.callback(years[year].close)
            return years[year]

        yield partition_of
