from __future__ import annotations

from time import process_time

import pytest

from pipeline.linking.words import words
from tests.growth import check_growth


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://x.example/a and www.x.example", ["see", "and"]),
        ("See x.com/fares (a.b.org/c), says @harbour", ["see", "says"]),
        ("It doesn't say; Ana's ferry", ["it", "does", "say", "ana", "ferry"]),
    ],
)
def test_words_are_those_of_prose(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize("text", ["(", "a", "a.com", "@", "a'", "://"])
def test_words_of_a_text_without_spaces_are_found_in_time_that_grows_with_it(text: str) -> None:
    def seconds(times: int) -> float:
        began = process_time()
        words(text * times)
        return process_time() - began

    check_growth(seconds, 10_000, 40_000, 8, ignored=0.2)
