"""Which reader a file needs, by its ending; all but JSONL are read in a process with limits of time and memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import PurePath
from time import monotonic
from typing import overload

import msgspec

from pipeline.domain import Article
from pipeline.errors import ArticleError
from pipeline.limited import Worker, WorkerStoppedError
from pipeline.readers.drafts import FILE_LIMIT
from pipeline.readers.table_rows import Table

READERS = {
    ".docx": "word:read",
    ".eml": "mail:read_mail",
    ".epub": "archives:read_epub",
    ".htm": "web:read",
    ".html": "web:read",
    ".md": "markdown:read",
    ".mht": "mail:read_page",
    ".mhtml": "mail:read_page",
    ".msg": "outlook:read",
    ".odt": "open_document:read",
    ".pdf": "pdf:read",
    ".rtf": "rich:read",
    ".txt": "plain:read",
    ".zip": "archives:files_in",
}
TABLES = (".csv", ".json", ".parquet", ".tsv", ".xlsx")
ARCHIVE = ".zip"
KINDS = (*sorted([*READERS, *TABLES, ".jsonl"]),)
SECONDS = 20
LEAST_SECONDS = 0.2
"""With less, a process would be started only to be ended."""
MEMORY = 1_150_000_000
"""Bytes of address space; a reader that uses all of it holds less than 1 GB."""

MOST_FILES = 500
"""Files of an archive or a message that are read."""

Found = Article | ArticleError


class Request(msgspec.Struct, frozen=True):
    """A file as it goes to the process; ``peek`` asks for the first rows of a table alone."""

    name: str
    data: bytes
    received: date | None
    columns: dict[str, str] | None = None
    peek: bool = False


class Refusal(msgspec.Struct, frozen=True, tag=True):
    """What is wrong with a file, or with one article of it."""

    article: str | None
    error: str


class ReadArticle(msgspec.Struct, frozen=True, tag=True):
    """An article of a file."""

    article: Article


class Unread(msgspec.Struct, frozen=True, tag=True):
    """A file within a file, to be read by a request of its own."""

    name: str
    data: bytes


Answer = ReadArticle | Refusal | Unread | Table
Reader = Callable[[bytes, date | None], Article | Iterable[Found | Unread]]


def read(name: str, data: bytes, received: date | None = None, columns: dict[str, str] | None = None) -> list[Found]:
    """The articles of a file, or what is wrong with it: one of either, except for files that hold several articles.

    ``received`` is the day on which the file came in: no article of it can have been published later. ``columns`` gives
    the column of each field of a table; without it they are guessed.
    """
    ending = PurePath(name).suffix.lower()
    try:
        if len(data) > FILE_LIMIT:
            raise ArticleError.too_large(len(data), FILE_LIMIT)
        if ending == ".jsonl":
            from pipeline.readers import lines

            return list(lines.read(data.splitlines(), received))
        check_kind(ending)
        if not data:
            raise ArticleError.empty()
        ends = monotonic() + SECONDS
        answer = read_apart(Request(name, data, received, columns), SECONDS)
    except ArticleError as error:
        error.article = name
        return [error]
    return [article for found in answer for article in articles_of(found, received, ends)]


def articles_of(found: Answer, received: date | None, ends: float, within: str = "") -> Iterator[Found]:
    """What a part of an answer gives, a file within the file too: that may take half of the time until the end."""
    if isinstance(found, ReadArticle | Refusal):
        yield unwrap(found)
    elif isinstance(found, Unread):
        try:
            for each in read_within(found, received, (ends - monotonic()) / 2, within):
                yield from articles_of(each, received, ends, within=found.name)
        except ArticleError as error:
            error.article = found.name
            yield error


def read_within(found: Unread, received: date | None, seconds: float, within: str) -> list[Answer]:
    """Raises ArticleError where no time is left, and for an archive in what is within a file itself."""
    kind = PurePath(found.name).suffix.removeprefix(".").upper()
    if within and found.name.lower().endswith(ARCHIVE):
        raise ArticleError.too_nested(within)
    if seconds < LEAST_SECONDS:
        raise ArticleError.too_slow(kind, SECONDS)
    return read_apart(Request(found.name, found.data, received), seconds)


def table_of(name: str, data: bytes) -> Table:
    """The columns and first rows of a table of articles. Raises ArticleError where it cannot be read."""
    if len(data) > FILE_LIMIT:
        raise ArticleError.too_large(len(data), FILE_LIMIT)
    for found in read_apart(Request(name, data, None, peek=True), SECONDS):
        if isinstance(found, Table):
            return found
        if isinstance(found, Refusal):
            raise unwrap(found)
    raise ArticleError.blank()


def read_apart(request: Request, seconds: float) -> list[Answer]:
    """What the process with limits makes of a file, in so many seconds."""
    kind = PurePath(request.name).suffix.removeprefix(".").upper()
    asked = msgspec.structs.replace(request, name=printable(request.name))
    try:
        return msgspec.msgpack.decode(worker().ask(msgspec.msgpack.encode(asked), seconds), type=list[Answer])
    except WorkerStoppedError as error:
        raise (
            ArticleError.too_slow(kind, max(1, round(seconds))) if error.slow else ArticleError.unreadable(kind)
        ) from error


@overload
def unwrap(found: Refusal) -> ArticleError: ...
@overload
def unwrap(found: ReadArticle | Refusal) -> Found: ...
def unwrap(found: ReadArticle | Refusal) -> Found:
    if isinstance(found, ReadArticle):
        return found.article
    error = ArticleError(found.error)
    error.article = found.article
    return error


@cache
def worker() -> Worker:
    return Worker("pipeline.readers.files:answer", seconds=SECONDS, memory=MEMORY)


def answer(request: bytes) -> bytes:
    """What the process does with a file."""
    file = msgspec.msgpack.decode(request, type=Request)
    return msgspec.msgpack.encode([wrap(each) for each in answer_to(file)])


def answer_to(file: Request) -> Sequence[Found | Unread | Table]:
    return peek_table(file) if file.peek else read_here(file.name, file.data, file.received, file.columns)


def peek_table(file: Request) -> list[Table | ArticleError]:
    from pipeline.readers import sheets

    try:
        return [sheets.peek(PurePath(file.name).suffix.lower(), file.data)]
    except ArticleError as error:
        return [error]


def wrap(found: Found | Unread | Table) -> Answer:
    if isinstance(found, ArticleError):
        return Refusal(found.article, str(found))
    if isinstance(found, Unread):
        return Unread(printable(found.name), found.data)
    return ReadArticle(found) if isinstance(found, Article) else found


def printable(name: str) -> str:
    """The name of a file as text: bytes in it that are no Unicode become question marks."""
    return name.encode("utf-8", "replace").decode()


def read_here(
    name: str, data: bytes, received: date | None, columns: dict[str, str] | None = None
) -> Sequence[Found | Unread]:
    """The articles of a file, read in this process.

    Files in it, of an archive or a message, stay unread: a library that nothing can stop costs only what it reads.
    """
    ending = PurePath(name).suffix.lower()
    try:
        check_kind(ending)
        if ending in TABLES:
            from pipeline.readers import sheets

            return sheets.read(ending, data, received, columns)
        found = reader_of(ending)(data, received)
        return [found] if isinstance(found, Article) else list(found)
    except ArticleError as error:
        error.article = name
        return [error]


def check_kind(ending: str) -> None:
    if ending not in READERS and ending not in TABLES:
        raise ArticleError.unknown_kind(ending, KINDS)


def reader_of(ending: str) -> Reader:
    """Its module is imported when it is needed, since some bring large libraries."""
    module, _, function = READERS[ending].partition(":")
    reader: Reader = getattr(import_module(f"pipeline.readers.{module}"), function)
    return reader


def is_known(name: str) -> bool:
    """Whether a file inside another can be read, by its ending."""
    ending = PurePath(name).suffix.lower()
    return ending in READERS or ending in TABLES
