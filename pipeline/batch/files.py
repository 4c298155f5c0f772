"""The files of a corpus, local or by URL: which there are, and opening them.

A file is opened through fsspec, so that an input may be ``s3://…`` or any URL whose package is installed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader, RawIOBase
from pathlib import PurePosixPath
from typing import Any, BinaryIO
from urllib.parse import urlsplit

import fsspec
from fsspec import AbstractFileSystem
from fsspec.implementations.local import LocalFileSystem

from pipeline import readers
from pipeline.errors import BatchError

SPECIAL = "other"
"""What fsspec calls a device or a pipe, which a reader would wait for."""
COMPRESSED = {".gz": "gzip", ".bz2": "bz2", ".xz": "xz"}
KNOWN = frozenset({".jsonl", *readers.KINDS})
WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class File:
    """One file of the input: where it is, how large it is, and words that change when its content does."""

    system: AbstractFileSystem
    path: str
    size: int
    state: str

    @property
    def name(self) -> str:
        """Its last part; of a web address, without the query behind it, as signatures are."""
        return PurePosixPath(urlsplit(self.path).path if self.path.startswith(WEB) else self.path).name

    @property
    def compression(self) -> str | None:
        return COMPRESSED.get(PurePosixPath(self.name).suffix.lower())


def files_of(given: str) -> list[File]:
    """The file of a path or URL, or the files of a folder or pattern that can be read, in the order of their names.

    Raises BatchError if there are none.
    """
    try:
        system, path = fsspec.url_to_fs(given)
        found = listed(system, path) if given else {}
    except ImportError as error:
        raise BatchError.not_installed(given, str(error)) from error
    except Exception as error:
        raise BatchError.unusable_input(given, str(error)) from error
    if not found:
        raise BatchError.no_input(given)
    if (only := found.get(path)) and only["type"] == SPECIAL:
        raise BatchError.special_file(given)
    files = [
        File(system, name, int(info["size"] or 0), str(sorted(info.items())))
        for name, info in sorted(found.items())
        if name == path or (info["type"] == "file" and is_known(name.removeprefix(path)))
    ]
    if not files:
        raise BatchError.no_known_file(given, KNOWN)
    return files


def listed(system: AbstractFileSystem, path: str) -> dict[str, dict[str, Any]]:
    """What fsspec knows of a file, of those below a folder, or of those that a pattern matches; nothing if none is."""
    if system.isdir(path):
        below = system.find(path, detail=True)
        return {name: system.info(name) if info["size"] is None else info for name, info in below.items()}
    try:
        return {path: system.info(path)}
    except FileNotFoundError:
        matching = [listed(system, name) for name in system.glob(path)]
        return {name: info for found in matching for name, info in found.items()}


def is_known(path: str) -> bool:
    """Whether a file of a folder or archive can be read, by its name; what is hidden, or in a hidden folder, is not."""
    parts = PurePosixPath(path.lstrip("/"))
    plain = parts.with_suffix("") if parts.suffix.lower() in COMPRESSED else parts
    is_hidden = any(part.startswith((".", "__MACOSX")) for part in parts.parts)
    return not is_hidden and plain.suffix.lower() in KNOWN


class Source(RawIOBase):
    """The bytes of a file. Raises BatchError, which no reader takes for damage, where they cannot be had.

    A disk or server that fails must not make a file look shorter than it is: the run stops, and goes on another time.
    """

    def __init__(self, file: BinaryIO, path: str) -> None:
        self.file = file
        self.path = path

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self.file.seekable()

    def seek(self, offset: int, whence: int = 0) -> int:
        return self.file.seek(offset, whence)

    def tell(self) -> int:
        return self.file.tell()

    def readinto(self, buffer: Any) -> int:
        try:
            data = self.file.read(len(buffer))
        except Exception as error:
            raise BatchError.unread_input(self.path, str(error)) from error
        buffer[: len(data)] = data
        return len(data)


@contextmanager
def opened(file: File) -> Iterator[BinaryIO]:
    """Raises BatchError if it cannot be had now, and PermissionError for a local one that its owner keeps closed."""
    try:
        found = file.system.open(file.path, "rb")
    except Exception as error:
        if isinstance(error, PermissionError) and isinstance(file.system, LocalFileSystem):
            raise
        raise BatchError.unread_input(file.path, str(error)) from error
    with found, BufferedReader(Source(found, file.path)) as buffered:
        yield buffered
