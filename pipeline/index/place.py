"""Where the index of a store stands."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_cache_path
from sqlalchemy import URL

from pipeline import settings

IN_MEMORY = "memory"


def folder_of(store: URL) -> Path | None:
    """``DATELINE_INDEX``, or beside the file of the store, or the user's cache folder; None for memory."""
    chosen = settings.index_folder()
    if chosen:
        return None if chosen == IN_MEMORY else Path(chosen)
    if store.get_backend_name() != "sqlite":
        return user_cache_path("dateline", appauthor=False) / "index"
    file = store.database
    if not file or file == ":memory:" or file.startswith("file:"):
        return None
    return Path(f"{file}.index")
