"""A DuckDB database that this process alone holds: a file beside the store, or memory where no file can be had."""

from __future__ import annotations

import fcntl
import os
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from time import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FORMAT = 4
"""Grows with every change of the tables or of what is derived: an index of another format is made anew."""
SCHEMA = Path(__file__).with_name("schema.sql")
MOST_FILES = 8
"""Processes that can hold an index of one store in files of their own; others hold theirs in memory."""
MOST_MEMORY, MOST_THREADS = "400MB", 4
UNUSED_DAYS = 30
"""An index that nobody opened for so long is of a store, a format or a DuckDB that is used no more."""
IN_USE = "lock on file"
MEMORY = ":memory:"


class Database:
    """The tables of an index, in a file that is made anew when it is missing, damaged or of another format."""

    def __init__(self, folder: Path | None, store: str) -> None:
        """``store`` names the store; the index of one is never taken for that of another."""
        known = sha256(f"{FORMAT} {version('duckdb')} {store}".encode()).hexdigest()[:16]
        self.files = [folder / f"{known}-{number}.duckdb" for number in range(MOST_FILES)] if folder else []
        self.path: Path | None = None
        self.connection = self._open()
        if self.path is not None:
            os.utime(self.path)
            remove_unused(self.path.parent)

    def cursor(self) -> DuckDBPyConnection:
        """A connection of its own for a thread; all see the same tables."""
        return self.connection.cursor()

    def close(self) -> None:
        self.connection.close()

    def renew(self, *, in_memory: bool = False) -> None:
        """Throw away what is there and begin anew."""
        self.close()
        if self.path is not None:
            remove(self.path)
        if in_memory:
            self.files = []
        self.connection = self._open()

    def _open(self) -> DuckDBPyConnection:
        import duckdb

        for path in self.files:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                self.connection, self.path = open_or_recreate(path), path
            except duckdb.IOException as error:
                if IN_USE in str(error):
                    continue
                break
            except (duckdb.Error, OSError):
                break
            else:
                return self.connection
        self.path = None
        return connect(MEMORY)


def open_or_recreate(path: Path) -> DuckDBPyConnection:
    """The file, made anew if it cannot be read; raises duckdb.IOException while another process holds it."""
    import duckdb

    try:
        return connect(str(path))
    except (duckdb.Error, UnicodeDecodeError) as error:
        if IN_USE in str(error):
            raise
    remove(path)
    return connect(str(path))


def remove(path: Path) -> None:
    for file in (path, path.with_name(f"{path.name}.wal")):
        file.unlink(missing_ok=True)


def remove_unused(folder: Path) -> None:
    """Remove indexes that were not opened for ``UNUSED_DAYS`` and that no process holds; they can be made again.

    Others are not even looked into: a process that closes a file gives up all its locks of that.
    """
    oldest = time() - UNUSED_DAYS * 86_400
    for path in folder.glob("*.duckdb"):
        with suppress(OSError):
            if path.stat().st_mtime < oldest:
                remove_unless_held(path)


def remove_unless_held(path: Path) -> None:
    """Raises OSError if another process has it open."""
    with path.open("r+b") as file:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        remove(path)


def connect(name: str) -> DuckDBPyConnection:
    """A database with its tables, that reads no other file and asks nothing of a network."""
    import duckdb

    connection = duckdb.connect(
        name,
        config={
            "threads": min(os.cpu_count() or 1, MOST_THREADS),
            "memory_limit": MOST_MEMORY,
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "enable_external_access": "false",
        },
    )
    try:
        connection.execute("SET lock_configuration = true")
        if not connection.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'sources'").fetchall():
            connection.execute(f"BEGIN; {SCHEMA.read_text('utf-8')} COMMIT;")
        connection.execute("SELECT count(*) FROM state").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection
