"""Entities and their mentions, counted over all articles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from pipeline.index.ask import Ask, Row, group_by_column
from pipeline.index.filter_model import EventFilter
from pipeline.index.questions import filters
from pipeline.index.rows import Counts, EntityRow, MentionRow, Totals

MOST_MENTIONED = """
    WITH picked AS MATERIALIZED (SELECT key, article, form FROM mentions WHERE {condition}
    ), counted AS (
        SELECT key, count(*) AS mentions,
            count(*) FILTER (form = 'name') AS names,
            count(*) FILTER (form = 'nominal') AS nominals,
            count(*) FILTER (form = 'pronoun') AS pronouns
        FROM picked GROUP BY key
    ), best AS (
        SELECT keys.key, counted.key AS number, counted.* EXCLUDE (key),
            count(*) FILTER (starts_with(keys.key, 'person:')) OVER () AS people
        FROM counted JOIN keys ON keys.number = counted.key ORDER BY mentions DESC, keys.key LIMIT $limit
    ), spread AS (
        SELECT key AS number, count(DISTINCT article) AS articles
        FROM picked WHERE key IN (SELECT number FROM best) GROUP BY key
    )
    SELECT * FROM best JOIN spread USING (number) ORDER BY mentions DESC, key
"""
"""In how many articles is counted for the first alone: a group an article and key costs the most by far."""
NAMED = """
    SELECT entities.key AS number, kind, name, country, aliases, coalesce(min(title), min(outlet), '') AS title
    FROM entities JOIN articles ON articles.number = entities.article WHERE entities.key = ANY($numbers::INTEGER[])
    GROUP BY entities.key, kind, name, country, aliases
    ORDER BY count(*) DESC, kind, name, country NULLS FIRST, aliases
"""
OWN = re.compile("-[0-9a-f]{8}")
"""Ends the key of an entity that stays its article's own, since no name tells it apart."""
OWN_LENGTH = 9


def counts(ask: Ask, wanted: EventFilter, limit: int) -> Counts:
    rows = ask.rows(MOST_MENTIONED.format(condition=filters.of_mentions(ask, wanted)), limit=limit)
    names = names_of(ask, [row["number"] for row in rows])
    people = rows[0]["people"] if rows else 0
    return Counts(totals(ask, wanted, people), tuple(entity(row, names[row["number"]]) for row in rows))


def names_of(ask: Ask, numbers: Sequence[int]) -> Mapping[int, Sequence[Row]]:
    """What entities are called, whatever the filter: each is asked once in a state of the index."""
    if unknown := [number for number in numbers if number not in ask.names]:
        ask.names.update(group_by_column(ask.rows(NAMED, numbers=unknown), "number"))
    return ask.names


def totals(ask: Ask, wanted: EventFilter, people: int) -> Totals:
    """Sure and doubtful ones are counted in one reading of what both have in common."""
    every = replace(wanted, doubtful=True)
    sure = "TRUE" if wanted.doubtful else "confidence >= $threshold"
    numbers = f"count(*) FILTER ({sure}) AS sure, count(*) FILTER (confidence < $threshold) AS unsure"
    row: dict[str, Any] = ask.rows(
        f"""
        SELECT
            ({count_articles(ask, wanted)}) AS articles, events.sure AS events, movements.sure AS movements,
            (SELECT count(DISTINCT source) FROM statements WHERE {filters.of_statements(ask, wanted)}) AS sources,
            events.unsure + movements.unsure AS doubtful
        FROM (SELECT {numbers} FROM events WHERE {filters.of_events(ask, every)}) AS events,
            (SELECT {numbers} FROM movements WHERE {filters.of_movements(ask, every)}) AS movements
        """
    )[0]
    return Totals(people=people, **row)


def count_articles(ask: Ask, wanted: EventFilter) -> str:
    """All articles or those listed; if the filter picks events, those that tell of one, each a bit."""
    if filters.picks_events(wanted):
        events = f"SELECT article FROM events WHERE {filters.of_events(ask, wanted)}"
        movements = f"SELECT article FROM movements WHERE {filters.of_movements(ask, wanted)}"
        return f"SELECT coalesce(bit_count({ask.bits(f'{events} UNION ALL {movements}')}), 0)"
    return f"SELECT count(*) FROM articles{' WHERE id = ANY($articles::TEXT[])' if wanted.articles else ''}"


def entity(row: Row, names: Sequence[Row]) -> EntityRow:
    """Named as most articles do; every other name is an alias."""
    name = names[0]["name"]
    others = (alias for said in names for alias in (said["name"], *said["aliases"]))
    return EntityRow(
        key=row["key"],
        kind=names[0]["kind"],
        name=name,
        country=next((said["country"] for said in names if said["country"]), None),
        aliases=tuple(alias for alias in dict.fromkeys(others) if alias != name),
        mentions=row["mentions"],
        names=row["names"],
        nominals=row["nominals"],
        pronouns=row["pronouns"],
        articles=row["articles"],
        told_in=told_in(row["key"], names),
    )


def told_in(key: str, names: Sequence[Row]) -> str:
    """The title, or else outlet, of the only article that knows an entity without a name; empty for the others."""
    return str(names[0]["title"]) if OWN.fullmatch(key[-OWN_LENGTH:]) else ""


def mentions(ask: Ask, key: str, wanted: EventFilter, limit: int) -> list[MentionRow]:
    """In the order of the texts."""
    return ask.all(
        MentionRow,
        f"""
        SELECT articles.id AS article, "start", "end", text, form
        FROM (
            SELECT * FROM mentions
            WHERE key IN (SELECT number FROM keys WHERE key = $key) AND {filters.of_mentions(ask, wanted)}
        ) AS found
        JOIN articles ON articles.number = found.article ORDER BY articles.id, "start", "end" LIMIT $limit
        """,
        key=key,
        limit=limit,
    )
