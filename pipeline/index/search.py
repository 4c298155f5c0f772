"""Full text over the sentences of all articles: by words, beginnings, phrases, and names with all that they go by.

A sentence is found by its words, or by whom it names: each entity is known by every name that any article gives it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.index.passages import Passages, passages
from pipeline.index.sentence_file import SentenceFile
from pipeline.search_terms import Term, Terms
from pipeline.store import Store
from pipeline.store.changes import Changes, Position
from pipeline.store.store import START

BATCH = 20
MOST_NAMED = 100
"""Entities that a word can stand for; of more, the first."""
MATCHING = """
FROM words JOIN sentences ON sentences.id = words.rowid
WHERE words MATCH :match AND (:articles IS NULL OR article IN (SELECT value FROM json_each(:articles)))
"""
LAST = "\U0010ffff"
COUNTED = f"SELECT count(*), count(DISTINCT article) {MATCHING}"
BEST = f"""SELECT article, start, stop {MATCHING}
ORDER BY bm25(words, 5.0, 1.0), article, start LIMIT :limit OFFSET :offset"""
"""What a sentence says counts more than whom it names by another name."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence of an article, by its offsets."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hits:
    """Some of the sentences that match, the best first, and how many do; ``named``: keys of whom the words can mean."""

    sentences: int = 0
    articles: int = 0
    listed: tuple[Hit, ...] = ()
    named: frozenset[str] = frozenset()


class SearchIndex:
    """The sentences of a store; the same for any order of writes, and whoever else brings the file up to date."""

    def __init__(self, store: Store, path: Path | None) -> None:
        """In a file; in memory without."""
        self._store = store
        self._file = SentenceFile(path)

    def close(self) -> None:
        self._file.close()

    def update(self) -> Iterator[tuple[int, int]]:
        """Take in what was written since, a batch at a time: how many articles can be searched, and of how many.

        Raises SearchError or StoreError; what was done stays.
        """
        complete = False
        while not complete:
            changes = self._store.since(self._position(), limit=BATCH)
            if changes.articles:
                yield self._articles(), self._store.count_articles()
                self._apply(changes)
            complete = changes.complete

    def search(
        self, terms: Terms, within: Collection[str] = (), keys: Collection[str] = (), *, limit: int, offset: int = 0
    ) -> Hits:
        """Sentences that hold all terms; of these articles and with one of these entities named, if any are given."""
        with self._file.reading() as connection:
            found = [named_by(connection, term) for term in terms.terms]
            match = matching(connection, terms, found, keys)
            if match is None:
                return Hits()
            bound = {"match": match, "articles": json.dumps(sorted(within)) if within else None}
            sentences, articles = connection.execute(COUNTED, bound).fetchone()
            listed = connection.execute(BEST, bound | {"limit": limit, "offset": offset}).fetchall()
            named = keys_of(connection, set.intersection(*map(set, found)) if found else ())
        return Hits(sentences, articles, tuple(Hit(*row) for row in listed), named)

    def _position(self) -> Position:
        """Up to where the store is in the file, which begins anew for another store, or one that was put back."""
        with self._file.reading() as connection:
            found = connection.execute("SELECT store, version, article FROM state").fetchone()
        if found is None:
            return START
        if found[0] != self._store.identity() or found[1] > self._store.version():
            self._file.delete()
            return START
        return Position(*found[1:])

    def _articles(self) -> int:
        with self._file.reading() as connection:
            (found,) = connection.execute("SELECT count(DISTINCT article) FROM sentences").fetchone()
        return int(found)

    def _apply(self, changes: Changes) -> None:
        """A batch with the position that it reaches; nothing is found in what was removed, or is damaged."""
        with self._file.writing() as connection:
            for article in changes.articles:
                forget(connection, article.id)
                if article.analysis is not None:
                    insert(connection, article.id, passages(article.analysis, article.sentences))
            at = changes.position
            connection.execute("DELETE FROM state")
            connection.execute("INSERT INTO state VALUES (?, ?, ?)", (self._store.identity(), at.version, at.article))


