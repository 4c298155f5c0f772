"""The publication date of an article: what it is, how it is known, and a new one, written as people write dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import streamlit as st

from pages.language import markdown
from pipeline.domain import Article
from pipeline.errors import PipelineError
from pipeline.readers import check_published, given_day
from pipeline.wording import titles
from pipeline.wording.dates import long_day

MOST_CANDIDATES = 8
LONGEST = 60
EXAMPLE = "e.g. 12 Sept 2023 or 2023-09-12"
HELP = "Every relative date of the article is worked out again from this day. Leave it empty to ask the text alone."

Redate = Callable[[date | None], None]


def editor(article: Article, redate: Redate) -> None:
    """Show the date with its basis; offer the candidates that the text leaves, and any other day at a click.

    ``redate`` gets the day chosen, or None to forget a given one. A PipelineError of it is said beside the field,
    which keeps what was typed.
    """
    st.markdown(f"**Published:** {date_with_basis(article)}")
    reasons(article, redate)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        date_field(article, explanation=HELP)
        st.button("Set date", key=f"set-{article.id}", on_click=lambda: take_typed(article, redate))
        if article.published_basis == "given":
            st.button("Forget it", key=f"forget-{article.id}", on_click=lambda: choose_day(article, None, redate))
    problem(article)


def field(article: Article, redate: Redate) -> None:
    """The date alone, taken as soon as it is typed."""
    date_field(article, on_change=lambda: take_typed(article, redate))
    problem(article)


def date_field(article: Article, on_change: Callable[[], None] | None = None, explanation: str | None = None) -> None:
    key = _field(article)
    if key not in st.session_state or st.session_state.pop(_refresh_key(article), False):
        st.session_state[key] = long_day(article.published) if article.published else ""
    st.text_input(
        "Publication date",
        key=key,
        max_chars=LONGEST,
        placeholder=EXAMPLE,
        help=explanation,
        on_change=on_change,
    )


def problem(article: Article) -> None:
    """What is wrong with what was typed, as long as it stands there."""
    if is_refused(article):
        st.error(markdown.plain(st.session_state[_problem(article)][1]))


def is_refused(article: Article) -> bool:
    """Whether something stands in the field that is no date."""
    typed, _ = st.session_state.get(_problem(article), (None, ""))
    return typed is not None and typed == st.session_state.get(_field(article))


def date_with_basis(article: Article) -> str:
    """ "11 September 2023 (inferred from the text)"."""
    if article.published is None:
        return "unknown"
    return f"{long_day(article.published)} ({titles.BASES[article.published_basis]})"


def reasons(article: Article, redate: Redate) -> None:
    """Why the text tells this day, and the others that it allows."""
    for reason in article.published_reasons:
        st.caption(markdown.plain(reason))
    if article.published_basis in ("inferred", "unknown"):
        offer_candidates(article, redate)


def offer_candidates(article: Article, redate: Redate) -> None:
    """The days on which the text alone can have been published, the latest first."""
    others = sorted((day for day in article.published_candidates if day != article.published), reverse=True)
    if not others:
        return
    st.caption("Other days that the dates in the text allow; choose one if you know better:")
    offered = f"candidate-{article.id}"
    st.pills(
        "Other possible publication dates",
        others[:MOST_CANDIDATES],
        format_func=long_day,
        key=offered,
        label_visibility="collapsed",
        on_change=lambda: choose_day(article, st.session_state[offered], redate),
    )


def take_typed(article: Article, redate: Redate) -> None:
    """The day that was typed."""
    try:
        day = given_day(st.session_state[_field(article)])
    except PipelineError as error:
        _refuse(article, error)
    else:
        choose_day(article, day, redate)


def choose_day(article: Article, published: date | None, redate: Redate) -> None:
    try:
        if published:
            check_published(published, date.today())
        redate(published)
    except PipelineError as error:
        _refuse(article, error)
    else:
        st.session_state[_refresh_key(article)] = True
        st.session_state.pop(_problem(article), None)


def _refuse(article: Article, error: PipelineError) -> None:
    st.session_state[_problem(article)] = (st.session_state.get(_field(article)), str(error))


def _field(article: Article) -> str:
    return f"published-{article.id}"


def _refresh_key(article: Article) -> str:
    """Says that the field is to show the date that the article has now."""
    return f"dating-taken-{article.id}"


def _problem(article: Article) -> str:
    return f"dating-problem-{article.id}"
