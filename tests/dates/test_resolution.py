from __future__ import annotations

from datetime import date

import pytest

from pipeline.dates import recognise, resolve
from pipeline.domain import Tense, TimeExpression, Timex

PUBLISHED = date(2019, 3, 13)
"""A Wednesday."""


def resolved(text: str, published: date | None = PUBLISHED, tense: Tense | None = "past") -> list[Timex]:
    expressions = [
        TimeExpression(
            item.start, item.end, text[item.start : item.end], item.type, item.value, item.mod, tense,
            text.rfind(".", 0, item.start) + 1,
        )
        for item in recognise(text, {})
    ]  # fmt: skip
    return list(resolve(expressions, published))


@pytest.mark.parametrize(
    ("text", "tense", "value"),
    [
        pytest.param("They met on Monday", "past", "2019-03-11", id="weekday in the past"),
        pytest.param("They met on Wednesday", "past", "2019-03-13", id="the same day is included"),
        pytest.param("They will meet on Monday", "future", "2019-03-18", id="weekday in the future"),
        pytest.param("They met on 20 November", "past", "2018-11-20", id="month and day in the past"),
        pytest.param("They will meet on 20 November", "future", "2019-11-20", id="month and day in the future"),
        pytest.param("They met last week", "past", "2019-W10", id="last week"),
        pytest.param("They met last September", "past", "2018-09", id="last September"),
        pytest.param("They met two months ago", "past", "2019-01", id="months ago"),
        pytest.param("They met in the third quarter of last year", "past", "2018-Q3", id="quarter of last year"),
        pytest.param("They met on Good Friday 2012", "past", "2012-04-06", id="a movable feast"),
        pytest.param("They met yesterday evening", "past", "2019-03-12TEV", id="part of a day"),
    ],
)
def test_resolution_by_publication_date_and_tense(text: str, tense: Tense, value: str) -> None:
    assert [timex.value for timex in resolved(text, tense=tense)] == [value]


def test_resolution_of_vague_month_gives_its_first_third() -> None:
    (timex,) = resolved("They met in early February.")
    assert (timex.value, timex.mod, timex.edtf) == ("2019-02", "START", "2019-02-01/2019-02-09~")
    assert (timex.first, timex.last) == (date(2019, 2, 1), date(2019, 2, 9))


def test_resolution_of_coming_days_has_no_end() -> None:
    (timex,) = resolved("They will meet in the coming days.", tense="future")
    assert (timex.value, timex.first, timex.last, timex.edtf) == ("PXD", PUBLISHED, None, "2019-03-13/..")


def test_resolution_of_anchored_dates_follows_the_story() -> None:
    text = "On 3 May 1911 the strike began. Three days later troops came. The following week it ended."
    assert [timex.value for timex in resolved(text)] == ["1911-05-03", "1911-05-06", "1911-W19"]


def test_resolution_of_next_week_counts_from_the_past_day_of_its_sentence() -> None:
    text = "On March 1 she met a delegation before her trip next week. She goes home next week."
    assert [timex.value for timex in resolved(text)] == ["2019-03-01", "2019-W10", "2019-W12"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("They met on September 11", "XXXX-09-11", id="month and day"),
        pytest.param("They met on Monday", "XXXX-WXX-1", id="weekday"),
        pytest.param("They met yesterday", "XXXX-XX-XX", id="yesterday"),
        pytest.param("They met last week", "XXXX-WXX", id="last week"),
        pytest.param("They met in 2009", "2009", id="a year needs no reference"),
    ],
)
def test_resolution_without_publication_date_stays_underspecified(text: str, value: str) -> None:
    (timex,) = resolved(text, published=None)
    assert timex.value == value


def test_resolution_of_impossible_date_spans_nothing() -> None:
    (timex,) = resolved("They met on 30 February 2018")
    assert (timex.value, timex.first, timex.last, timex.edtf) == ("2018-02-30", None, None, None)
