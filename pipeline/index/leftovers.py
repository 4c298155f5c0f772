"""Files that earlier versions, and stores that are gone, left behind; they can be made again, and nothing needs them.

They are known by name and place and never looked into: a process that closes a file gives up all its locks of that.
"""

from __future__ import annotations

import fcntl
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from time import time

from platformdirs import user_cache_path
from sqlalchemy import URL

from pipeline.index.database import remove
from pipeline.index.place import SEARCH, address_digest, index_files, own_folder, store_file

UNUSED_DAYS = 30
"""What nobody opened for so long is of a store or a version that is used no more."""
INDEX = re.compile(r"[0-9a-f]{16}(-\d+-\w[\w.]*)?-\d\.duckdb")
"""Until 0.11 without format and version, which stood in the digest."""
SEARCHED = re.compile(rf"[0-9a-f]{{32}}{re.escape(SEARCH)}")
SQLITE_SIDES = ("", "-wal", "-shm")


def remove_leftovers(folder: Path, store: URL, identity: str) -> None:
    """What was derived from a store by other versions, and anything that was not opened for ``UNUSED_DAYS``.

    In the folder beside a store also what is of another store that stood there. What a process holds stays.
    """
    here, own = index_files(folder, store), folder == own_folder(store)
    named = f"{address_digest(store)}-", f"{digest_until_0_11(store)}-"
    for path in files_like(INDEX, folder):
        is_of_store = own or path.name.startswith(named)
        if (is_of_store and path not in here) or is_unused(path):
            attempt(remove_unless_held, path)
    for path in files_like(SEARCHED, folder):
        if path.name != f"{identity}{SEARCH}" and (own or is_unused(path)):
            attempt(remove_sqlite, path)
    attempt(remove_sqlite, first_search_file(store))


def digest_until_0_11(store: URL) -> str:
    """By which the versions before named the index of a store; they had one format."""
    return sha256(f"4 {version('duckdb')} {store.render_as_string()}".encode()).hexdigest()[:16]


def files_like(name: re.Pattern[str], folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from (path for path in folder.iterdir() if name.fullmatch(path.name) and path.is_file())


def is_unused(path: Path) -> bool:
    with suppress(OSError):
        return path.stat().st_mtime < time() - UNUSED_DAYS * 86_400
    return False


def attempt(removal: Callable[[Path], None], path: Path) -> None:
    with suppress(OSError):
        removal(path)


def remove_unless_held(path: Path) -> None:
    """Raises OSError if another process has it open."""
    with path.open("r+b") as file:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        remove(path)


def remove_sqlite(path: Path) -> None:
    for side in SQLITE_SIDES:
        path.with_name(path.name + side).unlink(missing_ok=True)


def first_search_file(store: URL) -> Path:
    """Where 0.6.0 kept the search of a store."""
    if file := store_file(store):
        return Path(f"{file}-search")
    address = store.render_as_string(hide_password=False)
    named = f"search-{sha256(address.encode()).hexdigest()[:16]}.sqlite"
    return user_cache_path("dateline", appauthor=False) / named
