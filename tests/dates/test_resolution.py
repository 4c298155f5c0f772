from __future__ import annotations

from datetime import date

import pytest

from pipeline.dates import open_side_of, recognise, resolve
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
        pytest.param("They meet later in the week", "future", "2019-W11", id="later in the week"),
        pytest.param("They met last September", "past", "2018-09", id="last September"),
        pytest.param("They met two months ago", "past", "2019-01", id="months ago"),
        pytest.param("They met in the third quarter of last year", "past", "2018-Q3", id="quarter of last year"),
        pytest.param("They met on Good Friday 2012", "past", "2012-04-06", id="a movable feast"),
        pytest.param("They met on the first Tuesday in November", "past", "2018-11-06", id="nth weekday of a month"),
        pytest.param("They met on the last Friday of May 2012", "past", "2012-05-25", id="last weekday of a month"),
        pytest.param("They met on the eve of the race on 9 March", "past", "2019-03-08", id="eve of an event on a day"),
        pytest.param("They met in June last year", "past", "2018-06", id="month of last year"),
        pytest.param("They met on the 4th", "past", "2019-03-04", id="a day that is only numbered"),
        pytest.param("They met in the last week of February", "past", "2019-W09", id="nth week of a month"),
        pytest.param("They met two days before New Year's Eve", "past", "2018-12-29", id="days before a feast"),
        pytest.param("They met in the same period last year", "past", "2018-03-13", id="the same time a year before"),
        pytest.param("They met yesterday evening", "past", "2019-03-12TEV", id="part of a day"),
        pytest.param("They met on Tuesday of last week", "past", "2019-03-05", id="day of last week"),
        pytest.param("They meet on Sunday next week", "future", "2019-03-24", id="day of next week"),
        pytest.param("They met a week ago Monday", "past", "2019-03-04", id="a week before a weekday"),
        pytest.param("They meet a week from Friday", "future", "2019-03-22", id="a week after a weekday"),
        pytest.param("They meet on Wednesday week", "future", "2019-03-20", id="a week after today"),
        pytest.param("It lost in the fourth quarter", "past", "2018-Q4", id="quarter told of"),
        pytest.param("It will report fourth-quarter results", "future", "2018-Q4", id="quarter to report on"),
        pytest.param("It will open in the third quarter", "future", "2019-Q3", id="quarter to come"),
        pytest.param("It expects a second-quarter loss", "present", "2019-Q2", id="the nearer quarter"),
        pytest.param("It rose in the quarter", "past", "2018-Q4", id="the quarter just ended"),
        pytest.param("It rose in the latest quarter", "past", "2018-Q4", id="the latest quarter"),
        pytest.param("It rose in the year-earlier quarter", "past", "2017-Q4", id="the year-earlier quarter"),
        pytest.param("It fell from the year-ago third quarter", "past", "2017-Q3", id="the year-ago third quarter"),
        pytest.param("It fell in its fiscal fourth quarter", "past", "2018-Q4", id="a fiscal quarter at hand"),
        pytest.param("It fell in the fiscal second quarter", "past", "XXXX-Q2", id="a fiscal quarter of its own"),
        pytest.param("They met this past weekend", "past", "2019-W10-WE", id="this past weekend"),
        pytest.param("It lost money for the year", "past", "2018", id="the year that is reported"),
        pytest.param("It will lose money for the year", "future", "2019", id="the year to come"),
        pytest.param("They met late on Tuesday", "past", "2019-03-12", id="late on a day"),
        pytest.param("They met in three weeks ' time", "future", "2019-04-03", id="a text cut into words"),
        pytest.param("It lost money for the full year", "past", "2018", id="the full year that is over"),
        pytest.param("It will lose money for the full year", "future", "2019", id="the full year to come"),
        pytest.param("They said so at the events of today", "past", "2019-03-13", id="events of today"),
        pytest.param("They are the cities of tomorrow", "present", "FUTURE_REF", id="cities of tomorrow"),
        pytest.param("It rained in the first week of February", "past", "2019-W06", id="a week by its Thursday"),
        pytest.param("It fell in the second half of the year", "past", "2019-H2", id="half of the year"),
        pytest.param("The next day, he was freed", "past", "XXXX-XX-XX", id="the day after none told"),
        pytest.param("It rang in the early hours of Tuesday", "past", "2019-03-12TMO", id="early hours of a day"),
        pytest.param("It will rise this fiscal year", "future", "FY2019", id="fiscal year"),
        pytest.param("It fell in the current year", "past", "2019", id="current year"),
        pytest.param("It will close by year-end", "future", "2019", id="year-end ahead"),
        pytest.param("It closed at year-end", "past", "2018", id="year-end that is over"),
        pytest.param("They met before Sukkot", "past", "2018-09-24", id="feast told of"),
        pytest.param("They will meet after Eid al-Fitr", "future", "2019-06-04", id="feast to come"),
        pytest.param("They met on Yom Kippur 2015", "past", "2015-09-23", id="feast of a year"),
        pytest.param("They met on the eve of 3 May", "future", "2019-05-02", id="eve of a day"),
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


