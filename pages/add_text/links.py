"""Ways to articles that are kept, each called so that it is told from the others. Pure but for the links themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import streamlit as st

from pages.language import markdown
from pages.view import navigation
from pipeline.wording import dates, titles

LABEL = 80
UNTITLED = "an untitled article"


class ArticleLabel(NamedTuple):
    """What an article may be called by; ``origin`` is the name of the file it came from."""

    title: str | None
    outlet: str | None = None
    published: date | None = None
    origin: str = ""

    def title_or_origin(self) -> str:
        return titles.shortened(self.title or UNTITLED, LABEL)

    def full_label(self) -> str:
        """ "Strike, Baltic News, 7 May 2024, week.csv"."""
        day = dates.long_day(self.published) if self.published else ""
        return ", ".join(filter(None, (self.title_or_origin(), self.outlet, day, self.origin)))


def labels(articles: Mapping[str, ArticleLabel]) -> dict[str, str]:
    """The title of each; where several have one title, with all that is known of them, and with a number if need be."""
    times = Counter(each.title_or_origin() for each in articles.values())
    told = {
        key: each.title_or_origin() if times[each.title_or_origin()] == 1 else each.full_label()
        for key, each in articles.items()
    }
    return titles.distinct(told)


def article_link(article: str, label: str) -> None:
    select = {"select": [f"article:{article}"]}
    st.page_link(navigation.script("articles"), label=markdown.plain(label), query_params=select, width="content")
