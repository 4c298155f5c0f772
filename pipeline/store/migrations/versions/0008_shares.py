"""Snapshots under unguessable addresses, and views that have a name."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Boolean, Column, DateTime, Integer, LargeBinary, Text

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "shares",
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
    )
    op.create_index("ix_shares_secret", "shares", ["secret"], unique=True)
    op.create_table(
        "views",
        Column("id", Text, primary_key=True),
        Column("name", Text, nullable=False),
        Column("address", Text, nullable=False),
        Column("made", DateTime, nullable=False),
    )
