from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.wording.dates import NO_DATE, when


def day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


@pytest.mark.parametrize(
    ("first", "last", "edtf", "words"),
    [
        pytest.param("2019-03-08", "2019-03-08", "2019-03-08", "8 March 2019", id="day"),
        pytest.param("2019-03-08", "2019-03-08", "2019-03-08TEV", "8 March 2019, evening", id="day part"),
        pytest.param("2019-03-08", "2019-03-08", "2019-03-08T14:30", "8 March 2019, 14:30", id="clock time"),
        pytest.param(
            "2019-03-08", "2019-03-08", "2019-03-08T18:00/2019-03-08T22:00", "8 March 2019, evening", id="hours"
        ),
        pytest.param("2019-03-08", "2019-03-08", "2019-03-08~", "around 8 March 2019", id="about a day"),
        pytest.param("2019-03-08", "2019-03-08", "2019-03-08?", "possibly 8 March 2019", id="uncertain day"),
        pytest.param(None, None, "-0145", "146 BC", id="before Christ"),
        pytest.param(None, None, "0000", "1 BC", id="the year before the year 1"),
        pytest.param(None, None, "Y-41999", "42000 BC", id="prehistory"),
        pytest.param(None, None, "-0215-08-02", "2 August 216 BC", id="day before Christ"),
        pytest.param(None, None, "-0212-23", "autumn 213 BC", id="season before Christ"),
        pytest.param(None, None, "-0799/-0700", "8th century BC", id="century before Christ"),
        pytest.param(None, None, "-0278/-0269", "270s BC", id="decade before Christ"),
        pytest.param(None, None, "-0263/-0145", "264–146 BC", id="years before Christ"),
        pytest.param(None, None, "-0321/..", "from 322 BC on", id="since a year before Christ"),
        pytest.param(None, None, "../-0321", "until 322 BC", id="until a year before Christ"),
        pytest.param(None, "0014-12-31", "-0026/0014", "27 BC – AD 14", id="years of two eras"),
        pytest.param("2019-03-01", "2019-03-31", "2019-03", "March 2019", id="month"),
        pytest.param("2020-02-01", "2020-02-29", "2020-02", "February 2020", id="leap month"),
        pytest.param("2019-03-01", "2019-03-10", "2019-03-01/2019-03-10~", "early March 2019", id="early month"),
        pytest.param("2019-03-11", "2019-03-20", "2019-03-11~/2019-03-20~", "mid-March 2019", id="middle of a month"),
        pytest.param("2019-03-21", "2019-03-31", "2019-03-21~/2019-03-31", "late March 2019", id="late month"),
        pytest.param("2019-01-01", "2019-04-30", "2019-01-01/2019-04-30~", "early 2019", id="early year"),
        pytest.param("2019-01-01", "2019-12-31", "2019", "2019", id="year"),
        pytest.param("1990-01-01", "1999-12-31", "199X", "the 1990s", id="decade"),
        pytest.param("1901-01-01", "2000-12-31", "19XX", "20th century", id="century"),
        pytest.param("2014-01-01", "2016-12-31", "2014/2016", "2014–2016", id="years"),
        pytest.param("2019-03-20", "2019-06-20", "2019-21", "spring 2019", id="season"),
        pytest.param("2019-07-01", "2019-09-30", "2019-35", "third quarter of 2019", id="quarter"),
        pytest.param("2019-01-01", "2019-06-30", "2019-01/2019-06", "January – June 2019", id="months"),
        pytest.param("2019-03-04", "2019-03-10", "2019-W10", "week of 4 March 2019", id="week"),
        pytest.param("2019-03-04", "2019-03-06", None, "4–6 March 2019", id="days of a month"),
        pytest.param("2019-03-30", "2019-04-02", None, "30 March – 2 April 2019", id="days over two months"),
        pytest.param("2019-12-30", "2020-01-02", None, "30 December 2019 – 2 January 2020", id="days over two years"),
        pytest.param("2019-03-08", None, "2019-03-08/..", "from 8 March 2019 on", id="open end"),
        pytest.param("2019-03-08", None, "2019-03-08~/..", "in the days after 8 March 2019", id="coming days"),
        pytest.param(None, "2019-03-08", "../2019-03-08", "until 8 March 2019", id="open start"),
        pytest.param(None, "2019-03-08", "../2019-03-08~", "in the days before 8 March 2019", id="recent days"),
        pytest.param(None, None, "XXXX-03-08", "8 March, year unknown", id="day of an unknown year"),
        pytest.param(None, None, "XXXX-03", "March, year unknown", id="month of an unknown year"),
        pytest.param(None, None, None, NO_DATE, id="nothing known"),
        pytest.param(None, None, "XXXX-19", NO_DATE, id="no such month"),
        pytest.param("2000-01-01", "2000-01-01", "-~", "around 1 January 2000", id="no year before Christ"),
    ],
)
def test_dates_say_what_is_known(first: str | None, last: str | None, edtf: str | None, words: str) -> None:
    assert when(day(first), day(last), edtf) == words


@given(st.dates(), st.dates(), st.text(alphabet="0123456789-XT~?/.:", max_size=20))
def test_dates_name_the_year_of_any_span(one: date, other: date, edtf: str) -> None:
    first, last = sorted((one, other))
    words = when(first, last, edtf)
    assert str(first.year) in words or "century" in words or "BC" in words or edtf[:4] in words
