"""How sure an event or movement is, by what it was recognised, and when it was reported."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Date, Float, Text, case, column, table, update

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ASKED = ("rank", "first", "last", "type", "status", "factuality", "article", "place_key", "id")
CERTAINTY = ("CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "UU")


def upgrade() -> None:
    """Older rows were not estimated: 1 says so. The rank of a movement was its certainty alone."""
    for name in ("events", "movements"):
        op.add_column(name, confidence())
        op.add_column(name, Column("why", Text, nullable=False, server_default="[]"))
        op.add_column(name, Column("reported", Date))
    op.add_column("tellings", confidence())
    op.add_column("reports", Column("reported", Date))
    op.add_column("movements", Column("factuality", Text, nullable=False, server_default="UU"))
    movements = table("movements", column("rank"), column("factuality"))
    values = case(*((movements.c.rank == rank, value) for rank, value in enumerate(CERTAINTY)), else_="UU")
    op.execute(update(movements).values(factuality=values))
    op.drop_index("ix_events_asked", "events")
    op.create_index("ix_events_asked", "events", [*ASKED, "confidence"])


def confidence() -> Column[float]:
    return Column("confidence", Float, nullable=False, server_default="1")
