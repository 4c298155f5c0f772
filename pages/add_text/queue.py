"""What this session added: files to open, texts to read, what was found in them, and what could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from pages.add_text import extraction
from pages.add_text.copies import Likeness
from pages.add_text.extraction import ExtractedText
from pages.add_text.intake import File, Problem
from pipeline.domain import Article, article_id

Change = Callable[[str, str], None]

_FILES, _WAITING, _FOUND, _PROBLEMS, _REPEATED = (
    "add-files-waiting",
    "add-waiting",
    "add-found",
    "add-problems",
    "add-same",
)
_TOTAL, _STOPPED, _EDITED, _ORIGINS, _NEAR = "add-total", "add-stopped", "add-edited", "add-origins", "add-near"


def put_files(files: Iterable[File]) -> None:
    _begin()
    st.session_state[_FILES] = [*files_waiting(), *files]
    st.session_state[_TOTAL] = len(files_waiting())


def put_articles(articles: Iterable[Article], origin: str = "", edited: Iterable[str] = ()) -> None:
    """Take new texts in; one that is here already is not read twice, and that is said."""
    _begin()
    here = {each.id for each in waiting()} | {each.analysis.article.id for each in found()}
    for article in (replace(each, id=article_id(each.text)) for each in articles):
        if article.id in here:
            _session_value(_REPEATED, list).append((origin or "The text", origin_of(article.id)))
            continue
        here.add(article.id)
        _session_value(_WAITING, list).append(article)
        _session_value(_ORIGINS, dict)[article.id] = origin
        _session_value(_EDITED, set).update((article.id, field) for field in edited)


def _begin() -> None:
    st.session_state.pop(_STOPPED, None)


def _session_value(key: str, kind: type[Any]) -> Any:
    """What the session holds under a key, made where there is nothing yet."""
    return st.session_state.setdefault(key, kind())


def files_waiting() -> list[File]:
    files: list[File] = _session_value(_FILES, list)
    return files


def files_total() -> int:
    return max(int(st.session_state.get(_TOTAL, 0)), len(files_waiting()))


def waiting() -> list[Article]:
    texts: list[Article] = _session_value(_WAITING, list)
    return texts


def found() -> list[ExtractedText]:
    texts: list[ExtractedText] = _session_value(_FOUND, list)
    return texts


def problems() -> list[Problem]:
    said: list[Problem] = _session_value(_PROBLEMS, list)
    return said


def repeated() -> list[tuple[str, str]]:
    """Inputs that hold the same text, letter by letter, as an earlier one, with the name of that."""
    same: list[tuple[str, str]] = _session_value(_REPEATED, list)
    return same


def complain(said: Iterable[Problem]) -> None:
    problems().extend(said)


def forget_problems() -> None:
    st.session_state.pop(_PROBLEMS, None)
    st.session_state.pop(_REPEATED, None)


def again(problem: Problem) -> None:
    """Try once more what lacked time or memory."""
    st.session_state[_PROBLEMS] = [each for each in problems() if each is not problem]
    if isinstance(problem.again, File):
        put_files([problem.again])
    elif problem.again:
        put_articles([problem.again], origin_of(problem.again.id))


def origin_of(article: str) -> str:
    """The name of the file it came from; nothing for a pasted text."""
    return str(_session_value(_ORIGINS, dict).get(article, ""))


def stop_reading() -> None:
    """Read no further; what was read stays, what waits can go on."""
    st.session_state[_STOPPED] = True


def is_stopped() -> bool:
    return bool(st.session_state.get(_STOPPED))


def go_on() -> None:
    _begin()


def discard_waiting() -> None:
    for key in (_FILES, _WAITING, _STOPPED):
        st.session_state.pop(key, None)


def add_found(new: ExtractedText, near: tuple[Likeness, ...]) -> None:
    found().append(new)
    _session_value(_NEAR, dict)[new.analysis.article.id] = near


def near(article: str) -> tuple[Likeness, ...]:
    """The texts that are much like it, as they were when it was read."""
    alike: tuple[Likeness, ...] = _session_value(_NEAR, dict).get(article, ())
    return alike


def drop(article: str) -> None:
    st.session_state[_FOUND] = [each for each in found() if each.analysis.article.id != article]


def clear_queue() -> None:
    for key in (_FILES, _WAITING, _FOUND, _PROBLEMS, _REPEATED, _TOTAL, _STOPPED, _EDITED, _ORIGINS, _NEAR):
        st.session_state.pop(key, None)


def redate(article: str, published: date | None) -> None:
    """Give a text that was read another publication date; None leaves it to the text again."""
    _session_value(_EDITED, set).add((article, "published"))
    _change(article, lambda each: extraction.with_date(each, published))


def retitle(article: str, title: str) -> None:
    _session_value(_EDITED, set).add((article, "title"))
    _change(article, lambda each: extraction.with_title(each, title))


def set_outlet(article: str, outlet: str) -> None:
    _session_value(_EDITED, set).add((article, "outlet"))
    _change(article, lambda each: extraction.with_outlet(each, outlet))


def is_edited(article: str, field: str) -> bool:
    """Whether somebody typed it here."""
    return (article, field) in _session_value(_EDITED, set)


def _change(article: str, changed: Any) -> None:
    st.session_state[_FOUND] = [changed(each) if each.analysis.article.id == article else each for each in found()]
