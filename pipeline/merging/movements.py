"""Movement mentions of one article -> movements: same mover, compatible way and time."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from pipeline.domain import DateSpan, Event, Movement, MovementMention, Mover, Place, Status
from pipeline.merging.context import Context, may_coincide, most_specific, reasons
from pipeline.merging.events import are_compatible_places, most_specific_place, place_traits
from pipeline.merging.grouping import group_mentions, shared_keys
from pipeline.merging.tours import with_tours

NO_TIME = timedelta()
STAY = timedelta(days=3)
JOURNEY = timedelta(days=14)
REAL: frozenset[Status] = frozenset({"occurred", "ongoing"})
OPEN: frozenset[Status] = frozenset({"planned", "hypothetical"})


def merge_movements(
    mentions: Sequence[MovementMention], events: Sequence[Event], context: Context
) -> tuple[Movement, ...]:
    """One movement for all mentions of it, in the order in which the text first tells of them."""
    groups = group_mentions(
        dict.fromkeys(as_published(mention, context) for mention in mentions),
        keys=lambda mention: shared_keys(mover_key(mention, context)),
        same=lambda a, b: same_movement(a, b, context),
        traits=lambda mention: movement_key(mention, context),
    )
    journeys = with_tours(
        groups,
        context,
        key=lambda mention: mover_key(mention, context),
        may_be_one=lambda a, b: may_be_one(a.status, b.status),
    )
    numbers = numbers_by_trigger(events)
    return tuple(
        merged_movement(group, tour, event_of_trigger(group, events, numbers), context) for group, tour in journeys
    )


def as_published(mention: MovementMention, context: Context) -> MovementMention:
    """The mention as the day of publication leaves it: what is dated later, and not told as past, is planned."""
    not_past = [when for when in time_offsets(mention) if when not in context.told_as_past]
    later = is_later([context.date_after_lapse(when, mention.lapse) for when in not_past], context)
    return replace(mention, status="planned", arrives=False) if later and mention.status in REAL else mention


def is_later(dates: Sequence[DateSpan | None], context: Context) -> bool:
    """Whether any date lies wholly after the day of publication."""
    published = context.article.published
    return published is not None and any(when is not None and when.first and when.first > published for when in dates)


def movement_key(mention: MovementMention, context: Context) -> Hashable:
    """All of a mention that ``same_movement`` looks at."""
    dates = (context.departure(mention), context.arrival(mention))
    places = (place_traits(context.place(mention.origin)), place_traits(context.place(mention.destination)))
    return mention.arrives, mention.status, dates, places


def same_movement(a: MovementMention, b: MovementMention, context: Context) -> bool:
    pairs = ((a, b), (b, a))
    if any(is_over(arrival) and is_another(plan, arrival, context) for arrival, plan in pairs):
        return False
    return may_be_one(a.status, b.status) and same_way(a, b, context) and same_time(a, b, context)


def is_over(mention: MovementMention) -> bool:
    return mention.arrives and mention.status == "occurred"


def is_another(plan: MovementMention, arrival: MovementMention, context: Context) -> bool:
    """Whether a plan is of another journey than an arrival: it is for a day to come, or nothing dates both alike."""
    if plan.status != "planned":
        return False
    dated = any(dates(plan, context)) and any(dates(arrival, context))
    return is_later(dates(plan, context), context) or not dated


def may_be_one(a: Status, b: Status) -> bool:
    """Whether two reports that stand so can tell of one movement: a plan can be cancelled, what took place cannot."""
    if a == b or (a in REAL | OPEN and b in REAL | OPEN):
        return True
    return "cancelled" in (a, b) and bool({a, b} & OPEN)


def same_way(a: MovementMention, b: MovementMention, context: Context) -> bool:
    """Whether both lead to the same place; a movement without a destination is known by its origin."""
    ends = (context.place(a.destination), context.place(b.destination))
    starts = (context.place(a.origin), context.place(b.origin))
    shared = ends if None not in ends else starts
    return None not in shared and may_be_one_or_nested(*ends) and may_be_one_or_nested(*starts)


def may_be_one_or_nested(a: Place | None, b: Place | None) -> bool:
    """Whether two places can be one, or one lies in the other as far as country and province tell."""
    if are_compatible_places(a, b) or a is None or b is None:
        return True
    region = any((place.feature or "").startswith("ADM1") for place in (a, b))
    return region and a.admin1 is not None and (a.country, a.admin1) == (b.country, b.admin1)


def same_time(a: MovementMention, b: MovementMention, context: Context) -> bool:
    """Whether the dates fit one journey: departures on one day, arrivals within one stay, and one before the other."""
    left, other_left = context.departure(a), context.departure(b)
    came, other_came = context.arrival(a), context.arrival(b)
    ends_fit = may_coincide(left, other_left) and may_coincide(widen(came, STAY, STAY), other_came)
    return ends_fit and may_follow(left, other_came) and may_follow(other_left, came)


def may_follow(departure: DateSpan | None, arrival: DateSpan | None) -> bool:
    """Whether an arrival can be that of a journey begun at a departure."""
    return may_coincide(widen(departure, NO_TIME, JOURNEY), arrival)


def widen(span: DateSpan | None, before: timedelta, after: timedelta) -> DateSpan | None:
    """A date with as much time around it as may lie between two reports of one journey."""
    if span is None:
        return None
    return DateSpan(span.first and span.first - before, span.last and span.last + after, span.edtf)


def time_offsets(mention: MovementMention) -> list[int]:
    return [when for when in (mention.departure, mention.arrival) if when is not None]


def dates(mention: MovementMention, context: Context) -> list[DateSpan | None]:
    return [context.departure(mention), context.arrival(mention)]


def mover_key(mention: MovementMention, context: Context) -> str:
    entity = context.entity(mention.mover.head)
    return entity.id if entity else mention.mover.text.casefold()


def merged_movement(
    group: Sequence[MovementMention], tour: Sequence[MovementMention], event: str | None, context: Context
) -> Movement:
    """What all mentions together tell; ends and dates by those that are more than a possibility, if there are any.

    The mentions of the tour that it is a stop of are reports of it, and give no place and no date.
    """
    first = group[0]
    firm = [mention for mention in group if mention.status != "hypothetical"] or group
    mover = context.participant(first.mover)
    return Movement(
        id=context.identify("movement", first),
        event=event,
        mover=Mover(mover.entity, " ".join(mover.name.split())),
        origin=most_specific_place([context.place(mention.origin) for mention in firm]),
        destination=most_specific_place([context.place(mention.destination) for mention in firm]),
        departure=most_specific([context.departure(mention) for mention in firm]),
        arrival=most_specific([context.arrival(mention) for mention in firm]),
        vehicle=next((mention.vehicle for mention in group if mention.vehicle), None),
        purpose=next((mention.purpose for mention in group if mention.purpose), None),
        status=merged_status(group),
        reports=tuple(context.report(mention, most_specific(dates(mention, context))) for mention in (*group, *tour)),
        why=reasons((*group, *tour)),
    )


def merged_status(group: Sequence[MovementMention]) -> Status:
    """Arrived only if a report says that the mover is there; else under way beats done."""
    if any(mention.arrives and mention.status == "occurred" for mention in group):
        return "occurred"
    order: tuple[Status, ...] = ("cancelled", "denied", "ongoing", "occurred", "planned", "hypothetical")
    return min((mention.status for mention in group), key=order.index)


def numbers_by_trigger(events: Sequence[Event]) -> dict[int, int]:
    """The number of the first event that each trigger tells of, by the character at which the trigger begins."""
    return {report.trigger.start: at for at, event in reversed([*enumerate(events)]) for report in event.reports}


def event_of_trigger(
    group: Sequence[MovementMention], events: Sequence[Event], numbers: Mapping[int, int]
) -> str | None:
    """The first event that one of the same triggers tells of."""
    at = min((numbers[start] for mention in group if (start := mention.trigger.start) in numbers), default=None)
    return None if at is None else events[at].id
