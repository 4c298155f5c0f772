"""Indexes that hold all that counting needs, so that no row is read for it."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

REPLACED: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "entities": [(("key",), ("key", "kind", "name", "country", "aliases"))],
    "events": [
        (
            ("first", "last", "type", "status"),
            ("first", "last", "type", "status", "rank", "article", "place_key", "id"),
        )
    ],
    "participants": [(("key",), ("key", "event"))],
    "reports": [(("event",), ("event", "sentence"))],
    "sources": [(("event",), ("event", "statement")), (("movement",), ("movement", "statement"))],
}


def upgrade() -> None:
    for table, indexes in REPLACED.items():
        for narrow, wide in indexes:
            op.drop_index(name(table, narrow), table)
            op.create_index(name(table, wide), table, list(wide))


def name(table: str, columns: tuple[str, ...]) -> str:
    return f"ix_{table}_{'_'.join(columns)}"
