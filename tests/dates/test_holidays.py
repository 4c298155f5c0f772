from __future__ import annotations

from datetime import date

import pytest

from pipeline.dates.holidays import MovingFeasts, feast_days, feast_length
from pipeline.dates.vocabulary import feasts
from pipeline.lexicons import load


@pytest.mark.parametrize(
    ("rule", "year", "days"),
    [
        pytest.param("12-26", 2011, [date(2011, 12, 26)], id="fixed"),
        pytest.param("easter+1", 2011, [date(2011, 4, 25)], id="from Easter"),
        pytest.param("table:purim", 2011, [date(2011, 3, 20)], id="of a table"),
        pytest.param("table:ramadan/29", 2030, [date(2030, 1, 5), date(2030, 12, 26)], id="twice in a year"),
        pytest.param("table:purim", 1066, [], id="before the table"),
    ],
)
def test_holidays_of_a_year(rule: str, year: int, days: list[date]) -> None:
    assert list(feast_days(rule, year)) == days


def test_holidays_last_as_long_as_their_rule_says() -> None:
    assert (feast_length("table:sukkot/7"), feast_length("12-26")) == (7, 1)


def test_holidays_name_each_table_and_no_other() -> None:
    named = {rule.removeprefix("table:").partition("/")[0] for rule in feasts().values() if rule.startswith("table:")}
    assert named == set(load("moving_feasts", MovingFeasts).days)