def insert(connection: sqlite3.Connection, article: str, found: Passages) -> None:
    keys = {key for _, key in found.names} | {key for *_, named in found.sentences for key in named}
    numbers = {key: number_of(connection, key) for key in sorted(keys)}
    for start, end, text, named in found.sentences:
        place = connection.execute("INSERT INTO sentences VALUES (NULL, ?, ?, ?)", (article, start, end))
        said = " ".join(dict.fromkeys(token(numbers[key]) for key in named))
        connection.execute("INSERT INTO words (rowid, text, named) VALUES (?, ?, ?)", (place.lastrowid, text, said))
    rows = ((word, numbers[key], article) for word, key in found.names)
    connection.executemany("INSERT INTO names VALUES (?, ?, ?)", rows)


def number_of(connection: sqlite3.Connection, key: str) -> int:
    connection.execute("INSERT INTO entities VALUES (NULL, ?) ON CONFLICT DO NOTHING", (key,))
    (number,) = connection.execute("SELECT id FROM entities WHERE key = ?", (key,)).fetchone()
    return int(number)


def forget(connection: sqlite3.Connection, article: str) -> None:
    connection.execute("DELETE FROM words WHERE rowid IN (SELECT id FROM sentences WHERE article = ?)", (article,))
    connection.execute("DELETE FROM sentences WHERE article = ?", (article,))
    connection.execute("DELETE FROM names WHERE article = ?", (article,))


def matching(
    connection: sqlite3.Connection, terms: Terms, found: Sequence[Collection[int]], keys: Collection[str]
) -> str | None:
    """FTS5's expression: made of words and numbers alone, so that no sign of a query means anything to it.

    ``found``: whom each term can name. None where nothing is asked, or an entity is in no sentence.
    """
    asked = [(key,) for key in terms.keys] + ([tuple(sorted(keys))] if keys else [])
    named = [naming(numbers(connection, wanted)) for wanted in asked]
    said = [either(term, entities) for term, entities in zip(terms.terms, found, strict=True)]
    every = [*said, *named]
    return None if None in every or not every else " AND ".join(filter(None, every))


def either(term: Term, entities: Collection[int]) -> str:
    """Words in the text, or one of these entities named there."""
    words = f'text : "{" ".join(term.words)}"{" *" if term.begins else ""}'
    named = naming(entities)
    return f"({words} OR {named})" if named else f"({words})"


def naming(entities: Collection[int]) -> str | None:
    return f"named : ({' OR '.join(token(each) for each in entities)})" if entities else None


def token(entity: int) -> str:
    return f"e{entity}"


def numbers(connection: sqlite3.Connection, keys: Collection[str]) -> list[int]:
    query = "SELECT id FROM entities WHERE key IN (SELECT value FROM json_each(?))"
    return [number for (number,) in connection.execute(query, (json.dumps(list(keys)),))]


def keys_of(connection: sqlite3.Connection, entities: Collection[int]) -> frozenset[str]:
    query = "SELECT key FROM entities WHERE id IN (SELECT value FROM json_each(?))"
    return frozenset(key for (key,) in connection.execute(query, (json.dumps(list(entities)),)))


def named_by(connection: sqlite3.Connection, term: Term) -> list[int]:
    """Entities with all of these words in what they are called."""
    if term.exact:
        return []
    last = len(term.words) - 1
    found = [entities_named(connection, word, term.begins and at == last) for at, word in enumerate(term.words)]
    return sorted(set.intersection(*found))[:MOST_NAMED]


def entities_named(connection: sqlite3.Connection, word: str, begins: bool) -> set[int]:
    """Entities with this word, or one that begins so, in a name."""
    query = "SELECT DISTINCT entity FROM names WHERE word BETWEEN ? AND ?"
    return {number for (number,) in connection.execute(query, (word, word + LAST if begins else word))}
