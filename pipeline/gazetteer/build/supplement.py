"""The lexicon of places that no package has, and of the names the news uses for those they have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

import msgspec

from pipeline.gazetteer.build.rows import Row
from pipeline.gazetteer.countries import Country
from pipeline.gazetteer.keys import key

CITY = "PPL"
MACRON, CEDILLA = re.compile("\u0304"), re.compile("(?<=[DHSTZdhstz])\u0327")


class Addition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place of our own; degrees are WGS 84, ``source`` says where the row can be checked."""

    name: str
    feature: str
    latitude: float
    longitude: float
    source: str
    aliases: tuple[str, ...] = ()
    country: str | None = None


class Rename(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The everyday name of what GeoNames calls ``geonames``."""

    country: str
    feature: str
    geonames: str
    name: str
    aliases: tuple[str, ...] = ()


class Supplement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon ``place_supplement.toml``."""

    places: tuple[Addition, ...]
    renames: tuple[Rename, ...]
    division_prefixes: tuple[str, ...]
    division_suffixes: tuple[str, ...]
    cedilla_countries: frozenset[str]
    macron_countries: frozenset[str]


RowKey = tuple[str | None, str, str]


def row_key(row: Row) -> RowKey:
    """Country, class of feature and filed name: what tells two sources' rows of one place."""
    return row.country, row.feature[:3], key(row.name)


def add_places(rows: dict[RowKey, Row], supplement: Supplement) -> list[Row]:
    """Rows for places that are new; to one that a source has already they give their names.

    A region also takes the curated position: GeoNames has some that are far off ("West Coast" in the Pacific).
    """
    new = []
    for row in map(curated, supplement.places):
        known = rows.get(row_key(row))
        if known is None:
            new.append(row)
            continue
        known.names |= row.names
        known.curated = True
        if known.feature == "RGN":
            known.latitude, known.longitude = row.latitude, row.longitude
    return new


def curated(place: Addition) -> Row:
    """The row of a place that ``place_supplement.toml`` has."""
    return Row(
        id=0,
        name=place.name,
        country=place.country,
        admin1=None,
        admin2=None,
        feature=place.feature,
        latitude=place.latitude,
        longitude=place.longitude,
        population=0,
        curated=True,
        names=set(place.aliases),
    )


def respell(row: Row, supplement: Supplement) -> None:
    """Write a name as English does: without the macrons of transliterations and "-ken", "Sheng", "Estado de"."""
    plain = row.name
    if row.feature == "ADM1":
        for prefix in supplement.division_prefixes:
            plain = plain.removeprefix(prefix)
        for suffix in supplement.division_suffixes:
            plain = plain.removesuffix(suffix)
    if row.country not in supplement.macron_countries:
        plain = normalize("NFC", MACRON.sub("", normalize("NFD", plain)))
    if row.country not in supplement.cedilla_countries:
        plain = normalize("NFC", CEDILLA.sub("", normalize("NFD", plain)))
    if plain != row.name:
        row.aliases.add(row.name)
        row.name = plain


def name_as_news_does(rows: Iterable[Row], supplement: Supplement) -> None:
    """Give rows their everyday names; the old ones stay as aliases."""
    wanted = {(r.country, r.feature, r.geonames): r for r in supplement.renames}
    for row in rows:
        found = wanted.get((row.country or "", CITY if row.feature.startswith(CITY) else row.feature, row.name))
        if found is None:
            respell(row, supplement)
        else:
            row.aliases.add(row.name)
            row.names |= set(found.aliases)
            row.name = found.name


def name_capital(row: Row, country: Country) -> None:
    """A capital goes by the name that its country's row gives it, if GeoNames knows it by that name too."""
    if country.capital and key(country.capital) in row.filing_keys():
        row.names |= {row.name, country.capital}
        row.name = country.capital


def name_country(row: Row, country: Country) -> None:
    """A country goes by its everyday name, and by the names of its lexicon."""
    row.aliases.add(row.name)
    row.names |= set(country.aliases)
    row.name = country.name
