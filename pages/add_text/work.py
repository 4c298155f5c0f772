"""Opening files and reading texts, one after the other, with progress; a click, such as on Stop, comes between."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from pages.add_text import copies, queue
from pages.add_text.extraction import beside, extract, is_ready
from pages.add_text.intake import File, Problem, from_file
from pages.language import markdown
from pipeline.domain import Article
from pipeline.errors import ArticleError, PipelineError
from pipeline.wording import titles

LOG = logging.getLogger(__name__)
DRAWN_EVERY = 5.0
"""Seconds after which what was found so far is drawn."""
UNKNOWN = "Hint: add its parts one by one to find the cause."


def go_on() -> None:
    """Open and read what waits; the page is drawn anew when that is done, and now and then before."""
    if not queue.files_waiting() and not queue.waiting():
        return
    if queue.is_stopped():
        offer_to_go_on()
        return
    bar = st.progress(0.0, "Beginning …")
    st.button("Stop", key="add-stop", on_click=queue.stop_reading)
    begun = time.monotonic()
    while time.monotonic() - begun < DRAWN_EVERY and step(bar.progress):
        pass
    st.rerun()


def offer_to_go_on() -> None:
    """What waits, and how to go on or leave it."""
    left = (titles.count(len(queue.files_waiting()), "file"), titles.count(len(queue.waiting()), "text"))
    with st.container(horizontal=True, vertical_alignment="center", key="stopped"):
        st.text(f"Stopped. {left[0]} and {left[1]} wait.", width="content")
        st.button("Go on", key="add-go-on", type="primary", on_click=queue.go_on)
        st.button("Leave them out", key="add-leave-out", on_click=queue.discard_waiting)


def step(progress: Callable[[float, str], object]) -> bool:
    """One file or one text; False when nothing waits."""
    if files := queue.files_waiting():
        done, total = queue.files_total() - len(files), queue.files_total()
        label = f"Opening file {done + 1} of {total}: {markdown.plain(titles.shortened(files[0].name, 60))}"
        open_one(files[0], partial(progress, done / total, label))
        files.pop(0)
    elif texts := queue.waiting():
        done, total = len(queue.found()), len(queue.found()) + len(texts)
        title = titles.shortened(texts[0].title or texts[0].text, 60)
        first = "" if is_ready() else "Loading the language model, then reading "
        label = f"{first or 'Reading '}text {done + 1} of {total}: {markdown.plain(title)}"
        read_one(texts[0], partial(progress, done / total), label)
        texts.pop(0)
    return bool(queue.files_waiting() or queue.waiting())


def open_one(file: File, tick: Callable[[], object]) -> None:
    """Open one file; a click ends the run at a tick, and the file still waits."""
    try:
        articles, problems = beside(partial(from_file, file, date.today()), tick)
    except Exception as error:
        queue.complain([unforeseen(file.name, file, error)])
        return
    edited = [field for field in ("outlet", "published") if getattr(file.given, field).strip()]
    queue.put_articles(articles, file.name, edited)
    queue.complain(problems)


def read_one(article: Article, say: Callable[[str], object], label: str) -> None:
    """Read one text and look for others like it; a click ends the run at a tick, and the text still waits."""
    name = queue.origin_of(article.id) or article.title or "A text"
    try:
        found = extract(article, partial(say, label))
        queue.add_found(found, copies.near(article, partial(say, f"{label}, and looking for others like it")))
    except PipelineError as error:
        passing = isinstance(error, ArticleError) and error.may_pass
        queue.complain([Problem(name, str(error), article if passing else None)])
    except Exception as error:
        queue.complain([unforeseen(name, article, error)])


def unforeseen(name: str, input_: File | Article, error: Exception) -> Problem:
    LOG.exception("%s failed", name)
    return Problem(name, f"It could not be read: {type(error).__name__}.\n{UNKNOWN}", input_)
