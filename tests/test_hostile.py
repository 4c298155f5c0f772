"""Texts made to take for ever: each is read, in time and memory that grow with its length, in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from pipeline.limited import Worker
from tests.growth import check_growth

PATIENCE, MEMORY = 120, 1_000_000_000
SHORT, LONG, TIMES = 6_000, 100_000, 4
GROWTH, STEADY = 8, 6
"""Linear is 4, quadratic is 16; a sentence of 100 kB is long enough to be held to less."""
LEAST = 1.0
"""Processor seconds below which nothing is said of growth."""
ENDLESS = {
    "brackets": "(",
    "straight quotes": '"',
    "curly quotes": "“",
    "figures and commas": "1,",
    "dashes": "-",
    "words and hyphens": "a-",
    "a figure without end": "9",
    "a letter without end": "a",
    "combining marks": "Lima\u0301 ",
    "invisible characters": "a\u00ad",
    "one-word paragraphs": "Lima\n\n",
    "one name": "Prado\n",
    "one name and commas": "Prado, ",
    "genitives": "Anna's ",
    "bullets": "• Lima\n- 4 March 2021\n* Anna Prado\n1. \n",
    "verbs": "visited ",
    "statements gone on": "The minister said it was late, adding that it was cold, ",
    "quotations": '"Yes," he said. ',
}


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """A process that may hold so much memory and no more, and has loaded the model."""
    made = Worker("tests.limited_targets:measured", seconds=PATIENCE, memory=MEMORY)
    made.ask(b"Ana Prado left Lima.", PATIENCE)
    yield made
    made.close()


def measured(worker: Worker, text: str) -> tuple[float, int]:
    """Processor seconds, and the bytes held so far; a worker that would hold more than ``MEMORY`` ends."""
    return msgspec.json.decode(worker.ask(text.encode(), PATIENCE), type=tuple[float, int])


def seconds(worker: Worker, text: str) -> float:
    return measured(worker, text)[0]


UNENDING = {
    "relative clauses": "who met the man ",
    "genitives": "of the house ",
    "statements": "that he said ",
    "journeys": "Putin flew to Pyongyang on 3 May 2023 and ",
    "words": "the bank in Lima closed as its workers, after talks on Monday, left for Quito and ",
}
"""What one sentence without an end is made of."""


@pytest.mark.parametrize("part", [pytest.param(part, id=name) for name, part in ENDLESS.items()])
def test_time_and_memory_grow_as_the_text_does(worker: Worker, part: str) -> None:
    text = (part * TIMES * SHORT)[: TIMES * SHORT]
    check_growth(lambda length: seconds(worker, text[:length]), SHORT, TIMES * SHORT, GROWTH, LEAST)


@pytest.mark.parametrize("part", [pytest.param(part, id=name) for name, part in UNENDING.items()])
def test_a_sentence_of_100_kb_takes_time_as_its_length(worker: Worker, part: str) -> None:
    text = (part * LONG)[:LONG]
    check_growth(lambda length: seconds(worker, text[:length]), LONG // TIMES, LONG, STEADY)


def test_a_long_text_takes_little_more_memory_than_a_short_one(worker: Worker) -> None:
    paragraph = (
        "Minister Ana Prado flew from Lima to Quito on 4 March 2021, her office said. She met Rui Silva there.\n\n"
    )
    _, before = measured(worker, paragraph * 10)
    _, after = measured(worker, paragraph * 400)
    assert after - before < 200_000_000
