"""Reading one article at a time, in a process with limits that loads the model with the first."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from threading import Thread
from typing import Any, TypeVar

from pipeline import codec, readers, settings
from pipeline.assembly import assemble
from pipeline.domain import Analysis, Article, Reading
from pipeline.errors import ArticleError
from pipeline.limited import Worker, WorkerStoppedError

T = TypeVar("T")
LONGEST = 300
LOADING = 120
SECONDS, ORDINARY, PER_SECOND = 20, 100_000, 3_000
"""Seconds for a text of ordinary length in characters, and how many more are read in each further second."""
TICK = 0.25


@dataclass(frozen=True, slots=True)
class ExtractedText:
    """What was found in a text, before anything of it is kept."""

    reading: Reading
    analysis: Analysis


def extract(article: Article, tick: Callable[[], object] = lambda: None) -> ExtractedText:
    """Read an article; the process serves all sessions of the server in turn.

    ``tick`` is called while it works, and may raise to leave it. Raises ArticleError for a text that takes too long.
    """
    seconds = SECONDS + max(0, len(article.text) - ORDINARY) // PER_SECOND
    try:
        reading = codec.reading_from_json(beside(lambda: ask_worker(article, seconds), tick))
    except WorkerStoppedError as error:
        raise ArticleError.unanalysed(seconds, slow=error.slow) from error
    return ExtractedText(reading, assemble(article, reading))


def ask_worker(article: Article, seconds: int) -> bytes:
    """Load the model before the time of the first text begins to count."""
    if not worker().is_warm:
        worker().ask(b"", LOADING)
    return worker().ask(article.language.encode() + b"\n" + article.text.encode(), seconds)


def is_ready() -> bool:
    """Whether the model is loaded."""
    return worker().is_warm


def beside(work: Callable[[], T], tick: Callable[[], object]) -> T:
    """Do work on a thread of its own; ``tick`` is called meanwhile, and may raise to leave it to itself."""
    answer: Future[T] = Future()
    Thread(target=settle, args=(answer, work), daemon=True).start()
    while not answer.done():
        tick()
        wait([answer], TICK)
    return answer.result()


def settle(answer: Future[T], work: Callable[[], T]) -> None:
    try:
        answer.set_result(work())
    except Exception as error:
        answer.set_exception(error)


@cache
def worker() -> Worker:
    return Worker("pipeline.analysis:answer", seconds=LONGEST, memory=settings.memory())


def with_date(found: ExtractedText, published: date | None) -> ExtractedText:
    """The same reading under another publication date; None leaves it to the text."""
    return with_metadata(
        found,
        published=published,
        published_basis="given" if published else "unknown",
        published_candidates=(),
        published_reasons=(),
    )


def with_title(found: ExtractedText, title: str) -> ExtractedText:
    return with_metadata(found, title=readers.cleaned(title, readers.TITLE_LENGTH))


def with_outlet(found: ExtractedText, outlet: str) -> ExtractedText:
    return with_metadata(found, outlet=readers.cleaned(outlet, readers.OUTLET_LENGTH))


def with_metadata(found: ExtractedText, **fields: Any) -> ExtractedText:
    """The same reading of an article of which something else is known."""
    return ExtractedText(found.reading, assemble(replace(found.analysis.article, **fields), found.reading))
