"""What a server has one of for each store."""

from __future__ import annotations

import subprocess
import sys
from threading import Thread
from time import sleep
from typing import ClassVar

import pytest

from pages.view.once import close_all, once

AT_WORK = """
import numpy
from pages.view.background import Background
from pages.view.once import once

class Work:
    def __init__(self, _):
        self.closing = False
        self.background = Background("work", self.work)

    def work(self):
        while not self.closing:
            numpy.unique(numpy.arange(200_000))

    def close(self):
        self.closing = True
        self.background.wait_for_end()

once(Work)("a store").background.run(0.3)
"""


class Made:
    closed: ClassVar[list[str]] = []

    def __init__(self, name: str) -> None:
        sleep(0.05)
        self.name = name

    def close(self) -> None:
        self.closed.append(self.name)


def test_once_makes_one_for_all_threads() -> None:
    made = once(Made)
    found: list[Made] = []
    threads = [Thread(target=lambda: found.append(made("a store"))) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(map(id, found))) == 1
    assert made("another") is not found[0]


def test_once_tries_again_what_could_not_be_made() -> None:
    answers = iter([False, True])

    @once
    def made(_: str) -> str:
        if not next(answers):
            raise LookupError
        return "made"

    with pytest.raises(LookupError):
        made("a store")
    assert made("a store") == "made"


def test_close_all_closes_the_last_first_and_forgets_all() -> None:
    close_all()
    Made.closed.clear()
    made = once(Made)
    first = made("one")
    made("two")
    close_all()
    assert Made.closed == ["two", "one"]
    assert made("one") is not first


def test_close_all_ends_threads_with_the_process() -> None:
    """One that was stopped in C++ aborts it."""
    ran = subprocess.run([sys.executable, "-c", AT_WORK], capture_output=True, text=True, timeout=60)
    assert (ran.returncode, ran.stderr) == (0, "")
