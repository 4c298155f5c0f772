"""Words for the present, past or future that tell of no day: "now", "recently", "soon", "at the time"."""

from __future__ import annotations

from pipeline.dates.composition import opens_clause
from pipeline.dates.patterns import Draft, Phrase
from pipeline.dates.vocabulary import Atom, context


def moment(phrase: Phrase) -> list[Atom]:
    """ "at the moment", "for the time being"; not "from the moment she left"."""
    if phrase.before() not in context().moment_cues or opens_clause(phrase):
        return []
    return present(phrase)


def present(phrase: Phrase) -> list[Atom]:
    return phrase.atom("REF", Draft("DATE", "PRESENT_REF"))


def past(phrase: Phrase) -> list[Atom]:
    return phrase.atom("REF", Draft("DATE", "PAST_REF"))


def future(phrase: Phrase) -> list[Atom]:
    return phrase.atom("REF", Draft("DATE", "FUTURE_REF"))


def by_word(phrase: Phrase) -> list[Atom]:
    """ "recently"."""
    return phrase.atom("REF", Draft("DATE", phrase.data("r")))


def prospect(phrase: Phrase) -> list[Atom]:
    """ "soon" in a clause that looks ahead; not "as soon as", "soon after"."""
    if phrase.before() in context().degrees:
        return []
    return phrase.atom("REF", Draft("DATE", phrase.data("r"), None, phrase.data("r")))


def at_the_time(phrase: Phrase) -> list[Atom]:
    """ "at the time"; not "at the time she left"."""
    return [] if opens_clause(phrase) else past(phrase)


def to_this_day(phrase: Phrase) -> list[Atom]:
    """ "to this day": no day, but the present."""
    return present(phrase) if phrase.data("u") == "D" else []


def those_days(phrase: Phrase) -> list[Atom]:
    """ "in those years"; not "in those three years"."""
    return past(phrase) if phrase.data("s").amount is None else []


def these_days(phrase: Phrase) -> list[Atom]:
    return present(phrase) if phrase.data("s").unit == "D" and phrase.data("s").amount is None else []
