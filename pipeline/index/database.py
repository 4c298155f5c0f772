"""A DuckDB database that this process alone holds: a file beside the store, or memory where no file can be had."""

from __future__ import annotations

import os
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pipeline.store.store_file import identity

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FORMAT = 6
"""Grows with every change of the tables or of what is derived: an index of another format is made anew."""
SCHEMA = Path(__file__).with_name("schema.sql")
MOST_MEMORY, MOST_THREADS = "400MB", 4
IN_USE = "lock on file"
MEMORY = ":memory:"
WRITE_AHEAD, SPILL = ".wal", ".tmp"
"""What DuckDB has beside a file: a file of what is not in it yet, a folder of what did not fit into memory."""


class Database:
    """The tables of an index, in the first file that can be had: made anew if it is damaged, passed over if held."""

    def __init__(self, files: list[Path]) -> None:
        """In memory without files, or if none can be used."""
        self.files = files
        self.path: Path | None = None
        self.problem = ""
        """Why no file could be used."""
        self._file: tuple[int, int] | None = None
        self._spill: TemporaryDirectory[str] | None = None
        self.connection = self._open()

    def cursor(self) -> DuckDBPyConnection:
        """A connection of its own for a thread; all see the same tables."""
        return self.connection.cursor()

    def close(self) -> None:
        self.connection.close()
        if self._spill is not None:
            self._spill.cleanup()

    def is_gone(self) -> bool:
        """Whether its file was deleted, moved or replaced: what is written then is lost with the process."""
        return self.path is not None and identity(self.path) != self._file

    def renew(self, *, in_memory: bool = False) -> None:
        """Throw away what is there and begin anew."""
        self.close()
        if self.path is not None and not self.is_gone():
            try:
                remove(self.path)
            except OSError:
                self.files = [file for file in self.files if file != self.path]
        if in_memory:
            self.files = []
        self.connection = self._open()

    def _open(self) -> DuckDBPyConnection:
        import duckdb

        for path in self.files:
            try:
                connection = open_or_recreate(path)
            except (duckdb.Error, OSError) as error:
                self.problem = first_line(error)
            else:
                self.path, self._file = path, identity(path)
                return connection
        self.path = None
        self._spill = TemporaryDirectory(prefix="dateline-index-")
        return connect(MEMORY, Path(self._spill.name))


def open_or_recreate(path: Path) -> DuckDBPyConnection:
    """The file, made anew if it cannot be read; raises duckdb.IOException while another process holds it."""
    import duckdb

    path.parent.mkdir(parents=True, exist_ok=True)
    spill = path.with_name(path.name + SPILL)
    try:
        connection = connect(str(path), spill)
    except (duckdb.Error, UnicodeDecodeError) as error:
        if IN_USE in str(error):
            raise
        connection = recreate(path, spill)
    rmtree(spill, ignore_errors=True)
    os.utime(path)
    return connection


def recreate(path: Path, spill: Path) -> DuckDBPyConnection:
    """A new file in the place of one; none is left where a full disk holds no more than its beginning."""
    import duckdb

    remove(path)
    try:
        return connect(str(path), spill)
    except duckdb.Error as error:
        if IN_USE not in str(error):
            remove(path)
        raise


def first_line(error: Exception) -> str:
    """What DuckDB or the system said, without what DuckDB advises its own users."""
    return str(error).partition("\n")[0]


def remove(path: Path) -> None:
    """A file, and what DuckDB has beside it."""
    for file in (path, path.with_name(path.name + WRITE_AHEAD)):
        file.unlink(missing_ok=True)
    rmtree(path.with_name(path.name + SPILL), ignore_errors=True)


def connect(name: str, spill: Path) -> DuckDBPyConnection:
    """A database with its tables, that reads no other file and asks nothing of a network; all of its state is read."""
    import duckdb

    connection = duckdb.connect(
        name,
        config={
            "threads": min(os.cpu_count() or 1, MOST_THREADS),
            "memory_limit": MOST_MEMORY,
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
        },
    )
    try:
        connection.execute("SET temp_directory = $spill", {"spill": str(spill)})
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        if not connection.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'sources'").fetchall():
            connection.execute(f"BEGIN; {SCHEMA.read_text('utf-8')} COMMIT;")
        connection.execute("SELECT * FROM state").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection
