"""The texts of this session that wait to be read, that were read, and that could not be."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

import streamlit as st

from pages.add_text.extraction import Found, dated, extract
from pages.add_text.intake import Problem
from pages.shared import wording
from pipeline.domain import Article
from pipeline.errors import PipelineError

LOG = logging.getLogger(__name__)

_WAITING, _FOUND, _PROBLEMS, _TOTAL = "add-waiting", "add-found", "add-problems", "add-total"


def put(articles: Iterable[Article], problems: Iterable[Problem]) -> None:
    """Take new texts in; one that is here already is not read twice."""
    here = {each.id for each in waiting()} | {each.analysis.article.id for each in found()}
    new = {article.id: article for article in articles if article.id not in here}
    st.session_state[_WAITING] = [*waiting(), *new.values()]
    st.session_state[_TOTAL] = len(waiting())
    st.session_state[_PROBLEMS] = list(problems)


def waiting() -> list[Article]:
    texts: list[Article] = st.session_state.get(_WAITING, [])
    return texts


def found() -> list[Found]:
    texts: list[Found] = st.session_state.get(_FOUND, [])
    return texts


def problems() -> list[Problem]:
    said: list[Problem] = st.session_state.get(_PROBLEMS, [])
    return said


def stop() -> None:
    """Read no further; what was read stays."""
    st.session_state[_WAITING] = []


def drop(article: str) -> None:
    st.session_state[_FOUND] = [each for each in found() if each.analysis.article.id != article]


def redate(article: str, published: date | None) -> None:
    """Give a text that was read another publication date; None leaves it to the text again."""
    st.session_state[_FOUND] = [
        dated(each, published) if each.analysis.article.id == article else each for each in found()
    ]


def clear() -> None:
    for key in (_WAITING, _FOUND, _PROBLEMS, _TOTAL):
        st.session_state.pop(key, None)


def work() -> None:
    """Read what waits, with progress. A click on Stop, like any click, ends this between two texts."""
    if not waiting():
        return
    total = st.session_state[_TOTAL]
    bar = st.progress(0.0, "Loading the language model …")
    st.button("Stop", key="add-stop", on_click=stop)
    while texts := waiting():
        done = total - len(texts)
        article = texts[0]
        label = f"Reading {done + 1} of {total}: {wording.plain(wording.shortened(article.title or article.text, 60))}"
        bar.progress(done / total, label)
        read_one(article, partial(bar.progress, done / total, label))
        st.session_state[_WAITING] = texts[1:]
    st.rerun()


def read_one(article: Article, tick: Callable[[], object]) -> None:
    """Read one text; a click ends the run at a tick, and the text still waits."""
    try:
        st.session_state[_FOUND] = [*found(), extract(article, tick)]
    except PipelineError as error:
        st.session_state[_PROBLEMS] = [*problems(), Problem(article.title or "A text", str(error))]
    except Exception as error:
        LOG.exception("article %s failed", article.id)
        reason = f"It could not be read: {type(error).__name__}.\nHint: add its parts one by one to find the cause."
        st.session_state[_PROBLEMS] = [*problems(), Problem(article.title or "A text", reason)]
