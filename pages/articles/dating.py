"""The publication date of an article: what it is, how it is known, and a new one at once."""

from __future__ import annotations

from datetime import date

import streamlit as st

from pages.shared import data, wording
from pages.shared.dates import long_day
from pipeline.errors import PipelineError
from pipeline.readers import check_published
from pipeline.store import ArticleRow

EARLIEST, LATEST = date(1000, 1, 1), date(2999, 12, 31)
MOST_CANDIDATES = 8
PROBLEM = "dating-problem"


def editor(article: ArticleRow) -> None:
    """Show the date with its basis; offer the candidates that the text leaves, and any other day."""
    known = long_day(article.published) if article.published else "unknown"
    basis = f" ({wording.BASES[article.basis]})" if article.published else ""
    st.markdown(f"**Published:** {known}{basis}")
    if article.basis in ("inferred", "unknown"):
        offer_candidates(article)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        field = f"published-{article.id}"
        st.date_input(
            "Publication date",
            value=article.published,
            key=field,
            min_value=EARLIEST,
            max_value=LATEST,
            format="YYYY-MM-DD",
            help="Every relative date of the article is worked out again from this day.",
        )
        st.button("Set date", key=f"set-{article.id}", on_click=lambda: redate(article, st.session_state[field]))
        if article.basis == "given":
            st.button("Forget it", key=f"forget-{article.id}", on_click=lambda: redate(article, None))
    if problem := st.session_state.pop(PROBLEM, None):
        st.error(problem)


def offer_candidates(article: ArticleRow) -> None:
    """The days on which the text alone can have been published, the latest first."""
    others = sorted((day for day in article.candidates if day != article.published), reverse=True)[:MOST_CANDIDATES]
    if not others:
        return
    st.caption("The text would also fit these days; choose one if you know better:")
    field = f"candidate-{article.id}"
    st.pills(
        "Other possible publication dates",
        others,
        format_func=long_day,
        key=field,
        label_visibility="collapsed",
        on_change=lambda: redate(article, st.session_state[field]),
    )


def redate(article: ArticleRow, published: date | None) -> None:
    """Give the article this date, or none; what cannot be done is said beside the field, which keeps what was typed."""
    try:
        if published:
            check_published(published, date.today())
        data.store().redate(article.id, published)
    except PipelineError as error:
        st.session_state[PROBLEM] = str(error)
    else:
        st.session_state.pop(f"published-{article.id}", None)
