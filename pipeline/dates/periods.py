"""Quarters, half-years and fiscal years as reports name them: "its third quarter", "the year-ago period"."""

from __future__ import annotations

import re

from pipeline.dates.composition import SIGNS, ordinal, reference
from pipeline.dates.patterns import Draft, Phrase
from pipeline.dates.spans import PRECISION, Span, unit_code
from pipeline.dates.vocabulary import Atom, context

AROUND = 100
"""Characters of a sentence on either side of a half that may tell what it is half of."""
WORD = re.compile(r"[a-z]+")


def nth_quarter(phrase: Phrase) -> list[Atom]:
    """ "the third quarter", "its fiscal second quarter", "fourth-quarter"."""
    nth = ordinal(phrase)
    if phrase.data("u") != "Q" or nth > 4:
        return []
    own_year = " FY" if phrase.has("fiscal") else ""
    return phrase.atom("QUARTER", Draft("DATE", f"XXXX-Q{nth if nth > 0 else 4}{own_year}"))


def nth_half(phrase: Phrase) -> list[Atom]:
    """ "Exports rose in the first half": of a year where the sentence tells of results, of a match elsewhere."""
    nth = ordinal(phrase)
    if nth not in (1, 2) or context().results.isdisjoint(words_around(phrase)):
        return []
    return phrase.atom("HALF", Draft("DATE", f"XXXX-H{nth}"))


def words_around(phrase: Phrase) -> list[str]:
    """The words of a phrase's clause and those near it, in lower case."""
    before = phrase.text[max(0, phrase.start - AROUND) : phrase.start].rpartition(". ")[2]
    after = phrase.text[phrase.end : phrase.end + AROUND].partition(". ")[0]
    return WORD.findall(f"{before} {after}".lower())


def current_unit(phrase: Phrase) -> list[Atom]:
    """ "the current year"."""
    unit = unit_code(phrase)
    return phrase.atom(PRECISION[unit], Draft("DATE", f"now +0{unit}")) if unit in PRECISION else []


def latest_unit(phrase: Phrase) -> list[Atom]:
    """ "the latest quarter": the last that is over."""
    unit = unit_code(phrase)
    return phrase.atom(PRECISION[unit], Draft("DATE", f"now -1{unit}")) if unit in PRECISION else []


def relative_fiscal_year(phrase: Phrase) -> list[Atom]:
    """ "this fiscal year", "its next financial year"."""
    unit, word = unit_code(phrase), phrase.data("rel")
    if unit not in ("Y", "Q"):
        return []
    step = "-1" if word == "latest" else "+0" if word == "current" else SIGNS[word]
    if unit == "Q":
        return phrase.atom("QUARTER", Draft("DATE", f"{reference(phrase)} {step}Q"))
    return phrase.atom("YEAR", Draft("DATE", f"{reference(phrase)} {step}Y FY"))


def the_fiscal_year(phrase: Phrase) -> list[Atom]:
    return phrase.atom("YEAR", Draft("DATE", "here +0Y FY")) if phrase.data("u") == "Y" else []


def the_quarter(phrase: Phrase) -> list[Atom]:
    """ "the quarter": that of the report."""
    return phrase.atom("QUARTER", Draft("DATE", "quarter")) if phrase.data("u") == "Q" else []


def same_period(phrase: Phrase) -> list[Atom]:
    """ "the same month a year ago", "the same period last year"."""
    years = phrase.data("s").amount if phrase.has("s") else 1
    unit = phrase.data("s").unit if phrase.has("s") else unit_code(phrase)
    if unit != "Y" or years is None:
        return []
    start = {"Q": "quarter", "M": "month"}.get(phrase.data("p"), "ref")
    return phrase.atom("MONTH", Draft("DATE", f"{start} ^-{years:g}Y"))


def same_period_of_year(phrase: Phrase) -> list[Atom]:
    """ "the same period of 2011": the month or quarter that the text compares it with, in that year."""
    return phrase.atom("MONTH", Draft("DATE", f"{phrase.data('y').value} &"))


def quarter_of_months(phrase: Phrase) -> list[Atom]:
    """ "the July-September quarter"."""
    first, last = phrase.data("m1"), phrase.data("m")
    if phrase.data("u") != "Q" or first % 3 != 1 or last != first + 2:
        return []
    return phrase.atom("QUARTER", Draft("DATE", f"XXXX-Q{last // 3}"))


def year_ago_period(phrase: Phrase) -> list[Atom]:
    """ "the year-ago quarter", "year-earlier"."""
    if phrase.data("u") != "Y":
        return []
    if phrase.data("of_unit") == "Q":
        return phrase.atom("QUARTER", Draft("DATE", "quarter ^-1Y"))
    return phrase.atom("MONTH", Draft("DATE", "now -1Y &"))


def year_ago_quarter(phrase: Phrase) -> list[Atom]:
    """ "the year-ago third quarter"."""
    nth = ordinal(phrase)
    if (phrase.data("u"), phrase.data("of_unit")) != ("Y", "Q") or not 0 < nth < 5:
        return []
    return phrase.atom("QUARTER", Draft("DATE", f"XXXX-Q{nth} ^-1Y"))


def length_ended_on(phrase: Phrase) -> list[Atom]:
    """ "the year ended June 30": a length."""
    return phrase.atom("SET", Draft("DURATION", Span(1, unit_code(phrase)).value()))


def year_end(phrase: Phrase) -> list[Atom]:
    """ "year-end", "the month's end"."""
    unit = unit_code(phrase)
    if unit not in PRECISION:
        return []
    return phrase.atom(PRECISION[unit], Draft("DATE", f"end +0{unit}", "END"))


def end_of_year(phrase: Phrase) -> list[Atom]:
    """ "year-end 2012"."""
    return phrase.atom("YEAR", phrase.data("y")._replace(mod="END")) if phrase.data("u") == "Y" else []
