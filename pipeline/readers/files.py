"""Which reader a file needs, by its ending; all but JSONL are read in a process with limits of time and memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import PurePath
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
    ".zip": "archives:read_zip",
}
TABLES = (".csv", ".json", ".parquet", ".tsv", ".xlsx")
KINDS = (*sorted([*READERS, *TABLES, ".jsonl"]),)
SECONDS = 20
MEMORY = 1_150_000_000
"""Bytes of address space; a reader that uses all of it holds less than 1 GB."""

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


class Taken(msgspec.Struct, frozen=True, tag=True):
    """An article of a file."""

    article: Article


Answer = Taken | Refusal | Table


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
        answer = read_apart(Request(name, data, received, columns))
    except ArticleError as error:
        error.article = name
        return [error]
    return [given(found) for found in answer if not isinstance(found, Table)]


def table_of(name: str, data: bytes) -> Table:
    """The columns and first rows of a table of articles. Raises ArticleError where it cannot be read."""
    if len(data) > FILE_LIMIT:
        raise ArticleError.too_large(len(data), FILE_LIMIT)
    for found in read_apart(Request(name, data, None, peek=True)):
        if isinstance(found, Table):
            return found
        if isinstance(found, Refusal):
            raise given(found)
    raise ArticleError.blank()


def read_apart(request: Request) -> list[Answer]:
    """What the process with limits makes of a file."""
    kind = PurePath(request.name).suffix.removeprefix(".").upper()
    try:
        return msgspec.msgpack.decode(worker().ask(msgspec.msgpack.encode(request)), type=list[Answer])
    except WorkerStoppedError as error:
        raise ArticleError.too_slow(kind, SECONDS) if error.slow else ArticleError.unreadable(kind) from error


@overload
def given(found: Refusal) -> ArticleError: ...
@overload
def given(found: Taken | Refusal) -> Found: ...
def given(found: Taken | Refusal) -> Found:
    if isinstance(found, Taken):
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
    found = peeked(file) if file.peek else read_here(file.name, file.data, file.received, file.columns)
    return msgspec.msgpack.encode([each if isinstance(each, Table) else sent(each) for each in found])


def peeked(file: Request) -> list[Table | ArticleError]:
    from pipeline.readers import sheets

    try:
        return [sheets.peek(PurePath(file.name).suffix.lower(), file.data)]
    except ArticleError as error:
        return [error]


def sent(found: Found) -> Taken | Refusal:
    return Refusal(found.article, str(found)) if isinstance(found, ArticleError) else Taken(found)


def read_here(name: str, data: bytes, received: date | None, columns: dict[str, str] | None = None) -> list[Found]:
    """The articles of a file, read in this process."""
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


def reader_of(ending: str) -> Callable[[bytes, date | None], Article | Iterable[Found]]:
    """Its module is imported when it is needed, since some bring large libraries."""
    module, _, function = READERS[ending].partition(":")
    reader: Callable[[bytes, date | None], Article | Iterable[Found]] = getattr(
        import_module(f"pipeline.readers.{module}"), function
    )
    return reader


def is_known(name: str) -> bool:
    """Whether a file inside another can be read, by its ending."""
    ending = PurePath(name).suffix.lower()
    return ending in READERS or ending in TABLES
