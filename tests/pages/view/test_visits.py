from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from pages.view.visits import Visit, visit_before

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def second(moment: datetime) -> int:
    return int(moment.timestamp())


HOUR_AGO, YESTERDAY = NOON - timedelta(hours=1), NOON - timedelta(days=1)
JUST_NOW = NOON - timedelta(minutes=5)


@pytest.mark.parametrize(
    ("cookie", "visit"),
    [
        pytest.param(f"3.{second(YESTERDAY)}-7.{second(HOUR_AGO)}", Visit(7, HOUR_AGO), id="back after an hour"),
        pytest.param(f"3.{second(YESTERDAY)}-7.{second(JUST_NOW)}", Visit(3, YESTERDAY), id="loaded again"),
        pytest.param(f"0.0-7.{second(JUST_NOW)}", None, id="the first visit, loaded again"),
        pytest.param(f"0.0-7.{second(YESTERDAY)}", Visit(7, YESTERDAY), id="the second visit"),
        pytest.param("", None, id="no cookie"),
        pytest.param("7.5", None, id="half a cookie"),
        pytest.param("<b>.1-2.3", None, id="no numbers"),
        pytest.param(f"3.1-{'9' * 20}.1", None, id="numbers too long"),
    ],
)
def test_visit_before_this_one_is_read_from_the_cookie(cookie: str, visit: Visit | None) -> None:
    assert visit_before(cookie, NOON) == visit
