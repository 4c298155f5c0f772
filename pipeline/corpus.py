"""Many articles to JSON analyses, in input order, on one process or several."""

from __future__ import annotations

import logging
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import msgspec

from pipeline import codec, readers
from pipeline.analysis import analyse, analyse_all
from pipeline.domain import Analysis, Article
from pipeline.errors import ArticleError, PipelineError
from pipeline.readers import lines

LOG = logging.getLogger(__name__)
CHUNK = 8
CHUNKS_AHEAD, MOST_WAITING = 3, 8


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gives no analysis, and why, in words for its user."""

    id: str
    error: str


Input = Article | Failure
Chunk = list[Input]


def inputs(paths: Iterable[Path]) -> Iterator[Input]:
    """The articles of files, in order; what cannot be read is a failure in its place. JSONL is read line by line."""
    for path in paths:
        try:
            yield from (input_of(found) for found in articles_in(path))
        except OSError as error:
            yield Failure(path.name, f"{path} cannot be opened: {error.strerror}.")


def articles_in(path: Path) -> Iterator[Article | ArticleError]:
    if path.suffix.lower() != ".jsonl":
        yield from readers.read(path.name, path.read_bytes())
        return
    with path.open("rb") as file:
        yield from lines.read(file, received=None)


def input_of(found: Article | ArticleError) -> Input:
    return Failure(found.article or "", str(found)) if isinstance(found, ArticleError) else found


@dataclass(frozen=True, slots=True)
class Output:
    """One line of output: an analysis, or the error that stands in its place."""

    json: bytes
    failed: bool


def extract(inputs: Iterable[Input], workers: int = 1) -> Iterator[Output]:
    """Analyse articles in order; the memory it takes does not grow with their number.

    This process is one of the workers, so that it works while the others still load the model.
    """
    chunks = chunked(inputs)
    if workers == 1:
        yield from (output for chunk in chunks for output in extract_chunk(chunk))
        return
    others = workers - 1
    with ProcessPoolExecutor(others, multiprocessing.get_context("spawn")) as pool:
        yield from in_order(chunks, lambda chunk: submitted(pool, chunk), others * CHUNKS_AHEAD)


def submitted(pool: ProcessPoolExecutor, chunk: Chunk) -> Future[list[Output]]:
    try:
        return pool.submit(extract_chunk, chunk)
    except BrokenProcessPool:
        return done_here(chunk)


def chunked(inputs: Iterable[Input]) -> Iterator[Chunk]:
    rest = iter(inputs)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def in_order(chunks: Iterable[Chunk], submit: Callable[[Chunk], Future[list[Output]]], ahead: int) -> Iterator[Output]:
    """Results in the order of the chunks. At most ``ahead`` are left to others; what they cannot take is done here.

    Results that wait for an earlier one are bounded too.
    """
    waiting: deque[tuple[Chunk, Future[list[Output]]]] = deque()
    for chunk in chunks:
        busy = sum(not future.done() for _, future in waiting)
        waiting.append((chunk, submit(chunk) if busy < ahead else done_here(chunk)))
        while waiting and (waiting[0][1].done() or len(waiting) > ahead * MOST_WAITING):
            yield from result(*waiting.popleft())
    for place in reversed(range(len(waiting))):
        chunk, future = waiting[place]
        if future.cancel():
            waiting[place] = chunk, done_here(chunk)
    for chunk, future in waiting:
        yield from result(chunk, future)


def result(chunk: Chunk, future: Future[list[Output]]) -> list[Output]:
    """What a worker gives; if it died, out of memory perhaps, what this process gives in its place."""
    try:
        return future.result()
    except BrokenProcessPool:
        LOG.warning("a worker process ended; its articles are read again")
        return extract_chunk(chunk)


def done_here(chunk: Chunk) -> Future[list[Output]]:
    future: Future[list[Output]] = Future()
    future.set_result(extract_chunk(chunk))
    return future


def extract_chunk(chunk: Chunk) -> list[Output]:
    """The chunk in one batch; article by article if the batch fails, so that one bad article costs no other."""
    articles = [given for given in chunk if isinstance(given, Article)]
    try:
        analyses = iter([output_of(analysis) for analysis in analyse_all(articles)])
    except PipelineError:
        raise
    except Exception:
        LOG.exception("a batch of %d articles failed; they are read one by one", len(articles))
        analyses = iter([extract_alone(article) for article in articles])
    return [failed(given) if isinstance(given, Failure) else next(analyses) for given in chunk]


def extract_alone(article: Article) -> Output:
    try:
        return output_of(analyse(article))
    except Exception as error:
        LOG.exception("article %s failed", article.id)
        return failed(Failure(article.id, f"The article could not be analysed: {type(error).__name__}: {error}"))


def output_of(analysis: Analysis) -> Output:
    return Output(codec.to_json(analysis), failed=False)


def failed(failure: Failure) -> Output:
    return Output(msgspec.json.encode({"article": {"id": failure.id}, "error": failure.error}), failed=True)
