"""Many articles to JSON analyses, in input order, on one process or several."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import msgspec

from pipeline import codec, readers
from pipeline.analysis import analyse, analyse_all
from pipeline.domain import Analysis, Article
from pipeline.errors import ArticleError
from pipeline.readers import lines

CHUNK = 16
CHUNKS_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gives no analysis, and why, in words for its user."""

    id: str
    error: str


Input = Article | Failure


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
    """Analyse articles in order; the memory it takes does not grow with their number."""
    chunks = chunked(inputs)
    if workers == 1:
        yield from (output for chunk in chunks for output in extract_chunk(chunk))
        return
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        yield from in_order(chunks, lambda chunk: pool.submit(extract_chunk, chunk), workers * CHUNKS_AHEAD)


def chunked(inputs: Iterable[Input]) -> Iterator[list[Input]]:
    rest = iter(inputs)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def in_order(
    chunks: Iterable[list[Input]], submit: Callable[[list[Input]], Future[list[Output]]], ahead: int
) -> Iterator[Output]:
    """Results in the order of submission, with at most ``ahead`` chunks on their way."""
    waiting: deque[Future[list[Output]]] = deque()
    for chunk in chunks:
        waiting.append(submit(chunk))
        if len(waiting) >= ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def extract_chunk(chunk: list[Input]) -> list[Output]:
    """The chunk in one batch; article by article if the batch fails, so that one bad article costs no other."""
    articles = [given for given in chunk if isinstance(given, Article)]
    try:
        analyses = iter([output_of(analysis) for analysis in analyse_all(articles)])
    except Exception:
        analyses = iter([extract_alone(article) for article in articles])
    return [failed(given) if isinstance(given, Failure) else next(analyses) for given in chunk]


def extract_alone(article: Article) -> Output:
    try:
        return output_of(analyse(article))
    except Exception as error:
        return failed(Failure(article.id, f"The article could not be analysed: {type(error).__name__}: {error}"))


def output_of(analysis: Analysis) -> Output:
    return Output(codec.to_json(analysis), failed=False)


def failed(failure: Failure) -> Output:
    return Output(msgspec.json.encode({"article": {"id": failure.id}, "error": failure.error}), failed=True)
