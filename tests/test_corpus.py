from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

import pytest

from pipeline import corpus
from pipeline.corpus import Chunk, Failure, Output


def chunks(number: int) -> list[Chunk]:
    return [[Failure(str(name), "unreadable")] for name in range(number)]


def outputs(number: int) -> list[Output]:
    return [output for chunk in chunks(number) for output in corpus.extract_chunk(chunk)]


def started(chunk: Chunk) -> Future[list[Output]]:
    """What another process has begun and ends at once."""
    future: Future[list[Output]] = Future()
    future.set_running_or_notify_cancel()
    future.set_result(corpus.extract_chunk(chunk))
    return future


def never_started(_: Chunk) -> Future[list[Output]]:
    return Future()


@pytest.mark.parametrize("submit", [started, never_started])
@pytest.mark.parametrize("ahead", [1, 3])
def test_in_order_gives_each_result_once_in_the_order_of_the_input(
    submit: Callable[[Chunk], Future[list[Output]]], ahead: int
) -> None:
    assert list(corpus.in_order(chunks(7), submit, ahead)) == outputs(7)


def test_in_order_leaves_no_more_to_others_than_it_may() -> None:
    asked: list[Chunk] = []

    def submit(chunk: Chunk) -> Future[list[Output]]:
        asked.append(chunk)
        return Future()

    assert list(corpus.in_order(chunks(9), submit, 2)) == outputs(9)
    assert asked == chunks(9)[:2]
