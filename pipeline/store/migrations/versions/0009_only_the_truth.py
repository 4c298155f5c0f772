"""What pages count is derived by the index from now on: its tables go, and what each article tells is a number."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Integer, column, func, select, table, update

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

DERIVED = (
    "sources",
    "statements",
    "reports",
    "movements",
    "participants",
    "tellings",
    "events",
    "mentions",
    "entities",
)


def upgrade() -> None:
    articles = table("articles", column("id"), column("events"), column("movements"))
    for name in ("events", "movements"):
        op.add_column("articles", Column(name, Integer, nullable=False, server_default="0"))
        told = table(name, column("article"))
        number = select(func.count()).select_from(told).where(told.c.article == articles.c.id)
        op.execute(update(articles).values({name: number.scalar_subquery()}))
    for name in DERIVED:
        op.drop_table(name)
