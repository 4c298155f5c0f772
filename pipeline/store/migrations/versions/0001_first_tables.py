"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_articles()
    create_changes()
    create_entities()
    create_events()
    create_mentions()
    create_readings()
    create_movements()
    create_participants()
    create_reports()
    create_statements()
    create_sources()
    op.execute("INSERT INTO changes (version) VALUES (0)")


def create_articles() -> None:
    op.create_table(
        "articles",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("outlet", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("published", sa.Date()),
        sa.Column("published_basis", sa.Text(), nullable=False),
        sa.Column("published_candidates", sa.Text(), nullable=False),
        sa.Column("given", sa.Date()),
        sa.Column("stated", sa.Date()),
        sa.Column("received", sa.Date()),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("pipeline_version", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
    )


def create_changes() -> None:
    op.create_table(
        "changes",
        sa.Column("version", sa.Integer(), nullable=False),
    )


def create_entities() -> None:
    op.create_table(
        "entities",
        sa.Column(
            "article",
            sa.Text(),
            sa.ForeignKey("articles.id", name="fk_entities_article", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", sa.Text()),
        sa.Column("aliases", sa.Text(), nullable=False),
    )
    op.create_index("ix_entities_article", "entities", ["article"])
    op.create_index("ix_entities_key", "entities", ["key"])


def create_events() -> None:
    op.create_table(
        "events",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column(
            "article",
            sa.Text(),
            sa.ForeignKey("articles.id", name="fk_events_article", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text()),
        sa.Column("first", sa.Date()),
        sa.Column("last", sa.Date()),
        sa.Column("edtf", sa.Text()),
        sa.Column("place_key", sa.Text()),
        sa.Column("place_name", sa.Text()),
        sa.Column("place_country", sa.Text()),
        sa.Column("place_latitude", sa.Float()),
        sa.Column("place_longitude", sa.Float()),
        sa.Column("place_confidence", sa.Float()),
        sa.Column("place_feature", sa.Text()),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("factuality", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
    )
    op.create_index("ix_events_article", "events", ["article"])
    op.create_index("ix_events_first_last_type_status", "events", ["first", "last", "type", "status"])
    op.create_index("ix_events_place_key", "events", ["place_key"])
    op.create_index("ix_events_rank_first_id", "events", ["rank", "first", "id"])
    op.create_index("ix_events_type", "events", ["type"])


def create_mentions() -> None:
    op.create_table(
        "mentions",
        sa.Column(
            "article",
            sa.Text(),
            sa.ForeignKey("articles.id", name="fk_mentions_article", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("sentence", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
    )
    op.create_index("ix_mentions_article", "mentions", ["article"])
    op.create_index("ix_mentions_key_article_form", "mentions", ["key", "article", "form"])
    op.create_index(
        "ix_mentions_sentence_key_kind_article_form", "mentions", ["sentence", "key", "kind", "article", "form"]
    )


def create_readings() -> None:
    op.create_table(
        "readings",
        sa.Column(
            "article",
            sa.Text(),
            sa.ForeignKey("articles.id", name="fk_readings_article", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("reading", sa.LargeBinary(), nullable=False),
        sa.Column("analysis", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("article", name="pk_readings"),
    )


def create_movements() -> None:
    op.create_table(
        "movements",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column(
            "article",
            sa.Text(),
            sa.ForeignKey("articles.id", name="fk_movements_article", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("event", sa.Text(), sa.ForeignKey("events.id", name="fk_movements_event", ondelete="CASCADE")),
        sa.Column("mover_key", sa.Text()),
        sa.Column("mover_name", sa.Text(), nullable=False),
        sa.Column("origin_key", sa.Text()),
        sa.Column("origin_name", sa.Text()),
        sa.Column("origin_country", sa.Text()),
        sa.Column("origin_latitude", sa.Float()),
        sa.Column("origin_longitude", sa.Float()),
        sa.Column("origin_confidence", sa.Float()),
        sa.Column("origin_feature", sa.Text()),
        sa.Column("destination_key", sa.Text()),
        sa.Column("destination_name", sa.Text()),
        sa.Column("destination_country", sa.Text()),
        sa.Column("destination_latitude", sa.Float()),
        sa.Column("destination_longitude", sa.Float()),
        sa.Column("destination_confidence", sa.Float()),
        sa.Column("destination_feature", sa.Text()),
        sa.Column("departure_first", sa.Date()),
        sa.Column("departure_last", sa.Date()),
        sa.Column("departure_edtf", sa.Text()),
        sa.Column("arrival_first", sa.Date()),
        sa.Column("arrival_last", sa.Date()),
        sa.Column("arrival_edtf", sa.Text()),
        sa.Column("first", sa.Date()),
        sa.Column("last", sa.Date()),
        sa.Column("vehicle", sa.Text()),
        sa.Column("purpose", sa.Text()),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_movements"),
    )
    op.create_index("ix_movements_article", "movements", ["article"])
    op.create_index("ix_movements_destination_key", "movements", ["destination_key"])
    op.create_index("ix_movements_event", "movements", ["event"])
    op.create_index("ix_movements_mover_key", "movements", ["mover_key"])
    op.create_index("ix_movements_origin_key", "movements", ["origin_key"])
    op.create_index("ix_movements_rank_first_id", "movements", ["rank", "first", "id"])


def create_participants() -> None:
    op.create_table(
        "participants",
        sa.Column(
            "event",
            sa.Text(),
            sa.ForeignKey("events.id", name="fk_participants_event", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text()),
        sa.Column("name", sa.Text(), nullable=False),
    )
    op.create_index("ix_participants_event", "participants", ["event"])
    op.create_index("ix_participants_key", "participants", ["key"])


def create_reports() -> None:
    op.create_table(
        "reports",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column(
            "article",
            sa.Text(),
            sa.ForeignKey("articles.id", name="fk_reports_article", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("event", sa.Text(), sa.ForeignKey("events.id", name="fk_reports_event", ondelete="CASCADE")),
        sa.Column("movement", sa.Text(), sa.ForeignKey("movements.id", name="fk_reports_movement", ondelete="CASCADE")),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sentence", sa.BigInteger(), nullable=False),
        sa.Column("evidence_start", sa.Integer(), nullable=False),
        sa.Column("evidence_end", sa.Integer(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("trigger_start", sa.Integer(), nullable=False),
        sa.Column("trigger_end", sa.Integer(), nullable=False),
        sa.Column("trigger", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("factuality", sa.Text(), nullable=False),
        sa.Column("first", sa.Date()),
        sa.Column("last", sa.Date()),
        sa.Column("edtf", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
    )
    op.create_index("ix_reports_article", "reports", ["article"])
    op.create_index("ix_reports_event", "reports", ["event"])
    op.create_index("ix_reports_movement", "reports", ["movement"])


def create_statements() -> None:
    op.create_table(
        "statements",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column(
            "article",
            sa.Text(),
            sa.ForeignKey("articles.id", name="fk_statements_article", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("source", sa.Text()),
        sa.Column("name", sa.Text()),
        sa.Column("manner", sa.Text(), nullable=False),
        sa.Column("cue_start", sa.Integer(), nullable=False),
        sa.Column("cue_end", sa.Integer(), nullable=False),
        sa.Column("cue", sa.Text(), nullable=False),
        sa.Column("content_start", sa.Integer(), nullable=False),
        sa.Column("content_end", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_statements"),
    )
    op.create_index("ix_statements_article", "statements", ["article"])
    op.create_index("ix_statements_source_article_manner", "statements", ["source", "article", "manner"])


def create_sources() -> None:
    op.create_table(
        "sources",
        sa.Column(
            "report",
            sa.Text(),
            sa.ForeignKey("reports.id", name="fk_sources_report", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column(
            "statement",
            sa.Text(),
            sa.ForeignKey("statements.id", name="fk_sources_statement", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("event", sa.Text(), sa.ForeignKey("events.id", name="fk_sources_event", ondelete="CASCADE")),
        sa.Column("movement", sa.Text(), sa.ForeignKey("movements.id", name="fk_sources_movement", ondelete="CASCADE")),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text()),
        sa.Column("name", sa.Text()),
        sa.Column("cue", sa.Text(), nullable=False),
    )
    op.create_index("ix_sources_event", "sources", ["event"])
    op.create_index("ix_sources_movement", "sources", ["movement"])
    op.create_index("ix_sources_report", "sources", ["report"])
    op.create_index("ix_sources_statement", "sources", ["statement"])
