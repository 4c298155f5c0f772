"""What a web page says of itself: Open Graph, JSON-LD, Dublin Core, its own mark-up, in this order of trust."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from pipeline.readers.json_ld import news_objects
from pipeline.readers.page_dates import locales, publication_day

TITLES = ("meta[property='og:title']", "meta[name='og:title']", "meta[name='twitter:title']", "meta[name='dc.title' i]")
OUTLETS = (
    "meta[property='og:site_name']", "meta[name='og:site_name']", "meta[name='application-name']",
    "meta[name='dc.publisher' i]", "meta[name='publisher' i]", "meta[name='copyright' i]", "meta[itemprop=publisher]",
)  # fmt: skip
COPYRIGHT = re.compile(r"^(?:©|\(c\)|copyright)\W*(?:\d{4}\W*)*(?:by )?", re.IGNORECASE)
TITLE_PARTS = re.compile(r"\s+(?:[|»·•—–]|-|::)\s+")
LONGEST_OUTLET = 40


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """Title, publication day, outlet, address and language, as far as the page names them.

    ``is_headed`` says whether the title is the article's own; a window's may be that of the site.
    """

    title: str | None
    is_headed: bool
    published: date | None
    outlet: str | None
    url: str | None
    language: str | None


def metadata_of(page: LexborHTMLParser) -> PageMetadata:
    found = news_objects(page)
    headlines = [story.get("headline") for story in found]
    named = first_text([*values(page, TITLES, "content"), *headlines, headline(page)])
    whole = selected_text(page, "title")
    outlet = first_text(
        [*(COPYRIGHT.sub("", name or "") for name in values(page, OUTLETS, "content")), *map(publisher, found)]
    )
    return PageMetadata(
        title=without_outlet(named or first_text([whole]), outlet),
        is_headed=bool(named),
        published=publication_day(page, found),
        outlet=outlet or outlet_in(whole, named),
        url=first_address(
            [*values(page, ["link[rel=canonical]"], "href"), *values(page, ["meta[property='og:url']"], "content")]
            + [story.get("url") for story in found]
        ),
        language=next((locale[:2].lower() for locale in locales(page) if locale), None),
    )


def headline(page: LexborHTMLParser) -> str | None:
    """The headline in the page, if it is the only one of its rank: others are the names of sites and sections."""
    marked = selected_text(
        page, "h1[itemprop=headline], [itemprop=headline], article h1, main h1, h1.headline, h1.entry-title"
    )
    return marked or (selected_text(page, "h1") if len(page.css("h1")) == 1 else None)


def publisher(story: dict[str, Any]) -> str | None:
    found = story.get("publisher")
    if isinstance(found, list):
        found = next(iter(found), None)
    name = found.get("name") if isinstance(found, dict) else found
    return name if isinstance(name, str) and not name.startswith("http") else None


def without_outlet(title: str | None, outlet: str | None) -> str | None:
    """A title without the name of its outlet at either end."""
    if not title or not outlet:
        return title
    parts = TITLE_PARTS.split(title)
    kept = [part for part in parts if part.casefold() != outlet.casefold()]
    return (
        title
        if len(kept) == len(parts) or not kept
        else title.removesuffix(parts[-1]).rstrip(" |»·•—–-:")
        if parts[-1] not in kept
        else title
    )


def outlet_in(whole: str | None, headline: str | None) -> str | None:
    """The last part of the page's ``<title>`` behind the headline: "Ferry runs | The Gazette"."""
    if not whole or not headline:
        return None
    parts = TITLE_PARTS.split(" ".join(whole.split()))
    last = parts[-1]
    is_outlet = len(parts) > 1 and len(last) <= LONGEST_OUTLET and parts[0].casefold() in headline.casefold()
    return last if is_outlet and last.casefold() not in headline.casefold() else None


def values(page: LexborHTMLParser, selectors: Iterable[str], attribute: str) -> Iterator[str | None]:
    for selector in selectors:
        for node in page.css(selector):
            yield node.attributes.get(attribute)


def selected_text(page: LexborHTMLParser, selector: str) -> str | None:
    node = page.css_first(selector)
    return node.text() if node else None


def first_text(found: Iterable[Any]) -> str | None:
    texts = (" ".join(text.split()) for text in found if isinstance(text, str))
    return next((text for text in texts if text), None)


def first_address(found: Iterable[Any]) -> str | None:
    return next((url for url in found if isinstance(url, str) and url.startswith(("https://", "http://"))), None)
