"""Amounts of time and dates counted from another: levels one and two of the grammar."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.dates.patterns import Draft, Phrase
from pipeline.dates.vocabulary import KINDS, Atom

CLOCK_UNITS = ("TH", "TM", "TS")
DAYS = {"W": 7, "FN": 14}
YEARS = {"DE": 10, "CE": 100, "ML": 1000}
LONGEST = 99_999
PRECISION = {
    "D": "DAY", "NI": "DAY", "W": "WEEK", "FN": "WEEK", "WE": "WEEKEND", "M": "MONTH", "Q": "QUARTER", "H": "HALF",
    "Y": "YEAR", "DE": "DECADE", "CE": "CENTURY",
}  # fmt: skip
SHORT_HEDGES = {"less": "APPROX", "about": "APPROX", "more": "MORE_THAN"}


class Span(NamedTuple):
    """A length of time: how many (None is an unknown number) of which unit, and the TIMEX3 mod of how sure that is."""

    amount: float | None
    unit: str
    mod: str | None = None

    def value(self) -> str:
        amount, unit = self.amount, self.unit
        if unit in YEARS:
            amount, unit = amount and amount * YEARS[unit], "Y"
        if unit == "FN":
            amount, unit = amount and amount * 2, "W"
        if unit in CLOCK_UNITS:
            return f"PT{shown(amount)}{unit[1]}"
        return f"P{shown(amount)}{unit}"


def shown(amount: float | None) -> str:
    return "X" if amount is None else f"{amount:g}"


def total(numbers: list[int]) -> int:
    """ "two hundred and fifty" from its words."""
    thousands = hundreds = 0
    for number in numbers:
        if number == 1000:
            thousands, hundreds = thousands + max(hundreds, 1) * 1000, 0
        elif number == 100:
            hundreds = max(hundreds, 1) * 100
        else:
            hundreds += number
    return thousands + hundreds


def amount(phrase: Phrase) -> list[Atom]:
    numbers = [atom.data for atom in phrase.atoms if atom.kind == KINDS["number"]]
    half = 0.5 if phrase.has("half") else 0
    if 12 in numbers and len(numbers) == 2:
        return phrase.atom("AMOUNT", numbers[0] * numbers[1] + half)
    return phrase.atom("AMOUNT", total(numbers) + half)


def figure_and_half(phrase: Phrase) -> list[Atom]:
    return phrase.atom("AMOUNT", phrase.data("n") + 0.5)


def figure_and_fraction(phrase: Phrase) -> list[Atom]:
    """ "2 1/2"."""
    over, under = phrase.data("over"), phrase.data("under")
    return phrase.atom("AMOUNT", phrase.data("n") + over / under) if over < under else []


def unknown_amount(phrase: Phrase) -> list[Atom]:
    return phrase.atom("AMOUNT", None)


def couple(phrase: Phrase) -> list[Atom]:
    return phrase.atom("AMOUNT", 2)


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
    words = phrase.text[phrase.start : phrase.end].lower()
    if words.startswith(("at least", "no less")):
        return "EQUAL_OR_MORE"
    if words.startswith(("at most", "no more")):
        return "EQUAL_OR_LESS"
    if words.startswith("less than"):
        return "LESS_THAN"
    return next((SHORT_HEDGES[atom.data] for atom in phrase.atoms if atom.data in SHORT_HEDGES), None)


def span(phrase: Phrase) -> list[Atom]:
    """ "nearly two years", "a 20 year", "12-hour"."""
    if is_ordinal(phrase) or is_numbered(phrase):
        return []
    if phrase.data("u") == "Q" and not any(atom.kind == KINDS["consecutive"] for atom in phrase.atoms):
        return []
    return phrase.atom("SPAN", Span(half_added(phrase), unit_code(phrase), hedge(phrase)))


def is_ordinal(phrase: Phrase) -> bool:
    """ "the 2010 second half" has no seconds; "one second" and "a 30-second call" have."""
    return phrase.data("u") == 2 and how_many(phrase) != 1 and phrase.atoms[-2].kind != KINDS["dash"]


def is_numbered(phrase: Phrase) -> bool:
    """ "World Cup 2018 day five": a year before a unit in the singular."""
    return len(phrase.atoms) == 2 and phrase.atoms[0].kind == KINDS["year"] and phrase.atoms[1].kind == KINDS["unit"]


def half_added(phrase: Phrase) -> float | None:
    found = how_many(phrase)
    return found + 0.5 if phrase.has("and_half") and found is not None else found


def unit_long(phrase: Phrase) -> list[Atom]:
    """ "month-long"."""
    return phrase.atom("SPAN", Span(1, unit_code(phrase)))


def bare_units(phrase: Phrase) -> list[Atom]:
    """ "years", "minutes": an unknown number of them."""
    if phrase.data("u") == "Q":
        return []
    if phrase.data("u") == "WE":
        return phrase.atom("SET", Draft("SET", "XXXX-WXX-WE"))
    return phrase.atom("SPAN", Span(None, unit_code(phrase)))


def shift(length: Span, sign: int) -> tuple[str, str]:
    """The step in a path that moves by this much, and the kind of its result; none by what no calendar can hold."""
    amount, unit = length.amount, length.unit
    if amount is None:
        return "", "DAY"
    if unit in DAYS:
        amount, unit = amount * DAYS[unit], "D"
    if unit in YEARS:
        amount, unit = amount * YEARS[unit], "Y"
    if unit == "Y" and amount % 1:
        amount, unit = amount * 12, "M"
    if amount > LONGEST:
        return "", "DAY"
    return f"{'-' if sign < 0 else '+'}{amount:g}{unit}", PRECISION.get(unit, "TIME")


def shifted(phrase: Phrase, start: str, sign: int, vague: str) -> list[Atom]:
    length: Span = phrase.data("s")
    step, kind = shift(length, sign)
    if not step:
        return phrase.atom("REF", Draft("DATE", vague))
    return phrase.atom(kind, Draft("TIME" if kind == "TIME" else "DATE", f"{start} {step}", length.mod))


def ago(phrase: Phrase) -> list[Atom]:
    return shifted(phrase, "now", -1, "PAST_REF")


def hence(phrase: Phrase) -> list[Atom]:
    return shifted(phrase, "now", 1, "FUTURE_REF")


def later(phrase: Phrase) -> list[Atom]:
    return shifted(phrase, "ref", 1, "FUTURE_REF")


def earlier(phrase: Phrase) -> list[Atom]:
    """ "three days before"; but a mere length in "three days before the vote"."""
    if phrase.atoms[-1].data == "before" and phrase.after()[:1].isalpha():
        return []
    return shifted(phrase, "ref", -1, "PAST_REF")


def after_date(phrase: Phrase) -> list[Atom]:
    return shifted(phrase, phrase.data("x").value, 1, "FUTURE_REF")


def before_date(phrase: Phrase) -> list[Atom]:
    return shifted(phrase, phrase.data("x").value, -1, "PAST_REF")


def coming_span(phrase: Phrase) -> list[Atom]:
    """ "the next four years", "in the coming days": from the day of writing onwards."""
    length: Span = phrase.data("s")
    start = "ref" if phrase.has("following") else "now"
    return phrase.atom("SET", Draft("DURATION", f"{length.value()} {start} >", length.mod))


def past_span(phrase: Phrase) -> list[Atom]:
    length: Span = phrase.data("s")
    if length.amount is None and phrase.has("recent"):
        return phrase.atom("REF", Draft("DATE", "PAST_REF"))
    return phrase.atom("SET", Draft("DURATION", f"{length.value()} now <", length.mod))


def every(phrase: Phrase) -> list[Atom]:
    length: Span = phrase.data("s")
    return phrase.atom("SET", Draft("SET", length.value(), length.mod))


def rate(phrase: Phrase) -> list[Atom]:
    """ "twice a week", "15 a year"."""
    length: Span = phrase.data("s")
    if length.amount != 1 or phrase.atoms[0].kind != KINDS["SPAN"] or not phrase.word("s").startswith("a"):
        return []
    return phrase.atom("SET", Draft("SET", length.value()))


def every_unit(phrase: Phrase) -> list[Atom]:
    return phrase.atom("SET", Draft("SET", Span(1, unit_code(phrase)).value()))


def every_year(phrase: Phrase) -> list[Atom]:
    """ "per annum"."""
    return phrase.atom("SET", Draft("SET", "P1Y"))


def every_day(phrase: Phrase) -> list[Atom]:
    """ "every Monday", "every 5 May", "every Easter", "every fall"."""
    named = phrase.data("x")
    value = named.value if isinstance(named, Draft) else f"XXXX-{named}"
    if not value.startswith("XXXX"):
        return []
    return phrase.atom("SET", Draft("SET", "P1Y" if "~" in value else value.split()[0]))


def weekdays(phrase: Phrase) -> list[Atom]:
    return phrase.atom("SET", Draft("SET", f"XXXX-WXX-{phrase.data('w')}"))


def frequency(phrase: Phrase) -> list[Atom]:
    """ "weekly"; not "LA Weekly", "Nightly News"."""
    if phrase.text[phrase.start].isupper() and (not phrase.opens_sentence() or phrase.after()[:1].isupper()):
        return []
    return phrase.atom("SET", Draft("SET", phrase.data("f")))
