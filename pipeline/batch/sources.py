"""The articles of whole corpora, read as a stream.

JSONL, CSV and Parquet of any size are read piece by piece; other files whole, within the limits of their readers.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import chain
from lzma import LZMAError
from pathlib import PurePosixPath
from typing import Any, BinaryIO, cast
from zipfile import BadZipFile, ZipFile

from fsspec.compression import compr

from pipeline import readers, settings
from pipeline.batch.files import File, files_of, is_known, opened
from pipeline.corpus import Failure, Input, input_of
from pipeline.domain import Article
from pipeline.errors import ArticleError
from pipeline.readers import lines, sheets, table_rows
from pipeline.readers.drafts import FILE_LIMIT

Found = Article | ArticleError
Rows = Iterable[Mapping[str, Any]]
STREAMED: Mapping[str, Callable[[BinaryIO], Rows]] = {
    ".csv": sheets.csv_stream,
    ".tsv": sheets.csv_stream,
    ".parquet": sheets.parquet_stream,
}
DAMAGE = (OSError, EOFError, zlib.error, LZMAError)
"""What the decompression of damaged data raises; that a file cannot be had is a BatchError."""


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
        """Digest of the files by name, size and change, and of how long a text may be: what parts depend on."""
        files = [(file.path, file.size, file.state) for file in self.files]
        return sha256(repr((settings.text_limit(), files)).encode()).hexdigest()

    def __iter__(self) -> Iterator[Input]:
        """Articles, and a failure in the place of what cannot be read. Raises BatchError if a file cannot be had."""
        before = 0
        for file in self.files:
            for found, position in read_inputs(file):
                self.read = before + min(position, file.size)
                yield replace(found, file=file.path) if isinstance(found, Failure) else found
            before += file.size
        self.read = before


def read_inputs(file: File) -> Iterator[tuple[Input, int]]:
    """What a file gives, each with how far it was read by then; what fails costs no other file."""
    try:
        with opened(file) as raw:
            plain = compr[file.compression](raw, mode="rb") if file.compression else raw
            name = PurePosixPath(file.name).stem if file.compression else file.name
            for found in articles_in(name, plain):
                yield input_of(found), raw.tell()
    except DAMAGE as error:
        yield Failure(file.name, f"{file.path} cannot be read: {error}"), file.size


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
                yield from (with_member(found, member) for found in articles_of_member(archive, member))
    except BadZipFile:
        yield with_name(ArticleError.damaged("ZIP"), name)


def articles_of_member(archive: ZipFile, member: str) -> Iterator[Found]:
    """A member that is damaged, locked or compressed in an unknown way costs no other."""
    try:
        with archive.open(member) as inner:
            yield from articles_in(member, cast("BinaryIO", inner))
    except (*DAMAGE, BadZipFile, RuntimeError, NotImplementedError):
        yield with_name(ArticleError.damaged("ZIP"), member)


def with_member(found: Found, member: str) -> Found:
    """An error of a line or row says in which member it stands."""
    if isinstance(found, ArticleError) and found.article != member:
        found.article = f"{member}: {found.article}"
    return found


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
