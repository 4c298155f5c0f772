"""Reading one article at a time, in a process with limits that loads the model with the first."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from threading import Thread

from pipeline import codec
from pipeline.assembly import assemble
from pipeline.domain import Analysis, Article, Reading
from pipeline.errors import ArticleError
from pipeline.limited import Worker, WorkerStoppedError

LONGEST = 300
LOADING = 120
SECONDS, ORDINARY, PER_SECOND = 20, 100_000, 5_000
"""Seconds for a text of ordinary length in characters, and how many more are read in each further second."""
MEMORY = 6_000_000_000
TICK = 0.25


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a text, before anything of it is kept."""

    reading: Reading
    analysis: Analysis


def extract(article: Article, tick: Callable[[], object] = lambda: None) -> Found:
    """Read an article; the process serves all sessions of the server in turn.

    ``tick`` is called while it works, and may raise to leave it. Raises ArticleError for a text that takes too long.
    """
    seconds = SECONDS + max(0, len(article.text) - ORDINARY) // PER_SECOND
    answer: Future[bytes] = Future()
    Thread(target=ask, args=(article, seconds, answer), daemon=True).start()
    while not answer.done():
        tick()
        wait(answer)
    try:
        reading = codec.reading_from_json(answer.result())
    except WorkerStoppedError as error:
        raise ArticleError.unanalysed(seconds, slow=error.slow) from error
    return Found(reading, assemble(article, reading))


def ask(article: Article, seconds: int, answer: Future[bytes]) -> None:
    """Load the model before the time of the first text begins to count."""
    try:
        if not worker().is_warm:
            worker().ask(b"", LOADING)
        answer.set_result(worker().ask(article.language.encode() + b"\n" + article.text.encode(), seconds))
    except Exception as error:
        answer.set_exception(error)


def wait(answer: Future[bytes]) -> None:
    try:
        answer.exception(TICK)
    except TimeoutError:
        return


@cache
def worker() -> Worker:
    return Worker("pipeline.analysis:answer", seconds=LONGEST, memory=MEMORY)


def dated(found: Found, published: date | None) -> Found:
    """The same reading under another publication date; None leaves it to the text."""
    article = replace(
        found.analysis.article,
        published=published,
        published_basis="given" if published else "unknown",
        published_candidates=(),
        published_reasons=(),
    )
    return Found(found.reading, assemble(article, found.reading))
