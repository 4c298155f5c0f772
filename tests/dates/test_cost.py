"""Recognition takes time in proportion to the text, whatever it repeats."""

from __future__ import annotations

import time

import pytest

from pipeline.dates import recognise

SHORT, LONGER = 1_500, 4
SLACK = 3.5
"""How much more than in proportion a longer text may take; a square would take four times more."""


def seconds(text: str) -> float:
    started = time.process_time()
    recognise(text, {})
    return time.process_time() - started


@pytest.mark.parametrize(
    "repeated",
    [
        "1,",
        "- ",
        "1-",
        "7",
        "1998-",
        "three ",
        "12 and ",
        "May ",
        "a week ",
        "1.",
        "44 BC ",
        "end of the ",
        "third and ",
        " ",
        "   _",
    ],
)
def test_recognition_is_linear(repeated: str) -> None:
    short = min(seconds(repeated * SHORT) for _ in range(5))
    long = min(seconds(repeated * SHORT * LONGER) for _ in range(3))
    assert long < SLACK * LONGER * max(short, 0.002)
