"""When a web page says it was published: its metadata, its ``<time>`` elements, a date that stands by the headline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.dates.vocabulary import KINDS, word_kinds
from pipeline.readers.page_words import clutter_lists, names_of
from pipeline.readers.written_days import moment, written_day

PUBLISHED_NAME = re.compile(
    r"(?:^|[.:_-]|dc|og|article|sailthru|parsely|rnews|cxenseparse|bt|news|story|page|first|original|content)*"
    r"(?:date[._-]?(?:published|created|issued|available|firstpublished)?|(?:first|originally)?[._-]?publi(?:shed|sh|cation)"
    r"(?:[._-]?(?:date|time|on|at|timestamp|datetime|ed))?|pub[._-]?(?:date|time)|publishtime|issued|created|release[._-]?date|"
    r"timestamp|displaydate|display[._-]date|post(?:ed)?[._-]?(?:date|on|time))",
    re.IGNORECASE,
)
TELLS_PUBLICATION = re.compile(
    r"publish(?!er)|publication|pub[._-]?date|date[._-]?original|original[._-]?date", re.IGNORECASE
)
CHANGED_NAME = re.compile(r"modif|updat|revis|chang|expir|review|valid", re.IGNORECASE)
TRUSTED = (
    "article:published_time", "og:published_time", "article:published", "datepublished", "og:article:published_time",
)  # fmt: skip
AMERICAN = re.compile(r"en[-_]us", re.IGNORECASE)
LANGUAGE = re.compile(r"[a-z]{2}[-_][a-z]{2}", re.IGNORECASE)
CHANGED_TEXT = re.compile(r"\b(?:updat|modif|revis|edit|correct|amend)\w*", re.IGNORECASE)
PUBLISHED_TEXT = re.compile(r"\b(?:first )?(?:publish|post|issu|releas|creat)\w*:?\s*(?:on|at)?", re.IGNORECASE)
LOCALES = "html[lang], meta[property='og:locale'], meta[name=language i], meta[http-equiv=content-language i]"
LONGEST_LINE = 120
CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
WORD = re.compile(r"[A-Za-z]{2,}")
OF_DATES = frozenset(
    KINDS[kind]
    for kind in ("month", "month_abbreviation", "weekday", "weekday_abbreviation", "half_day", "zone", "at", "on")
)
HEADINGS = ("h1", "h2", "h3")
LONGEST_ZONE = 4
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def publication_day(page: LexborHTMLParser, stories: Iterable[dict[str, object]]) -> date | None:
    """The day from the metadata, in order of trust; of times that are the same instant, the one with its zone."""
    metas = list(date_metas(page))
    trusted = [value for name, value in metas if name.lower() in TRUSTED]
    other = [value for name, value in metas if name.lower() not in TRUSTED]
    stated = [str(story["datePublished"]) for story in stories if isinstance(story.get("datePublished"), str | int)]
    uploaded = [str(story["dateCreated"]) for story in stories if isinstance(story.get("dateCreated"), str)]
    written = [*trusted, *stated, *other, *uploaded, *marked_times(page)]
    day_first = day_order(page)
    chosen = next((text for text in written if written_day(text, day_first=day_first)), None)
    return written_day(in_home_zone(chosen, written), day_first=day_first) if chosen else None


def in_home_zone(chosen: str, others: Iterable[str]) -> str:
    """The same instant as the place of publication wrote it: 4.30 in Greenwich may be 23.30 on the day before."""
    instant = moment(chosen)
    if instant is None or instant.utcoffset():
        return chosen
    return next((text for text in others if (found := moment(text)) == instant and found and found.utcoffset()), chosen)


def date_metas(page: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """Name and content of each ``<meta>`` that by its name says when the page was published."""
    for node in page.css("meta[content]"):
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = str(node.attributes.get(key) or "")
            known = PUBLISHED_NAME.fullmatch(name) or TELLS_PUBLICATION.search(name)
            if name and known and not CHANGED_NAME.search(name):
                yield name, str(node.attributes.get("content") or "")


def day_order(page: LexborHTMLParser) -> bool | None:
    """Whether "05/03" is a day in March, by the page's own country; None if it names none."""
    country = next((name for name in locales(page) if LANGUAGE.fullmatch(name)), None)
    return None if country is None else AMERICAN.fullmatch(country) is None


