"""Recognition takes time in proportion to the text, whatever it repeats."""

from __future__ import annotations

import time

import pytest

from pipeline.dates import recognise
from tests.growth import check_growth

SHORT, LONG = 1_500, 12_000
GROWTH = 24
"""Linear is 8, quadratic is 64."""
IGNORED = 0.05


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
    check_growth(lambda times: seconds(repeated * times), SHORT, LONG, GROWTH, IGNORED)
