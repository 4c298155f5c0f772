"""What a web page says of itself: Open Graph, JSON-LD, Dublin Core and ``<time>``, in this order of trust."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec
from selectolax.lexbor import LexborHTMLParser

from pipeline.errors import ArticleError
from pipeline.readers.drafts import parse_day

TITLES = ("meta[property='og:title']", "meta[name='twitter:title']", "meta[name='dc.title' i]")
DAYS = (
    "meta[property='article:published_time']",
    "meta[property='og:published_time']",
    "meta[itemprop=datePublished]",
    "meta[name='dc.date' i]",
    "meta[name='dcterms.created' i]",
    "meta[name=pubdate]",
    "meta[name='parsely-pub-date']",
    "meta[name=date]",
)
TIMES = ("time[itemprop=datePublished]", "time[pubdate]", "article time[datetime]", "main time[datetime]")
OUTLETS = ("meta[property='og:site_name']", "meta[name='application-name']", "meta[name='dc.publisher' i]")
NEWS_TYPES = ("Article", "BlogPosting", "Report")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """Title, publication day, outlet and address, as far as the page names them."""

    title: str | None
    published: date | None
    outlet: str | None
    url: str | None


def metadata_of(page: LexborHTMLParser) -> PageMetadata:
    story = next(stories(page), {})
    publisher = story.get("publisher")
    days = [*values(page, DAYS[:3], "content"), story.get("datePublished"), *values(page, DAYS[3:], "content")]
    return PageMetadata(
        title=first_text(
            [*values(page, TITLES, "content"), story.get("headline"), words(page, "h1"), words(page, "title")]
        ),
        published=first_day([*days, *values(page, TIMES, "datetime")]),
        outlet=first_text(
            [*values(page, OUTLETS, "content"), publisher.get("name") if isinstance(publisher, dict) else None]
        ),
        url=first_address(
            [*values(page, ["link[rel=canonical]"], "href"), *values(page, ["meta[property='og:url']"], "content")]
        ),
    )


def values(page: LexborHTMLParser, selectors: Iterable[str], attribute: str) -> Iterator[str | None]:
    for selector in selectors:
        for node in page.css(selector):
            yield node.attributes.get(attribute)


def words(page: LexborHTMLParser, selector: str) -> str | None:
    node = page.css_first(selector)
    return node.text() if node else None


def stories(page: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD that describe a news story."""
    for script in page.css("script[type='application/ld+json']"):
        try:
            found = msgspec.json.decode(script.text())
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            continue
        yield from (thing for thing in things(found) if is_story(thing))


def things(found: Any) -> Iterator[dict[str, Any]]:
    """The objects at the top of a JSON-LD document, in its list or in its graph."""
    for thing in found if isinstance(found, list) else [found]:
        if isinstance(thing, dict):
            graph = thing.get("@graph")
            yield from (node for node in graph if isinstance(node, dict)) if isinstance(graph, list) else [thing]


def is_story(thing: dict[str, Any]) -> bool:
    kinds = thing.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(NEWS_TYPES) for kind in named)


def first_text(found: Iterable[Any]) -> str | None:
    texts = (" ".join(text.split()) for text in found if isinstance(text, str))
    return next((text for text in texts if text), None)


def first_address(found: Iterable[str | None]) -> str | None:
    return next((url for url in found if url and url.startswith(("https://", "http://"))), None)


def first_day(found: Iterable[Any]) -> date | None:
    return next((day for text in found if isinstance(text, str) and (day := day_of(text))), None)


def day_of(text: str) -> date | None:
    try:
        return parse_day(text)
    except ArticleError:
        return None
