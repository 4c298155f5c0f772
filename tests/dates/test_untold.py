"""What texts without publication date tell all the same, and what they leave open."""

from __future__ import annotations

import pytest

from tests.dates.test_resolution import resolved


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param(
            "Sales grew in the last quarter, which ended September 30, 2014.",
            ["2014-Q3", "2014-09-30"],
            id="a quarter by its end",
        ),
        pytest.param(
            "Sales grew in the last quarter, which ended January 31, 2015.",
            ["2014-Q4", "2015-01-31"],
            id="a quarter that is not the calendar's",
        ),
        pytest.param(
            "It lost 4 million in the third quarter of 2014. In the third quarter of last year it lost 9 million.",
            ["2014-Q3", "2013-Q3"],
            id="the quarter that it is compared with",
        ),
        pytest.param(
            "It lost 4 million in the third quarter of 2014. In the first quarter of last year it lost 9 million.",
            ["2014-Q3", "XXXX-Q1"],
            id="another quarter",
        ),
        pytest.param(
            "It lost 4 million in the fourth quarter of 2014 and 9 million for the full year.",
            ["2014-Q4", "2014"],
            id="the year that its last quarter ends",
        ),
        pytest.param(
            "Tin at its lowest since April.\nTin fell to 9 dollars on Monday, its lowest since April 2014.",
            ["2014-04", "XXXX-WXX-1", "2014-04"],
            id="the month of a headline",
        ),
        pytest.param(
            "Tin at its lowest since April.\nTin cost 9 dollars in April 2012 and 8 dollars in April 2014.",
            ["XXXX-04", "2012-04", "2014-04"],
            id="two years of that month",
        ),
        pytest.param(
            "They chose a Saturday, which they write 5/4/14.",
            ["XXXX-WXX-6", "2014-04-05"],
            id="figures by their weekday",
        ),
        pytest.param("The stamp reads 5/4/14.", ["2014-XX-XX"], id="figures without weekday"),
        pytest.param(
            "It was founded in 1998, closed in 2001 and reopened in 2003. It lost money last year, it said on Monday.",
            ["1998", "2001", "2003", "XXXX", "XXXX-WXX-1"],
            id="news is no story of its own time",
        ),
    ],
)
def test_resolution_without_publication_date(text: str, values: list[str]) -> None:
    assert [timex.value for timex in resolved(text, published=None)] == values
