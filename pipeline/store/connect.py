"""A connection to SQLite or PostgreSQL with its tables brought up to date."""

from __future__ import annotations

from sqlite3 import SQLITE_BUSY, OperationalError
from sqlite3 import Connection as SQLiteConnection
from time import monotonic, sleep

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from pipeline.errors import StoreError

BUSY_SECONDS = 30
A_MOMENT = 0.02
MIGRATION_LOCK = 20230911


def connect(url: str) -> Engine:
    """An engine on an up-to-date database. Raises StoreError when it cannot be reached or is no store."""
    try:
        engine = create_engine(url)
    except (SQLAlchemyError, ImportError) as error:
        raise StoreError.unusable_url(reason(error)) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", prepare_sqlite)
    try:
        with engine.begin() as connection:
            migrate(connection)
    except CommandError as error:
        engine.dispose()
        raise StoreError.newer(engine.url.render_as_string()) from error
    except Exception as error:
        engine.dispose()
        raise StoreError.unreachable(engine.url.render_as_string(), reason(error)) from error
    return engine


def reason(error: Exception) -> str:
    """What the database said, in a line, without the statement and its values."""
    said = str(error.orig if isinstance(error, DBAPIError) else error).strip()
    return said.partition("\n")[0].rstrip(".") or type(error).__name__


def prepare_sqlite(connection: SQLiteConnection, _: object) -> None:
    """Wait for other writers, let readers read meanwhile, and hold rows to what they refer to."""
    connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    write_ahead(connection)
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")


def write_ahead(connection: SQLiteConnection) -> None:
    """Switch the file to WAL. SQLite does not wait for its lock here, whatever its timeout; so this does."""
    deadline = monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except OperationalError as error:
            if error.sqlite_errorcode != SQLITE_BUSY or monotonic() > deadline:
                raise
            sleep(A_MOMENT)
        else:
            return


def migrate(connection: Connection, revision: str = "head") -> None:
    """Run the migrations that are missing; of several processes that start at once, one does."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": MIGRATION_LOCK})
    config = Config()
    config.set_main_option("script_location", f"{__package__}:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
