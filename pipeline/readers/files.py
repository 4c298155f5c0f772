"""Which reader a file needs, by its ending; all but JSONL are read in a process with limits of time and memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import PurePath

import msgspec

from pipeline.domain import Article
from pipeline.errors import ArticleError
from pipeline.limited import Worker, WorkerStoppedError
from pipeline.readers.drafts import FILE_LIMIT

READERS = {
    ".csv": "sheets:read_csv",
    ".docx": "word:read",
    ".eml": "mail:read_mail",
    ".epub": "archives:read_epub",
    ".htm": "web:read",
    ".html": "web:read",
    ".json": "sheets:read_json",
    ".md": "markdown:read",
    ".mht": "mail:read_page",
    ".mhtml": "mail:read_page",
    ".msg": "outlook:read",
    ".odt": "open_document:read",
    ".parquet": "sheets:read_parquet",
    ".pdf": "pdf:read",
    ".rtf": "rich:read",
    ".tsv": "sheets:read_csv",
    ".txt": "plain:read",
    ".xlsx": "sheets:read_xlsx",
    ".zip": "archives:read_zip",
}
KINDS = (*sorted([*READERS, ".jsonl"]),)
SECONDS = 20
MEMORY = 1_500_000_000
"""Bytes of address space; a reader that uses all of it holds less than 1 GB."""

Found = Article | ArticleError


class Request(msgspec.Struct, frozen=True):
    """A file as it goes to the process."""

    name: str
    data: bytes
    received: date | None


class Refusal(msgspec.Struct, frozen=True, tag=True):
    """What is wrong with a file, or with one article of it."""

    article: str | None
    error: str


class Taken(msgspec.Struct, frozen=True, tag=True):
    """An article of a file."""

    article: Article


def read(name: str, data: bytes, received: date | None = None) -> list[Found]:
    """The articles of a file, or what is wrong with it: one of either, except for files that hold several articles.

    ``received`` is the day on which the file came in: no article of it can have been published later.
    """
    ending = PurePath(name).suffix.lower()
    try:
        if len(data) > FILE_LIMIT:
            raise ArticleError.too_large(len(data), FILE_LIMIT)
        if ending == ".jsonl":
            from pipeline.readers import lines

            return list(lines.read(data.splitlines(), received))
        reader_of(ending)
        return read_apart(name, data, received)
    except ArticleError as error:
        error.article = name
        return [error]


def read_apart(name: str, data: bytes, received: date | None) -> list[Found]:
    """The same in the process with limits."""
    request = msgspec.msgpack.encode(Request(name, data, received))
    kind = PurePath(name).suffix.removeprefix(".").upper()
    try:
        answer = msgspec.msgpack.decode(worker().ask(request), type=list[Taken | Refusal])
    except WorkerStoppedError as error:
        raise ArticleError.too_slow(kind, SECONDS) if error.slow else ArticleError.unreadable(kind) from error
    return [given(found) for found in answer]


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
    return msgspec.msgpack.encode([sent(found) for found in read_here(file.name, file.data, file.received)])


def sent(found: Found) -> Taken | Refusal:
    return Refusal(found.article, str(found)) if isinstance(found, ArticleError) else Taken(found)


def read_here(name: str, data: bytes, received: date | None) -> list[Found]:
    """The articles of a file, read in this process."""
    module, _, function = reader_of(PurePath(name).suffix.lower()).partition(":")
    reader: Callable[[bytes, date | None], Article | Iterable[Found]] = getattr(
        import_module(f"pipeline.readers.{module}"), function
    )
    try:
        found = reader(data, received)
        return [found] if isinstance(found, Article) else list(found)
    except ArticleError as error:
        error.article = name
        return [error]


def reader_of(ending: str) -> str:
    """The module and function of the reader; each is imported when it is needed, since some bring large libraries."""
    if ending not in READERS:
        raise ArticleError.unknown_kind(ending, KINDS)
    return READERS[ending]


def is_known(name: str) -> bool:
    """Whether a file inside another can be read, by its ending."""
    return PurePath(name).suffix.lower() in READERS
