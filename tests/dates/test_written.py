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
        pytest.param("week of 5 October 2021", date(2021, 10, 4), date(2021, 10, 10), id="the week of a day"),
        pytest.param("week beginning 3 Oct 2021", date(2021, 10, 3), date(2021, 10, 9), id="a week by its first day"),
        pytest.param("the week ending 3 Oct 2021", date(2021, 9, 27), date(2021, 10, 3), id="a week by its last day"),
        pytest.param("2021-W40", date(2021, 10, 4), date(2021, 10, 10), id="a week of ISO 8601"),
        pytest.param("23-10-2021", date(2021, 10, 23), date(2021, 10, 23), id="figures of one order only"),
        pytest.param("2021/10/03", date(2021, 10, 3), date(2021, 10, 3), id="year first"),
        pytest.param("3-Oct-2021", date(2021, 10, 3), date(2021, 10, 3), id="hyphens"),
        pytest.param("3 Oct 2021 - 5 Oct 2021", date(2021, 10, 3), date(2021, 10, 5), id="two whole days"),
        pytest.param("2021-10", date(2021, 10, 1), date(2021, 10, 31), id="a month of ISO 8601"),
        pytest.param("10/2021", date(2021, 10, 1), date(2021, 10, 31), id="a month in figures"),
        pytest.param("2021 Q4", date(2021, 10, 1), date(2021, 12, 31), id="a quarter after its year"),
        pytest.param("mid-October 2021", date(2021, 10, 11), date(2021, 10, 20), id="middle of a month"),
        pytest.param("since 3 Oct 2021", date(2021, 10, 3), None, id="since"),
        pytest.param("3 Oct 2021 onwards", date(2021, 10, 3), None, id="onwards"),
        pytest.param("from Oct 2021", date(2021, 10, 1), None, id="from, without an end"),
        pytest.param("until 3 Oct 2021", None, date(2021, 10, 3), id="until"),
    ],
)
def test_written_span_is_as_typed(typed: str, first: date | None, last: date | None) -> None:
    span = written_span(typed, None)
    assert span is not None
    assert (span.first, span.last) == (first, last)


@pytest.mark.parametrize("typed", ["3 Ocober 2021", "perhaps 2021", "03-10-2021 5", "14th Floor 2021"])
def test_written_span_with_words_of_no_date_is_refused(typed: str) -> None:
    with pytest.raises(CorrectionError, match="is no date"):
        written_span(typed, None)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        pytest.param("03-10-2021", "can be two days", id="either order"),
        pytest.param("the week of Oct. 3", "its year or its day is missing", id="no year"),
        pytest.param("yesterday", "its year or its day is missing", id="another day whenever it is read"),
        pytest.param("May 2021, June 2022", "is no date", id="two dates that nothing joins"),
        pytest.param("2021-W54", "is no date", id="no week of that year"),
    ],
)
def test_written_span_says_what_to_type(typed: str, reason: str) -> None:
    with pytest.raises(CorrectionError, match=reason):
        written_span(typed, None)


def test_written_span_is_approximate_where_it_is_hedged() -> None:
    span = written_span("circa 1974", None)
    assert span is not None
    assert span.edtf == "1974~"


def test_written_span_of_nothing_is_none() -> None:
    assert written_span("  ", None) is None
