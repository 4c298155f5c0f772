"""Markdown: rendered as a page would be, then read as one."""

from __future__ import annotations

from datetime import date

from markdown_it import MarkdownIt

from pipeline.domain import Article
from pipeline.readers import plain, web
from pipeline.readers.drafts import draft
from pipeline.readers.page_clutter import drop_unshown
from pipeline.readers.page_main import whole
from pipeline.readers.page_text import text_of
from pipeline.readers.tidy import tidy


def read(data: bytes, received: date | None) -> Article:
    """Front matter, markup and link targets are no part of the text."""
    page = web.parse(MarkdownIt("commonmark").enable("table").render(without_front_matter(plain.decode(data))))
    drop_unshown(page)
    return draft(tidy(text_of([whole(page)])), received=received)


def without_front_matter(source: str) -> str:
    """The source without a leading block of metadata between two lines of dashes."""
    first, _, rest = source.partition("\n")
    metadata, closing, body = rest.partition("\n---")
    return body.partition("\n")[2] if first.strip() == "---" and closing and ":" in metadata else source
