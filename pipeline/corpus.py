"""Many articles to JSON analyses, in input order, in one process or several, each with limits of time and memory."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from stat import S_ISREG

import msgspec

from pipeline import codec, model, readers, settings
from pipeline.analysis import read_all
from pipeline.domain import Analysis, Article, Reading
from pipeline.errors import ArticleError, PipelineError, SettingsError
from pipeline.limited import Worker, WorkerStoppedError
from pipeline.readers import lines
from pipeline.readers.drafts import FILE_LIMIT
from pipeline.readers.files import printable

LOG = logging.getLogger(__name__)
CHUNK = 16
"""Articles that a process reads together: the more, the fewer steps the model takes for all of them."""
CHUNKS_AHEAD = 3
SECONDS = 20
"""For one article of ordinary length."""
ORDINARY, PER_SECOND = 100_000, 3_000
"""Characters of a text that need no more time than that, and how many more are read in each further second."""
LONGEST_CHUNK = 900
"""Seconds after which a process ends itself."""
KEPT_SHARE = 2
"""A process that keeps half of the memory that it may take, 750 MB, is replaced: spaCy forgets no word that it read."""
LOADING = 60
"""Seconds for loading the language model."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gives no analysis, and why, in words for its user; ``file`` is where it stands, if that is told."""

    id: str
    error: str
    file: str | None = None


Input = Article | Failure
Chunk = list[Input]


@dataclass(frozen=True, slots=True)
class Output:
    """One line of output: an analysis, with the reading that it follows from, or the error that stands in its place."""

    json: bytes
    failed: bool
    reading: bytes = b""


def inputs(paths: Iterable[Path]) -> Iterator[Input]:
    """The articles of files, in order; what cannot be read is a failure in its place. JSONL is read line by line."""
    for path in paths:
        try:
            yield from (input_of(found) for found in articles_in(path))
        except OSError as error:
            yield Failure(printable(path.name), f"{printable(str(path))} cannot be opened: {error.strerror}.")


def articles_in(path: Path) -> Iterator[Article | ArticleError]:
    """The articles of a file, whose kind and size are looked at before it is opened."""
    found = path.stat()
    by_line = path.suffix.lower() == ".jsonl"
    if not S_ISREG(found.st_mode):
        yield name_refusal(path, ArticleError.no_file())
    elif by_line:
        with path.open("rb") as file:
            yield from lines.read(lines.bounded_lines(file), received=None)
    elif found.st_size > FILE_LIMIT:
        yield name_refusal(path, ArticleError.too_large(found.st_size, FILE_LIMIT))
    else:
        yield from readers.read(printable(path.name), path.read_bytes())


def name_refusal(path: Path, error: ArticleError) -> ArticleError:
    error.article = printable(path.name)
    return error


def input_of(found: Article | ArticleError) -> Input:
    return Failure(found.article or "", str(found)) if isinstance(found, ArticleError) else found


def extract(inputs: Iterable[Input], workers: int = 1) -> Iterator[Output]:
    """Analyse articles in order; the memory it takes does not grow with their number.

    Each worker is a process that ends with this one. An article that takes it too long, or too much memory, is a
    failure in its place and costs no other.
    """
    idle: SimpleQueue[Worker] = SimpleQueue()
    every = [Worker("pipeline.corpus:answer", seconds=LONGEST_CHUNK, memory=settings.memory()) for _ in range(workers)]
    for worker in every:
        idle.put(worker)
    pool = ThreadPoolExecutor(workers)
    try:
        yield from in_order(
            split_chunks(inputs), lambda chunk: pool.submit(extract_apart, idle, chunk), workers * CHUNKS_AHEAD
        )
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for worker in every:
            worker.close()


def split_chunks(inputs: Iterable[Input]) -> Iterator[Chunk]:
    rest = iter(inputs)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def in_order(chunks: Iterable[Chunk], submit: Callable[[Chunk], Future[list[Output]]], ahead: int) -> Iterator[Output]:
    """Results in the order of the chunks, of which at most ``ahead`` are under way or wait for an earlier one."""
    waiting: deque[Future[list[Output]]] = deque()
    for chunk in chunks:
        waiting.append(submit(chunk))
        while waiting and (waiting[0].done() or len(waiting) >= ahead):
            yield from waiting.popleft().result()
    for future in waiting:
        yield from future.result()


def extract_apart(idle: SimpleQueue[Worker], chunk: Chunk) -> list[Output]:
    """The chunk in a worker that is idle, article by article if the worker does not answer for the whole of it."""
    worker = idle.get()
    try:
        articles = [given for given in chunk if isinstance(given, Article)]
        found = iter(ask_worker(worker, articles))
        return [failure_line(given) if isinstance(given, Failure) else next(found) for given in chunk]
    finally:
        idle.put(worker)


def ask_worker(worker: Worker, articles: list[Article]) -> list[Output]:
    """The outputs of a worker, which loads the model before its time begins to count."""
    if not articles:
        return []
    try:
        if not worker.is_warm:
            worker.ask(msgspec.msgpack.encode([]), LOADING)
        answer = worker.ask(msgspec.msgpack.encode(articles), sum(map(seconds_for, articles)))
        found = msgspec.msgpack.decode(answer, type=list[Output] | str)
    except WorkerStoppedError as error:
        if len(articles) == 1:
            reason = ArticleError.unanalysed(seconds_for(articles[0]), slow=error.slow)
            return [failure_line(Failure(articles[0].id, str(reason)))]
        LOG.warning("a worker process ended; its articles are read again, one by one")
        return [output for article in articles for output in ask_worker(worker, [article])]
    if isinstance(found, str):
        raise SettingsError(found)
    worker.renew(settings.memory() // KEPT_SHARE)
    return found


def seconds_for(article: Article) -> int:
    return SECONDS + max(0, len(article.text) - ORDINARY) // PER_SECOND


def answer(request: bytes) -> bytes:
    """What a worker does with a chunk: the outputs, or in words why none of its articles can be analysed."""
    try:
        return msgspec.msgpack.encode(extract_chunk(list(msgspec.msgpack.decode(request, type=list[Article]))))
    except PipelineError as error:
        return msgspec.msgpack.encode(str(error))


@model.rarely_collected()
def extract_chunk(chunk: Chunk) -> list[Output]:
    """The chunk in one batch; article by article if the batch fails, so that one bad article costs no other."""
    articles = [given for given in chunk if isinstance(given, Article)]
    try:
        analyses = iter([output_of(*found) for found in read_all(articles)])
    except PipelineError:
        raise
    except Exception:
        LOG.exception("a batch of %d articles failed; they are read one by one", len(articles))
        analyses = iter([extract_alone(article) for article in articles])
    return [failure_line(given) if isinstance(given, Failure) else next(analyses) for given in chunk]


def extract_alone(article: Article) -> Output:
    try:
        return output_of(*next(read_all([article])))
    except Exception as error:
        LOG.exception("article %s failed", article.id)
        return failure_line(Failure(article.id, f"The article could not be analysed: {type(error).__name__}: {error}"))


def output_of(reading: Reading, analysis: Analysis) -> Output:
    return Output(codec.to_json(analysis), failed=False, reading=codec.to_json(reading))


def failure_line(failure: Failure) -> Output:
    return Output(msgspec.json.encode({"article": {"id": failure.id}, "error": failure.error}), failed=True)
