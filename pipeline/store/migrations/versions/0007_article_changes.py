"""The version in which each article last changed, or was removed; a name that tells this store from all others."""

from __future__ import annotations

from uuid import uuid4

from alembic import op
from sqlalchemy import Column, Integer, Text, column, insert, select, table, update

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "article_changes",
        Column("article", Text, primary_key=True),
        Column("version", Integer, nullable=False),
    )
    op.create_index("ix_article_changes_version_article", "article_changes", ["version", "article"])
    changes = table("changes", column("version"), column("identity"))
    known = table("articles", column("id"))
    op.execute(
        insert(table("article_changes", column("article"), column("version"))).from_select(
            ["article", "version"], select(known.c.id, select(changes.c.version).scalar_subquery())
        )
    )
    op.add_column("changes", Column("identity", Text))
    op.execute(update(changes).values(identity=uuid4().hex))
