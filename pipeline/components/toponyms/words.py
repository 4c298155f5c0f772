"""The word lists of the places component, and what they say about a name."""

from __future__ import annotations

from functools import cache

import msgspec

from pipeline.gazetteer import countries, lookup
from pipeline.gazetteer.entries import Entry
from pipeline.gazetteer.keys import key
from pipeline.lexicons import load


class Sea(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Waters with a short name, and the ISO codes of the countries on their shores."""

    word: str
    name: str
    shores: frozenset[str]


class PlaceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon ``place_words.toml``."""

    connectors: frozenset[str]
    directions: frozenset[str]
    diseases: frozenset[str]
    features: frozenset[str]
    installations: frozenset[str]
    institutions: frozenset[str]
    locatives: frozenset[str]
    national_offices: frozenset[str]
    never: frozenset[str]
    outlets: frozenset[str]
    peoples: frozenset[str]
    regions: frozenset[str]
    seas: tuple[Sea, ...]
    roads: frozenset[str]
    several_capitals: frozenset[str]
    state_offices: frozenset[str]


class State(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A state or province and how the news shortens it."""

    name: str
    country: str
    written: tuple[str, ...] = ()
    postal: str | None = None


class Abbreviations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon ``place_abbreviations.toml``."""

    states: tuple[State, ...]


class Datelines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon ``place_datelines.toml``: cities by the code of their country."""

    cities: dict[str, frozenset[str]]


class Demonym(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Adjectives and people of a place that is no country."""

    place: str
    words: tuple[str, ...]
    country: str | None = None


class Demonyms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon ``demonyms.toml``."""

    demonyms: tuple[Demonym, ...]


def place_words() -> PlaceWords:
    lists: PlaceWords = load("place_words", PlaceWords)
    return lists


@cache
def never_alone() -> frozenset[str]:
    """Words that are no toponym by themselves, though some place has the name: "Court", "May"."""
    lists = place_words()
    return lists.never | lists.institutions | lists.roads | lists.features


@cache
def short_states() -> dict[str, State]:
    """States by an abbreviation that stands by itself: "W.Va."."""
    states = load("place_abbreviations", Abbreviations).states
    return {short.replace(" ", ""): state for state in states for short in state.written}


@cache
def postal_states() -> dict[str, State]:
    """States by the code that stands behind a place and a comma only: "WV"."""
    return {state.postal: state for state in load("place_abbreviations", Abbreviations).states if state.postal}


@cache
def dateline_cities() -> frozenset[tuple[str, str]]:
    """Country and filed name of the cities that the news names without their country."""
    cities = load("place_datelines", Datelines).cities
    return frozenset((country, key(city)) for country, names in cities.items() for city in names)


@cache
def demonyms() -> dict[str, Demonym]:
    """Places other than countries by their demonyms."""
    return {word: demonym for demonym in load("demonyms", Demonyms).demonyms for word in demonym.words}


def state_entries(state: State) -> tuple[Entry, ...]:
    """The state itself: the one reading of its abbreviation."""
    named = (e for e in lookup.find(state.name) if e.country == state.country and not e.alias)
    return tuple(sorted(named, key=lambda e: (e.feature != "ADM1", -e.population)))[:1]


def demonym_entries(word: str) -> tuple[Entry, ...]:
    """What place a demonym is of, likeliest first; empty if the word is none."""
    country = countries.of_demonym(word)
    own = demonyms().get(word)
    found = country_entries(country) if country else ()
    if own is not None:
        found += tuple(e for e in lookup.find(own.place) if not e.alias and (own.country or e.country) == e.country)[:1]
    return found


def country_entries(country: countries.Country) -> tuple[Entry, ...]:
    return tuple(e for e in lookup.find(country.name) if e.country == country.code and e.is_country)[:1]
