"""Where the truth is kept: SQLite for one analyst, PostgreSQL for a team, a batch folder to read; one interface."""

from pipeline.store.opening import open_store
from pipeline.store.rows import ArticleRow, Description
from pipeline.store.store import Store

__all__ = ["ArticleRow", "Description", "Store", "open_store"]
