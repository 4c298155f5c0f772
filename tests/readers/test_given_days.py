from __future__ import annotations

from datetime import date

import pytest

from pipeline.errors import ArticleError
from pipeline.readers import given_day


@pytest.mark.parametrize(
    "given",
    ["12 Sept 2023", "Sept. 12th, 2023", "2023-09-12", "12.9.2023", "Tuesday, 12 September 2023", " 20230912 ",
     "2023/09/12", "12th of September 2023", "September the 12th, 2023", "2023 Sept. 12", "2023-09-12T10:00:00Z"],
)  # fmt: skip
def test_given_days_are_read_as_people_write_them(given: str) -> None:
    assert given_day(given) == date(2023, 9, 12)


@pytest.mark.parametrize("given", ["", "  "])
def test_given_days_nothing_is_no_day(given: str) -> None:
    assert given_day(given) is None


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("yesterday", "depends on today"),
        ("last Tuesday", "depends on today"),
        ("today", "depends on today"),
        ("three days ago", "depends on today"),
        ("Monday", "depends on today"),
        ("5/3/2019", "two days"),
        ("13/13/2019", "no date"),
        ("5/3/19", "whole year"),
        ("12 Sept 23", "12 Sept 23"),
        ("September 2023", "single day"),
        ("2023", "single day"),
        ("12 September", "single day"),
        ("31 February 2023", "no date"),
        ("soonish", "no date"),
        ("-", "no date"),
    ],
)
def test_given_days_others_are_refused_each_in_its_words(given: str, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason) as refused:
        given_day(given)
    assert "Hint: " in str(refused.value)
