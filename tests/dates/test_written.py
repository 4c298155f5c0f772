"""A date that somebody types is read whole, however it is capitalised, or refused."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.dates import written_span
from pipeline.errors import CorrectionError


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        pytest.param("3 oct 2021", date(2021, 10, 3), date(2021, 10, 3), id="lower case"),
        pytest.param("3 OCTOBER 2021", date(2021, 10, 3), date(2021, 10, 3), id="upper case"),
        pytest.param("may 2018", date(2018, 5, 1), date(2018, 5, 31), id="a month that is a verb too"),
        pytest.param("between 4 and 9 june 2020", date(2020, 6, 4), date(2020, 6, 9), id="between"),
        pytest.param("from 4 through 9 june 2020", date(2020, 6, 4), date(2020, 6, 9), id="from and through"),
        pytest.param("the second half of 2022", date(2022, 7, 1), date(2022, 12, 31), id="part of a year"),
    ],
)
def test_written_span_is_as_typed(typed: str, first: date, last: date) -> None:
    span = written_span(typed, None)
    assert span is not None
    assert (span.first, span.last) == (first, last)


@pytest.mark.parametrize("typed", ["3 Ocober 2021", "perhaps 2021", "03-10-2021 5", "14th Floor 2021"])
def test_written_span_with_words_of_no_date_is_refused(typed: str) -> None:
    with pytest.raises(CorrectionError, match="is no date"):
        written_span(typed, None)


def test_written_span_of_nothing_is_none() -> None:
    assert written_span("  ", None) is None
