from __future__ import annotations

import pytest

from pipeline.batch.parts import Done
from pipeline.batch.progress import Progress, duration


class Course:
    """A run as it goes: how much of its corpus was handed out, at what time."""

    share = now = 0.0


def test_rate_and_time_left_are_those_of_this_run() -> None:
    at, said = Course(), list[str]()
    progress = Progress(said.append, lambda: at.share, lambda: at.now)
    progress.skip(0.5)
    at.now = 30
    progress.begin()
    at.share, at.now = 0.7, 35
    progress.add(Done(49, 1), waiting=1)
    at.now = 40
    progress.add(Done(1, 0), waiting=1)
    at.share, at.now = 0.9, 230
    progress.add(Done(49, 0), waiting=1)
    assert said == [
        "49 articles read, 10.0 a second; 60% of the corpus; less than a minute left.",
        "99 articles read, 0.5 a second; 80% of the corpus; about 2 min left.",
    ]


def test_the_last_part_leaves_less_than_a_minute() -> None:
    at, said = Course(), list[str]()
    progress = Progress(said.append, lambda: at.share, lambda: at.now)
    progress.begin()
    at.share, at.now = 1.0, 600
    progress.add(Done(1200, 0), waiting=0)
    assert said == ["1,200 articles read, 2.0 a second; 100% of the corpus; less than a minute left."]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(29, "less than a minute"), (60, "about 1 min"), (7000, "about 117 min"), (90_000, "about 25 hours")],
)
def test_what_is_left_is_told_as_exactly_as_it_is_known(seconds: float, words: str) -> None:
    assert duration(seconds) == words
