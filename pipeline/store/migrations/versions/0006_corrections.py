"""What analysts change in an extraction, in the order in which they did."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, Text

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "corrections",
        Column("number", Integer, primary_key=True, autoincrement=True),
        Column("article", Text, ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
        Column("correction", LargeBinary, nullable=False),
        Column("undone", Boolean, nullable=False),
        Column("matched", Boolean, nullable=False),
    )
    op.create_index("ix_corrections_article", "corrections", ["article"])
