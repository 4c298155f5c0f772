"""Which names may be one person's or one body's: spellings, short forms, initials, patronymics, order, acronyms.

Names are compared as the words of their filed form (``gazetteer.keys``): lower case, without accents and stops.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import msgspec

from pipeline.lexicons import load

LONG_ENOUGH = 4
VOWELS = str.maketrans("eyjouw", "iiiuuv")
DOUBLED = re.compile(r"(.)\1+")
LAST_VOWEL = re.compile(r"(?<=\w{6})[aeiou]$")
PATRONYMIC = re.compile(r"(ovich|evich|yevich|ovych|yovych|ovna|evna|yevna|ivna)$")
MINOR_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "du", "des", "la", "&"})

Words = tuple[str, ...]


class Nicknames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon ``nicknames.toml``."""

    short_forms: dict[str, frozenset[str]]


@cache
def familiar(given: str) -> frozenset[str]:
    """The full names that a short form may stand for, and the short forms of a full name."""
    lists: Nicknames = load("nicknames", Nicknames)
    forms = lists.short_forms
    return forms.get(given, frozenset()) | {full for full, shorts in forms.items() if given in shorts}


def is_patronymic(words: Words) -> bool:
    """Whether a name is one of courtesy, without the surname: "Vladimir Vladimirovich"."""
    return len(words) == 2 and PATRONYMIC.search(words[-1]) is not None


def same_person(one: Words, other: Words) -> bool:
    """Whether two full names of one text may be one person's: the same words in part, initials, short forms,
    patronymics.
    """
    if one[0] == other[0] and (is_patronymic(one) or is_patronymic(other)):
        return True
    if one[-1] != other[-1] and not (one[0] == other[0] and spelled_alike(one[-1], other[-1])):
        return one[: len(other)] == other or other[: len(one)] == one
    return same_given(one[0], other[0]) or subsequence(one, other) or subsequence(other, one)


def same_given(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one == other or other in familiar(one) or spelled_alike(one, other)


def spelled_alike(one: str, other: str) -> bool:
    """Whether two words differ as spellings of one foreign name do: "Sergei" and "Sergey"."""
    return min(len(one), len(other)) >= LONG_ENOUGH and sounds(one) == sounds(other)


@cache
def sounds(word: str) -> str:
    return DOUBLED.sub(r"\1", word.replace("kh", "h").translate(VOWELS))


def subsequence(short: Words, long: Words) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def initials(words: Words) -> tuple[str, str]:
    """The acronyms of a name, with its minor words and without."""
    return "".join(word[0] for word in words), "".join(word[0] for word in words if word not in MINOR_WORDS)


@lru_cache(maxsize=200_000)
def same_across_articles(one: Words, other: Words) -> bool:
    """Whether names of two articles are one person's: given name and surname in either order, and no middle name or
    initial that differs. A surname alone, or an initial for the given name, is nobody's.
    """
    if one == other:
        return len(one) > 1
    given_first = without_courtesy(one)
    return any(same_full(given_first, turned) for turned in orders(without_courtesy(other)))


def without_courtesy(words: Words) -> Words:
    """A name without patronymic, where a surname is left: "Vladimir Vladimirovich Putin"."""
    return tuple(word for at, word in enumerate(words) if not (0 < at < len(words) - 1 and PATRONYMIC.search(word)))


def orders(words: Words) -> tuple[Words, ...]:
    """A name as it stands, and with the family's name from the front put last or from the end put first."""
    return (words, (*words[1:], words[0]), (words[-1], *words[:-1]))


def same_full(one: Words, other: Words) -> bool:
    if min(len(one), len(other)) < 2 or min(len(one[0]), len(other[0])) < 2:
        return False
    surnames = one[-1] == other[-1] or (min(len(one[-1]), len(other[-1])) >= LONG_ENOUGH and heard(one[-1], other[-1]))
    return surnames and same_given(one[0], other[0]) and same_middle(one[1:-1], other[1:-1])


def heard(one: str, other: str) -> bool:
    """Whether two surnames sound alike but for the last vowel: "Lukashenko" and "Lukashenka"."""
    return LAST_VOWEL.sub("", sounds(one)) == LAST_VOWEL.sub("", sounds(other))


def same_middle(one: Words, other: Words) -> bool:
    """Whether middle names agree: one has none, or the shorter ones begin the longer ("W." and "Walker")."""
    return all(sounds(a) == sounds(b) or is_initial(a, b) for a, b in zip(one, other, strict=False))


def is_initial(one: str, other: str) -> bool:
    """Whether one is the first letter of the other: "W" of "Walker"."""
    return 1 in (len(one), len(other)) and one[0] == other[0]


def same_body(one: Words, other: Words) -> bool:
    """Whether two names are one body's: the same words, or one the acronym of the other, of three letters and more."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    may_be_acronym = len(short) == 1 and len(short[0]) > 2
    return may_be_acronym and len(long) > 2 and short[0] in initials(long)
