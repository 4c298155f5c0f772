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
        pytest.param(
            "The [May] runoff and our [May] charity festival; the May cabinet fell.", id="May before a fixture"
        ),
        pytest.param("They fled on [the eve of the siege of Acre on 4 June 2011].", id="the eve of what a day dates"),
        pytest.param("On the eve of the vote they met; on [4 June 2011] they left.", id="an eve in another clause"),
        pytest.param("Sunday Mercury and the Mail on Sunday told of Friday Night Fever on [Friday].", id="titles"),
        pytest.param("She told the Kenya Post on [Sunday] and the Daily Mail on [Monday].", id="papers told on a day"),
        pytest.param("The tanker Sirius 2000 and the ferry Marta 1990 sank in [2004].", id="ships with numbers"),
        pytest.param("HMS Marlow 1990 and the cutter Ida Bell 1985 sank in [2004].", id="ships by their prefix"),
        pytest.param("Plan 2040, Euro 2016, Excel 2013 and the Fisheries Act 1976.", id="plans, products, acts"),
        pytest.param("She won a Rossi 1998, and its owner came in [1999].", id="a product by its article"),
        pytest.param("The [2016] Games, the [1976] act and the [2040] plan.", id="a year before a noun"),
        pytest.param("[The week of June 3] and [the weekend of 12 May 2018].", id="what lies around a day"),
        pytest.param("On [23-10-2021], not 1-800-2021 or 10-12-14.", id="figures with hyphens"),
        pytest.param("A flood in [1953] displaced ten; a fire in [2007] killed 30.", id="years of tolls"),
        pytest.param("After [two bloody weeks] and [five trading days] it was over.", id="adjective within a length"),
        pytest.param("On the Long March he carried the day; his crew's quarters burnt.", id="walks, idioms and rooms"),
        pytest.param("The [Sept. 12] flood and the [Jan. 8] fire; on [Wed., March 13], a vote.", id="abbreviations"),
        pytest.param("At [9 a.m. EST] on [Friday], [18:30 GMT Sunday] and [noon].", id="clock times"),
        pytest.param(
            "Twice [a week], [every Easter], in [the winter of 2015-16]; [the summer of '71].", id="rates, seasons"
        ),
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
        pytest.param(
            "In [March], they sold it before the [March] sale; the Salt March ended.", id="months and marches"
        ),
        pytest.param("April Dow sang in [April], and June Reyes in [June].", id="forenames are no months"),
        pytest.param(
            "On [Sunday] the Sunday Herald told of Bloody Sunday. The Sunday Post too.", id="weekdays in names"
        ),
        pytest.param("A 44-year-old and a man 61 years old, aged, hid for [44 days].", id="ages are no time"),
        pytest.param("The shop at 1935 Elm Street, once 1920 Old Mill Rd., closed in [1935].", id="addresses"),
        pytest.param("Since [\u201998] it has sold Ledger \u201998.", id="a product named after its year"),
        pytest.param("On [Monday] of [last week]'s siege the mayor fled.", id="a day of an event's, not of its week"),
        pytest.param("At the end of [last month]'s trial he wept.", id="the end of an event's"),
        pytest.param(
            "He left on [Monday of last week] and at [the end of last month].", id="a day and an end of a time"
        ),
        pytest.param("The Hudson 2000 Index fell.", id="a name with a figure"),
        pytest.param("It rose from 4 million in [2011] to 9 million in [the following year].", id="a year told of"),
        pytest.param("Flight 1978 and Room 1931 and Route 1950 and a K-1999 gun in [1999].", id="numbers of things"),
        pytest.param(
            "They sent 1960 rifles to us: https://a.example/1961/b-1962.html in [1963].", id="counts, addresses"
        ),
        pytest.param("It takes [6] to [9 weeks], between [two] and [four days], or [ten years].", id="two lengths"),
        pytest.param(
            "[Up to 20 days], [no more than six weeks], [as long as a month], [as many as 9 days].", id="hedges"
        ),
        pytest.param(
            "The third in as many days; [the second half of the year]; the third of [many years].", id="as many"
        ),
        pytest.param("For [an additional month], [another two weeks] and [a further year].", id="additional lengths"),
        pytest.param("By [year-end], at [the month's end], in [year-end 2011].", id="ends of units"),
        pytest.param("[The latest quarter], [its fiscal first quarter], [the year-ago period].", id="period nouns"),
        pytest.param("For [the past three quarters], [this fiscal year], [the current month].", id="periods now"),
        pytest.param("[The year] ended [May 31], [the nine months] ended [June 30].", id="periods that ended"),
        pytest.param("It was [Monday of last week], [Friday next week], [a week ago Sunday].", id="days of weeks"),
        pytest.param("See you [a week from Tuesday], [Thursday week], [two days from July 4].", id="weeks from a day"),
        pytest.param("[The day before last Friday]; the day when it fell; the moment she came.", id="which day"),
        pytest.param("It rang 40 times [a day], with 20 calls [an hour], and 3 men left [a week ago].", id="rates"),
        pytest.param(
            "In [nineteen seventy-one], of [nineteen hundred and six], since [two thousand and nine], by twenty-four.",
            id="years in words",
        ),
        pytest.param("[Every other Friday] or [every other week], for [a quarter century].", id="every other"),
        pytest.param("[This past weekend] was wet, [the past week] dry.", id="this past"),
        pytest.param(
            "[The fiscal year] ended [June 30, 2011]; it fell [late in the day] after rising.", id="year that ended"
        ),
        pytest.param("He ran it in [2:41:09] at [14:30:25]. One day he won in [one day].", id="running times"),
        pytest.param("Good evening! The Today programme and USA Today said so [today].", id="greetings and programmes"),
        pytest.param("[Every night] he wakes [a year] earlier than planned.", id="every night, earlier than"),
        pytest.param(
            "At [9 p.m.] it shut; [at the time], it was new; at the time of the vote.", id="bare hour, at the time"
        ),
        pytest.param("Before [Diwali], during [Ramadan], after [Lunar New Year].", id="feasts of other calendars"),
        pytest.param(
            "It beat [May] retail sales; a May aide said that Mrs. May sales were slow.", id="a month's sales"
        ),
        pytest.param("In [the first half] imports fell, in [the fiscal first half] profit.", id="halves of a year"),
        pytest.param(
            "[Later in the week] and [early in the month], [twice a week] or [once a year].", id="parts, often"
        ),
        pytest.param("[The same month in 2011], [the same period of 2012].", id="the same period of a year"),
        pytest.param("[The April-June quarter] and [the July to September quarter]; [May]-[June] sales.", id="months"),
        pytest.param("[The four previous weeks]; previously in [May]; [five years previously].", id="previous"),
        pytest.param(
            "At [about 6:40 a.m.], [around noon Friday], but they asked about [May 2014].", id="about an hour"
        ),
        pytest.param("It rose in [August]. [March] corn fell. Capt. March led.", id="a month that opens a sentence"),
        pytest.param(
            "[The year's third quarter], [the year's first half], [the year-ago third quarter].", id="of the year"
        ),
        pytest.param(
            "A [month-long], [weeklong], [semiannual] fair; a day-old truce; a [year-end] sale.", id="long, old"
        ),
        pytest.param(
            "In [those days] and [those years]; those [three years]; some day, [some days].", id="those, some"
        ),
        pytest.param("[The seven weeks] of the siege; [Diwali], [Nowruz], [Lunar New Year].", id="articles and lists"),
        pytest.param("They lost the first half by two goals. Sales of scarves rose.", id="half of a match"),
        pytest.param("The fair will last [about two weeks], as in [the past almost two years].", id="last, a verb"),
        pytest.param("After [9/11] and [D-Day], [9/11/2004] apart from [26/11].", id="days called by figures"),
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
