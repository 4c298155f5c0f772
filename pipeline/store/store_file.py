"""The file of an SQLite store: the one that was opened, as long as the store is open."""

from __future__ import annotations

from pathlib import Path

from pipeline.errors import StoreError


class StoreFile:
    """A file that must stay the same: SQLite writes on into one that was deleted, and what it writes is lost."""

    def __init__(self, name: str | None) -> None:
        self.path = Path(name) if name and name != ":memory:" and not name.startswith("file:") else None
        self.opened: tuple[int, int] | None = None

    def check(self, *_: object) -> None:
        """Raises StoreError if the file that was opened first is no longer there."""
        if self.path is None:
            return
        here = identity(self.path)
        if self.opened is not None and here != self.opened:
            raise StoreError.gone(str(self.path)) if here is None else StoreError.replaced(str(self.path))
        self.opened = here


def identity(path: Path) -> tuple[int, int] | None:
    """Device and inode; None for no file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
