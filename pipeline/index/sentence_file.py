"""The file of the search: an SQLite database with FTS5, which can be deleted at any time and is made again."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Lock

from pipeline.errors import SearchError

FORMAT = 3
"""Grows when the tables below change, or what is written into them."""
BUSY_SECONDS = 10
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
TABLES = """
CREATE TABLE state (store TEXT NOT NULL, version INTEGER NOT NULL, article TEXT NOT NULL);
CREATE TABLE sentences (id INTEGER PRIMARY KEY, article TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL);
CREATE INDEX sentences_by_article ON sentences (article);
CREATE TABLE entities (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
CREATE TABLE names (word TEXT, entity INTEGER, article TEXT, PRIMARY KEY (word, entity, article)) WITHOUT ROWID;
CREATE INDEX names_by_article ON names (article);
CREATE VIRTUAL TABLE words USING fts5(text, named, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3');
"""
SIDES = ("", "-wal", "-shm")


class SentenceFile:
    """One connection for all threads, one of them at a time; a damaged file, or one of another format, is made anew."""

    def __init__(self, path: Path | None) -> None:
        """None for memory."""
        self.path = path
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Raises SearchError when the file cannot be used; a damaged one is gone afterwards."""
        with self._lock:
            try:
                yield self._open()
            except sqlite3.Error as error:
                if getattr(error, "sqlite_errorcode", None) in DAMAGED:
                    self._delete()
                folder = self.path.parent if self.path else "memory"
                raise SearchError.unusable(str(folder), str(error)) from error

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction; undone as a whole by any error."""
        with self.reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.rollback()
                raise
            connection.commit()

    def delete(self) -> None:
        """Begin anew."""
        with self._lock:
            self._delete()

    def close(self) -> None:
        with self._lock:
            self._close()

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = self._open_if_sound() or self._create()
            if self.path is not None:
                with suppress(OSError):
                    os.utime(self.path)
        return self._connection

    def _open_if_sound(self) -> sqlite3.Connection | None:
        """None where there is no file, or none that can be used."""
        if self.path is None or not self.path.exists():
            return None
        connection = connected(self.path)
        try:
            (found,) = connection.execute("PRAGMA user_version").fetchone()
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode not in DAMAGED:
                raise
            found = None
        if found == FORMAT:
            return connection
        connection.close()
        self._delete()
        return None

    def _create(self) -> sqlite3.Connection:
        if self.path is not None:
            with suppress(OSError):
                self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = connected(self.path)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        with closing(connection.cursor()) as cursor:
            cursor.execute("BEGIN IMMEDIATE")
            if cursor.execute("PRAGMA user_version").fetchone() != (FORMAT,):
                for statement in TABLES.strip().split(";\n"):
                    cursor.execute(statement)
                cursor.execute(f"PRAGMA user_version = {FORMAT}")
            cursor.execute("COMMIT")
        return connection

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    def _delete(self) -> None:
        self._close()
        if self.path is not None:
            for side in SIDES:
                self.path.with_name(self.path.name + side).unlink(missing_ok=True)


def connected(path: Path | None) -> sqlite3.Connection:
    return sqlite3.connect(path or ":memory:", timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
