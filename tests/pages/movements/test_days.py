from __future__ import annotations

from datetime import date

from pages.movements.days import days, until
from tests.pages.rows import movement

EARLY, LATE = date(2019, 3, 1), date(2019, 4, 30)
ROWS = [
    movement(id="early", first=EARLY, last=EARLY),
    movement(id="vague", first=date(2019, 4, 1), last=LATE),
    movement(id="undated", first=None, last=None),
]


def test_days_span_all_movements() -> None:
    assert days(ROWS) == (EARLY, LATE)


def test_days_none_where_a_slider_has_nothing_to_slide() -> None:
    assert days(ROWS[:1]) is None
    assert days(ROWS[2:]) is None


def test_until_keeps_what_may_have_begun_and_the_undated() -> None:
    assert [row.id for row in until(ROWS, date(2019, 4, 2))] == ["early", "vague", "undated"]
    assert [row.id for row in until(ROWS, date(2019, 3, 20))] == ["early", "undated"]
    assert until(ROWS, None) == ROWS
