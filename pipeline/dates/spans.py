"""Amounts of time and dates counted from another: levels one and two of the grammar."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.dates.patterns import Draft, Phrase
from pipeline.dates.vocabulary import KINDS, Atom, context

CLOCK_UNITS = ("TH", "TM", "TS")
YEARS = {"DE": 10, "CE": 100, "ML": 1000}
LONGEST_RANGE = 1000
PRECISION = {
    "D": "DAY", "NI": "DAY", "W": "WEEK", "FN": "WEEK", "WE": "WEEKEND", "M": "MONTH", "Q": "QUARTER", "H": "HALF",
    "Y": "YEAR", "DE": "DECADE", "CE": "CENTURY",
}  # fmt: skip
HEDGES = {
    ("at", "least"): "EQUAL_OR_MORE", ("no", "less"): "EQUAL_OR_MORE", ("at", "more"): "EQUAL_OR_LESS",
    ("no", "more"): "EQUAL_OR_LESS", ("up", "to"): "EQUAL_OR_LESS", ("as", "many"): "EQUAL_OR_LESS",
    ("as", "much"): "EQUAL_OR_LESS", ("as", "long"): "EQUAL_OR_LESS", ("less", "than"): "LESS_THAN",
}  # fmt: skip
SHORT_HEDGES = {"less": "APPROX", "about": "APPROX", "more": "MORE_THAN"}


class Span(NamedTuple):
    """A length of time: how many (None is an unknown number) of which unit, and the TIMEX3 mod of how sure that is.

    ``ahead`` is the date it means in a clause that looks ahead ("in two weeks"), if any.
    """

    amount: float | None
    unit: str
    mod: str | None = None
    ahead: str | None = None

    def value(self) -> str:
        amount, unit = self.amount, self.unit
        if unit in YEARS:
            amount, unit = amount and amount * YEARS[unit], "Y"
        if unit == "FN":
            amount, unit = amount and amount * 2, "W"
        if unit in CLOCK_UNITS:
            return f"PT{format_amount(amount)}{unit[1]}"
        return f"P{format_amount(amount)}{unit}"


def format_amount(amount: float | None) -> str:
    return "X" if amount is None else f"{amount:g}"


def unit_code(phrase: Phrase) -> str:
    return "TS" if phrase.data("u") == 2 else str(phrase.data("u"))


def how_many(phrase: Phrase) -> float | None:
    if phrase.has("n"):
        stated: float | None = phrase.data("n")
        return stated
    if phrase.has("half"):
        return 0.5
    return 1 if phrase.has("one") else None


def hedge(phrase: Phrase) -> str | None:
    """The TIMEX3 mod of the words before a number: "at least", "up to", "no more than"."""
    number = phrase.named.get("n")
    words = [str(atom.data) for atom in phrase.atoms if number is None or atom.start < number.start][:2]
    stated = HEDGES.get((words[0], words[-1])) if words else None
    return stated or next((SHORT_HEDGES[word] for word in words if word in SHORT_HEDGES), None)


def span(phrase: Phrase) -> list[Atom]:
    """ "nearly two years", "a 20 year", "12-hour"; not "some day"."""
    if is_ordinal(phrase) or is_numbered(phrase) or is_some_day(phrase):
        return []
    if is_idiom(phrase) or (phrase.data("u") == "Q" and not counted_quarters(phrase)):
        return []
    return phrase.atom("SPAN", Span(half_added(phrase), unit_code(phrase), hedge(phrase)))


def counted_quarters(phrase: Phrase) -> bool:
    """ "three straight quarters", "the past two quarters"; not "three quarters of the city"."""
    if any(atom.kind == KINDS["consecutive"] for atom in phrase.atoms):
        return True
    return how_many(phrase) is not None and phrase.before() in context().quarter_cues


def quarter_century(phrase: Phrase) -> list[Atom]:
    """ "a quarter century"."""
    if phrase.data("quarter") != "Q" or phrase.data("u") != "CE":
        return []
    return phrase.atom("SPAN", Span(25, "Y", hedge(phrase)))


def is_idiom(phrase: Phrase) -> bool:
    """ "One day he will return": no length unless a preposition or a hedge makes it one."""
    if phrase.text[phrase.start : phrase.end].lower() != "one day":
        return False
    return phrase.before() not in context().lasting | context().quantifiers and not phrase.text[
        phrase.end :
    ].startswith("-")


def the_span(phrase: Phrase) -> list[Atom]:
    """ "the seven weeks": the article belongs to a length with a number, not to an adjective ("the 12-hour siege")."""
    length: Span = phrase.data("s")
    in_the_plural = phrase.text[phrase.end - 1] == "s"
    return phrase.atom("SPAN", length) if in_the_plural and length.amount is not None else []


def two_spans(phrase: Phrase) -> list[Atom]:
    """Two lengths that share their unit: "10 to 14 months", "between five and nine days"."""
    first, joint, last = phrase.named["n"], phrase.named["joint"], phrase.named["n2"]
    if first.data is None or last.data is None or not first.data < last.data <= LONGEST_RANGE:
        return []
    if joint.data == "and" and phrase.before() != "between":
        return []
    unit = unit_code(phrase)
    return [
        Atom(KINDS["SPAN"], first.start, first.end, Span(first.data, unit)),
        joint,
        Atom(KINDS["SPAN"], last.start, phrase.end, Span(last.data, unit)),
    ]


def no_length(phrase: Phrase) -> list[Atom]:
    """Ages ("31-year-old", "52 years old", "three months of age") and "the third in as many days"."""
    return phrase.as_other()


def is_ordinal(phrase: Phrase) -> bool:
    """ "the 2010 second half" has no seconds; "one second" and "a 30-second call" have."""
    return phrase.data("u") == 2 and how_many(phrase) != 1 and phrase.atoms[-2].kind != KINDS["dash"]


def is_numbered(phrase: Phrase) -> bool:
    """ "World Cup 2018 day five": a year before a unit in the singular."""
    return len(phrase.atoms) == 2 and phrase.atoms[0].kind == KINDS["year"] and phrase.atoms[1].kind == KINDS["unit"]


def is_some_day(phrase: Phrase) -> bool:
    """ "some day", "many a week": an unknown number before a unit in the singular."""
    return how_many(phrase) is None and phrase.has("n") and phrase.named["u"].kind == KINDS["unit"]


def half_added(phrase: Phrase) -> float | None:
    found = how_many(phrase)
    return found + 0.5 if phrase.has("and_half") and found is not None else found


def unit_long(phrase: Phrase) -> list[Atom]:
    """ "month-long", "monthlong"."""
    return phrase.atom("SPAN", Span(1, phrase.data("u2") or unit_code(phrase)))


def bare_units(phrase: Phrase) -> list[Atom]:
    """ "years", "minutes": an unknown number of them."""
    if phrase.data("u") == "Q":
        return []
    if phrase.data("u") == "WE":
        return phrase.atom("SET", Draft("SET", "XXXX-WXX-WE"))
    return phrase.atom("SPAN", Span(None, unit_code(phrase)))
