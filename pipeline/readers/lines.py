"""JSONL: an article a line."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, BinaryIO

import msgspec

from pipeline.domain import Article
from pipeline.errors import ArticleError
from pipeline.readers.drafts import ID_LENGTH, Metadata, cleaned, draft, parse_day, under_id

LINE_LIMIT = 10_000_000
"""Bytes of a line."""


class ArticleFields(msgspec.Struct, frozen=True):
    """The fields of a line; others are left alone."""

    text: str
    id: str | int | None = None
    title: str | None = None
    published: str | None = None
    received: str | None = None
    outlet: str | None = None
    url: str | None = None


def bounded_lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file; of one that is too long, as much as shows that, and then the next."""
    while line := file.readline(LINE_LIMIT + 1):
        yield line
        while len(line) > LINE_LIMIT and not line.endswith(b"\n"):
            line = file.readline(LINE_LIMIT + 1)


def read(lines: Iterable[bytes], received: date | None) -> Iterator[Article | ArticleError]:
    """Articles in the order of the lines, an error in the place of a bad one; blank lines are left out.

    A line's own ``id`` and ``received`` stand before the hash of its text and the day given here.
    """
    for number, line in enumerate(lines, start=1):
        if stripped := line.removeprefix(codecs.BOM_UTF8).strip():
            yield parse_or_error(number, stripped, received)


def parse_or_error(number: int, line: bytes, received: date | None) -> Article | ArticleError:
    try:
        return parse_line(number, line, received)
    except ArticleError as error:
        error.article = id_of_bad_line(line) or f"line {number}"
        return error


def parse_line(number: int, line: bytes, received: date | None) -> Article:
    if len(line) > LINE_LIMIT:
        raise ArticleError.long_line(number, LINE_LIMIT)
    try:
        fields = msgspec.json.decode(line, type=ArticleFields)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ArticleError.bad_line(number, str(error)) from error
    found = draft(
        fields.text,
        Metadata(
            title=fields.title,
            published=parse_day(fields.published) if fields.published else None,
            received=parse_day(fields.received) if fields.received else received,
            outlet=fields.outlet,
            url=fields.url,
        ),
    )
    return under_id(found, fields.id)


def id_of_bad_line(line: bytes) -> str | None:
    """The id of a line whose other fields are bad."""
    try:
        fields: Any = msgspec.json.decode(line) if len(line) <= LINE_LIMIT else None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    found = fields.get("id") if isinstance(fields, dict) else None
    return cleaned(str(found), ID_LENGTH) if isinstance(found, str | int) else None
