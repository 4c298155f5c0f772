"""Countries as the news names them: codes, everyday names, other names, demonyms, capitals and seats of government."""

from __future__ import annotations

from functools import cache

import msgspec

from pipeline.gazetteer.keys import key
from pipeline.lexicons import load


class Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One country or dependent territory; ``code`` is ISO 3166-1 alpha-2, ``seats`` stand for its government.

    ``area`` is the key of its area on the base map (ISO 3166-1 alpha-3), where that has one.
    """

    code: str
    name: str
    area: str | None = None
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str | None = None
    seats: tuple[str, ...] = ()


class Countries(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon ``countries.toml``."""

    countries: tuple[Country, ...]


@cache
def by_code() -> dict[str, Country]:
    """All countries by ISO 3166-1 alpha-2 code."""
    return {country.code: country for country in load("countries", Countries).countries}


@cache
def _by_name() -> dict[str, Country]:
    return {key(name): country for country in by_code().values() for name in (country.name, *country.aliases)}


@cache
def _by_demonym() -> dict[str, Country]:
    return {word.casefold(): country for country in by_code().values() for word in country.demonyms}


@cache
def _by_capital() -> dict[str, Country]:
    return {key(country.capital): country for country in by_code().values() if country.capital}


@cache
def _by_seat() -> dict[str, Country]:
    return {key(seat): country for country in by_code().values() for seat in country.seats}


def of_name(name: str) -> Country | None:
    """The country of that name or alias: "DPRK" and "the Netherlands" both work; case and accents do not matter."""
    return _by_name().get(key(name)) or _by_name().get(key(name.removeprefix("the ").removeprefix("The ")))


def of_demonym(word: str) -> Country | None:
    """The country of an adjective or of a people: "South Korean", "Danes"."""
    return _by_demonym().get(word.casefold())


def of_capital(name: str) -> Country | None:
    """The country whose capital that is."""
    return _by_capital().get(key(name))


def of_seat(name: str) -> Country | None:
    """The country whose government the name stands for: "Kremlin", "the White House"."""
    return _by_seat().get(key(name.removeprefix("the ").removeprefix("The ")))
