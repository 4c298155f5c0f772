"""The word lists that entities are recognised by, and the look-ups on them."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import msgspec

from pipeline.dates.offices import Terms
from pipeline.domain import EntityKind
from pipeline.gazetteer import countries
from pipeline.lexicons import load

CAPITAL = "capital"
Gender = Literal["female", "male"]
HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")


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
    offices: dict[str, frozenset[str]]
    rulers: Rulers


class Organization(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of ``organizations.toml``."""

    names: tuple[str, ...]
    country: str | None = None


class Organizations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon ``organizations.toml``."""

    organizations: tuple[Organization, ...]


class References(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon ``references.toml``."""

    clubs: frozenset[str]
    coaches: frozenset[str]
    company_words: frozenset[str]
    contrasting: frozenset[str]
    counted: frozenset[str]
    heading: frozenset[str]
    minors: frozenset[str]
    past: frozenset[str]
    governments: frozenset[str]
    public: frozenset[str]
    selling: frozenset[str]
    ships: frozenset[str]
    vague: frozenset[str]
    sorts: dict[EntityKind, frozenset[str]]
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
def sorts() -> dict[str, EntityKind]:
    """The kind of the named thing that a bare definite noun takes up."""
    return {noun: kind for kind, nouns_of_kind in references().sorts.items() for noun in nouns_of_kind}


@cache
def crafts() -> dict[str, str]:
    """What each vehicle moves in or on: "ferry" -> "water"."""
    return {noun: element for element, vehicles in references().crafts.items() for noun in vehicles}


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


def given_names_of_places() -> frozenset[str]:
    """Given names that are a country's, state's or city's too."""
    lists: GivenNames = load("given_names", GivenNames)
    return lists.of_places


@cache
def addresses() -> frozenset[str]:
    """What stands in front of nothing but a person's name: forms of address, ranks, degrees."""
    lists = titles()
    return lists.female | lists.male | lists.ranks


@cache
def organizations() -> dict[str, Organization]:
    """Known organizations by any of their names, as written."""
    return {name: row for row in load("organizations", Organizations).organizations for name in row.names}


@cache
def country_of(words: str) -> str | None:
    """ISO code of a country by name or demonym: "DPRK", "North Korean"."""
    found = countries.named(words) or countries.of_demonym(words)
    return found.code if found else None


@cache
def country_named(words: str) -> str | None:
    """ISO code of a country by one of its names, not by its demonym."""
    found = countries.named(words)
    return found.code if found else None


@cache
def known_names() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Names of countries, organizations and leaders as token texts and as written, by their first token, the longest
    first."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for name in (*organizations(), *country_names(), *leaders()):
        tokens = tuple(tokenized(name.removeprefix("The ").removeprefix("the ")))
        found.setdefault(tokens[0], {}).setdefault(tokens, name)
    return {
        first: tuple(sorted(names.items(), key=lambda named: (-len(named[0]), named[0])))
        for first, names in found.items()
    }


def tokenized(name: str) -> list[str]:
    """A name in the tokens of the model: without spaces before "'s" and around the hyphen between two letters."""
    return HYPHEN.sub(" - ", name.replace("'s", " 's").replace("’s", " ’s")).split()


@cache
def leaders() -> frozenset[str]:
    """Full names of the people known for an office, as written."""
    lists: Terms = load("terms_of_office", Terms)
    return frozenset(name for term in lists.term for name in term.names if " " in name)


@cache
def leaders_surnames() -> frozenset[str]:
    """The last words of their names, in lower case."""
    return frozenset(name.split()[-1].lower() for name in leaders())


@cache
def country_names() -> tuple[str, ...]:
    return tuple(name for country in countries.by_code().values() for name in (country.name, *country.aliases))
