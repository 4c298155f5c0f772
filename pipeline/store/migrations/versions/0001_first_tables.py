"""The first tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from alembic import op
from sqlalchemy import BigInteger, Column, Date, Float, ForeignKey, Integer, LargeBinary, PrimaryKeyConstraint, Text

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

INDEXES: dict[str, tuple[tuple[str, ...], ...]] = {
    "entities": (("article",), ("key",)),
    "events": (
        ("article",),
        ("first", "last", "type", "status"),
        ("place_key",),
        ("rank", "first", "id"),
        ("type",),
    ),
    "mentions": (
        ("article",),
        ("key", "article", "form"),
        ("sentence", "key", "kind", "article", "form"),
    ),
    "movements": (
        ("article",),
        ("destination_key",),
        ("event",),
        ("mover_key",),
        ("origin_key",),
        ("rank", "first", "id"),
    ),
    "participants": (("event",), ("key",)),
    "reports": (("article",), ("event",), ("movement",)),
    "statements": (("article",), ("source", "article", "manner")),
    "sources": (("event",), ("movement",), ("report",), ("statement",)),
}


def upgrade() -> None:
    create_truth()
    create_entities()
    create_events()
    create_movements()
    create_reports()
    create_statements()
    for table, indexes in INDEXES.items():
        for columns in indexes:
            op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))
    op.execute("INSERT INTO changes (version) VALUES (0)")


def create_truth() -> None:
    """Articles, what was read in them, and the number of the last write."""
    op.create_table(
        "articles",
        text("id"),
        Column("title", Text),
        Column("outlet", Text),
        Column("url", Text),
        Column("published", Date),
        text("published_basis"),
        text("published_candidates"),
        Column("given", Date),
        Column("stated", Date),
        Column("received", Date),
        integer("words"),
        text("pipeline_version"),
        primary_key("articles", "id"),
    )
    op.create_table("changes", integer("version"))
    op.create_table(
        "readings",
        owner("readings", "article"),
        Column("reading", LargeBinary, nullable=False),
        Column("analysis", LargeBinary, nullable=False),
        primary_key("readings", "article"),
    )


def create_entities() -> None:
    """Who and what articles name, and where."""
    op.create_table(
        "entities",
        owner("entities", "article"),
        text("key"),
        text("kind"),
        text("name"),
        Column("country", Text),
        text("aliases"),
    )
    op.create_table(
        "mentions",
        owner("mentions", "article"),
        Column("sentence", BigInteger, nullable=False),
        text("key"),
        text("kind"),
        text("form"),
        integer("start"),
        integer("end"),
        text("text"),
    )


def create_events() -> None:
    """What happens, and who takes part."""
    op.create_table(
        "events",
        text("id"),
        owner("events", "article"),
        text("type"),
        Column("mode", Text),
        Column("first", Date),
        Column("last", Date),
        Column("edtf", Text),
        *place("place"),
        text("status"),
        text("factuality"),
        integer("rank"),
        primary_key("events", "id"),
    )
    op.create_table(
        "participants",
        owner("participants", "event"),
        text("role"),
        integer("position"),
        Column("key", Text),
        text("name"),
    )


def create_movements() -> None:
    """Who changes place."""
    op.create_table(
        "movements",
        text("id"),
        owner("movements", "article"),
        owner("movements", "event", nullable=True),
        Column("mover_key", Text),
        text("mover_name"),
        *place("origin"),
        *place("destination"),
        *span("departure"),
        *span("arrival"),
        Column("first", Date),
        Column("last", Date),
        Column("vehicle", Text),
        Column("purpose", Text),
        text("status"),
        integer("rank"),
        primary_key("movements", "id"),
    )


def create_reports() -> None:
    """The sentences that tell of events and movements."""
    op.create_table(
        "reports",
        text("id"),
        owner("reports", "article"),
        owner("reports", "event", nullable=True),
        owner("reports", "movement", nullable=True),
        integer("position"),
        Column("sentence", BigInteger, nullable=False),
        integer("evidence_start"),
        integer("evidence_end"),
        text("evidence"),
        text("folded"),
        integer("trigger_start"),
        integer("trigger_end"),
        text("trigger"),
        text("status"),
        text("factuality"),
        Column("first", Date),
        Column("last", Date),
        Column("edtf", Text),
        primary_key("reports", "id"),
    )


def create_statements() -> None:
    """Who says what, and which reports rest on it."""
    op.create_table(
        "statements",
        text("id"),
        owner("statements", "article"),
        Column("source", Text),
        Column("name", Text),
        text("manner"),
        integer("cue_start"),
        integer("cue_end"),
        text("cue"),
        integer("content_start"),
        integer("content_end"),
        primary_key("statements", "id"),
    )
    op.create_table(
        "sources",
        owner("sources", "report"),
        owner("sources", "statement"),
        owner("sources", "event", nullable=True),
        owner("sources", "movement", nullable=True),
        integer("position"),
        Column("key", Text),
        Column("name", Text),
        text("cue"),
    )


def text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def integer(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def primary_key(table: str, column: str) -> PrimaryKeyConstraint:
    return PrimaryKeyConstraint(column, name=f"pk_{table}")


def owner(table: str, column: str, *, nullable: bool = False) -> Column[str]:
    """The row of the table ``<column>s`` that this one goes with: removed together."""
    target = ForeignKey(f"{column}s.id", name=f"fk_{table}_{column}", ondelete="CASCADE")
    return Column(column, Text, target, nullable=nullable)


def place(of: str) -> Iterator[Column[Any]]:
    yield from (Column(f"{of}_{name}", Text) for name in ("key", "name", "country"))
    yield from (Column(f"{of}_{name}", Float) for name in ("latitude", "longitude", "confidence"))
    yield Column(f"{of}_feature", Text)


def span(of: str) -> Iterator[Column[Any]]:
    yield from (Column(f"{of}_{name}", Date) for name in ("first", "last"))
    yield Column(f"{of}_edtf", Text)
