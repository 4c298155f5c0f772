"""Times that come again: "twice a week", "every Monday", "annually"."""

from __future__ import annotations

from pipeline.dates.patterns import Draft, Phrase
from pipeline.dates.spans import Span, unit_code
from pipeline.dates.vocabulary import Atom


def every(phrase: Phrase) -> list[Atom]:
    length: Span = phrase.data("s")
    return phrase.atom("SET", Draft("SET", length.value(), length.mod))


def rate(phrase: Phrase) -> list[Atom]:
    """ "twice a week", "15 a year", "12 flights a day"; not "Once a week had passed"."""
    length: Span = phrase.data("s")
    if length.amount != 1 or not phrase.word("s").startswith("a") or phrase.text[phrase.start].isupper():
        return []
    return phrase.atom("SET", Draft("SET", length.value()))


def every_part(phrase: Phrase) -> list[Atom]:
    """ "every evening"."""
    return phrase.atom("SET", Draft("SET", f"XXXX-XX-XXT{phrase.data('p')}"))


def every_other(phrase: Phrase) -> list[Atom]:
    """ "every other month"."""
    return phrase.atom("SET", Draft("SET", Span(2, unit_code(phrase)).value()))


def every_other_day(phrase: Phrase) -> list[Atom]:
    """ "every other Tuesday"."""
    return phrase.atom("SET", Draft("SET", "P2W")) if "W" in phrase.data("w").value else []


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
