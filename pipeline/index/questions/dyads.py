"""Who does what to whom: pairs of participants, counted by the type of their events."""

from __future__ import annotations

from urllib.parse import quote, unquote

from pipeline.domain import EventType
from pipeline.index.ask import Ask, Row
from pipeline.index.questions import filters
from pipeline.index.questions.events import SUREST, first_of
from pipeline.store.filter_model import EventFilter
from pipeline.store.rows import DyadRow, EventRow, Participation

MUTUAL: frozenset[EventType] = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types in which several actors and no recipient do it with each other: "Kim and Putin met"."""
ONE_WAY, BOTH_WAYS = "/", "="

PAIRS = """
    WITH doing AS (
        SELECT participants.*, events.type, events.status, coalesce(participants.key, participants.name) AS said
        FROM participants JOIN (SELECT * FROM events WHERE {condition}) AS events ON events.number = participants.event
    ), one_way AS (
        SELECT actor.event, actor.type, actor.status, FALSE AS mutual,
            actor.who AS actor, actor.name AS actor_name, actor.key AS actor_key,
            recipient.who AS recipient, recipient.name AS recipient_name, recipient.key AS recipient_key
        FROM doing AS actor JOIN doing AS recipient USING (event)
        WHERE actor.role = 'actor' AND recipient.role = 'recipient'
    ), mutual AS (
        SELECT a.event, a.type, a.status, TRUE,
            CASE WHEN a.said < b.said THEN a.who ELSE b.who END,
            CASE WHEN a.said < b.said THEN a.name ELSE b.name END,
            CASE WHEN a.said < b.said THEN a.key ELSE b.key END,
            CASE WHEN a.said < b.said THEN b.who ELSE a.who END,
            CASE WHEN a.said < b.said THEN b.name ELSE a.name END,
            CASE WHEN a.said < b.said THEN b.key ELSE a.key END
        FROM doing AS a JOIN doing AS b USING (event)
        WHERE a.role = 'actor' AND b.role = 'actor' AND a.position < b.position AND a.type = ANY($mutual_types::TEXT[])
            AND event NOT IN (SELECT event FROM doing WHERE role = 'recipient')
    ), pairs AS (FROM one_way UNION ALL FROM mutual)
"""
COUNTED = """
    SELECT doer.key AS doer, done_to.key AS done_to, counted.* FROM (
        SELECT actor, recipient, mutual, type,
            min(actor_name) AS actor_name, min(actor_key) AS actor_key,
            min(recipient_name) AS recipient_name, min(recipient_key) AS recipient_key,
            count(*) AS events, count(*) FILTER (status IN ('occurred', 'ongoing')) AS settled
        FROM pairs GROUP BY actor, recipient, mutual, type
    ) AS counted
    JOIN keys AS doer ON doer.number = actor JOIN keys AS done_to ON done_to.number = recipient
    ORDER BY events DESC, doer, done_to, mutual, type LIMIT $limit
"""
BETWEEN = """
    SELECT event FROM pairs WHERE mutual = $mutual
        AND actor IN (SELECT number FROM keys WHERE key = $actor)
        AND recipient IN (SELECT number FROM keys WHERE key = $recipient)
"""


def key(actor: str, recipient: str, mutual: bool) -> str:
    """What names a pair in a link: two keys, "/" between them where one does it to the other, "=" where both do."""
    return (BOTH_WAYS if mutual else ONE_WAY).join(quote(who, safe=":") for who in (actor, recipient))


def ends(pair: str) -> tuple[str, str, bool] | None:
    """The two keys of a pair and whether it is mutual; None for what ``key`` did not make."""
    mutual = BOTH_WAYS in pair
    actor, between, recipient = pair.partition(BOTH_WAYS if mutual else ONE_WAY)
    return (unquote(actor), unquote(recipient), mutual) if between else None


def dyads(ask: Ask, wanted: EventFilter, limit: int) -> list[DyadRow]:
    """By pair and type, the most frequent first; an event names each of its participants once."""
    sql = PAIRS.format(condition=filters.of_events(wanted)) + COUNTED
    return [dyad(row) for row in ask.rows(sql, limit=limit, mutual_types=sorted(MUTUAL))]


def dyad(row: Row) -> DyadRow:
    return DyadRow(
        key=key(row["doer"], row["done_to"], row["mutual"]),
        actor=Participation(row["actor_key"], row["actor_name"]),
        recipient=Participation(row["recipient_key"], row["recipient_name"]),
        mutual=row["mutual"],
        type=row["type"],
        events=row["events"],
        settled=row["settled"],
    )


def between(ask: Ask, pair: str, wanted: EventFilter, limit: int) -> list[EventRow]:
    """The events that ``dyads`` counts for the pair of this key, surest first; none for an unknown key."""
    named = ends(pair)
    if named is None:
        return []
    actor, recipient, mutual = named
    condition = filters.of_events(wanted)
    events = f"{PAIRS.format(condition=condition)} {BETWEEN}"
    return ask.all(
        EventRow,
        first_of("events", f"number IN ({events})", SUREST),
        limit=limit,
        actor=actor,
        recipient=recipient,
        mutual=mutual,
        mutual_types=sorted(MUTUAL),
    )
