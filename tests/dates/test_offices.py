from __future__ import annotations

from datetime import date

import pytest

from pipeline.dates.offices import Terms, office_holders
from pipeline.lexicons import load


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        pytest.param("British Prime Minister Tony Blair said", date(2003, 1, 1), True, id="full name"),
        pytest.param("Prime Minister Blair said", date(2008, 1, 1), False, id="last name"),
        pytest.param("President of France Jacques Chirac said", date(1996, 1, 1), True, id="of a country"),
        pytest.param("Vice President Joe Biden said", date(2022, 1, 1), False, id="vice president is no president"),
    ],
)
def test_holders_bound_the_day(text: str, day: date, expected: bool) -> None:
    (holder,) = office_holders(text)
    assert holder.in_office(day) is expected


@pytest.mark.parametrize("text", ["former Prime Minister Tony Blair said", "ex-president Bill Clinton", "Tony Blair"])
def test_holders_leave_out_whom_the_text_gives_no_office(text: str) -> None:
    assert list(office_holders(text)) == []


def test_terms_are_in_order_and_say_their_source() -> None:
    terms = load("terms_of_office", Terms)
    assert len(terms.term) > 300
    for term in terms.term:
        assert term.source
        assert term.office in terms.titles
        assert term.until is None or term.since < term.until
