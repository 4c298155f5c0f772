"""The values that filters can take."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.index.ask import Ask, Row, group_by_column
from pipeline.index.filter_model import Choice, Choices
from pipeline.index.questions import entities, speech

ENTITIES = """
    SELECT number, keys.key FROM (
        SELECT who AS number, count(*) AS times FROM (
            SELECT who FROM participants WHERE key IS NOT NULL
            UNION ALL SELECT mover_number FROM movements WHERE mover_number IS NOT NULL
        ) GROUP BY who
    ) JOIN keys USING (number) ORDER BY times DESC, keys.key LIMIT $limit
"""
PLACES = """
    SELECT place.key, place.name, coalesce(place.country, '') AS kind FROM (
        SELECT place FROM events UNION ALL SELECT origin FROM movements UNION ALL SELECT destination FROM movements
    ) WHERE place IS NOT NULL GROUP BY ALL ORDER BY count(*) DESC, 1, 2, 3 LIMIT $limit
"""
SOURCES = """
    SELECT source, key FROM (
        SELECT source, count(*) AS times FROM statements WHERE source IS NOT NULL GROUP BY source
    ) JOIN keys ON number = source ORDER BY times DESC, key LIMIT $limit
"""
ARTICLES = """
    SELECT id AS key, coalesce(title, '') AS name, coalesce(outlet, '') AS kind
    FROM articles ORDER BY published DESC NULLS LAST, title NULLS FIRST, id
"""
DAYS = """
    SELECT min(coalesce(first, last)) AS first, max(coalesce(last, first)) AS last
    FROM (SELECT first, last FROM events UNION ALL SELECT first, last FROM movements)
"""


def choices(ask: Ask, limit: int) -> Choices:
    """At most ``limit`` entities, places and sources, the most frequent first."""
    (days,) = ask.rows(DAYS)
    return Choices(
        types=ask.column("SELECT DISTINCT type FROM events ORDER BY type"),
        statuses=ask.column("SELECT status FROM events UNION SELECT status FROM movements ORDER BY status"),
        entities=entity_choices(ask, limit),
        places=tuple(ask.all(Choice, PLACES, limit=limit)),
        articles=tuple(ask.all(Choice, ARTICLES)),
        sources=source_choices(ask, limit),
        certainties=ask.column("SELECT DISTINCT factuality FROM events ORDER BY factuality"),
        **days,
    )


def entity_choices(ask: Ask, limit: int) -> tuple[Choice, ...]:
    rows = ask.rows(ENTITIES, limit=limit)
    named = entities.names_of(ask, [row["number"] for row in rows])
    return tuple(entity_choice(row["key"], named[row["number"]]) for row in rows)


def entity_choice(key: str, names: Sequence[Row]) -> Choice:
    return Choice(key, names[0]["name"], names[0]["kind"], entities.told_in(key, names))


def source_choices(ask: Ask, limit: int) -> tuple[Choice, ...]:
    rows = ask.rows(SOURCES, limit=limit)
    named = group_by_column(ask.rows(speech.NAMES, numbers=[row["source"] for row in rows]), "source")
    return tuple(Choice(row["key"], named[row["source"]][0]["name"], "") for row in rows)
