"""Movement mentions of one article -> movements: same mover, compatible way and time."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.domain import Event, Movement, MovementMention, Mover, Place, Status
from pipeline.merging.context import Context, may_coincide, most_specific
from pipeline.merging.events import compatible, most_specific_place

UNREAL: frozenset[Status] = frozenset({"hypothetical", "denied", "cancelled"})


def merge_movements(
    mentions: Sequence[MovementMention], events: Sequence[Event], context: Context
) -> tuple[Movement, ...]:
    """One movement for all mentions of it, in the order in which the text first tells of them."""
    groups: list[list[MovementMention]] = []
    for mention in mentions:
        home = next((group for group in groups if all(same_movement(mention, other, context) for other in group)), None)
        if home is None:
            groups.append([mention])
        else:
            home.append(mention)
    return tuple(movement(group, events, context) for group in groups)


def same_movement(a: MovementMention, b: MovementMention, context: Context) -> bool:
    return (
        mover_key(a, context) == mover_key(b, context)
        and (a.status in UNREAL) == (b.status in UNREAL)
        and compatible(context.place(a.origin), context.place(b.origin))
        and compatible(context.place(a.destination), context.place(b.destination))
        and all(may_coincide(context.date(x), context.date(y)) for x in whens(a) for y in whens(b))
    )


def whens(mention: MovementMention) -> list[int | None]:
    return [when for when in (mention.departure, mention.arrival) if when is not None]


def mover_key(mention: MovementMention, context: Context) -> str:
    entity = context.entity(mention.mover.head)
    return entity.id if entity else mention.mover.text.casefold()


def movement(group: Sequence[MovementMention], events: Sequence[Event], context: Context) -> Movement:
    first = group[0]
    mover = context.participant(first.mover)
    origins: list[Place | None] = [context.place(mention.origin) for mention in group]
    return Movement(
        id=context.identify("movement", first),
        event=told_as(group, events),
        mover=Mover(mover.entity, mover.name),
        origin=most_specific_place(origins),
        destination=most_specific_place([context.place(mention.destination) for mention in group]),
        departure=most_specific([context.date(mention.departure) for mention in group]),
        arrival=most_specific([context.date(mention.arrival) for mention in group]),
        vehicle=next((mention.vehicle for mention in group if mention.vehicle), None),
        purpose=next((mention.purpose for mention in group if mention.purpose), None),
        status=merged_status([mention.status for mention in group]),
        reports=tuple(
            context.report(mention, most_specific([context.date(when) for when in whens(mention)])) for mention in group
        ),
    )


def merged_status(statuses: Sequence[Status]) -> Status:
    """Under way beats done: a report that has the mover still travelling forbids drawing the arrival."""
    order: tuple[Status, ...] = ("cancelled", "denied", "ongoing", "occurred", "planned", "hypothetical")
    return min(statuses, key=order.index)


def told_as(group: Sequence[MovementMention], events: Sequence[Event]) -> str | None:
    """The event that one of the same triggers tells of."""
    triggers = {mention.trigger.start for mention in group}
    return next((event.id for event in events if any(r.trigger.start in triggers for r in event.reports)), None)