def test_resolution_counts_days_before_from_publication_where_no_day_was_told() -> None:
    assert [timex.value for timex in resolved("They met a day earlier.")] == ["2019-03-12"]
    assert [timex.value for timex in resolved("They met a day later.")] == ["XXXX-XX-XX"]


def test_resolution_of_an_hour_that_is_over_is_of_no_day_to_come() -> None:
    def days(tenses: tuple[Tense, Tense]) -> list[str]:
        text = "The vote is on 10 April. At about noon they speak."
        expressions = [
            TimeExpression(i.start, i.end, text[i.start : i.end], i.type, i.value, i.mod, tense, sentence)
            for i, tense, sentence in zip(recognise(text, {}), tenses, (0, text.index("At")), strict=True)
        ]
        return [str(timex.edtf) for timex in resolve(expressions, PUBLISHED)]

    assert days(("future", "past")) == ["2019-04-10", "2019-03-13"]
    assert days(("future", "future")) == ["2019-04-10", "2019-04-10"]


def test_resolution_of_the_same_quarter_needs_no_year_of_the_story() -> None:
    text = "The mill, built in 1911, lost money in the third quarter, unlike in the same quarter a year ago."
    assert [timex.first for timex in resolved(text, published=None)][1:] == [None, None]


def test_resolution_of_coming_days_has_no_end() -> None:
    (timex,) = resolved("They will meet in the coming days.", tense="future")
    assert (timex.value, timex.first, timex.last, timex.edtf) == ("PXD", PUBLISHED, None, "2019-03-13~/..")


def test_resolution_of_anchored_dates_follows_the_story() -> None:
    text = "On 3 May 1911 the strike began. Three days later troops came. The following week it ended."
    assert [timex.value for timex in resolved(text)] == ["1911-05-03", "1911-05-06", "1911-W19"]


def test_resolution_counts_the_next_day_from_a_day_and_no_month() -> None:
    text = "On 8 March 2019 she lost. In July 2017 she had won. The next morning she left."
    assert [timex.value for timex in resolved(text)][2] == "2019-03-09TMO"


def test_resolution_counts_days_from_a_month_as_vaguely_as_that_is_told() -> None:
    text = "A vote on Friday. He was held in May 2011, charged two weeks later, and freed in August that year."
    told = [(timex.value, timex.edtf) for timex in resolved(text)][1:]
    assert told == [("2011-05", "2011-05"), ("XXXX-XX-XX", "2011-05-15/2011-06-14"), ("2011-08", "2011-08")]


