"""Markdown: rendered as a page would be, then read as one."""

from __future__ import annotations

import re
from datetime import date

from markdown_it import MarkdownIt

from pipeline.domain import Article
from pipeline.readers import plain, web
from pipeline.readers.drafts import Metadata, draft, plausible
from pipeline.readers.tidy import plain_lines
from pipeline.readers.written_days import written_day

FIELD = re.compile(r"^(date|title):[ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.MULTILINE)


def read(data: bytes, received: date | None) -> Article:
    """Front matter, markup and link targets are no part of the text; the former may tell title and day."""
    metadata, body = front_matter(plain_lines(plain.decode(data)))
    said = dict(FIELD.findall(metadata))
    day = written_day(said.get("date", ""))
    return draft(
        web.fragment_text(MarkdownIt("commonmark").enable("table").render(body)),
        Metadata(
            title=said.get("title"),
            published=plausible(day, received),
            basis="metadata",
            received=received,
        ),
    )


def front_matter(source: str) -> tuple[str, str]:
    """The leading block of metadata between two lines of dashes, if there is one, and the rest."""
    first, _, rest = source.partition("\n")
    metadata, closing, body = rest.partition("\n---")
    is_there = first.strip() == "---" and closing and ":" in metadata
    return (metadata, body.partition("\n")[2]) if is_there else ("", source)
