"""PDF files: their lines as paragraphs, without running heads; the title and the day that the pages show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from pipeline import settings
from pipeline.domain import Article
from pipeline.errors import ArticleError
from pipeline.readers.drafts import Metadata, draft, plausible
from pipeline.readers.page_dates import is_day
from pipeline.readers.pdf_pages import read_pages
from pipeline.readers.reflow import ADDRESS, PRINTED, paragraphs, running_heads
from pipeline.readers.tidy import tidy
from pipeline.readers.written_days import written_day

PAGE_LIMIT = 200
FIRST, SHORT = 4, 80
"""Paragraphs among which the day of publication is shown, and how long they are."""
END_OF_LINE = re.compile(r"\s*[|•·—–]\s*|^(?:published|posted|issued)(?: on)?:?\s*", re.IGNORECASE)


def read(data: bytes, received: date | None) -> Article:
    """Raises ArticleError for a file without text, and for one that is damaged, locked or too long."""
    found = read_pages(data, PAGE_LIMIT, settings.text_limit())
    text = [tidy(paragraph) for paragraph in paragraphs(found.pages)]
    if not text:
        raise ArticleError.pictures_only()
    heads = running_heads(found.pages)
    day, url = issue_day(heads) or shown_day(text), address(heads)
    return draft(
        "\n\n".join(text),
        Metadata(
            title=tidy(found.title or "") or None,
            published=plausible(day, received),
            basis="metadata",
            received=received,
            url=url,
        ),
    )


def issue_day(heads: list[str]) -> date | None:
    """The day in a running head, "Lima Herald - 5 March 2019"; that of a printer's head is the day it was printed."""
    if any(ADDRESS.search(head) or PRINTED.search(head) for head in heads):
        return None
    return next((day for head in heads if (day := written_day(head))), None)


def shown_day(text: Sequence[str]) -> date | None:
    """The day that stands alone below the headline or ends a short line there: "Lima Herald | 5 March 2019"."""
    lines = [line for line in text[:FIRST] if len(line) <= SHORT]
    ends = (END_OF_LINE.split(line)[-1] for line in lines)
    return next((day for end in ends if is_day(end) and (day := written_day(end))), None)


def address(heads: list[str]) -> str | None:
    """The page's address, as browsers print it at its foot."""
    found = next((match[0] for head in heads if (match := ADDRESS.search(head))), None)
    return found if found is None or found.startswith("http") else f"https://{found}"