def test_resolution_goes_on_in_the_year_of_an_old_story() -> None:
    text = "They met on May 8, 2011. He fell on May 12, left a week later and died that June."
    told = ["2011-05-08", "2011-05-12", "2011-05-19", "2011-06"]
    assert [timex.value for timex in resolved(text)] == told


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


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param(
            "Third-quarter sales rose to 9 million from 8 million a year earlier.", ["2018-Q3", "2017-Q3"], id="quarter"
        ),
        pytest.param("Exports rose in January from a year ago.", ["2019-01", "2018-01"], id="month"),
        pytest.param("The mill has 90 hands, up from 70 a year ago.", ["2018"], id="neither"),
        pytest.param(
            "It stood at 7 in February, up from 6 in January and 5 in the same month of last year.",
            ["2019-02", "2019-01", "2018-02"],
            id="the later of two months",
        ),
        pytest.param(
            "It made 8 million in the fourth quarter and lost 5 million in the same period of 2016.",
            ["2018-Q4", "2016-Q4"],
            id="the same period of a year",
        ),
        pytest.param("It fell in the July-September quarter.", ["2018-Q3"], id="a quarter by its months"),
        pytest.param(
            "It lost money in the first quarter, unlike in the same quarter a year ago.",
            ["2019-Q1", "2018-Q1"],
            id="the same quarter",
        ),
        pytest.param(
            "First-quarter profit fell. Costs ate into the quarter. The year-ago loss was 3 million.",
            ["2019-Q1", "2019-Q1", "2018-Q1"],
            id="the report's quarter",
        ),
    ],
)
def test_resolution_compares_with_the_same_period_a_year_back(text: str, values: list[str]) -> None:
    assert [timex.value for timex in resolved(text)] == values


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        pytest.param("the Sept. 11 attacks", PUBLISHED, "2001-09-11", id="date before its noun"),
        pytest.param("the attacks of September 11", PUBLISHED, "2001-09-11", id="date after its noun"),
        pytest.param("the June 4 crackdown", PUBLISHED, "1989-06-04", id="another event"),
        pytest.param("the June 4 crackdown", None, "1989-06-04", id="no publication date is needed"),
        pytest.param("the Oct. 7 attack", PUBLISHED, "2018-10-07", id="never an event after publication"),
        pytest.param("the Sept. 11 concert", PUBLISHED, "2018-09-11", id="another noun"),
        pytest.param("after 9/11", PUBLISHED, "2001-09-11", id="figures"),
        pytest.param("before Black Monday", PUBLISHED, "1987-10-19", id="a name"),
    ],
)
def test_resolution_of_events_called_by_their_date(text: str, published: date | None, value: str) -> None:
    assert [timex.value for timex in resolved(text, published)] == [value]


@pytest.mark.parametrize(
    ("tense", "values"),
    [pytest.param("past", "2019-03-11", id="past"), pytest.param("future", "2019-03-18", id="future")],
)
def test_resolution_counts_weekdays_from_publication_in_a_text_full_of_old_years(tense: Tense, values: str) -> None:
    text = "He was born in 1920, wed in 1941, fled in 1944, came in 1950, taught from 1953 to 1970. It is on Monday."
    assert resolved(text, tense=tense)[-1].value == values


def test_resolution_of_a_present_day_counts_from_publication_in_a_text_full_of_old_years() -> None:
    text = "He was born in 1920, wed in 1941, fled in 1944, came in 1950, taught from 1953 to 1970. It is on May 4."
    assert resolved(text, tense="present")[-1].value == "2019-05-04"


def test_resolution_of_the_year_before_one_that_was_told() -> None:
    assert [timex.value for timex in resolved("It had 9 ships in 2011, up from 7 in the previous year.")] == [
        "2011",
        "2010",
    ]


def test_resolution_gives_no_week_of_a_bare_year() -> None:
    text = "It opened in 1934, closed in 1951 and was sold in 1960. They say so this week."
    assert resolved(text, published=None)[-1].value == "XXXX-WXX"


def test_resolution_of_a_feast_spans_all_its_days() -> None:
    (timex,) = resolved("They fasted during Ramadan.")
    assert (timex.value, timex.first, timex.last) == ("2018-05-16", date(2018, 5, 16), date(2018, 6, 13))


def test_resolution_of_a_story_is_not_moved_by_what_it_looks_forward_to() -> None:
    text = "In May 1934 it was begun, in June 1935 it stood, in 1936 it leaked. It lasted until 1941. In July it fell."
    bounded = [
        TimeExpression(
            item.start, item.end, text[item.start : item.end], item.type, item.value, item.mod, "past",
            text.rfind(".", 0, item.start) + 1, open_side_of(text, item),
        )
        for item in recognise(text, {})
    ]  # fmt: skip
    assert resolve(bounded, None)[-1].value == "1936-07"
