"""Who does what to whom: pairs of participants, counted by the type of their events."""

from __future__ import annotations

from pipeline.index.ask import Ask, Row
from pipeline.index.filter_model import EventFilter
from pipeline.index.pairs import Pair, read
from pipeline.index.questions import filters
from pipeline.index.questions.events import SUREST, first_of
from pipeline.index.rows import DyadRow, EventRow, Participation

COUNTED = """
    SELECT doer.key AS doer, done_to.key AS done_to, counted.* FROM (
        SELECT actor, recipient, mutual, type,
            count(*) AS events, count(*) FILTER (status IN ('occurred', 'ongoing')) AS settled
        FROM pairs JOIN (SELECT number, type, status FROM events WHERE {condition}) AS events ON number = event
        GROUP BY actor, recipient, mutual, type
    ) AS counted
    JOIN keys AS doer ON doer.number = actor JOIN keys AS done_to ON done_to.number = recipient
    ORDER BY events DESC, doer, done_to, mutual, type LIMIT $limit
"""
NAMED = """
    SELECT who, min(key) AS key, min(name) AS name FROM participants WHERE who = ANY($numbers::INTEGER[]) GROUP BY who
"""
BETWEEN = """
    SELECT event FROM pairs WHERE mutual = $mutual
        AND actor IN (SELECT number FROM keys WHERE key = $actor)
        AND recipient IN (SELECT number FROM keys WHERE key = $recipient)
"""


def dyads(ask: Ask, wanted: EventFilter, limit: int) -> list[DyadRow]:
    """By pair and type, the most frequent first; an event names each of its participants once."""
    rows = ask.rows(COUNTED.format(condition=filters.of_events(ask, wanted)), limit=limit)
    numbers = sorted({row[end] for row in rows for end in ("actor", "recipient")})
    named = {row["who"]: Participation(row["key"], row["name"]) for row in ask.rows(NAMED, numbers=numbers)}
    return [dyad(row, named[row["actor"]], named[row["recipient"]]) for row in rows]


def dyad(row: Row, actor: Participation, recipient: Participation) -> DyadRow:
    return DyadRow(
        key=Pair(row["doer"], row["done_to"], row["mutual"]).key,
        actor=actor,
        recipient=recipient,
        mutual=row["mutual"],
        type=row["type"],
        events=row["events"],
        settled=row["settled"],
    )


def between(ask: Ask, pair: str, wanted: EventFilter, limit: int) -> list[EventRow]:
    """The events that ``dyads`` counts for the pair of this key, surest first; none for an unknown key."""
    named = read(pair)
    if named is None:
        return []
    condition = f"{filters.of_events(ask, wanted)} AND number IN ({BETWEEN})"
    found = first_of("events", condition, SUREST)
    return ask.all(EventRow, found, limit=limit, actor=named.actor, recipient=named.recipient, mutual=named.mutual)
