"""Event mentions of one article -> events: same type and parties, compatible time and place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.domain import Argument, DateSpan, Event, EventMention, Factuality, Participant, Place, Status
from pipeline.merging.context import UNKNOWN_DATE, Context, may_coincide, most_specific, reasons
from pipeline.merging.grouping import grouped

STRENGTH: tuple[Status, ...] = ("occurred", "ongoing", "cancelled", "denied", "planned", "hypothetical")
PRONOUNS = frozenset({"he", "her", "hers", "him", "his", "it", "its", "she", "their", "them", "they", "who", "whom"})
CERTAINTY: tuple[Factuality, ...] = ("CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "UU")


def merge_events(mentions: Sequence[EventMention], context: Context) -> tuple[Event, ...]:
    """One event for all mentions of it, in the order in which the text first tells of them."""
    groups = grouped(
        dict.fromkeys(mentions),
        key=lambda mention: parties(mention, context),
        same=lambda a, b: same_time_and_place(a, b, context),
    )
    merged = (event(group, context) for group in groups)
    return tuple(told for told in merged if told.actors or told.recipients)


def parties(mention: EventMention, context: Context) -> tuple[object, ...] | None:
    """What mentions of one event share: type, mode, actors, recipients. None if a party is known by its words only."""
    actors, recipients = known(mention.actors, context), known(mention.recipients, context)
    return None if None in actors | recipients else (mention.type, mention.mode, actors, recipients)


def same_time_and_place(a: EventMention, b: EventMention, context: Context) -> bool:
    same_time = may_coincide(context.date(a.timex), context.date(b.timex))
    return same_time and compatible(context.place(a.place), context.place(b.place))


def known(arguments: Sequence[Argument], context: Context) -> frozenset[str | None]:
    return frozenset(context.participant(argument).entity for argument in arguments)


def compatible(a: Place | None, b: Place | None) -> bool:
    """Whether two places can be one: either unknown, the same, or one the country of the other."""
    if a is None or b is None or same_place(a, b):
        return True
    return a.country is not None and a.country == b.country and (is_country(a) or is_country(b))


def same_place(a: Place, b: Place) -> bool:
    if a.geonames_id is not None and b.geonames_id is not None:
        return a.geonames_id == b.geonames_id
    return a.name.casefold() == b.name.casefold()


def is_country(place: Place) -> bool:
    return place.feature is not None and place.feature.startswith("PCL")


def event(group: Sequence[EventMention], context: Context) -> Event:
    """As certain as its strongest report and as specific as all together."""
    first = group[0]
    date = most_specific([context.date(mention.timex) for mention in group]) or UNKNOWN_DATE
    actors = distinct(context.participant(argument) for argument in first.actors)
    recipients = distinct(context.participant(argument) for argument in first.recipients)
    return Event(
        id=context.identify("event", first),
        type=first.type,
        mode=first.mode,
        actors=actors,
        recipients=besides(actors, recipients),
        first=date.first,
        last=date.last,
        edtf=date.edtf,
        place=most_specific_place([context.place(mention.place) for mention in group]),
        status=min((mention.status for mention in group), key=STRENGTH.index),
        factuality=min((mention.factuality for mention in group), key=CERTAINTY.index),
        reports=tuple(context.report(mention, context.date(mention.timex)) for mention in group),
        why=reasons(group),
    )


def distinct(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Each entity once, in order; a pronoun of which nobody knows who it is names no participant."""
    seen: dict[str, Participant] = {}
    for participant in participants:
        if participant.entity is None and participant.text.casefold() in PRONOUNS:
            continue
        seen.setdefault(participant.entity or participant.text, participant)
    return tuple(seen.values())


def besides(actors: Sequence[Participant], recipients: Sequence[Participant]) -> tuple[Participant, ...]:
    """Recipients who are not actors under another name: nobody does it to oneself."""
    doing = {actor.entity for actor in actors} - {None}
    return tuple(recipient for recipient in recipients if recipient.entity not in doing)


def most_specific_place(places: Sequence[Place | None]) -> Place | None:
    known_places = [place for place in places if place is not None]
    return min(known_places, key=is_country, default=None)


def ordered(events: Sequence[Event]) -> tuple[Event, ...]:
    """Sentences with the most certain and most specific event first; events of one sentence as it tells of them."""
    best: dict[int, tuple[int, int, int]] = {}
    for each in events:
        sentence = each.reports[0].evidence.start
        best[sentence] = min(best.get(sentence, event_order(each)), event_order(each))
    return tuple(sorted(events, key=lambda each: best[each.reports[0].evidence.start]))


def event_order(event: Event) -> tuple[int, int, int]:
    """Most certain and most specific first, then as the text has them."""
    dated = DateSpan(event.first, event.last, event.edtf) != UNKNOWN_DATE
    specific = bool(event.actors) + bool(event.recipients) + dated + (event.place is not None)
    return CERTAINTY.index(event.factuality), -specific, event.reports[0].trigger.start
