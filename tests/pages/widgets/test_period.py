"""The period is typed as people write days, or chosen in a calendar that opens where the data are."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.test_app import address


@pytest.mark.parametrize(
    ("end", "typed", "parameter", "day"),
    [
        pytest.param("first", "8 Mar 2019", "from", "2019-03-08", id="a day"),
        pytest.param("first", "March 2019", "from", "2019-03-01", id="first of a month"),
        pytest.param("last", "Feb. 2019", "to", "2019-02-28", id="last of a month"),
        pytest.param("first", "8 mar 2019", "from", "2019-03-08", id="lower case"),
        pytest.param("last", "2019-03-08", "to", "2019-03-08", id="ISO"),
    ],
)
def test_a_day_is_taken_as_it_is_written(app: AppTest, end: str, typed: str, parameter: str, day: str) -> None:
    app.run()
    app.text_input(key=f"period-{end}").set_value(typed).run()
    assert not app.error
    assert address(app) == {parameter: [day]}


@pytest.mark.parametrize("typed", ["a blue moon", "last Friday", "8 Mrach 2019"])
def test_what_is_no_day_stays_with_the_reason(app: AppTest, typed: str) -> None:
    app.run()
    app.text_input(key="period-first").set_value(typed).run()
    assert "is no date" in app.error[0].value
    assert app.text_input(key="period-first").value == typed
    assert address(app) == {}
    app.text_input(key="period-first").set_value("").run()
    assert not app.error


def test_an_end_is_taken_away_by_emptying_its_field(app: AppTest) -> None:
    app.query_params["from"] = "2019-03-01"
    app.run()
    app.text_input(key="period-first").set_value("").run()
    assert address(app) == {}


def test_the_calendar_goes_no_further_than_the_data(app: AppTest) -> None:
    app.run()
    calendar = app.date_input(key="period-calendar")
    assert (calendar.min, calendar.max) == (date(2019, 2, 1), date(2019, 4, 2))
    calendar.set_value((date(2019, 3, 1), date(2019, 3, 31))).run()
    assert address(app) == {"from": ["2019-03-01"], "to": ["2019-03-31"]}
    assert app.text_input(key="period-last").value == "31 March 2019"
