"""Bringing the index up to date: a batch of changed articles is one transaction, with the position that it reaches."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from pipeline.index.columns import Row
from pipeline.index.derive import rows
from pipeline.store.changes import ChangedArticle, Changes, Position

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

OF_ARTICLES = (
    "entities", "mentions", "events", "event_sentences", "participants", "pairs", "movements", "reports", "statements",
    "about", "sources",
)  # fmt: skip
ADDED = ("keys", "articles", *OF_ARTICLES)
KEYED = (
    ("entities", "key"), ("mentions", "key"), ("participants", "who"), ("pairs", "actor"), ("pairs", "recipient"),
    ("movements", "mover_number"), ("statements", "source"),
    ("about", "source"), ("about", "who"),
)  # fmt: skip
"""Columns that are derived as keys and kept as their numbers."""


class State:
    """Which store is indexed, and up to where; ``complete``: up to its end, when it was last asked."""

    def __init__(self, cursor: DuckDBPyConnection) -> None:
        found = cursor.execute("SELECT identity, version, article, complete, next_number FROM state").fetchall()
        identity, version, article, complete, self.next_number = found[0] if found else ("", 0, "", False, 1)
        self.identity, self.position, self.complete = str(identity), Position(version, article), bool(complete)


class Writer:
    """Writes batches of changes; at most one at a time. Remembers keys from one batch to the next."""

    def __init__(self, cursor: DuckDBPyConnection) -> None:
        self.cursor = cursor
        self.keys: dict[str, int] = {}
        self.columns = {table: columns_of(cursor, table) for table in ADDED}

    def write(self, identity: str, changes: Changes) -> None:
        """Raises duckdb.Error, and then nothing was written."""
        self.cursor.execute("BEGIN")
        try:
            self._write(identity, changes)
            self.cursor.execute("COMMIT")
        except BaseException:
            self.keys.clear()
            self.cursor.rollback()
            raise

    def _write(self, identity: str, changes: Changes) -> None:
        numbers = Numbers(State(self.cursor).next_number)
        known = self._remove([article.id for article in changes.articles])
        found: dict[str, list[Row]] = {table: [] for table in ADDED}
        for article in changes.articles:
            if not article.removed:
                number = known.get(article.id) or numbers.reserve()
                for table, more in consistent_rows(article, number, numbers):
                    found[table].extend(more)
        found["keys"] = self._number_keys(found, numbers)
        for table, more in found.items():
            self._insert(table, more)
        at = changes.position
        self.cursor.execute("DELETE FROM state")
        self.cursor.execute(
            "INSERT INTO state VALUES (?, ?, ?, ?, ?)",
            [identity, at.version, at.article, changes.complete, numbers.next],
        )

    def _remove(self, ids: list[str]) -> dict[str, int]:
        """Take out what was known of these articles; the numbers of those that were known."""
        query = "SELECT id, number FROM articles WHERE id = ANY($ids::TEXT[])"
        known = dict(self.cursor.execute(query, {"ids": ids}).fetchall())
        if known:
            numbers = {"numbers": list(known.values())}
            self.cursor.execute("DELETE FROM articles WHERE number = ANY($numbers::INTEGER[])", numbers)
            for table in OF_ARTICLES:
                self.cursor.execute(f"DELETE FROM {table} WHERE article = ANY($numbers::INTEGER[])", numbers)
        return known

    def _number_keys(self, found: dict[str, list[Row]], numbers: Numbers) -> list[Row]:
        """Put numbers in the place of keys; the rows of those that are new."""
        places = [(row, column) for table, column in KEYED for row in found[table] if row[column] is not None]
        unknown = sorted({row[column] for row, column in places} - self.keys.keys())
        query = "SELECT key, number FROM keys WHERE key = ANY($keys::TEXT[])"
        self.keys.update(self.cursor.execute(query, {"keys": unknown}).fetchall() if unknown else ())
        new = {key: numbers.reserve() for key in unknown if key not in self.keys}
        self.keys.update(new)
        for row, column in places:
            row[column] = self.keys[row[column]]
        return [{"number": number, "key": key} for key, number in new.items()]

    def _insert(self, table: str, found: list[Row]) -> None:
        """As JSON, a column a parameter: as fast as by Arrow, which imports pandas (0.3 s of a first view)."""
        if not found:
            return
        columns = enumerate(self.columns[table].items())
        lists = [f'unnest(CAST($c{at}::JSON AS {kind}[])) AS "{name}"' for at, (name, kind) in columns]
        values = {
            f"c{at}": msgspec.json.encode([row[name] for row in found]).decode()
            for at, name in enumerate(self.columns[table])
        }
        self.cursor.execute(f"INSERT INTO {table} BY NAME SELECT {', '.join(lists)}", values)


def consistent_rows(article: ChangedArticle, number: int, numbers: Numbers) -> list[tuple[str, list[Row]]]:
    """The rows of an article; of an analysis that refers to what it does not hold, those of the article alone."""
    try:
        return list(rows(article, number, numbers))
    except LookupError:
        return list(rows(replace(article, analysis=None), number, numbers))


class Numbers:
    """Numbers for rows and keys, from the first that is free."""

    def __init__(self, first: int) -> None:
        self.next = first

    def reserve(self, many: int = 1) -> int:
        first = self.next
        self.next += many
        return first


def columns_of(cursor: DuckDBPyConnection, table: str) -> dict[str, str]:
    """The types of a table's columns by name."""
    query = "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index"
    return dict(cursor.execute(query, [table]).fetchall())
