"""The word lists that entities are recognised by, and the look-ups on them."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Literal

import msgspec

from pipeline.domain import EntityKind
from pipeline.lexicons import load

CAPITAL = "capital"
Gender = Literal["female", "male"]


class Nouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon ``entity_nouns.toml``."""

    country: frozenset[str]
    facility: frozenset[str]
    female: frozenset[str]
    group: frozenset[str]
    male: frozenset[str]
    organization: frozenset[str]
    person: frozenset[str]
    place: frozenset[str]
    vehicle: frozenset[str]


class GivenNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon ``given_names.toml``."""

    female: frozenset[str]
    male: frozenset[str]
    of_places: frozenset[str]


class WorldGivenNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon ``world_given_names.toml``."""

    added_female: frozenset[str]
    added_male: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]


class Rulers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for whoever rules, and the offices that they may mean."""

    words: frozenset[str]
    offices: frozenset[str]


class Titles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon ``titles.toml``."""

    female: frozenset[str]
    male: frozenset[str]
    neutral: frozenset[str]
    ranks: frozenset[str]
    suffixes: frozenset[str]
    shortened: dict[str, str]
    offices: dict[str, frozenset[str]]
    rulers: Rulers


class References(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon ``references.toml``."""

    accused: frozenset[str]
    callings: frozenset[str]
    clubs: frozenset[str]
    coaches: frozenset[str]
    company_words: frozenset[str]
    contrasting: frozenset[str]
    counted: frozenset[str]
    either: frozenset[str]
    elected: frozenset[str]
    family_first: frozenset[str]
    harmed: frozenset[str]
    heading: frozenset[str]
    kin: frozenset[str]
    legal_forms: frozenset[str]
    minors: frozenset[str]
    owned: frozenset[str]
    particles: frozenset[str]
    past: frozenset[str]
    polities: frozenset[str]
    pairs: frozenset[str]
    relatives: frozenset[str]
    firm_prefixes: frozenset[str]
    governments: frozenset[str]
    securities: frozenset[str]
    ships: frozenset[str]
    subordinate: frozenset[str]
    vague: frozenset[str]
    kinship: dict[Literal["children", "parents", "siblings", "spouses"], frozenset[str]]
    sorts: dict[EntityKind, frozenset[str]]
    bodies: dict[str, frozenset[str]]
    crafts: dict[str, frozenset[str]]
    features: dict[str, tuple[str, ...]]


class Headlines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon ``headlines.toml``."""

    small: frozenset[str]


def small_words() -> frozenset[str]:
    """Articles, prepositions and conjunctions, which headlines in title case leave small."""
    lists: Headlines = load("headlines", Headlines)
    return lists.small


@cache
def references() -> References:
    lists: References = load("references", References)
    return lists


@cache
def anaphoric_noun_kinds() -> dict[str, EntityKind]:
    """The kind of the named thing that a bare definite noun takes up."""
    return {noun: kind for kind, nouns_of_kind in references().sorts.items() for noun in nouns_of_kind}


@cache
def crafts() -> dict[str, str]:
    """What each vehicle moves in or on: "ferry" -> "water"."""
    return {noun: element for element, vehicles in references().crafts.items() for noun in vehicles}


@cache
def bodies() -> dict[str, frozenset[str]]:
    """The sorts of body that a noun, or the last word of a name, is for: "airline" -> {"airline"}."""
    found: dict[str, set[str]] = defaultdict(set)
    for sort, words in references().bodies.items():
        for word in words:
            found[word].add(sort)
    return {word: frozenset(sorts_of_word) for word, sorts_of_word in found.items()}


@cache
def nouns() -> Nouns:
    lists: Nouns = load("entity_nouns", Nouns)
    return lists


@cache
def titles() -> Titles:
    lists: Titles = load("titles", Titles)
    return lists


@cache
def kinds() -> dict[str, EntityKind]:
    """The kind of entity that a common noun stands for, by lemma."""
    lists = nouns()
    by_kind: dict[EntityKind, frozenset[str]] = {
        "country": lists.country,
        "facility": lists.facility,
        "group": lists.group,
        "organization": lists.organization,
        "person": lists.person,
        "place": lists.place,
        "vehicle": lists.vehicle,
    }
    return {noun: kind for kind, words in by_kind.items() for noun in words}


@cache
def before_names() -> frozenset[str]:
    """Titles and forms of address, lower case, with and without their full stop."""
    lists = titles()
    return lists.female | lists.male | lists.neutral


@cache
def shortened_ranks() -> frozenset[str]:
    """Ranks that are written short before a name, as they stand in a text: "Sgt.", "Capt."."""
    return frozenset(rank.capitalize() for rank in titles().ranks if rank.endswith("."))


@cache
def office_words() -> frozenset[str]:
    """Words for who holds an office, or the like office elsewhere: "mayor", "leader", "counterpart"."""
    rulers = titles().rulers
    return titles().neutral | rulers.words | rulers.offices | {"counterpart"}


@cache
def offices() -> dict[str, str]:
    """What each name of an office is called in ``titles.toml``: "top diplomat" -> "foreign minister"."""
    return {word: office for office, words in titles().offices.items() for word in words}


def noun_gender(word: str) -> Gender | None:
    """The sex that a noun or a form of address says: "spokeswoman", "Mr."."""
    lists, addresses = nouns(), titles()
    if word in lists.female or word in addresses.female:
        return "female"
    return "male" if word in lists.male or word in addresses.male else None


@cache
def name_gender(given: str) -> Gender | None:
    """The sex of nearly all bearers of a given name."""
    lists: GivenNames = load("given_names", GivenNames)
    for word in (given, given.partition("-")[0]):
        if word in lists.female:
            return "female"
        if word in lists.male:
            return "male"
    return None


@cache
def world_given_names() -> WorldGivenNames:
    lists: WorldGivenNames = load("world_given_names", WorldGivenNames)
    return lists


def person_gender(given: str) -> Gender | None:
    """The sex of whoever is a person and has this given name, from wherever it comes; no sign that it is a name."""
    lists, word = world_given_names(), given.partition("-")[0]
    if (known := name_gender(given)) is not None:
        return known
    if word in lists.female or word in lists.added_female:
        return "female"
    return "male" if word in lists.male or word in lists.added_male else None


def given_names_of_places() -> frozenset[str]:
    """Given names that are a country's, state's or city's too."""
    lists: GivenNames = load("given_names", GivenNames)
    return lists.of_places


@cache
def addresses() -> frozenset[str]:
    """What stands in front of nothing but a person's name: forms of address, ranks, degrees."""
    lists = titles()
    return lists.female | lists.male | lists.ranks
