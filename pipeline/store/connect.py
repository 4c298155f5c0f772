"""A connection to SQLite or PostgreSQL with its tables brought up to date."""

from __future__ import annotations

from sqlite3 import SQLITE_BUSY, OperationalError
from sqlite3 import Connection as SQLiteConnection
from threading import RLock
from time import monotonic, sleep

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import SQLAlchemyError

from pipeline.errors import StoreError
from pipeline.store.failures import is_away, known_failure, reason
from pipeline.store.migrating import check_ours, migrate
from pipeline.store.store_file import StoreFile

BUSY_SECONDS = 4
RETRY_SECONDS = 0.02
NETWORK_TIMEOUTS: dict[str, object] = {
    "tcp_user_timeout": BUSY_SECONDS * 1000,
    "keepalives_idle": BUSY_SECONDS,
    "keepalives_interval": 1,
    "keepalives_count": BUSY_SECONDS,
}
"""Of PostgreSQL's client library: a machine that cannot be reached any more is given up within seconds."""


def connect(url: str, *, patient: bool = False) -> Engine:
    """An engine on an up-to-date database. Raises StoreError when it cannot be reached or is no store.

    If the server of a database does not answer, a ``patient`` engine brings it up to date when it first does.
    """
    try:
        engine = create_engine(url, pool_pre_ping=not url.startswith("sqlite"))
    except (SQLAlchemyError, ImportError) as error:
        raise StoreError.unusable_url(reason(error)) from error
    listen(engine)
    try:
        with engine.begin() as connection:
            migrate(connection)
    except Exception as error:
        if patient and is_away(error):
            event.listen(engine, "engine_connect", DeferredMigration())
            return engine
        engine.dispose()
        raise opening_failure(error, engine.url.render_as_string()) from error
    return engine


class DeferredMigration:
    """Brings the tables up to date before anything is asked of the first connection that a server gives."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._begun = False

    def __call__(self, connection: Connection) -> None:
        with self._lock:
            if self._begun:
                return
            self._begun = True
            try:
                with connection.engine.begin() as own:
                    migrate(own)
            except BaseException:
                self._begun = False
                raise


def listen(engine: Engine) -> None:
    """Prepare each connection before anything is asked of it."""
    if engine.dialect.name == "sqlite":
        file = StoreFile(engine.url.database)
        event.listen(engine, "do_connect", file.check)
        event.listen(engine, "connect", prepare_sqlite)
        event.listen(engine, "checkout", file.check)
    else:
        event.listen(engine, "do_connect", limit_waiting)


def opening_failure(error: Exception, url: str) -> StoreError:
    return known_failure(error) or StoreError.unreachable(url, reason(error))


def limit_waiting(_: object, __: object, ___: object, options: dict[str, object]) -> None:
    """A server or network that does not answer, and a lock that nobody gives back, are said within seconds."""
    for name, value in {"connect_timeout": BUSY_SECONDS, **NETWORK_TIMEOUTS}.items():
        options.setdefault(name, value)
    options.setdefault("options", f"-c lock_timeout={BUSY_SECONDS * 1000}")


def prepare_sqlite(connection: SQLiteConnection, _: object) -> None:
    """Wait for other writers, let readers read meanwhile, and hold rows to what they refer to.

    The database of another program is left as it is.
    """
    connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    check_ours([name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")])
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
            sleep(RETRY_SECONDS)
        else:
            return
