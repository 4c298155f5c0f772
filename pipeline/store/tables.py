"""The tables, each with the columns that a query uses; the rest of an analysis is kept whole, as JSON.

``articles`` is what an article says of itself, ``readings`` what was taken from it, ``corrections`` what analysts
changed in that. All other tables are derived from these three and can be written anew at any time.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
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


def place(prefix: str) -> list[Column[Any]]:
    """A resolved or unresolved place, spelled out; all null where there is none."""
    return [
        Column(f"{prefix}_key", Text, index=True),
        Column(f"{prefix}_name", Text),
        Column(f"{prefix}_country", Text),
        Column(f"{prefix}_latitude", Float),
        Column(f"{prefix}_longitude", Float),
        Column(f"{prefix}_confidence", Float),
        Column(f"{prefix}_feature", Text),
    ]


def dates(prefix: str = "") -> list[Column[Any]]:
    """A vague date: its first and last day and how EDTF writes it."""
    return [Column(f"{prefix}first", Date), Column(f"{prefix}last", Date), Column(f"{prefix}edtf", Text)]


def judgement() -> list[Column[Any]]:
    """How sure it is, by what it was recognised, and the day that bounds its date."""
    return [
        Column("confidence", Float, nullable=False),
        Column("why", Words, nullable=False),
        Column("reported", Date),
    ]


ASKED = ("rank", "first", "last", "type", "status", "factuality", "article", "place_key", "id", "confidence")

changes = Table("changes", metadata, Column("version", Integer, nullable=False), Column("identity", Text))
"""The number of the last write, and a name that tells this store from all others."""

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
    Column("pipeline_version", Text, nullable=False),
)

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
    owner("article", "articles.id"),
    Column("correction", LargeBinary, nullable=False),
    Column("undone", Boolean, nullable=False),
    Column("matched", Boolean, nullable=False),
)

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
    Column("wrong", Integer, nullable=False),
    Column("wrong_at", DateTime),
    Index(None, "secret", unique=True),
)
"""Snapshots: ``secret`` is the hash of the address, ``phrase`` of the pass phrase, ``digest`` of the page."""

views = Table(
    "views",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("made", DateTime, nullable=False),
)

entities = Table(
    "entities",
    metadata,
    owner("article", "articles.id"),
    Column("key", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("country", Text),
    Column("aliases", Words, nullable=False),
    Index(None, "key", "kind", "name", "country", "aliases"),
)

mentions = Table(
    "mentions",
    metadata,
    owner("article", "articles.id"),
    Column("sentence", BigInteger, nullable=False),
    Column("key", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Index(None, "sentence", "key", "article", "form"),
    Index(None, "key", "article", "form"),
)

events = Table(
    "events",
    metadata,
    Column("id", Text, primary_key=True),
    owner("article", "articles.id"),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    *dates(),
    *place("place"),
    Column("status", Text, nullable=False),
    Column("factuality", Text, nullable=False),
    *judgement(),
    Column("rank", Integer, nullable=False),
    Index("ix_events_asked", *ASKED),
)

tellings = Table(
    "tellings",
    metadata,
    Column("sentence", BigInteger, nullable=False),
    owner("event", "events.id"),
    Column("article", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("first", Date),
    Column("last", Date),
    Column("place_key", Text),
    Column("status", Text, nullable=False),
    Column("factuality", Text, nullable=False),
    Column("confidence", Float, nullable=False),
)
"""Each sentence that tells of an event, beside what filters ask of that event: so that counting reads this alone."""

participants = Table(
    "participants",
    metadata,
    owner("event", "events.id"),
    Column("role", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("key", Text),
    Column("name", Text, nullable=False),
    Index(None, "key", "event"),
)

movements = Table(
    "movements",
    metadata,
    Column("id", Text, primary_key=True),
    owner("article", "articles.id"),
    owner("event", "events.id", nullable=True),
    Column("mover_key", Text, index=True),
    Column("mover_name", Text, nullable=False),
    *place("origin"),
    *place("destination"),
    *dates("departure_"),
    *dates("arrival_"),
    Column("first", Date),
    Column("last", Date),
    Column("vehicle", Text),
    Column("purpose", Text),
    Column("status", Text, nullable=False),
    Column("factuality", Text, nullable=False),
    *judgement(),
    Column("rank", Integer, nullable=False),
    Index(None, "rank", "first", "id"),
)

reports = Table(
    "reports",
    metadata,
    Column("id", Text, primary_key=True),
    owner("article", "articles.id"),
    owner("event", "events.id", nullable=True),
    owner("movement", "movements.id", nullable=True),
    Column("position", Integer, nullable=False),
    Column("evidence_start", Integer, nullable=False),
    Column("evidence_end", Integer, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    Column("trigger", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("factuality", Text, nullable=False),
    *dates(),
    Column("reported", Date),
)

statements = Table(
    "statements",
    metadata,
    Column("id", Text, primary_key=True),
    owner("article", "articles.id"),
    Column("source", Text),
    Column("name", Text),
    Column("manner", Text, nullable=False),
    Column("cue_start", Integer, nullable=False),
    Column("cue_end", Integer, nullable=False),
    Column("cue", Text, nullable=False),
    Column("content_start", Integer, nullable=False),
    Column("content_end", Integer, nullable=False),
    *dates("said_"),
    Index(None, "source", "article", "manner"),
)

sources = Table(
    "sources",
    metadata,
    owner("report", "reports.id"),
    owner("statement", "statements.id"),
    owner("event", "events.id", nullable=True, index=False),
    owner("movement", "movements.id", nullable=True, index=False),
    Column("position", Integer, nullable=False),
    Column("key", Text),
    Column("name", Text),
    Column("cue", Text, nullable=False),
    Index(None, "event", "statement"),
    Index(None, "movement", "statement"),
)
