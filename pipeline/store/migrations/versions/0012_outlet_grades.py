"""The grade of an outlet holds of the outlet: it goes with no article."""

from __future__ import annotations

import json

from alembic import op
from sqlalchemy import Integer, LargeBinary, Text, column, select, table, update

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("corrections") as corrections:
        corrections.alter_column("article", existing_type=Text(), nullable=True)
    log = table("corrections", column("number", Integer), column("article", Text), column("correction", LargeBinary))
    rows = op.get_bind().execute(select(log.c.number, log.c.correction)).all()
    graded = [row.number for row in rows if _is_of_outlet(row.correction)]
    op.execute(update(log).where(log.c.number.in_(graded)).values(article=None))


def _is_of_outlet(document: bytes) -> bool:
    """One that cannot be read stays with its article."""
    try:
        return bool(json.loads(document)["change"]["field"] == "reliability")
    except (ValueError, KeyError, TypeError):
        return False
