"""The articles of whole corpora: files, folders, archives and tables, local or by URL, read as a stream.

A file is opened through fsspec, so that an input may be ``s3://…`` or any URL whose package is installed. JSONL, CSV
and Parquet of any size are read piece by piece; other files are read whole, within the limits of their readers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import PurePosixPath
from typing import Any, BinaryIO, cast
from zipfile import BadZipFile, ZipFile

import fsspec
from fsspec import AbstractFileSystem
from fsspec.compression import compr

from pipeline import readers
from pipeline.corpus import Failure, Input, input_of
from pipeline.domain import Article
from pipeline.errors import ArticleError, BatchError
from pipeline.readers import lines, sheets, table_rows
from pipeline.readers.drafts import FILE_LIMIT

Found = Article | ArticleError
Rows = Iterable[Mapping[str, Any]]
SPECIAL = "other"
"""What fsspec calls a device or a pipe, which a reader would wait for."""
COMPRESSED = {".gz": "gzip", ".bz2": "bz2", ".xz": "xz"}
STREAMED: Mapping[str, Callable[[BinaryIO], Rows]] = {
    ".csv": sheets.csv_stream,
    ".tsv": sheets.csv_stream,
    ".parquet": sheets.parquet_stream,
}


@dataclass(frozen=True, slots=True)
class File:
    """One file of the input: where it is, how large it is, and a word that changes when its content does."""

    system: AbstractFileSystem
    path: str
    size: int
    state: str


@dataclass(slots=True)
class Corpus:
    """All files of a run in the order of their names; ``read`` counts the bytes of them that were read so far."""

    files: Sequence[File]
    read: int = 0

    @classmethod
    def of(cls, inputs: Iterable[str]) -> Corpus:
        """Raises BatchError for an input that cannot be found."""
        return cls(list(chain.from_iterable(map(files_of, inputs))))

    @property
    def size(self) -> int:
        return sum(file.size for file in self.files)

    def key(self) -> str:
        """Digest of the files by name, size and change: equal for two runs over the same files."""
        return sha256(repr([(file.path, file.size, file.state) for file in self.files]).encode()).hexdigest()

    def __iter__(self) -> Iterator[Input]:
        """Articles, and a failure in the place of what cannot be read."""
        before = 0
        for file in self.files:
            for found, position in read_inputs(file):
                self.read = before + min(position, file.size)
                yield found
            before += file.size
        self.read = before


def files_of(given: str) -> list[File]:
    """The file of a path or URL, or the files of a folder that can be read, in the order of their names."""
    try:
        system, path = fsspec.url_to_fs(given)
        found = system.find(path, detail=True) if system.isdir(path) else {path: system.info(path)}
    except FileNotFoundError as error:
        raise BatchError.no_input(given) from error
    except (ImportError, ValueError, OSError) as error:
        raise BatchError.unusable_input(given, str(error)) from error
    alone = len(found) == 1 and path in found
    if alone and found[path]["type"] == SPECIAL:
        raise BatchError.special_file(given)
    return [
        File(system, name, int(info["size"] or 0), str(system.ukey(name)))
        for name, info in sorted(found.items())
        if alone or (info["type"] == "file" and is_known(name))
    ]


def is_known(name: str) -> bool:
    path = PurePosixPath(name)
    plain = path.with_suffix("") if path.suffix in COMPRESSED else path
    return not path.name.startswith(".") and plain.suffix.lower() in {".jsonl", *readers.KINDS}


def read_inputs(file: File) -> Iterator[tuple[Input, int]]:
    """What a file gives, each with how far it was read by then; what fails costs no other file."""
    name = PurePosixPath(file.path).name
    try:
        with file.system.open(file.path, "rb") as raw:
            kind = COMPRESSED.get(PurePosixPath(name).suffix)
            plain = compr[kind](raw, mode="rb") if kind else raw
            for found in articles_in(PurePosixPath(name).stem if kind else name, plain):
                yield input_of(found), int(raw.tell())
    except (OSError, EOFError) as error:
        yield Failure(name, f"{file.path} cannot be read: {error}"), file.size


def articles_in(name: str, file: BinaryIO) -> Iterator[Found]:
    ending = PurePosixPath(name).suffix.lower()
    if ending == ".jsonl":
        yield from lines.read(lines.bounded_lines(file), received=None)
    elif ending in STREAMED:
        yield from rows(name, STREAMED[ending](file))
    elif ending == ".zip":
        yield from members(name, file)
    else:
        yield from single_file(name, file)


def rows(name: str, found: Rows) -> Iterator[Found]:
    """The articles of a table of any length; a damaged one ends where its damage begins."""
    try:
        with sheets.damage("table"):
            yield from table_rows.articles(found, received=None, most=None)
    except ArticleError as error:
        yield with_name(error, name)


def members(name: str, file: BinaryIO) -> Iterator[Found]:
    """The files of an archive, each read as if it stood alone; archives in archives are not opened."""
    try:
        with ZipFile(file) as archive:
            for member in filter(is_readable, archive.namelist()):
                with archive.open(member) as inner:
                    yield from articles_in(member, cast("BinaryIO", inner))
    except (BadZipFile, RuntimeError, NotImplementedError):
        yield with_name(ArticleError.damaged("ZIP"), name)


def is_readable(member: str) -> bool:
    return is_known(member) and not member.lower().endswith(".zip")


def single_file(name: str, file: BinaryIO) -> Iterator[Found]:
    data = file.read(FILE_LIMIT + 1)
    if len(data) > FILE_LIMIT:
        yield with_name(ArticleError.too_large(len(data), FILE_LIMIT), name)
    else:
        yield from readers.read(name, data)


def with_name(error: ArticleError, name: str) -> ArticleError:
    error.article = name
    return error
