"""The version in which each article came in, which no later change of it alters."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Integer, Text, column, select, table, update

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Of articles that are here all that is known is when they last changed."""
    op.add_column("articles", Column("added", Integer, nullable=False, server_default="0"))
    articles = table("articles", column("id", Text), column("added", Integer))
    known = table("article_changes", column("article", Text), column("version", Integer))
    last = select(known.c.version).where(known.c.article == articles.c.id).scalar_subquery()
    here = select(known.c.article)
    op.execute(update(articles).where(articles.c.id.in_(here)).values(added=last))
