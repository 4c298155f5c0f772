from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from pipeline.limited import Worker, WorkerStoppedError
from tests import limited_targets

MEMORY = 1_000_000_000


def test_worker_answers_one_request_after_the_other_in_one_process() -> None:
    worker = Worker("tests.limited_targets:as_told", seconds=20, memory=MEMORY)
    first, second = worker.ask(b""), worker.ask(b"again")
    assert first == second != str(os.getpid()).encode()
    worker.stop()


def test_worker_carries_messages_of_any_size() -> None:
    worker = Worker("tests.limited_targets:reversed_bytes", seconds=20, memory=MEMORY)
    assert worker.ask(b"") == b""
    assert worker.ask(b"ab" * 3_000_000) == b"ba" * 3_000_000
    worker.stop()


@pytest.mark.parametrize("request_", [b"wait", b"end", b"fail", b"grow"])
def test_worker_that_cannot_answer_costs_nothing_but_that(request_: bytes) -> None:
    worker = Worker("tests.limited_targets:as_told", seconds=20, memory=MEMORY)
    worker.ask(b"")
    began = time.monotonic()
    with pytest.raises(WorkerStoppedError) as stopped:
        worker.ask(request_, seconds=2)
    assert stopped.value.slow == (request_ == b"wait")
    assert time.monotonic() - began < limited_targets.ASLEEP / 2
    assert worker.ask(b"again")
    worker.stop()


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the system does not tell what a process holds")
def test_worker_that_has_grown_is_replaced_by_a_small_one() -> None:
    worker = Worker("tests.limited_targets:as_told", seconds=20, memory=MEMORY)
    first = worker.ask(b"which")
    most = worker.resident() + 25_000_000
    worker.renew(most)
    assert worker.ask(b"keep") == first
    assert worker.resident() > most
    worker.renew(most)
    assert worker.ask(b"which") != first
    assert worker.resident() < most
    worker.close()
