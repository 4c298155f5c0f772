"""Dates a length away from another, and lengths that start or end on a day: "three days later", "the past month"."""

from __future__ import annotations

import re

from pipeline.dates.patterns import Draft, Phrase
from pipeline.dates.spans import PRECISION, YEARS, Span
from pipeline.dates.vocabulary import Atom, context

DAYS = {"W": 7, "FN": 14}
LONGEST = 99_999
LIMITS = ("EQUAL_OR_LESS", "LESS_THAN")
RECORD = 48
"""Characters before a length in which a superlative takes it as its span."""
CLAUSE_END = re.compile(r"[.,;:()\n]")


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


def shifted_date(phrase: Phrase, start: str, sign: int, vague: str) -> list[Atom]:
    length: Span = phrase.data("s")
    step, kind = shift(length, sign)
    if not step:
        return phrase.atom("REF", Draft("DATE", vague))
    if step == "-1Y" and start in ("now", "ref"):
        step += " &"
    return phrase.atom(kind, Draft("TIME" if kind == "TIME" else "DATE", f"{start} {step}", length.mod))


def ago(phrase: Phrase) -> list[Atom]:
    return shifted_date(phrase, "now", -1, "PAST_REF")


def hence(phrase: Phrase) -> list[Atom]:
    return shifted_date(phrase, "now", 1, "FUTURE_REF")


def weeks_time(phrase: Phrase) -> list[Atom]:
    """ "in three weeks' time": a date."""
    return hence(phrase) if phrase.before() == "in" else []


def within_length(phrase: Phrase) -> list[Atom]:
    """ "in two weeks": a date where the clause looks ahead, else a length, as in "the first visit in ten years".

    A limit is a length in any clause: "must reply in no more than 45 days".
    """
    length: Span = phrase.data("s")
    step, kind = shift(length, 1)
    is_length = length.mod in LIMITS or is_record(phrase)
    if is_length or not step or kind == "TIME":
        return []
    return phrase.atom("SPAN", length._replace(ahead=f"now {step}"))


def is_record(phrase: Phrase) -> bool:
    """Whether a superlative stands close before: "its biggest purchase in a decade"."""
    before = CLAUSE_END.split(phrase.text[max(0, phrase.start - RECORD) : phrase.start])[-1]
    return not context().superlatives.isdisjoint(before.lower().split())


def later(phrase: Phrase) -> list[Atom]:
    return shifted_date(phrase, "ref", 1, "FUTURE_REF")


def earlier(phrase: Phrase) -> list[Atom]:
    """ "three days before"; but a mere length in "three days before the vote"."""
    if phrase.atoms[-1].data == "before" and phrase.after()[:1].isalpha():
        return []
    return shifted_date(phrase, "ref", -1, "PAST_REF")


def after_date(phrase: Phrase) -> list[Atom]:
    return shifted_date(phrase, phrase.data("x").value, 1, "FUTURE_REF")


def before_date(phrase: Phrase) -> list[Atom]:
    return shifted_date(phrase, phrase.data("x").value, -1, "PAST_REF")


def coming_span(phrase: Phrase) -> list[Atom]:
    """ "the next four years", "in the coming days": from the day of writing onwards."""
    length: Span = phrase.data("s")
    start = "ref" if phrase.has("following") else "now"
    return phrase.atom("SET", Draft("DURATION", f"{length.value()} {start} >", length.mod))


def past_span(phrase: Phrase) -> list[Atom]:
    """ "the last two weeks", "recent months"; not "will last about two weeks"."""
    length: Span = phrase.data("s")
    if length.mod and not phrase.has("the"):
        return []
    return phrase.atom("SET", Draft("DURATION", f"{length.value()} now <", length.mod))
