"""The table of moving feasts against the calendars of other libraries, year by year."""

from __future__ import annotations

from collections.abc import Container
from datetime import date

import pytest
from lunardate import LunarDate

from benchmarks.moving_feasts import KEPT, reckoned
from pipeline.dates.holidays import MovingFeasts
from pipeline.lexicons import load

FULL_MOON = range(14, 18)
NEW_MOON = (1, 29, 30)
TENTH_DAY = range(9, 12)


def lists() -> dict[str, tuple[date, ...]]:
    loaded: MovingFeasts = load("moving_feasts", MovingFeasts)
    return loaded.days


def day_of_moon(day: date) -> int:
    """The day of the Chinese month, which begins with the new moon."""
    found: int = LunarDate.from_solar_date(day.year, day.month, day.day).day
    return found


@pytest.mark.filterwarnings("ignore:month_days is deprecated")
def test_moving_feasts_are_those_of_their_calendars() -> None:
    assert {name: days for name, days in lists().items() if name not in KEPT} == reckoned()


@pytest.mark.parametrize(
    ("name", "moon", "months"),
    [
        pytest.param("diwali", NEW_MOON, (10, 11), id="diwali"),
        pytest.param("dussehra", TENTH_DAY, (9, 10), id="dussehra"),
        pytest.param("holi", FULL_MOON, (2, 3), id="holi"),
        pytest.param("raksha-bandhan", FULL_MOON, (7, 8), id="raksha bandhan"),
    ],
)
def test_hindu_feasts_keep_to_the_moon(name: str, moon: Container[int], months: tuple[int, int]) -> None:
    days = lists()[name]
    assert [day.year for day in days] == list(range(2001, 2036))
    assert all(day_of_moon(day) in moon and day.month in months for day in days)


def test_diwali_is_three_weeks_after_dussehra() -> None:
    between = {
        (diwali - dussehra).days for dussehra, diwali in zip(lists()["dussehra"], lists()["diwali"], strict=True)
    }
    assert between <= {18, 19, 20, 21}


def test_qingming_is_fifteen_degrees_of_the_sun_past_the_equinox() -> None:
    assert all((day.month, day.day) in ((4, 4), (4, 5)) for day in lists()["qingming"])
