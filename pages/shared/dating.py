"""The publication date of an article: what it is, how it is known, and a new one at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import streamlit as st

from pages.shared import wording
from pages.shared.dates import long_day
from pipeline.domain import Article
from pipeline.errors import PipelineError
from pipeline.readers import check_published

EARLIEST, LATEST = date(1000, 1, 1), date(2999, 12, 31)
MOST_CANDIDATES = 8

Redate = Callable[[date | None], None]


def editor(article: Article, redate: Redate) -> None:
    """Show the date with its basis; offer the candidates that the text leaves, and any other day.

    ``redate`` gets the day chosen, or None to forget a given one. A PipelineError of it is said beside the field,
    which keeps what was typed.
    """
    st.markdown(f"**Published:** {known(article)}")
    for reason in article.published_reasons:
        st.caption(wording.plain(reason))
    if article.published_basis in ("inferred", "unknown"):
        offer_candidates(article, redate)
    field = f"published-{article.id}"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.date_input(
            "Publication date",
            value=article.published,
            key=field,
            min_value=EARLIEST,
            max_value=LATEST,
            format="YYYY-MM-DD",
            help="Every relative date of the article is worked out again from this day.",
        )
        st.button(
            "Set date", key=f"set-{article.id}", on_click=lambda: choose(article, st.session_state[field], redate)
        )
        if article.published_basis == "given":
            st.button("Forget it", key=f"forget-{article.id}", on_click=lambda: choose(article, None, redate))
    if problem := st.session_state.pop(f"dating-problem-{article.id}", None):
        st.error(wording.plain(problem))


def known(article: Article) -> str:
    """ "11 September 2023 (inferred from the text)"."""
    if article.published is None:
        return "unknown"
    return f"{long_day(article.published)} ({wording.BASES[article.published_basis]})"


def offer_candidates(article: Article, redate: Redate) -> None:
    """The days on which the text alone can have been published, the latest first."""
    others = sorted((day for day in article.published_candidates if day != article.published), reverse=True)
    if not others:
        return
    st.caption("Other days that the dates in the text allow; choose one if you know better:")
    field = f"candidate-{article.id}"
    st.pills(
        "Other possible publication dates",
        others[:MOST_CANDIDATES],
        format_func=long_day,
        key=field,
        label_visibility="collapsed",
        on_change=lambda: choose(article, st.session_state[field], redate),
    )


def choose(article: Article, published: date | None, redate: Redate) -> None:
    try:
        if published:
            check_published(published, date.today())
        redate(published)
    except PipelineError as error:
        st.session_state[f"dating-problem-{article.id}"] = str(error)
    else:
        st.session_state.pop(f"published-{article.id}", None)
