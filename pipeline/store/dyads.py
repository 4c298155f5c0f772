"""What is selected for who does what to whom: pairs of participants, counted by the type of their events."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, unquote

from sqlalchemy import Select, case, exists, false, func, literal, select, union_all

from pipeline.domain import EventType
from pipeline.store import filters, queries
from pipeline.store.filter_model import EventFilter
from pipeline.store.tables import events, participants, reports

MUTUAL: frozenset[EventType] = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types in which several actors and no recipient do it with each other: "Kim and Putin met"."""
SETTLED = ("occurred", "ongoing")
ONE_WAY, BOTH_WAYS = "/", "="


def key(actor: str, recipient: str, mutual: bool) -> str:
    """What names a pair in a link: two keys, "/" between them where one does it to the other, "=" where both do."""
    return (BOTH_WAYS if mutual else ONE_WAY).join(quote(who, safe=":") for who in (actor, recipient))


def ends(pair: str) -> tuple[str, str, bool] | None:
    """The two keys of a pair and whether it is mutual; None for what ``key`` did not make."""
    mutual = BOTH_WAYS in pair
    actor, between, recipient = pair.partition(BOTH_WAYS if mutual else ONE_WAY)
    return (unquote(actor), unquote(recipient), mutual) if between else None


def counted(wanted: EventFilter, limit: int) -> Select[Any]:
    """Events by pair and type, the most frequent first; ``settled`` is how many of them occurred or are under way.

    An event names each of its participants once, so that rows of a pair are its events.
    """
    pairs = paired().subquery()
    total = func.count().label("events")
    settled = func.sum(case((events.c.status.in_(SETTLED), 1), else_=0)).label("settled")
    same = pairs.c.actor, pairs.c.recipient, pairs.c.mutual, events.c.type
    said = "actor_name", "actor_key", "recipient_name", "recipient_key"
    names = [func.min(pairs.c[column]).label(column) for column in said]
    return (
        select(*same, *names, total, settled)
        .join(events, events.c.id == pairs.c.event)
        .where(*filters.of_events(wanted))
        .group_by(*same)
        .order_by(total.desc(), *same)
        .limit(limit)
    )


def events_between(actor: str, recipient: str, mutual: bool, wanted: EventFilter, limit: int) -> Select[Any]:
    """The events that ``counted`` counts for a pair, most certain first."""
    pairs = paired().subquery()
    named = pairs.c.actor == actor, pairs.c.recipient == recipient, pairs.c.mutual == int(mutual)
    same = named if all(map(filters.storable, (actor, recipient))) else (false(),)
    found = events.c.id.in_(select(pairs.c.event).where(*same))
    return queries.told(events, reports.c.event, [*filters.of_events(wanted), found], limit)


def paired() -> Select[Any]:
    """Each actor of an event with each recipient, or with each other actor of what is done together."""
    doing, done_to = participants.alias(), participants.alias()
    actor, recipient = (func.coalesce(who.c.key, who.c.name) for who in (doing, done_to))
    first = actor < recipient
    together = union_all(
        select(
            doing.c.event,
            actor.label("actor"),
            doing.c.name.label("actor_name"),
            doing.c.key.label("actor_key"),
            recipient.label("recipient"),
            done_to.c.name.label("recipient_name"),
            done_to.c.key.label("recipient_key"),
            literal(0).label("mutual"),
        )
        .join(done_to, done_to.c.event == doing.c.event)
        .where(doing.c.role == "actor", done_to.c.role == "recipient"),
        select(
            doing.c.event,
            case((first, actor), else_=recipient),
            case((first, doing.c.name), else_=done_to.c.name),
            case((first, doing.c.key), else_=done_to.c.key),
            case((first, recipient), else_=actor),
            case((first, done_to.c.name), else_=doing.c.name),
            case((first, done_to.c.key), else_=doing.c.key),
            literal(1),
        )
        .join(done_to, done_to.c.event == doing.c.event)
        .join(events, events.c.id == doing.c.event)
        .where(
            doing.c.role == "actor",
            done_to.c.role == "actor",
            doing.c.position < done_to.c.position,
            events.c.type.in_(sorted(MUTUAL)),
            ~exists().where(participants.c.event == doing.c.event, participants.c.role == "recipient"),
        ),
    ).subquery()
    return select(together)
