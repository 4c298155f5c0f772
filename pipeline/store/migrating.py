"""The tables of a database brought up to date: made at once in a new one, by Alembic's migrations in an older one."""

from __future__ import annotations

from collections.abc import Collection
from uuid import uuid4

from sqlalchemy import Connection, inspect, select, text

from pipeline.errors import StoreError
from pipeline.store.tables import changes, metadata, revisions

NEWEST = "0012"
"""The last migration, after which the tables are those of ``tables``."""
MIGRATION_LOCK = 20230911
OWN = frozenset({"alembic_version", "articles", "changes", "readings"})
"""Tables that a store of any version has."""


def check_ours(tables: Collection[str]) -> None:
    """Raises StoreError for a database that has tables and is no store."""
    if tables and not OWN.issubset(tables):
        raise StoreError.foreign(sorted(tables))


def migrate(connection: Connection) -> None:
    """Bring the tables up to date; of several processes that start at once, one does. Raises StoreError."""
    lock(connection)
    tables = inspect(connection).get_table_names()
    check_ours(tables)
    if not tables:
        create(connection)
    elif connection.execute(select(revisions.c.version_num)).scalar() != NEWEST:
        upgrade(connection)


def lock(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": MIGRATION_LOCK})


def create(connection: Connection) -> None:
    """The tables of a store that nothing was written to."""
    metadata.create_all(connection, checkfirst=False)
    connection.execute(changes.insert().values(version=0, identity=uuid4().hex))
    connection.execute(revisions.insert().values(version_num=NEWEST))


def upgrade(connection: Connection, revision: str = NEWEST) -> None:
    """Run the migrations that are missing. Imports here: Alembic takes a tenth of a second, and is seldom needed."""
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", f"{__package__}:migrations")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, revision)
    except CommandError as error:
        raise StoreError.newer(connection.engine.url.render_as_string()) from error
