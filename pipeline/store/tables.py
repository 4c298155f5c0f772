"""The tables of the truth: articles, what was read in them, what analysts changed, and the versions of all that.

``articles`` is what an article says of itself, ``readings`` what was taken from it, whole, as JSON, ``corrections``
what analysts changed in that. What pages count is derived from these by ``pipeline.index``.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)
from sqlalchemy.engine import Dialect

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Words(TypeDecorator[tuple[str, ...]]):
    """Several strings in one text column, as JSON, so that both databases can group by them."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> tuple[str, ...] | None:
        return None if value is None else tuple(json.loads(value))


def owner(name: str, target: str, *, nullable: bool = False, index: bool = True) -> Column[str]:
    """A reference to the row that this one goes with: removed together. ``index``: no other index begins with it."""
    return Column(name, Text, ForeignKey(target, ondelete="CASCADE"), nullable=nullable, index=index)


changes = Table("changes", metadata, Column("version", Integer, nullable=False), Column("identity", Text))
"""The number of the last write, and a name that tells this store from all others."""

revisions = Table("alembic_version", metadata, Column("version_num", String(32), primary_key=True))
"""The last of the migrations that these tables have been through, as Alembic keeps it."""

article_changes = Table(
    "article_changes",
    metadata,
    Column("article", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Index(None, "version", "article"),
)
"""The version in which an article last changed; one that is not in ``articles`` was removed in it."""

articles = Table(
    "articles",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text),
    Column("outlet", Text),
    Column("url", Text),
    Column("published", Date),
    Column("published_basis", Text, nullable=False),
    Column("published_candidates", Words, nullable=False),
    Column("given", Date),
    Column("stated", Date),
    Column("received", Date),
    Column("words", Integer, nullable=False),
    Column("events", Integer, nullable=False, server_default="0"),
    Column("movements", Integer, nullable=False, server_default="0"),
    Column("pipeline_version", Text, nullable=False),
    Column("added", Integer, nullable=False, server_default="0"),
)
"""``added`` is the version in which an article came in; ``article_changes`` has the last."""

readings = Table(
    "readings",
    metadata,
    Column("article", Text, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("reading", LargeBinary, nullable=False),
    Column("analysis", LargeBinary, nullable=False),
)

corrections = Table(
    "corrections",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    owner("article", "articles.id", nullable=True),
    Column("correction", LargeBinary, nullable=False),
    Column("undone", Boolean, nullable=False),
    Column("matched", Boolean, nullable=False),
)
"""``article`` is null for the grade of an outlet, which no removal of an article takes away."""

shares = Table(
    "shares",
    metadata,
    Column("id", Text, primary_key=True),
    Column("secret", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("page", LargeBinary, nullable=False),
    Column("digest", Text, nullable=False),
    Column("made", DateTime, nullable=False),
    Column("expires", DateTime),
    Column("revoked", Boolean, nullable=False),
    Column("opened", Integer, nullable=False),
    Column("phrase", Text),
    Index(None, "secret", unique=True),
)
"""Snapshots: ``secret`` is the hash of the address, ``phrase`` of the pass phrase, ``digest`` of the page."""

share_tries = Table(
    "share_tries",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    owner("share", "shares.id", index=False),
    Column("client", Text, nullable=False),
    Column("tried", DateTime, nullable=False),
    Index(None, "share", "client"),
)
"""Pass phrases that were tried and not found right: ``client`` is a hash of who tried."""

views = Table(
    "views",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("made", DateTime, nullable=False),
)
