"""What a text must be to become an article, and the article it becomes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from pipeline import settings
from pipeline.domain import Article, Basis, article_id
from pipeline.errors import ArticleError
from pipeline.readers.languages import language_of

TITLE_LENGTH, OUTLET_LENGTH, URL_LENGTH, ID_LENGTH = 300, 200, 2_000, 200
FILE_LIMIT = 50_000_000
HEADLINE_LENGTH = 150
SENTENCE_ENDS = ".!?\"'”’"
NO_HEADING_ENDS = ".,;:-–—"

FEW = 3
"""Characters of control that a short text may have without being no text."""
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
UNPRINTED = re.compile(
    r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffd\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=$|[T ])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known of a text besides its words; ``language`` is what its file states."""

    title: str | None = None
    published: date | None = None
    basis: Basis = "given"
    received: date | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None


NOTHING_KNOWN = Metadata()


def draft(text: str, known: Metadata = NOTHING_KNOWN) -> Article:
    """An article of this text, under the hash of it. Raises ArticleError if it is blank, binary or too long."""
    check_text(text)
    if known.published:
        check_published(known.published, known.received)
    return Article(
        id=article_id(text),
        text=text,
        title=cleaned(known.title, TITLE_LENGTH) or headline(text),
        published=known.published,
        published_basis=known.basis if known.published else "unknown",
        received=known.received,
        outlet=cleaned(known.outlet, OUTLET_LENGTH),
        url=cleaned(known.url, URL_LENGTH),
        language=language_of(text, known.language),
    )


def under_id(article: Article, given: str | int | None) -> Article:
    """The article under an id that its file gives, cleaned and cut as all metadata; else under its own."""
    key = cleaned(str(given), ID_LENGTH) if given is not None else None
    return replace(article, id=key) if key else article


def with_given(
    article: Article, *, title: str | None = None, outlet: str | None = None, published: date | None = None
) -> Article:
    """The article with what its user says of it, where that is anything."""
    if published:
        check_published(published, article.received)
    return replace(
        article,
        title=cleaned(title, TITLE_LENGTH) or article.title,
        outlet=cleaned(outlet, OUTLET_LENGTH) or article.outlet,
        published=published or article.published,
        published_basis="given" if published else article.published_basis,
    )


def cleaned(given: str | None, length: int) -> str | None:
    """One line of metadata, without control characters and no longer than it may be; None if nothing is left."""
    line = " ".join(UNPRINTED.sub(" ", (given or "")[: 4 * length]).split())
    return line[:length].strip() or None


def check_text(text: str) -> None:
    if not text.strip():
        raise ArticleError.blank()
    if "\x00" in text or HALF_CHARACTER.search(text) or len(CONTROL.findall(text)) > max(FEW, len(text) / 100):
        raise ArticleError.binary()
    size = len(text.encode())
    if size > (limit := settings.text_limit()):
        raise ArticleError.too_long(size, limit)


def check_published(published: date, received: date | None) -> None:
    """Raises ArticleError for a day after the one on which the article was received."""
    if received and published > received:
        raise ArticleError.future_date(published, received)


def plausible(published: date | None, received: date | None) -> date | None:
    """The day that a file states; none if it lies after the one on which the file was received."""
    return None if published and received and published > received else published


def parse_day(given: str) -> date:
    """The day of an ISO 8601 date or time, as it was at the place that wrote it. Raises ArticleError for others."""
    found = ISO_DAY.match(given.strip())
    try:
        return date.fromisoformat(found.group() if found else "")
    except ValueError as error:
        raise ArticleError.no_date(given) from error


def headline(text: str) -> str | None:
    """The first line, if it stands as a heading: short, no sentence, and above a blank line or a whole paragraph."""
    first, _, rest = text.strip().partition("\n")
    below = rest.partition("\n")[0].strip()
    is_heading = len(first) <= HEADLINE_LENGTH and not first.rstrip().endswith(tuple(NO_HEADING_ENDS))
    is_above_text = rest and (not below or below.endswith(tuple(SENTENCE_ENDS)))
    return first.strip() if is_heading and is_above_text else None
