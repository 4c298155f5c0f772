"""What filters ask of events, beside the sentences that tell of them; one index of events that holds it all."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, Date, ForeignKey, Text, column, insert, select, table

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ASKED = ("article", "type", "first", "last", "place_key", "status", "factuality")
COVERING = ("rank", "first", "last", "type", "status", "factuality", "article", "place_key", "id")
COVERED = ("rank_first_id", "first_last_type_status_rank_article_place_key_id", "type")


def upgrade() -> None:
    make_tellings()
    op.drop_index("ix_reports_event_sentence", "reports")
    op.drop_column("reports", "sentence")
    op.create_index("ix_reports_event", "reports", ["event"])
    op.drop_index("ix_mentions_sentence_key_kind_article_form", "mentions")
    op.drop_column("mentions", "kind")
    op.create_index("ix_mentions_sentence_key_article_form", "mentions", ["sentence", "key", "article", "form"])
    for columns in COVERED:
        op.drop_index(f"ix_events_{columns}", "events")
    op.create_index("ix_events_asked", "events", list(COVERING))


def make_tellings() -> None:
    op.create_table(
        "tellings",
        Column("sentence", BigInteger, nullable=False),
        Column("event", Text, ForeignKey("events.id", name="fk_tellings_event", ondelete="CASCADE"), nullable=False),
        Column("article", Text, nullable=False),
        Column("type", Text, nullable=False),
        Column("first", Date),
        Column("last", Date),
        Column("place_key", Text),
        Column("status", Text, nullable=False),
        Column("factuality", Text, nullable=False),
    )
    names = ["sentence", "event", *ASKED]
    tellings = table("tellings", *map(column, names))
    events = table("events", column("id"), *map(column, ASKED))
    reports = table("reports", column("sentence"), column("event"))
    told = select(reports.c.sentence, events.c.id, *(events.c[name] for name in ASKED))
    op.execute(
        insert(tellings).from_select(names, told.distinct().join_from(reports, events, events.c.id == reports.c.event))
    )
    op.create_index("ix_tellings_event", "tellings", ["event"])
