"""Which reader a file needs, by its ending."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import PurePath

from pipeline.domain import Article
from pipeline.errors import ArticleError
from pipeline.readers.drafts import FILE_LIMIT

KINDS = (".docx", ".htm", ".html", ".jsonl", ".md", ".pdf", ".txt")

Reader = Callable[[bytes, date | None], Article]


def read(name: str, data: bytes, received: date | None = None) -> list[Article | ArticleError]:
    """The articles of a file, or what is wrong with it: one of either, except for JSONL, which gives one a line.

    ``received`` is the day on which the file came in: no article of it can have been published later.
    """
    ending = PurePath(name).suffix.lower()
    try:
        if len(data) > FILE_LIMIT:
            raise ArticleError.too_large(len(data), FILE_LIMIT)
        if ending == ".jsonl":
            from pipeline.readers import lines

            return list(lines.read(data.splitlines(), received))
        return [reader(ending)(data, received)]
    except ArticleError as error:
        error.article = name
        return [error]


def reader(ending: str) -> Reader:
    """The reader of a kind of file; each is imported when it is needed, since some bring large libraries."""
    match ending:
        case ".txt":
            from pipeline.readers import plain

            return plain.read
        case ".md":
            from pipeline.readers import markdown

            return markdown.read
        case ".html" | ".htm":
            from pipeline.readers import web

            return web.read
        case ".pdf":
            from pipeline.readers import pdf

            return pdf.read
        case ".docx":
            from pipeline.readers import word

            return word.read
    raise ArticleError.unknown_kind(ending, KINDS)
