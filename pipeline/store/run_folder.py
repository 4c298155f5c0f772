"""The folder of a finished batch run, as it is read: what it was made by, and its articles, a row group at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

import pipeline
from pipeline import settings
from pipeline.errors import BatchError

if TYPE_CHECKING:
    from pyarrow import Table

MANIFEST, ARTICLES = "run.json", "articles"
COLUMNS = frozenset({
    "id", "title", "outlet", "url", "published", "published_basis", "published_candidates", "received", "words",
    "events", "movements", "reading", "analysis",
})  # fmt: skip
"""Of an article, what a store must know."""


class Manifest(msgspec.Struct, frozen=True):
    """What a folder holds: a run over these files, by this version with this model."""

    corpus: str
    version: str
    model: str

    @classmethod
    def of(cls, corpus: str) -> Manifest:
        """A run over these files as this process would make it."""
        return cls(corpus, pipeline.VERSION, settings.model_name())

    @classmethod
    def read(cls, path: Path) -> Manifest:
        return msgspec.json.decode(path.read_bytes(), type=cls)

    def reader(self) -> str:
        return f"version {self.version} with {self.model}"


@dataclass(frozen=True, slots=True)
class RowGroup:
    """A piece of a Parquet file that is read at once: some hundred articles at most."""

    file: Path
    number: int
    rows: int

    def read(self, columns: list[str]) -> Table:
        """Raises BatchError for a damaged file."""
        from pyarrow import parquet

        with damage(self.file), parquet.ParquetFile(self.file) as opened:
            return opened.read_row_group(self.number, columns)


class RunFolder:
    """A finished run. Raises BatchError for a folder that holds none."""

    def __init__(self, folder: Path) -> None:
        self.path = folder.resolve()
        if not (self.path / ARTICLES).is_dir() or not (self.path / MANIFEST).is_file():
            raise BatchError.unfinished(str(folder))
        self.manifest = Manifest.read(self.path / MANIFEST)
        self.files = sorted((self.path / ARTICLES).glob("*/*.parquet"))

    def identity(self) -> str:
        """Digest of the run, wherever its folder lies."""
        files = [(str(file.relative_to(self.path)), file.stat().st_size) for file in self.files]
        return sha256(repr((self.manifest, files)).encode()).hexdigest()[:32]

    def row_groups(self) -> Iterator[RowGroup]:
        """Raises BatchError for a damaged file, and for one that lacks a column."""
        from pyarrow import parquet

        for file in self.files:
            with damage(file):
                found = parquet.read_metadata(file)
            if missing := COLUMNS - set(found.schema.to_arrow_schema().names):
                raise BatchError.without_columns(str(file), missing)
            yield from (RowGroup(file, n, found.row_group(n).num_rows) for n in range(found.num_row_groups))

    def analyses(self) -> Iterator[bytes]:
        """As JSON, in the order of the files."""
        for group in self.row_groups():
            yield from group.read(["analysis"])["analysis"].to_pylist()


@contextmanager
def damage(file: Path) -> Iterator[None]:
    from pyarrow import ArrowException

    try:
        yield
    except (ArrowException, OSError, msgspec.DecodeError) as error:
        raise BatchError.damaged(str(file)) from error
