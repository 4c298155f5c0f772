"""Which accounts are worth comparing: by type, party, place, sense, words and time; or as of articles about one thing.

What is filed is a pair of terms with a fortnight, so that an account is compared with few others, however many there
are in all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, product
from typing import NamedTuple

from pipeline.domain import Place
from pipeline.linking.accounts import Account, Setting
from pipeline.linking.times import bucket, is_vague
from pipeline.linking.words import Vector

OWN, BESIDE = 5, 3
"""How many of the heaviest words of an account's sentences, and of its article beside it, are terms."""
ABOUT = 8
"""How many of the heaviest words say what an article is about; ``SHARED_PAIRS`` of them are three shared words."""
SHARED_PAIRS = 3

Pair = tuple[str, str]


class Term(NamedTuple):
    """Something that two accounts of one event are likely to share, and what of them it is from."""

    source: str
    value: str


class Blocks:
    """Numbers filed by pairs of terms and fortnight."""

    def __init__(self) -> None:
        self.filed: dict[int, list[int]] = defaultdict(list)
        self.fortnights: set[int] = set()

    def add(self, number: int, pairs: Iterable[Pair], when: list[int | None]) -> Counter[int]:
        """File a number; returns how many pairs it shares with each of those filed before, at about its time."""
        pairs, around = set(pairs), self.around(when)
        found = Counter(other for pair in pairs for at in around for other in self.filed.get(hash((pair, at)), ()))
        for pair, at in product(pairs, when):
            self.filed[hash((pair, at))].append(number)
        self.fortnights.update(at for at in when if at is not None)
        return found

    def around(self, when: list[int | None]) -> set[int | None]:
        """The fortnights next to those of a number, and what has none; for one that has none, all."""
        near = {at + step for at in when if at is not None for step in (-1, 0, 1)}
        return {None, *(self.fortnights if None in when else near)}


def fortnights(account: Account) -> list[int | None]:
    """Of its own days, or of its report; None where neither is known, and where a date is vague."""
    span = account.when
    if span is not None and is_vague(span):
        return [None]
    days = [day for day in (span.first, span.last) if day] if span else []
    days = days or ([account.reported] if account.reported else [])
    return list(range(bucket(min(days)), bucket(max(days)) + 1)) if days else [None]


def term_pairs(account: Account) -> Iterator[Pair]:
    """Pairs of terms of two sources: type with party or place, or any two of party, place, sense and word; the words
    that its article is about count beside an account's own terms, not by themselves.
    """
    kind = Term("type", account.type)
    parties = [Term("party", term) for party in account.parties for term in party.terms()]
    named = [*parties, *(Term("place", term) for term in place_terms(account.place))]
    own = [
        *named,
        *(Term("sense", sense) for sense in account.senses | account.deeds),
        *rare(account.words, account, "word", OWN),
    ]
    about = rare(account.setting.gist, account, "article", BESIDE)
    pairs = [(kind, term) for term in named] + [*combinations(own, 2), *product(own, about)]
    for one, other in pairs:
        if one.source != other.source and one.value != other.value:
            yield (min(one.value, other.value), max(one.value, other.value))


def about_pairs(setting: Setting) -> Iterator[Pair]:
    """Pairs of the words that say what an article is about."""
    return combinations(sorted(heaviest(setting.gist)[:ABOUT]), 2)


def rare(words: Vector, account: Account, source: str, most: int) -> list[Term]:
    """The heaviest words that no party's name holds."""
    return [Term(source, word) for word in heaviest(words) if word not in account.party_words][:most]


def heaviest(words: Vector) -> list[str]:
    return sorted(words, key=lambda word: (-words[word], word))


def place_terms(place: Place | None) -> list[str]:
    """A place and its country, by which a city and its country are compared."""
    if place is None:
        return []
    return [f"place:{place.geonames_id or place.name.casefold()}", *([f"in:{place.country}"] if place.country else [])]
