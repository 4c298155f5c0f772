from __future__ import annotations

from datetime import date

import pytest

from pipeline.dates import dated_spans, open_side_of, opens_range, recognise, resolve
from pipeline.domain import DateSpan, Tense, TimeExpression

PUBLISHED = date(2019, 3, 13)
"""A Wednesday."""


def spans_of(text: str, tense: Tense | None = "past") -> list[DateSpan]:
    """When what each expression of a text dates takes place."""
    found = recognise(text, {})
    expressions = [
        TimeExpression(
            item.start, item.end, text[item.start : item.end], item.type, item.value, item.mod, tense, 0,
            open_side_of(text, item), opens_range(text, item, after),
        )
        for item, after in zip(found, [*found[1:], None], strict=True)
    ]  # fmt: skip
    return list(dated_spans(expressions, resolve(expressions, PUBLISHED)).values())


def told(text: str, tense: Tense | None = "past") -> list[tuple[str, str]]:
    """First and last day of what each expression of a text dates, ".." for an open side."""
    return [(str(span.first or ".."), str(span.last or "..")) for span in spans_of(text, tense)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param("shelled from 3 to 8 May 2011", "2011-05-03", "2011-05-08", id="days"),
        pytest.param("shelled on June 18-20", "2018-06-18", "2018-06-20", id="days with a dash"),
        pytest.param("shelled between 2003 and 2006", "2003-01-01", "2006-12-31", id="years"),
        pytest.param("shelled from April through June 2014", "2014-04-01", "2014-06-30", id="months"),
        pytest.param("shelled from October to January", "2018-10-01", "2019-01-31", id="over the turn of the year"),
        pytest.param("shelled from Friday to Sunday", "2019-03-08", "2019-03-10", id="weekdays"),
        pytest.param("shelled from Monday to Saturday", "2019-03-04", "2019-03-09", id="weekdays all in the past"),
    ],
)
def test_ranges_are_of_both_their_ends(text: str, first: str, last: str) -> None:
    assert told(text) == [(first, last), (first, last)]


def test_ranges_to_come_run_forwards() -> None:
    assert told("in Oslo from Friday to Tuesday", "future") == [("2019-03-15", "2019-03-19")] * 2


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param("held since 2014", "2014-01-01", "..", id="since"),
        pytest.param("held from 2014 onwards", "2014-01-01", "..", id="onwards"),
        pytest.param("fell after June 3, 2014", "2014-06-03", "..", id="after"),
        pytest.param("fell before June 3, 2014", "..", "2014-06-03", id="before"),
        pytest.param("fell prior to 2014", "..", "2014-01-01", id="prior to"),
        pytest.param("fell by the end of May 2014", "..", "2014-05-31", id="by"),
        pytest.param("held until 2014", "..", "2014-12-31", id="until"),
        pytest.param("in the week beginning June 3, 2014", "2014-06-03", "2014-06-03", id="a week named by its day"),
        pytest.param("fell in 2014", "2014-01-01", "2014-12-31", id="no bound"),
    ],
)
def test_ranges_of_bounds_have_an_open_side(text: str, first: str, last: str) -> None:
    assert told(text) == [(first, last)]


@pytest.mark.parametrize(
    "text", [pytest.param("in 2003 and 2006", id="and"), pytest.param("in May, in June", id="two dates")]
)
def test_ranges_are_no_two_dates_apart(text: str) -> None:
    assert len(set(told(text))) == 2


def test_ranges_of_hours_are_of_one_day() -> None:
    assert told("shelled from 2 p.m. to 4 p.m. on Monday") == [("2019-03-11", "2019-03-11")] * 3


def test_a_range_that_no_verb_dates_is_not_over() -> None:
    assert told("Open from Thursday to Sunday", None) == [("2019-03-14", "2019-03-17")] * 2
