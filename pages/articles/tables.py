"""Articles as rows of a table. Pure."""

from __future__ import annotations

from pipeline.store import ArticleRow
from pipeline.wording import titles
from pipeline.wording.dates import NO_DATE, long_day


def table_row(article: ArticleRow, *, sample: bool = False) -> dict[str, str | int]:
    return {
        "Title": title(article),
        "Outlet": article.outlet or "",
        "Published": long_day(article.published) if article.published else NO_DATE,
        "Known how": titles.BASES[article.basis],
        "Words": article.words,
        "Events": article.events,
        "Movements": article.movements,
        "Sample": "yes" if sample else "",
    }


def title(article: ArticleRow) -> str:
    return article.title or f"Untitled, {article.id[:8]}"
