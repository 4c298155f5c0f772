"""A saved web page: the main text, and what the page says of itself. Nothing it refers to is fetched."""

from __future__ import annotations

import re
from datetime import date

from selectolax.lexbor import LexborHTMLParser

from pipeline.domain import Article
from pipeline.errors import ArticleError
from pipeline.readers import plain
from pipeline.readers.drafts import HEADLINE_LENGTH, NO_HEADING_ENDS, Metadata, draft, plausible
from pipeline.readers.page_clutter import drop_clutter, drop_unshown
from pipeline.readers.page_dates import shown_day
from pipeline.readers.page_main import main_parts, whole
from pipeline.readers.page_metadata import metadata_of
from pipeline.readers.page_text import text_of
from pipeline.readers.tidy import repair_encoding, tidy

CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]+encoding=["']([\w-]+)""", re.IGNORECASE)
HEAD_LENGTH = 4096
WESTERN = frozenset({"iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii", "iso-8859-15"})
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
NEVER_DEEP = frozenset([
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "p",
    "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option",
])  # fmt: skip
DEPTH_LIMIT = 500
WORD = re.compile(r"\w{3,}")
NO_TITLE = re.compile(r"by\b|posted\b|published\b|.*\b\d{4}$", re.IGNORECASE)
"""By-lines and dates."""
OPENING_TAG = re.compile(r"""<([a-zA-Z][^\s"'<>/]*+)((?:[^"'<>]++|"[^"]*+"|'[^']*+')*+)""")
BETWEEN_ATTRIBUTES = re.compile(r"[\s/=]+")
MOST_ATTRIBUTES = 5_000
"""Attributes that a tag may have; the parser compares each with all others."""


def read(data: bytes, received: date | None) -> Article:
    """Raises ArticleError if the page has no text. A publication day after ``received`` is left out as untrue."""
    return article_of(decode(data), received)


def article_of(source: str, received: date | None) -> Article:
    """The article of a page's source."""
    page = parse(repair_encoding(source))
    said = metadata_of(page)
    drop_clutter(page)
    parts = main_parts(page)
    day = said.published or shown_day(page, parts[-1])
    text, title = tidy(text_of(parts)), tidy(said.title or "")
    return draft(
        text,
        Metadata(
            title=(title if said.is_headed else own_title(title, text)) or None,
            published=plausible(day, received),
            basis="metadata",
            received=received,
            outlet=tidy(said.outlet or "") or None,
            url=said.url,
            language=said.language,
        ),
    )


def own_title(window: str, text: str) -> str:
    """What a page without headings is called: by its window, unless none of that is in its first line, which is one.

    A line that the window's title ends with is the title: "Print: Fog halts ferries".
    """
    first = text.lstrip().partition("\n")[0].strip()
    is_line = 0 < len(first) <= HEADLINE_LENGTH and not first.endswith(tuple(NO_HEADING_ENDS))
    is_line = is_line and NO_TITLE.match(first) is None
    shared = frozenset(WORD.findall(window.lower())) & frozenset(WORD.findall(first.lower()))
    return first if is_line and (not shared or window.endswith(first)) else window


def fragment_text(source: str) -> str:
    """The words of a piece of a page, which is all text."""
    page = parse(repair_encoding(source))
    drop_unshown(page)
    return tidy(text_of([whole(page)]))


def decode(data: bytes) -> str:
    """The page in the encoding that it names, if it is right about that; browsers read Latin-1 as Windows' own."""
    named = CHARSET.search(data[:HEAD_LENGTH])
    name = (named.group(1) or named.group(2)).decode().lower() if named else "utf-8"
    try:
        return data.decode("cp1252" if name in WESTERN and not is_unicode(data) else name)
    except (LookupError, UnicodeError):
        return plain.decode(data)


def is_unicode(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def parse(source: str) -> LexborHTMLParser:
    """The page as a tree. Raises ArticleError for so many open tags, in a script or not, that it may take minutes."""
    depth = 0
    for closing, name in TAG.findall(COMMENT.sub("", source)):
        if name.lower() not in NEVER_DEEP:
            depth = max(0, depth - 1) if closing else depth + 1
            if depth > DEPTH_LIMIT:
                raise ArticleError.unclosed(DEPTH_LIMIT)
    return LexborHTMLParser(OPENING_TAG.sub(limit_attributes, source) if len(source) > MOST_ATTRIBUTES else source)


def limit_attributes(tag: re.Match[str]) -> str:
    """A tag without its attributes, if they are too many."""
    is_long = len(tag[2]) > MOST_ATTRIBUTES and len(BETWEEN_ATTRIBUTES.findall(tag[2])) > MOST_ATTRIBUTES
    return f"<{tag[1]}" if is_long else tag[0]
