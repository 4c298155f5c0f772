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
        pytest.param("They met on the first Tuesday in November", "past", "2018-11-06", id="nth weekday of a month"),
        pytest.param("They met on the last Friday of May 2012", "past", "2012-05-25", id="last weekday of a month"),
        pytest.param("They met in June last year", "past", "2018-06", id="month of last year"),
        pytest.param("They met on the 4th", "past", "2019-03-04", id="a day that is only numbered"),
        pytest.param("They met in the last week of February", "past", "2019-W09", id="nth week of a month"),
        pytest.param("They met two days before New Year's Eve", "past", "2018-12-29", id="days before a feast"),
        pytest.param("They met in the same period last year", "past", "2018-03-13", id="the same time a year before"),
        pytest.param("They met yesterday evening", "past", "2019-03-12TEV", id="part of a day"),
    ],
)
def test_resolution_by_publication_date_and_tense(text: str, tense: Tense, value: str) -> None:
    assert [timex.value for timex in resolved(text, tense=tense)] == [value]


def test_resolution_of_vague_month_gives_its_first_third() -> None:
    (timex,) = resolved("They met in early February.")
    assert (timex.value, timex.mod, timex.edtf) == ("2019-02", "START", "2019-02-01/2019-02-09~")
    assert (timex.first, timex.last) == (date(2019, 2, 1), date(2019, 2, 9))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        pytest.param("in the early 1990s", "1990-01-01/1993-12-31~", id="early in a decade"),
        pytest.param("in mid-2016", "2016-05-01~/2016-08-31~", id="middle of a year"),
        pytest.param("in the summer of 2016", "2016-22", id="season"),
        pytest.param("in the second quarter of 2016", "2016-34", id="quarter"),
        pytest.param("in the 19th century", "18XX", id="century"),
        pytest.param("in 490 BC", "-0489", id="before Christ"),
        pytest.param("on 12/3/2019", "2019-03-12", id="figures that lie at publication one way"),
        pytest.param("on 4/7/2016", "[2016-04-07,2016-07-04]", id="figures that nothing decides"),
        pytest.param("earlier this week", "2019-03-11/2019-03-13", id="part of a week"),
        pytest.param("over the past two months", "2019-01-13/2019-03-13", id="length up to publication"),
    ],
)
def test_resolution_gives_edtf(text: str, edtf: str) -> None:
    assert [timex.edtf for timex in resolved(text)] == [edtf]


def test_resolution_of_figures_without_publication_date_keeps_both_readings() -> None:
    (timex,) = resolved("They met on 4/7/2016.", published=None)
    assert (timex.value, timex.edtf) == ("2016-XX-XX", "[2016-04-07,2016-07-04]")
    assert (timex.first, timex.last) == (date(2016, 4, 7), date(2016, 7, 4))


def test_resolution_of_figures_follows_the_other_dates_of_the_document() -> None:
    values = [timex.value for timex in resolved("They met on 4/7/2016 and 25/7/2016.", published=None)]
    assert values == ["2016-07-04", "2016-07-25"]


def test_resolution_of_a_chronicle_goes_on_from_its_own_dates() -> None:
    text = "On 5 June 1911 the strike began. On 9 July it ended. At noon, the gates were opened."
    assert [timex.value for timex in resolved(text)] == ["1911-06-05", "1911-07-09", "1911-07-09T12:00"]


def test_resolution_of_a_story_turns_the_year_and_ignores_asides() -> None:
    text = (
        "In December 1941 the front held. In January it broke. Veterans who had fought in 1812 were long dead. "
        "In May 1942 it moved again. By June the city, rebuilt in 1890, had fallen."
    )
    values = [timex.value for timex in resolved(text, published=None)]
    assert values == ["1941-12", "1942-01", "1812", "1942-05", "1942-06", "1890"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They left the day after the vote.", id="the day after something"),
        pytest.param("They said so two days before the vote.", id="days before something"),
    ],
)
def test_resolution_leaves_open_what_counts_from_an_event(text: str) -> None:
    assert [timex.first for timex in resolved(text)] == [None]


def test_resolution_of_coming_days_has_no_end() -> None:
    (timex,) = resolved("They will meet in the coming days.", tense="future")
    assert (timex.value, timex.first, timex.last, timex.edtf) == ("PXD", PUBLISHED, None, "2019-03-13~/..")


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
