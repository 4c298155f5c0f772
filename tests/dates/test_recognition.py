from __future__ import annotations

import pytest

from pipeline.dates import recognise


def found(marked: str) -> tuple[list[str], list[str]]:
    """The stretches marked in brackets, and those recognised in the text without the brackets."""
    text = marked.replace("[", "").replace("]", "")
    wanted = [part.partition("]")[0] for part in marked.split("[")[1:]]
    return wanted, [text[item.start : item.end] for item in recognise(text, {})]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("She resigned on [3 May 2017] after [two years].", id="day and length"),
        pytest.param("It opened on [Tuesday, March 4], and closed in [April 2019].", id="weekday with date"),
        pytest.param("On [the evening of Saturday, June 2], crowds gathered.", id="part of a dated day"),
        pytest.param("From [7] to [9 August 1911] the port was shut.", id="two days of one month"),
        pytest.param("Between [2004] and [2006] exports fell.", id="two years"),
        pytest.param("By [the end of last month] [early July] was ruled out.", id="edges"),
        pytest.param("He left [three weeks ago] and returned [two days later].", id="counted dates"),
        pytest.param("In [the third quarter of 2012] sales rose.", id="quarter of a year"),
        pytest.param("A [five-year] plan, renewed [annually], since [the 1960s].", id="length, set and decade"),
        pytest.param("In [the coming weeks] and [the next six months] talks go on.", id="spans to come"),
        pytest.param("The treaty of [431 BC] held for [a year and a half].", id="before Christ, and a half"),
        pytest.param("[Every Friday] and [every two weeks] they meet.", id="sets"),
        pytest.param("About 2000 people and 1950 tons were moved.", id="figures that count things are no years"),
        pytest.param("After [two bloody weeks] and [five trading days] it was over.", id="adjective within a length"),
        pytest.param("On the Long March he carried the day; his crew's quarters burnt.", id="walks, idioms and rooms"),
        pytest.param("[The Sept. 11] attacks and [the Jan. 6] riot; on [Wed., March 13], a vote.", id="abbreviations"),
        pytest.param("At [9 a.m. EST] on [Friday], [18:30 GMT Sunday] and [noon].", id="clock times"),
        pytest.param("Twice [a week], [every Easter], in [the winter of 2015-16].", id="rates and winters"),
        pytest.param(
            "In [the early morning hours of 30 April] and by [the end of the week].", id="edges of days and weeks"
        ),
        pytest.param("Bridge to open in [May]\n11 people were hurt [last week].", id="a headline ends at its line"),
        pytest.param(
            "The bridge across the river at Porto is to be opened on [May\n11, 2021], the mayor said.",
            id="wrapped lines run on",
        ),
        pytest.param(
            "In [the 70s] and [80s], [every fall], at [Christmas], on Easter Island, in her early 20s.",
            id="names",
        ),
        pytest.param("LA Weekly and Nightly News report; in the second half both scored.", id="papers and matches"),
        pytest.param("[The year before], prices fell; [the week after] they rose.", id="neighbours"),
        pytest.param("They march on the square and may stay.", id="verbs are no months"),
    ],
)
def test_recognition_finds_the_extents(marked: str) -> None:
    wanted, recognised = found(marked)
    assert recognised == wanted


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("Monday, October 2", "XXXX-10-02 @1", id="weekday is kept beside the date"),
        pytest.param("early August", "XXXX-08", id="mod is apart from the value"),
        pytest.param("the last week of June", "XXXX-06 #-1W", id="part of a month"),
        pytest.param("next week", "now +1W", id="relative to the day of writing"),
        pytest.param("the following week", "ref +1W", id="relative to the story"),
        pytest.param("almost three and a half years", "P3.5Y", id="a half"),
        pytest.param("forty-two days", "P42D", id="number words"),
        pytest.param("12,000 years ago", "now -12000Y", id="long ago"),
        pytest.param("66,000,000 years ago", "PAST_REF", id="longer ago than calendars reach"),
        pytest.param(f"{'9' * 400} days ago", "PAST_REF", id="a number beyond all measure"),
    ],
)
def test_recognition_leaves_values_underspecified(text: str, value: str) -> None:
    assert [item.value for item in recognise(text, {})] == [value]
