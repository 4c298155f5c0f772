"""Numbers in words and figures: amounts, fractions, and years said in words (level one of the grammar)."""

from __future__ import annotations

from pipeline.dates.patterns import Draft, Phrase
from pipeline.dates.vocabulary import KINDS, Atom, context

HUNDRED = 100
CENTURIES = range(15, 21)
"""First halves of a year in two parts, "nineteen eighty-seven"; the second has two digits."""


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


def number_words(phrase: Phrase) -> list[int]:
    return [atom.data for atom in phrase.atoms if atom.kind == KINDS["number"]]


def amount(phrase: Phrase) -> list[Atom]:
    numbers = number_words(phrase)
    if joins_small_numbers(phrase):
        return []
    half = 0.5 if phrase.has("half") else 0
    if 12 in numbers and len(numbers) == 2:
        return phrase.atom("AMOUNT", numbers[0] * numbers[1] + half)
    return phrase.atom("AMOUNT", total(numbers) + half)


def joins_small_numbers(phrase: Phrase) -> bool:
    """ "between two and four days" has two numbers, "a hundred and four days" one."""
    triples = zip(phrase.atoms, phrase.atoms[1:], phrase.atoms[2:], strict=False)
    return any(
        joint.data == "and" and {before.kind, after.kind} == {KINDS["number"]} and before.data < 100
        for before, joint, after in triples
    )


def year_in_words(phrase: Phrase) -> list[Atom]:
    """A year said in words after one that years follow: "in nineteen eighty-seven", "since two thousand and six"."""
    numbers = number_words(phrase)
    year = year_in_two_parts(numbers) or year_of_the_millennium(numbers)
    if not year or phrase.before() not in context().year_cues or counts(phrase):
        return []
    return phrase.atom("YEAR", Draft("DATE", f"{year:04}"))


def year_in_two_parts(numbers: list[int]) -> int | None:
    """ "nineteen / eighty-seven", "nineteen hundred / and seven", "twenty / ten"; "twenty / four" is a number."""
    hundred = numbers[1] == HUNDRED
    first, rest = numbers[0], numbers[2:] if hundred else numbers[1:]
    if first not in CENTURIES or len(rest) not in (1, 2):
        return None
    is_of_century = (hundred or rest[0] >= 10) and max(rest) < HUNDRED
    return first * 100 + sum(rest) if is_of_century else None


def year_of_the_millennium(numbers: list[int]) -> int | None:
    """ "two thousand and six", but not the round "two thousand"."""
    below = numbers[2:]
    return 2000 + sum(below) if numbers[:2] == [2, 1000] and below and max(below) < 100 else None


def counts(phrase: Phrase) -> bool:
    """Whether a noun follows directly that the number may count."""
    after = phrase.after()
    return after[:1].isalpha() and after not in context().after_day


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
