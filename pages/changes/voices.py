"""Who speaks for the first time, and which pages have a new version, by the articles that came in since. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from pipeline.index import QuotedRow
from pipeline.linking.versions import page

if TYPE_CHECKING:
    from pipeline.store import ArticleRow

UNNAMED = re.compile(r"name:.*|.*-[0-9a-f]{8}")
"""Keys of sources that have no name: each article has its own “officials”."""


def named_sources(quoted: Iterable[QuotedRow]) -> list[QuotedRow]:
    return [row for row in quoted if not UNNAMED.fullmatch(row.key)]


def new_outlets(articles: Sequence[ArticleRow], added: Collection[str], shown: Collection[str]) -> list[ArticleRow]:
    """Of those ``shown`` the first article of each outlet that had none before those ``added``."""
    known = {row.outlet for row in articles if row.id not in added}
    here = [row for row in articles if row.id in shown and row.outlet and row.outlet not in known]
    first = {row.outlet: row for row in reversed(here)}
    return sorted(first.values(), key=lambda row: row.outlet or "")


def new_versions(articles: Sequence[ArticleRow], added: Collection[str]) -> list[ArticleRow]:
    """Articles that came in since under an address that another one has."""
    kept: dict[str, int] = {}
    for row in articles:
        if address := page(row.url):
            kept[address] = kept.get(address, 0) + 1
    return [row for row in articles if row.id in added and kept.get(page(row.url) or "", 0) > 1]
