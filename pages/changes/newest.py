"""What a first visit shows: the articles of the newest days, as if the browser had been here before them. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.store import ArticleRow

NEWEST_DAYS = 3


@dataclass(frozen=True, slots=True)
class Newest:
    """Articles published on the ``days``, in order of time; of a store without any dated article all, and no days."""

    articles: frozenset[str]
    days: tuple[date, ...]


def newest(articles: Iterable[ArticleRow]) -> Newest:
    """Those of the last ``NEWEST_DAYS`` days on which any was published."""
    listed = list(articles)
    days = sorted({row.published for row in listed if row.published})[-NEWEST_DAYS:]
    return Newest(frozenset(row.id for row in listed if row.published in days or not days), tuple(days))
