from __future__ import annotations

from datetime import date

import pytest

from pipeline.dates import add_lapse
from pipeline.domain import DateSpan

MARCH = DateSpan(date(2018, 3, 1), date(2018, 3, 31), "2018-03")


@pytest.mark.parametrize(
    ("lapse", "edtf"),
    [
        pytest.param("+P2W", "2018-03-15/2018-04-14", id="weeks after"),
        pytest.param("-P1D", "2018-02-28/2018-03-30", id="a day before"),
        pytest.param("+P2M", "2018-05-01~/2018-05-31~", id="months are approximate"),
        pytest.param("+PT3H", "2018-03", id="hours are of the same day"),
    ],
)
def test_lapsed_moves_both_ends(lapse: str, edtf: str) -> None:
    span = add_lapse(MARCH, lapse)
    assert span is not None
    assert span.edtf == edtf


def test_lapsed_is_nothing_out_of_the_calendar() -> None:
    assert add_lapse(MARCH, "+P9999Y") is None


def test_lapsed_keeps_an_open_end() -> None:
    span = add_lapse(DateSpan(None, date(2018, 3, 31), "../2018-03-31"), "+P1D")
    assert span is not None
    assert (span.first, span.last, span.edtf) == (None, date(2018, 4, 1), "../2018-04-01")
