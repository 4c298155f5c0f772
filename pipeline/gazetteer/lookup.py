"""Looks names up in the packed gazetteer: a read-only SQLite file that is opened when first asked."""

from __future__ import annotations

import os
import sqlite3
from functools import cache, lru_cache
from pathlib import Path

from pipeline.gazetteer.entries import Entry
from pipeline.gazetteer.keys import key

PACKED = Path(__file__).with_name("places.sqlite")
DEGREE = 100_000
REMEMBERED_NAMES = 50_000
FILED = """
SELECT id, place.name, country, admin1, admin2, feature, latitude, longitude, population, curated, alias
FROM filed JOIN place ON place.id = filed.place WHERE filed.name = ?
ORDER BY alias, population DESC, id
"""
WITHIN = """
SELECT country, avg(latitude), avg(longitude) FROM place
WHERE latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ? AND country IS NOT NULL
GROUP BY country ORDER BY count(*) DESC, country
"""
WITHOUT_FAR = """
SELECT latitude, longitude FROM (
    SELECT latitude, longitude, percent_rank() OVER (ORDER BY latitude) AS north,
        percent_rank() OVER (ORDER BY longitude) AS east
    FROM place WHERE country = ?
) WHERE north BETWEEN ? AND ? AND east BETWEEN ? AND ?
"""
FAR = 0.02


def find(name: str) -> tuple[Entry, ...]:
    """All places a name can mean, those of that very name first, then by population; empty if unknown."""
    return filed_under(key(name))


@lru_cache(maxsize=REMEMBERED_NAMES)
def filed_under(form: str) -> tuple[Entry, ...]:
    """As ``find``, of a name that already has the form of ``keys.key``."""
    return tuple(entry(row) for row in _connection(os.getpid()).execute(FILED, (form,)))


def division_name(country: str | None, admin1: str | None) -> str | None:
    """What a first-order division is called: ("US", "KY") is "Kentucky"; None if it is unknown."""
    return _divisions(os.getpid()).get((country, admin1)) if country and admin1 else None


@lru_cache(maxsize=64)
def countries_within(south: float, north: float, west: float, east: float) -> tuple[tuple[str, float, float], ...]:
    """Countries with places in a window in degrees: code, and the middle of those places; most places first."""
    window = [round(bound * DEGREE) for bound in (south, north, west, east)]
    rows = _connection(os.getpid()).execute(WITHIN, window)
    return tuple((country, latitude / DEGREE, longitude / DEGREE) for country, latitude, longitude in rows)


@lru_cache(maxsize=64)
def extent(country: str) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """South-west and north-east corner of the places of a country, in degrees; None for an unknown one.

    The farthest ``FAR`` on each side do not count: they are islands, mostly.
    """
    shares = (FAR, 1 - FAR)
    rows = _connection(os.getpid()).execute(WITHOUT_FAR, (country, *shares, *shares)).fetchall()
    if not rows:
        return None
    latitudes, longitudes = zip(*rows, strict=True)
    return (
        (min(latitudes) / DEGREE, min(longitudes) / DEGREE),
        (max(latitudes) / DEGREE, max(longitudes) / DEGREE),
    )


@cache
def _divisions(process: int) -> dict[tuple[str, str], str]:
    rows = _connection(process).execute("SELECT country, admin1, name FROM division")
    return {(country, admin1): name for country, admin1, name in rows}


def entry(row: tuple[int, str, str, str, str, str, int, int, int, int, int]) -> Entry:
    identifier, name, country, admin1, admin2, feature, latitude, longitude, population, curated, alias = row
    position = (latitude / DEGREE, longitude / DEGREE)
    return Entry(identifier, name, country, admin1, admin2, feature, *position, population, bool(curated), bool(alias))


@cache
def _connection(process: int) -> sqlite3.Connection:
    """One connection a process, as SQLite's must not cross a fork."""
    return sqlite3.connect(f"{PACKED.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
