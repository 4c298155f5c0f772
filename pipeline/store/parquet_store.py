"""A finished batch run as a store: its Parquet files are read as they are, and take no changes."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, chain
from pathlib import Path
from typing import Self

import msgspec
from sqlalchemy import URL, Engine, StaticPool, create_engine, insert

from pipeline import codec
from pipeline.domain import Analysis
from pipeline.errors import BatchError, StoreError
from pipeline.store.bulk import Row
from pipeline.store.changes import Changes, Position, changed_article
from pipeline.store.rows import ArticleRow
from pipeline.store.run_folder import RunFolder
from pipeline.store.store import START, Store
from pipeline.store.tables import changes, metadata
from pipeline.store.writes import decoded, text

VERSION = 1
"""A finished run never changes."""
CHANGED = ["id", "title", "outlet", "published", "reading", "analysis"]
LISTED = """
    SELECT id, title, outlet, url, published, published_basis AS basis, published_candidates AS candidates, received,
        words, events, movements
    FROM read_parquet($files, hive_partitioning = false) ORDER BY published DESC NULLS LAST, title NULLS FIRST, id
"""
ONE = "SELECT reading, analysis FROM read_parquet($files, hive_partitioning = false) WHERE id = $id LIMIT 1"
MOST_MEMORY = "400MB"


class ParquetStore(Store):
    """Articles are those of the files; corrections and shares those of an empty database that takes no writes.

    Every method raises StoreError or BatchError; a write leaves all as it was.
    """

    takes_writes = False

    def __init__(self, folder: RunFolder) -> None:
        import duckdb

        super().__init__(empty_database(folder.identity()))
        self._folder = folder
        self._groups = list(folder.row_groups())
        self._ends = list(accumulate(group.rows for group in self._groups))
        self._files = duckdb.connect(config={"memory_limit": MOST_MEMORY})

    @classmethod
    def open(cls, url: str, *, patient: bool = False) -> Self:
        """``url`` is the path of the folder, which is there or not: patience changes nothing."""
        return cls(RunFolder(Path(url)))

    def close(self) -> None:
        self._files.close()
        super().close()

    def address(self) -> URL:
        return URL.create("parquet", database=str(self._folder.path))

    def since(self, position: Position = START, *, limit: int = 200) -> Changes:
        """The next row groups; the position counts those that were read."""
        first = int(position.article or 0)
        behind = self._behind(first, limit)
        rows = chain.from_iterable(group.read(CHANGED).to_pylist() for group in self._groups[first:behind])
        reached = Position(VERSION, f"{behind:09}")
        return Changes(tuple(changed_article(row, ()) for row in rows), reached, complete=behind == len(self._groups))

    def _behind(self, first: int, limit: int) -> int:
        """The number behind that of the last row group of those that together hold so many articles."""
        before = self._ends[first - 1] if first else 0
        return min(bisect_left(self._ends, before + limit) + 1, len(self._groups))

    def articles(self) -> list[ArticleRow]:
        version = self._folder.manifest.version
        return [msgspec.convert(row | {"pipeline_version": version}, ArticleRow) for row in self._rows(LISTED)]

    def count_articles(self) -> int:
        return self._ends[-1] if self._ends else 0

    def analysis(self, article: str) -> Analysis:
        return decoded(codec.analysis_from_json, self._one(article)["analysis"], article)

    def text(self, article: str) -> str:
        return text(self._one(article)["analysis"], article)

    def sentences(self, article: str) -> tuple[tuple[int, int], ...]:
        return decoded(codec.reading_from_json, self._one(article)["reading"], article).sentences

    def _one(self, article: str) -> Row:
        found = self._rows(ONE, id=article)
        if not found:
            raise StoreError.unknown_article(article)
        return found[0]

    def _rows(self, query: str, **values: str) -> list[Row]:
        """What a query finds in the files; a connection of its own for each thread."""
        import duckdb

        if not self._groups:
            return []
        try:
            with self._files.cursor() as cursor:
                done = cursor.execute(query, {"files": [str(file) for file in self._folder.files], **values})
                names = [column[0] for column in done.description or ()]
                return [dict(zip(names, row, strict=True)) for row in done.fetchall()]
        except duckdb.Error as error:
            raise BatchError.damaged(str(self._folder.path)) from error


def empty_database(identity: str) -> Engine:
    """All tables of a store in memory, with nothing in them; nothing can be written."""
    engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    with engine.begin() as connection:
        metadata.create_all(connection)
        connection.execute(insert(changes).values(version=VERSION, identity=identity))
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    return engine
