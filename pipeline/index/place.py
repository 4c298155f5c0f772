"""Where what is derived from a store stands: its index, and the file of the search."""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from platformdirs import user_cache_path
from sqlalchemy import URL

from pipeline import settings
from pipeline.index import database
from pipeline.store import Store

IN_MEMORY = "memory"
MOST_FILES = 8
"""Processes that can hold an index of one store in files of their own; others hold theirs in memory."""
SEARCH = "-search.sqlite"


def folder_of(store: URL) -> Path | None:
    """``DATELINE_INDEX``, or beside the file of the store, or the user's cache folder; None for memory."""
    chosen = settings.index_folder()
    if chosen:
        return None if chosen == IN_MEMORY else Path(chosen)
    if store.get_backend_name() != "sqlite":
        return user_cache_path("dateline", appauthor=False) / "index"
    return own_folder(store)


def own_folder(store: URL) -> Path | None:
    """The folder beside the file of a store, in which nothing is of another store; None if it is no file."""
    file = store_file(store)
    return Path(f"{file}.index") if file else None


def store_file(store: URL) -> Path | None:
    file = store.database if store.get_backend_name() == "sqlite" else None
    return None if not file or file == ":memory:" or file.startswith("file:") else Path(file)


def index_files(folder: Path, store: URL) -> list[Path]:
    """Of which each process of this version holds one: named after the store, the format and the version of DuckDB."""
    named = f"{address_digest(store)}-{database.FORMAT}-{version('duckdb')}"
    return [folder / f"{named}-{number}.duckdb" for number in range(MOST_FILES)]


def address_digest(store: URL) -> str:
    """Names the store of an address in a file name, from whatever folder a process names its file."""
    if file := store_file(store):
        store = store.set(database=str(file.resolve()))
    return sha256(store.render_as_string().encode()).hexdigest()[:16]


def search_file(store: Store) -> Path | None:
    """The file in that folder that is this store's; None for memory."""
    folder = folder_of(store.address())
    return folder / f"{store.identity()}{SEARCH}" if folder else None
