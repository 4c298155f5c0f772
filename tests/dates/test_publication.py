from __future__ import annotations

from datetime import date

import pytest

from pipeline.dates import Publication, infer_publication, recognise
from pipeline.domain import TimeExpression


def inferred(text: str, url: str | None = None, received: date | None = None) -> Publication:
    expressions = [
        TimeExpression(i.start, i.end, text[i.start : i.end], i.type, i.value, i.mod, "past", 0)
        for i in recognise(text, {})
    ]
    return infer_publication(text, None, url, expressions, received)


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://news.example/world/2016/02/29/bridge-falls.html", id="path"),
        pytest.param("https://news.example/world/2016/feb/29/bridge-falls", id="month in letters"),
        pytest.param("bridge-falls_2016-02-29.txt", id="file name"),
        pytest.param("https://news.example/20160229-bridge", id="run together"),
    ],
)
def test_publication_from_the_address(url: str) -> None:
    found = inferred("A bridge fell on Tuesday.", url=url)
    assert (found.published, found.basis) == (date(2016, 2, 29), "metadata")


@pytest.mark.parametrize("url", ["https://news.example/id/201602291", "item-2016-02-30", "2016/now/12", "20169912"])
def test_publication_takes_no_other_figures_of_the_address(url: str) -> None:
    assert inferred("A bridge fell on Tuesday.", url=url).published is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Bridge falls\nMarch 2, 2014\nA bridge fell today.", id="a line of its own"),
        pytest.param("LISBON, March 2, 2014 (Example) - A bridge fell today.", id="a dateline"),
        pytest.param("Bridge Falls\n\nSanta Rita, March 2, 2014 - A bridge fell today.", id="below a title"),
        pytest.param("By Ann Lee Staff Writer March 2, 2014 PORTO -- A bridge fell today.", id="after a byline"),
        pytest.param("Bridge falls into river Sunday, March 2, 2014 Two cars were lost.", id="after a headline"),
    ],
)
def test_publication_from_the_dateline(text: str) -> None:
    found = inferred(text)
    assert (found.published, found.basis) == (date(2014, 3, 2), "dateline")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("On March 2, 2014, a bridge fell. It was old.", id="opens the text"),
        pytest.param("A bridge fell on Sunday, March 2, 2014. It had been built in 1960.", id="has its weekday"),
    ],
)
def test_publication_from_a_full_date_told_first(text: str) -> None:
    found = inferred(text)
    assert (found.published, found.basis) == (date(2014, 3, 2), "inferred")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("On March 2, 2014, a bridge fell. In 2016 it was rebuilt.", id="a later year is told of"),
        pytest.param("In 1942 and in May 1943 it failed; in 1944, on Tuesday, June 6, it did not.", id="a story"),
        pytest.param("He was born on March 2, 1964 in Porto and lives there.", id="in the middle of a sentence"),
        pytest.param("On May 4, 1970 President Nixon heard of it, and by 1975 it was over.", id="no date apart"),
    ],
)
def test_publication_is_not_taken_from_background(text: str) -> None:
    assert inferred(text).published is None


def test_publication_does_not_take_a_day_told_of_for_its_own() -> None:
    assert inferred("The bridge had stood since June 3, 1998, when it fell into the river at night.").published is None


def test_publication_from_a_weekday_is_narrowed_by_office_holders() -> None:
    found = inferred("On Tuesday, March 4, Chancellor Gerhard Schröder met President Vladimir Putin.")
    assert found.published == date(2003, 3, 4)
    assert found.basis == "inferred"
    assert date(2014, 3, 4) in found.candidates
    assert any("Gerhard Schröder" in reason for reason in found.reasons)


def test_publication_stays_open_where_nothing_tells_the_years_apart() -> None:
    found = inferred("On Friday, May 5, the bridge was closed.", received=date(2020, 1, 1))
    assert (found.published, found.basis) == (None, "unknown")
    assert [day.year for day in found.candidates] == [1995, 2000, 2006, 2017]
    assert found.reasons[-1] == "Nothing in the text tells these years apart."


def test_publication_is_in_the_latest_year_told_of_if_its_weekdays_fit() -> None:
    found = inferred("On Friday, May 5, the bridge was closed. In April 2006 it had been built.")
    assert found.published == date(2006, 5, 5)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Seaton, June 4, Juche 99 (2010) -- A bridge fell on Friday.", id="in the dateline"),
        pytest.param("Seaton, June 4 (Wire) -- A bridge fell on Friday. Juche 99 (2010)", id="at the end"),
        pytest.param("Seaton, June 4 (Wire) -- A bridge fell on Friday. Heisei 22", id="of another calendar"),
    ],
)
def test_publication_from_a_year_of_another_calendar(text: str) -> None:
    found = inferred(text)
    assert (found.published, found.basis) == (date(2010, 6, 4), "dateline")


def test_publication_intersects_weekdays() -> None:
    found = inferred("On Monday, March 3, talks began; on Friday, February 29, they had been agreed.")
    assert found.candidates == (date(2008, 3, 3),)


def test_publication_respects_years_told_of() -> None:
    text = "On Friday, May 5, the bridge built in 2013 was closed."
    assert inferred(text, received=date(2012, 1, 1)).published is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A bridge fell on Tuesday.", id="a weekday alone"),
        pytest.param("A bridge fell on May 5.", id="a month and day alone"),
        pytest.param("", id="nothing"),
    ],
)
def test_publication_is_unknown_where_the_day_is_not_fixed(text: str) -> None:
    assert inferred(text) == Publication(None, "unknown")
