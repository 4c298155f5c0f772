"""Wrong pass phrases are counted for each client, so that nobody locks out the readers of a snapshot."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, DateTime, ForeignKey, Integer, Text

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "share_tries",
        Column("number", Integer, primary_key=True, autoincrement=True),
        Column("share", Text, ForeignKey("shares.id", ondelete="CASCADE"), nullable=False),
        Column("client", Text, nullable=False),
        Column("tried", DateTime, nullable=False),
    )
    op.create_index("ix_share_tries_share_client", "share_tries", ["share", "client"])
    op.drop_column("shares", "wrong")
    op.drop_column("shares", "wrong_at")
