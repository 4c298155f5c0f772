"""JSON-LD of web pages: the objects that describe a news story, wherever they stand and slightly broken as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import msgspec
from selectolax.lexbor import LexborHTMLParser

NEWS_TYPES = ("Article", "BlogPosting", "Report", "LiveBlogPosting", "DiscussionForumPosting", "SocialMediaPosting")
PARTS = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item", "about", "subjectOf")
WRAPPED = re.compile(
    r"^\s*(?://)?\s*(?:<!\[CDATA\[|<!--|/\*.*?\*/)?\s*|\s*(?://)?\s*(?:\]\]>|-->|/\*.*?\*/)?\s*;?\s*$", re.DOTALL
)
TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
COMMENT = re.compile(r"^\s*//.*$", re.MULTILINE)
CONTROL = re.compile(r"[\x00-\x1f]+")
BETWEEN = re.compile(r"\}\s*\{")
DEEPEST = 8
STATED = re.compile(r'"(datePublished|headline)"\s*:\s*"((?:[^"\\]|\\.){1,300})"')


def news_objects(page: LexborHTMLParser) -> list[dict[str, Any]]:
    """The objects that are news stories, those at the top first; entries of a live blog are not the story."""
    return [
        thing
        for script in page.css("script")
        if is_json_ld(script.attributes.get("type"))
        for thing in objects_in(script.text())
    ]


def is_json_ld(kind: str | None) -> bool:
    return (kind or "").partition(";")[0].strip().lower() == "application/ld+json"


def objects_in(source: str) -> Iterator[dict[str, Any]]:
    document = decode_lenient(source)
    if document is None:
        stated = dict(reversed(STATED.findall(source))) if "Article" in source or "Posting" in source else {}
        if stated:
            yield stated
        return
    yield from (thing for thing in flatten_objects(document, 0) if is_news_object(thing))


def decode_lenient(source: str) -> Any:
    """The JSON of a script; what templates leave in it (CDATA, comments, raw line ends, last commas) is mended."""
    bare = WRAPPED.sub("", source)
    mended = TRAILING_COMMA.sub("", CONTROL.sub(" ", COMMENT.sub("", bare)))
    for text in (bare, mended, unescape(mended), f"[{BETWEEN.sub('},{', mended)}]"):
        try:
            return msgspec.json.decode(text)
        except (msgspec.DecodeError, UnicodeError, RecursionError):
            continue
    return None


def flatten_objects(found: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The objects of a document, in its lists, in its graph and as the main thing of a page."""
    if depth > DEEPEST:
        return
    if isinstance(found, list):
        for thing in found:
            yield from flatten_objects(thing, depth + 1)
    elif isinstance(found, dict):
        yield found
        for part in PARTS:
            yield from flatten_objects(found.get(part), depth + 1)


def is_news_object(thing: dict[str, Any]) -> bool:
    kinds = thing.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(NEWS_TYPES) for kind in named)
