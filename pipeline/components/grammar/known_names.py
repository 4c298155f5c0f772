"""Names that are known before a text is read: of countries, organizations and leaders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from pipeline.dates.offices import Terms
from pipeline.gazetteer import countries
from pipeline.lexicons import load

BEFORE = re.compile(r"(\w+)(?:['’]s)? $")
FARTHEST = 40
"""Characters before a name in which the word is looked for that it goes on from."""
HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")


class Organization(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of ``organizations.toml``."""

    names: tuple[str, ...]
    country: str | None = None
    shared: frozenset[str] = frozenset()
    part_of: str | None = None


class Organizations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon ``organizations.toml``."""

    organizations: tuple[Organization, ...]


@cache
def organizations() -> dict[str, Organization]:
    """Known organizations by any of their names, as written."""
    return {name: row for row in load("organizations", Organizations).organizations for name in row.names}


@cache
def owners(row: Organization) -> re.Pattern[str]:
    """What a text calls the country or body that an organization belongs to."""
    whole = organizations().get(row.part_of or "")
    country = countries.by_code().get(row.country or "")
    own = [name for name in row.names if name not in row.shared] + list(whole.names if whole else ())
    own += [country.name, *country.aliases, *country.demonyms, country.capital or country.name] if country else []
    return re.compile(r"\b(?:" + "|".join(map(re.escape, own)) + r")(?!\w)")


def organization_named(written: str, text: str) -> Organization | None:
    """The known organization that a name is of in a text.

    A name that bodies of other countries have too ("Congress", "Security Council") is its only where the text names
    its country or whole, and never where another country's name stands before it ("Peru's Congress").
    """
    row = organizations().get(written)
    if row is None or written not in row.shared:
        return row
    others = {country_of(word) for word in words_before(written, text)} - {None, row.country}
    return row if not others and owners(row).search(text) else None


def words_before(written: str, text: str) -> Iterator[str]:
    """The word that each mention of a name goes on from: "Peru" of "Peru's Congress"."""
    for found in re.finditer(rf"{re.escape(written)}\b", text):
        if before := BEFORE.search(text, max(0, found.start() - FARTHEST), found.start()):
            yield before[1]


@cache
def country_of(words: str) -> str | None:
    """ISO code of a country by name or demonym: "DPRK", "North Korean"."""
    found = countries.of_name(words) or countries.of_demonym(words)
    return found.code if found else None


@cache
def country_of_demonym(words: str) -> str | None:
    """ISO code of a country by its demonym, not by its name."""
    found = countries.of_demonym(words)
    return found.code if found and countries.of_name(words) is None else None


@cache
def country_named(words: str) -> str | None:
    """ISO code of a country by one of its names, not by its demonym."""
    found = countries.of_name(words)
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
