"""When a statement was made, as far as the text says."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Date, Text

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("statements", Column("said_first", Date))
    op.add_column("statements", Column("said_last", Date))
    op.add_column("statements", Column("said_edtf", Text))
