"""Alembic's environment: it runs inside the transaction that ``pipeline.store.connect`` has begun."""

from __future__ import annotations

from alembic import context

from pipeline.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
context.run_migrations()
