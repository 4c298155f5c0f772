"""Articles as rows of a table. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pages.view.address import Selection
from pages.widgets.tables import Table
from pipeline.store import ArticleRow
from pipeline.wording import titles
from pipeline.wording.dates import NO_DATE, long_day


def table(listed: Sequence[ArticleRow], samples: Collection[str]) -> Table:
    return Table(
        [table_row(each, sample=each.id in samples) for each in listed],
        [Selection("article", each.id) for each in listed],
        {"Published": [each.published for each in listed]},
    )


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
