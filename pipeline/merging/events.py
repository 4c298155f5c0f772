"""Event mentions of one article -> events: same type, compatible parties, time and place."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from pipeline.domain import (
    IMPERSONAL_TYPES,
    Argument,
    DateSpan,
    Dating,
    Event,
    EventMention,
    EventType,
    Factuality,
    Participant,
    Place,
    Status,
)
from pipeline.lexicons.function_words import RELATIVE_PRONOUNS, THIRD_PERSON
from pipeline.merging.context import UNKNOWN_DATE, Context, may_coincide, most_specific, reasons
from pipeline.merging.grouping import group_mentions
from pipeline.merging.sides import Sides

STRENGTH: tuple[Status, ...] = ("occurred", "ongoing", "cancelled", "denied", "planned", "hypothetical")
PARTYLESS: frozenset[EventType] = frozenset(
    {"DISASTER", "ELECTION", "JUSTICE", "LAW", "BUSINESS", "LIFE", "ASSAULT", "COERCE", "PROTEST", "REJECT"}
)
TOLD_WHEN_SET: frozenset[EventType] = IMPERSONAL_TYPES | {"ACCUSE"}
"""What is told of nobody only with a day or a place: "a suspicious package was found in Leeds"."""
NEWS = timedelta(days=31)
WEIGHT: dict[Dating, int] = {"told": 0, "by": 1, "since": 2, "reacts": 3, "follows": 4}
"""Of two dates as vague as each other, the first counts."""
WORDS: frozenset[EventType] = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "STATEMENT", "SUPPORT", "THREATEN"})
REAL: frozenset[Status] = frozenset({"occurred", "ongoing"})
PRONOUNS = THIRD_PERSON | RELATIVE_PRONOUNS
CERTAINTY: tuple[Factuality, ...] = ("CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "UU")


def merge_events(mentions: Sequence[EventMention], context: Context) -> tuple[Event, ...]:
    """One event for all mentions of it, in the order in which the text first tells of them."""
    mentions = [as_published(mention, context) for mention in mentions]
    sides = {mention: Sides.of(mention, context) for mention in mentions}

    def are_one(a: EventMention, b: EventMention) -> bool:
        one, other = sides[a], sides[b]
        return one.is_compatible(other) and same_setting(a, b, context) and not _are_two_deeds(a, b, one, other)

    groups = group_mentions(
        dict.fromkeys(mentions),
        keys=lambda mention: sides[mention].keys(mention),
        same=are_one,
        traits=lambda mention: (sides[mention], setting_key(mention, context)),
    )
    merged = ((group, merged_event(group, context)) for group in groups)
    return tuple(
        told for group, told in merged if told.actors or told.recipients or _is_news_without_names(told, group)
    )


def as_published(mention: EventMention, context: Context) -> EventMention:
    """The mention as the day of publication leaves it: what is to be done by a later day is planned, however told.

    "Mill cutting 300 jobs by 2031". Of words, what they are about is to come.
    """
    date = context.date(mention.timex) if mention.dating == "told" and mention.lapse is None else None
    published = context.article.published
    if date is None or published is None or date.first is not None or mention.type in WORDS:
        return mention
    is_to_come = date.last is not None and date.last > published and mention.status in REAL
    return replace(mention, status="planned", factuality="PS+") if is_to_come else mention


def _is_news_without_names(told: Event, group: Sequence[EventMention]) -> bool:
    """Whether it is news though nobody is named: "an earthquake struck", "a deal was reached on Monday"."""
    if told.type in PARTYLESS or (told.type == "CONSULT" and told.place is not None):
        return True
    is_set = told.place is not None or told.first is not None or told.last is not None
    is_contest = told.type == "STATEMENT" and any(mention.happening for mention in group)
    may_be = told.type in TOLD_WHEN_SET or is_contest
    return may_be and is_set and not any(mention.actors or mention.recipients for mention in group)


def _are_two_deeds(a: EventMention, b: EventMention, one: Sides, other: Sides) -> bool:
    """ "foiled a plot and arrested six men": in one sentence, of which one is done to somebody and the other not."""
    return a.evidence == b.evidence and bool(one.recipients) != bool(other.recipients)


def setting_key(mention: EventMention, context: Context) -> Hashable:
    """All of a mention that ``same_setting`` looks at."""
    place = place_traits(context.place(mention.place))
    return mention.happening, mention.dating, mention.status, context.event_date(mention), place


def same_setting(a: EventMention, b: EventMention, context: Context) -> bool:
    """Whether status, time and place can be of one event."""
    when, other = dates_beside_each_other(a, b, context)
    if a.happening and b.happening and a.happening != b.happening:
        return False
    dated_alike = (when is None) == (other is None)
    if not dated_alike and is_background(when or other, context):
        return False
    if not may_be_one(a.status, b.status, dated_alike):
        return False
    return may_coincide(when, other) and are_compatible_places(context.place(a.place), context.place(b.place))


def dates_beside_each_other(
    a: EventMention, b: EventMention, context: Context
) -> tuple[DateSpan | None, DateSpan | None]:
    """When two mentions are; the day of the narrative says nothing beside one that is told."""
    follow = a.dating == b.dating == "follows"
    return _beside(a, follow, context), _beside(b, follow, context)


def _beside(mention: EventMention, follow: bool, context: Context) -> DateSpan | None:
    return context.event_date(mention) if follow or mention.dating != "follows" else None


def is_background(when: DateSpan | None, context: Context) -> bool:
    """Whether a date is of what came before the news: vaguer than a month, or over a month before the publication.

    What the article tells without a day is its news, and never of that time: "A ferry capsized ... In 2009 another ran
    aground".
    """
    if when is None:
        return False
    published = context.article.published
    is_old = published is not None and when.last is not None and when.last < published - NEWS
    return is_old or is_vague(when)


def is_vague(when: DateSpan) -> bool:
    """Whether a date is closed and longer than the time that something is news."""
    return when.first is not None and when.last is not None and when.last - when.first > NEWS


def may_be_one(a: Status, b: Status, dated_alike: bool) -> bool:
    """A plan and its outcome are one only if both are dated or neither is; what is denied never joins what is not."""
    if a == b or {a, b} <= REAL:
        return True
    return dated_alike and {a, b} <= REAL | {"planned"}


def are_compatible_places(a: Place | None, b: Place | None) -> bool:
    """Whether two places can be one: either unknown, the same, or one the country or province of the other."""
    return a is None or b is None or same_place(a, b) or lies_in(a, b) or lies_in(b, a)


def lies_in(inner: Place, outer: Place) -> bool:
    """Whether a place is in a country, or in a province or state of it."""
    if outer.country is None or inner.country != outer.country:
        return False
    return is_country(outer) or (outer.feature == "ADM1" and inner.admin1 == outer.admin1)


def place_traits(place: Place | None) -> Hashable:
    """All of a place that tells whether another can be the same, or lie in it."""
    return place and (place.geonames_id, place.name.casefold(), place.country, place.admin1, place.feature)


def same_place(a: Place, b: Place) -> bool:
    if a.geonames_id is not None and b.geonames_id is not None:
        return a.geonames_id == b.geonames_id
    return a.name.casefold() == b.name.casefold()


def is_country(place: Place) -> bool:
    return place.feature is not None and place.feature.startswith("PCL")


def merged_event(group: Sequence[EventMention], context: Context) -> Event:
    """As certain as its strongest report and as specific as all together."""
    first = group[0]
    date = date_of(group, context) or UNKNOWN_DATE
    actors = side_of_first_mention(group, context, lambda mention: mention.actors)
    recipients = side_of_first_mention(group, context, lambda mention: mention.recipients)
    return Event(
        id=context.identify("event", first),
        type=first.type,
        mode=first.mode,
        actors=actors,
        recipients=recipients_beside_actors(actors, recipients),
        first=date.first,
        last=date.last,
        edtf=date.edtf,
        place=most_specific_place([context.place(mention.place) for mention in group]),
        status=min((mention.status for mention in group), key=STRENGTH.index),
        factuality=min((mention.factuality for mention in group), key=CERTAINTY.index),
        reports=tuple(context.report(mention, context.event_date(mention)) for mention in group),
        why=reasons(group),
    )


def date_of(group: Sequence[EventMention], context: Context) -> DateSpan | None:
    """The shortest of the dates that are told of an event; that of the narrative around it only where none is."""
    by_weight = sorted(group, key=lambda mention: WEIGHT[mention.dating])
    told = most_specific([context.event_date(mention) for mention in by_weight if mention.dating != "follows"])
    return told or most_specific([context.event_date(mention) for mention in group])


def side_of_first_mention(
    group: Sequence[EventMention], context: Context, side: Callable[[EventMention], Sequence[Argument]]
) -> tuple[Participant, ...]:
    """One side of an event as the first mention has it that names anybody there."""
    named = (distinct_participants(context.participant(argument) for argument in side(mention)) for mention in group)
    return next(filter(None, named), ())


def distinct_participants(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Each entity once, in order; a pronoun of which nobody knows who it is names no participant."""
    seen: dict[str, Participant] = {}
    for participant in participants:
        if participant.entity is None and participant.text.casefold() in PRONOUNS:
            continue
        seen.setdefault(participant.entity or participant.text, participant)
    return tuple(seen.values())


def recipients_beside_actors(
    actors: Sequence[Participant], recipients: Sequence[Participant]
) -> tuple[Participant, ...]:
    """Recipients who are not actors under another name: nobody does it to oneself."""
    doing = {actor.entity for actor in actors} - {None}
    return tuple(recipient for recipient in recipients if recipient.entity not in doing)


def most_specific_place(places: Sequence[Place | None]) -> Place | None:
    known_places = [place for place in places if place is not None]
    return min(known_places, key=is_country, default=None)


def order_events(events: Sequence[Event]) -> tuple[Event, ...]:
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
