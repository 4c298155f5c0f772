"""What a database says when it fails, as a sentence whose hint fits the cause."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from sqlalchemy.exc import DBAPIError, OperationalError

from pipeline.errors import StoreAwayError, StoreError

PRIMARY = 0xFF
"""The bits of an SQLite error code that tell its kind."""
SQLITE: dict[int, Callable[[], StoreError]] = {
    sqlite3.SQLITE_BUSY: StoreError.locked,
    sqlite3.SQLITE_CORRUPT: StoreError.damaged,
    sqlite3.SQLITE_FULL: StoreError.full,
    sqlite3.SQLITE_IOERR: StoreError.full,
    sqlite3.SQLITE_LOCKED: StoreError.locked,
    sqlite3.SQLITE_NOTADB: StoreError.no_store,
    sqlite3.SQLITE_PERM: StoreError.read_only,
    sqlite3.SQLITE_READONLY: StoreError.read_only,
}
POSTGRESQL: dict[str, Callable[[], StoreError]] = {
    "25006": StoreError.read_only,
    "42501": StoreError.read_only,
    "53100": StoreError.full,
    "55P03": StoreError.locked,
}

AWAY_CODES = ("08", "57P")
"""How the codes of PostgreSQL begin for connections that broke, and for a server that stops or starts."""


def failure(error: Exception) -> StoreError:
    """The sentence for an error of the database."""
    made = StoreAwayError.because if is_away(error) else StoreError.failed
    return known_failure(error) or made(reason(error))


def is_away(error: Exception) -> bool:
    """Whether a server does not answer: it broke the connection, or made none and so gave no code."""
    if not isinstance(error, OperationalError) or isinstance(error.orig, sqlite3.Error):
        return False
    code = getattr(error.orig, "sqlstate", None)
    return error.connection_invalidated or code is None or code.startswith(AWAY_CODES)


def known_failure(error: Exception) -> StoreError | None:
    """The sentence for an error whose cause is known; None for others."""
    if isinstance(error, StoreError):
        return error
    said: object = error.orig if isinstance(error, DBAPIError) else error
    by_code = SQLITE.get(getattr(said, "sqlite_errorcode", -1) & PRIMARY)
    made = by_code or POSTGRESQL.get(getattr(said, "sqlstate", None) or "")
    return made() if made else None


def reason(error: Exception) -> str:
    """What the database said, in a line, without the statement and its values."""
    said = str(error.orig if isinstance(error, DBAPIError) else error).strip()
    return said.partition("\n")[0].rstrip(".") or type(error).__name__