def locales(page: LexborHTMLParser) -> Iterator[str]:
    """The languages that a page states, with their countries or without: "en-GB", "es"."""
    for node in page.css(LOCALES):
        yield str(node.attributes.get("lang") or node.attributes.get("content") or "").strip()


def marked_times(page: LexborHTMLParser) -> Iterator[str]:
    """``<time>`` and other elements that are marked as the date of publication itself."""
    for node in page.css("[itemprop=datePublished], time[pubdate]"):
        yield str(node.attributes.get("datetime") or node.attributes.get("content") or node.text())
    for node in page.css("time[datetime], abbr[title]"):
        if names_of(node) & clutter_lists().dates and not is_change(node):
            yield str(node.attributes.get("datetime") or node.attributes.get("title"))


def shown_day(page: LexborHTMLParser, main: LexborNode) -> date | None:
    """The day of a page without metadata: a ``<time>`` by its article, or a short line that is a date."""
    day_first = day_order(page)
    inside = main.css("time") if main.tag not in ("body", "html") else []
    alone = page.css("article time") if len(page.css("article")) == 1 else []
    beside = page.css("header time, h1 ~ time, h1 ~ * time")
    times = [node for node in (*inside, *alone, *beside) if not is_change(node)]
    for node in times:
        if found := written_day(str(node.attributes.get("datetime") or node.text()), day_first=day_first):
            return found
    return next(shown_lines(page, day_first), None)


def shown_lines(page: LexborHTMLParser, day_first: bool | None) -> Iterator[date]:
    """Days of elements that are called a date or a by-line, or whose short text begins with "Published"."""
    wanted = clutter_lists().dates
    for node in page.css("p, div, span, li, td, small, em, font, b, i, h4, h5, h6, address, dd"):
        text = node.text(separator=" ") if len(node.text()) <= LONGEST_LINE else ""
        if not text.strip():
            continue
        published = PUBLISHED_TEXT.search(text)
        alone = is_stamp(text) or (is_day(text) and is_below_heading(node))
        if not published and not names_of(node) & wanted and not alone:
            continue
        stated = text[published.start() :] if published else text
        changed = CHANGED_TEXT.search(stated)
        if changed and changed.start() > 0:
            stated = stated[: changed.start()]
        elif changed or is_change(node):
            continue
        if found := written_day(stated, day_first=day_first):
            yield found


def is_stamp(text: str) -> bool:
    """Whether a line is day and time and nothing else: "Monday, 4 May, 2009, 11:34 GMT"."""
    return CLOCK.search(text) is not None and is_day(text)


def is_day(text: str) -> bool:
    """Whether all words of a line are those of a date."""
    return all(map(is_of_date, WORD.findall(text)))


def is_below_heading(node: LexborNode) -> bool:
    """Whether an element, or what it is the whole of, follows a heading: above that stands the day of the visit."""
    above = node.prev
    while above is not None and above.is_text_node and not above.text().strip():
        above = above.prev
    if above is not None:
        return above.tag in HEADINGS
    holder = node.parent
    return holder is not None and holder.tag in ("p", "div", "span") and is_below_heading(holder)


def is_of_date(word: str) -> bool:
    """Whether a word names a part of a date or, in capitals, a zone: "May", "GMT", "UK"."""
    known = word_kinds().get(word.lower(), ("", ""))[0] in OF_DATES
    return known or (word.isupper() and len(word) <= LONGEST_ZONE)


def is_change(node: LexborNode) -> bool:
    """Whether an element tells of a change: by its own name, its parent's, or the words before the date."""
    above = node.parent
    names = names_of(node) | (names_of(above) if above else frozenset())
    if names & {"published", "pubdate", "created"}:
        return False
    label = above.text()[:LONGEST_LINE] if above and len(above.text()) <= LONGEST_LINE else node.text()[:LONGEST_LINE]
    before = label[: max(label.find(node.text()), 0)] or label
    return bool(names & clutter_lists().changes) or (
        CHANGED_TEXT.search(before) is not None and not PUBLISHED_TEXT.search(before)
    )


def long_day(day: date) -> str:
    """ "5 March 2019", whatever the language of the machine."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
