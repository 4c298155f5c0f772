"""Where what is derived from a store stands: its index, and the file of the search."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_cache_path
from sqlalchemy import URL

from pipeline import settings
from pipeline.store import Store

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


def search_file(store: Store) -> Path | None:
    """The file in that folder that is this store's; None for memory."""
    folder = folder_of(store.address())
    return folder / f"{store.identity()}-search.sqlite" if folder else None
