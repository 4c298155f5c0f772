"""Writes the places as one read-only SQLite file, the same bytes for the same places."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from pipeline.gazetteer.build.rows import Row

SCHEMA = """
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT, country TEXT, admin1 TEXT, admin2 TEXT, feature TEXT,
    latitude INTEGER, longitude INTEGER, population INTEGER, curated INTEGER
);
CREATE TABLE division (country TEXT, admin1 TEXT, name TEXT, PRIMARY KEY (country, admin1)) WITHOUT ROWID;
CREATE TABLE filed (name TEXT, place INTEGER, alias INTEGER, PRIMARY KEY (name, place)) WITHOUT ROWID;
"""
DEGREE = 100_000


def pack(places: Iterable[Row], target: Path) -> int:
    """Write the file and return how many names it holds; positions in hundred-thousandths of degrees."""
    target.unlink(missing_ok=True)
    names: set[tuple[str, int, bool]] = set()
    connection = sqlite3.connect(target, isolation_level=None)
    try:
        connection.executescript(SCHEMA)
        connection.execute("BEGIN")
        for row in places:
            connection.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", database_row(row))
            if row.feature == "ADM1" and row.country and row.admin1:
                division = (row.country, row.admin1, row.name)
                connection.execute("INSERT OR IGNORE INTO division VALUES (?, ?, ?)", division)
            names.update((form, row.id, alias) for form, alias in row.filing_keys().items())
        connection.executemany("INSERT INTO filed VALUES (?, ?, ?)", sorted(names))
        connection.execute("COMMIT")
        connection.execute("VACUUM")
    finally:
        connection.close()
    return len(names)


def database_row(row: Row) -> tuple[object, ...]:
    position = (round((row.latitude or 0.0) * DEGREE), round((row.longitude or 0.0) * DEGREE))
    return (row.id, row.name, row.country, row.admin1, row.admin2, row.feature, *position, row.population, row.curated)
