"""What holds for every text and every publication date."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.dates import infer_publication, recognise, resolve
from pipeline.dates.values import is_value
from pipeline.domain import Tense, TimeExpression

VOCABULARY = """
    the a last next this that following previous early late mid - of in on to and from between until ago later earlier
    before after every 3 12 31 45 1944 2011 490 BC '82 1990s 3/4/2012 25.12.1999 2004-05-06 18:30 7 pm UTC Monday Friday
    May March September Sept. spring fall winter day days week month months year years decade century quarter first
    third 21st two several half Easter Christmas Thanksgiving tomorrow yesterday today tonight morning evening noon now
    recently current annually weekend fiscal FY2012 Q3 coming same end beginning , ( ) . past future over least
"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=80)
DAYS = st.dates(min_value=date(1, 1, 8), max_value=date(9999, 12, 24))
TENSES: st.SearchStrategy[Tense | None] = st.sampled_from(("past", "present", "future", None))
RELATIVE = (
    "today", "yesterday", "tomorrow", "Monday", "Friday", "last week", "next week", "this week", "next Tuesday",
    "last Sunday", "three days ago", "two weeks ago", "the weekend", "last night", "tomorrow morning",
)  # fmt: skip


def expressions(text: str, tense: Tense | None = "past") -> list[TimeExpression]:
    return [
        TimeExpression(i.start, i.end, text[i.start : i.end], i.type, i.value, i.mod, tense, 0)
        for i in recognise(text, {})
    ]


@settings(deadline=None)
@given(TEXTS)
@example("the last first of BC 9999 next Easter 0001-01-01")
def test_recognition_of_any_text_gives_ordered_extents_within_it(text: str) -> None:
    found = recognise(text, {})
    assert all(0 <= item.start < item.end <= len(text) for item in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


@settings(deadline=None)
@given(TEXTS, DAYS | st.none(), TENSES)
def test_resolution_of_any_text_gives_values_and_ordered_days(
    text: str, published: date | None, tense: Tense | None
) -> None:
    found = expressions(text, tense)
    timexes = resolve(found, published)
    assert [(timex.start, timex.end) for timex in timexes] == [(item.start, item.end) for item in found]
    for timex in timexes:
        assert is_value(timex.value), timex
        assert timex.first is None or timex.last is None or timex.first <= timex.last, timex


@settings(deadline=None)
@given(TEXTS, st.text(max_size=30), DAYS | st.none(), TENSES)
def test_publication_of_any_text_is_never_after_receipt(
    text: str, url: str, received: date | None, tense: Tense | None
) -> None:
    found = infer_publication(text, None, url, expressions(text, tense), received)
    assert found.published is None or received is None or found.published <= received
    assert (found.published is None) == (found.basis == "unknown")
    assert found.published is None or found.published in found.candidates


@pytest.mark.parametrize("text", RELATIVE)
@settings(deadline=None)
@given(published=st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), tense=TENSES)
def test_resolution_shifts_relative_dates_by_a_week_with_publication(
    text: str, published: date, tense: Tense | None
) -> None:
    week = timedelta(days=7)
    for before, after in zip(
        resolve(expressions(text, tense), published), resolve(expressions(text, tense), published + week), strict=True
    ):
        assert before.first is not None
        assert before.last is not None
        assert (after.first, after.last) == (before.first + week, before.last + week)


class NoToday(date):
    """A calendar without a today."""

    @classmethod
    def today(cls) -> NoToday:
        raise AssertionError("asked for the day of the run")


def test_dates_do_not_depend_on_the_day_they_are_run(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "On Monday, May 5, it rained; last week and tomorrow it did not, and in 2014 it snowed on Easter."
    before = expressions(text), infer_publication(text, None, None, expressions(text), None)
    for module in ("publication", "resolution", "story", "choice", "calendars", "holidays", "offices", "ranges"):
        monkeypatch.setattr(f"pipeline.dates.{module}.date", NoToday)
    assert (expressions(text), infer_publication(text, None, None, expressions(text), None)) == before
    assert resolve(before[0], None)[0].value == "XXXX-05-05"
    assert before[1].published == date(2014, 5, 5)
