"""Where somebody was: all movements of one mover as one chain, and what else puts them somewhere; pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from pipeline.domain import DateSpan, Place
from pipeline.linking.parties import Party
from pipeline.linking.stories import GAINSAID, Story
from pipeline.linking.times import AHEAD
from pipeline.merging.context import may_coincide
from pipeline.merging.events import are_compatible_places, most_specific_place, same_place
from pipeline.merging.movements import STAY, widen

Certainty = Literal["certain", "planned", "contradicted"]
MEETING, AT_A_DISTANCE = "CONSULT", "phone"


@dataclass(frozen=True, slots=True)
class Leg:
    """One part of an itinerary with the stories that tell of it: of a leg into a country and into its city both."""

    origin: Place | None
    destination: Place | None
    departure: DateSpan | None
    arrival: DateSpan | None
    certainty: Certainty
    stories: tuple[Story, ...]

    @property
    def day(self) -> date | None:
        """The first day that orders it: of its arrival or departure, else that on which it was first reported."""
        days = [span.first or span.last for span in (self.arrival, self.departure) if span]
        return next(filter(None, days), None) or first_reported(self.stories)


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody at a place at a time, by a movement that begins or ends there, or a meeting there."""

    place: Place
    when: DateSpan
    certainty: Certainty
    stories: tuple[Story, ...]

    @property
    def is_of_a_day(self) -> bool:
        return self.when.first is not None and self.when.first == self.when.last


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where somebody was on a day: what puts them somewhere on it, what on some day around it, and what is certain
    last before and first after it.
    """

    on: tuple[Presence, ...]
    around: tuple[Presence, ...]
    before: Presence | None
    after: Presence | None


def itinerary(mover: Party, stories: Iterable[Story]) -> list[Leg]:
    """The legs of a mover in order of time, each once; gaps between them stay gaps."""
    legs: list[Leg] = []
    for story in sorted(moves_of(mover, stories), key=lambda story: story.id):
        one = leg(story)
        same = next((other for other in legs if are_one(one, other)), None)
        legs = [other for other in legs if other is not same] + [merge_legs(one, same) if same else one]
    return in_parts(chain_legs(sorted(legs, key=order)))


def in_parts(legs: Sequence[Leg]) -> list[Leg]:
    """Without a journey whose parts others tell: from A to C, where there is one from A to B and one from B to C.

    What tells of the whole stands with its last part.
    """
    found = list(legs)
    for whole in legs:
        parts = parts_of(whole, [each for each in found if each is not whole])
        if parts:
            last = replace(parts[-1], stories=(*parts[-1].stories, *whole.stories))
            found = [last if each is parts[-1] else each for each in found if each is not whole]
    return found


def parts_of(whole: Leg, legs: Iterable[Leg]) -> list[Leg]:
    """Two legs or more, each from where the last ended, from its origin to its destination within its time."""
    if whole.origin is None or whole.destination is None or whole.certainty == "contradicted":
        return []
    parts: list[Leg] = []
    at = whole.origin
    for each in legs:
        if each.certainty != "planned" and is_one_place(at, each.origin) and each.destination is not None:
            parts.append(each)
            at = each.destination
            if len(parts) > 1 and is_one_place(at, whole.destination):
                in_time = may_coincide(whole.departure, parts[0].departure) and may_coincide(
                    whole.arrival, each.arrival
                )
                return parts if in_time else []
    return []


def moves_of(mover: Party, stories: Iterable[Story]) -> Iterator[Story]:
    return (story for story in stories if story.is_movement and story.actors[0].same(mover))


def leg(story: Story) -> Leg:
    return Leg(story.origin, story.place, story.departure, story.arrival, certainty(story), (story,))


def certainty(story: Story) -> Certainty:
    """Planned until somebody tells of it as real; contradicted where it is denied, called off or told in two ways."""
    if story.status in GAINSAID or story.conflicts:
        return "contradicted"
    return "planned" if story.status in AHEAD else "certain"


def are_one(one: Leg, other: Leg) -> bool:
    """Whether a leg into a country and one into its city are one: equally certain, within one stay, from one place. A
    plan and what is told later of its being called off are one too.
    """
    alike = one.certainty == other.certainty or is_called_off(one, other) or is_called_off(other, one)
    return alike and are_between_the_same(one, other) and are_of_one_stay(one, other)


def are_between_the_same(one: Leg, other: Leg) -> bool:
    ends = one.destination is not None and other.destination is not None
    return (
        ends
        and are_compatible_places(one.destination, other.destination)
        and are_compatible_places(one.origin, other.origin)
    )


def are_of_one_stay(one: Leg, other: Leg) -> bool:
    near = abs((one.day or date.min) - (other.day or date.min)) <= 2 * STAY
    arrivals = may_coincide(widen(one.arrival, STAY, STAY), other.arrival)
    return near and arrivals and may_coincide(one.departure, other.departure)


def is_called_off(plan: Leg, other: Leg) -> bool:
    if plan.certainty != "planned" or any(story.status not in GAINSAID for story in other.stories):
        return False
    told, later = first_reported(plan.stories), first_reported(other.stories)
    return told is not None and later is not None and told <= later


def merge_legs(one: Leg, other: Leg) -> Leg:
    """Both as one, as specific as the two together."""
    return Leg(
        most_specific_place([one.origin, other.origin]),
        most_specific_place([one.destination, other.destination]),
        one.departure or other.departure,
        one.arrival or other.arrival,
        one.certainty if one.certainty == other.certainty else "contradicted",
        tuple(sorted((*one.stories, *other.stories), key=lambda story: story.id)),
    )


def order(leg: Leg) -> tuple[date, str]:
    return leg.day or date.max, leg.stories[0].id


def chain_legs(legs: Sequence[Leg]) -> list[Leg]:
    """Legs of one day so that each begins where the one before it ended, where their places tell."""
    found: list[Leg] = []
    for each in legs:
        at = len(found)
        while at and found[at - 1].day == each.day and leads_to(each, found[at - 1]):
            at -= 1
        found.insert(at, each)
    return found


def leads_to(one: Leg, other: Leg) -> bool:
    """Whether one ends where the other begins, and not the other way round."""
    return is_one_place(one.destination, other.origin) and not is_one_place(other.destination, one.origin)


def is_one_place(end: Place | None, start: Place | None) -> bool:
    return end is not None and start is not None and same_place(end, start)


def presences(who: Party, stories: Iterable[Story]) -> list[Presence]:
    """All that puts somebody somewhere at a time, in order of time, and of the itinerary on one day."""
    told = list(stories)
    found = [*presences_at_ends(itinerary(who, told)), *meetings(who, told)]
    return sorted(found, key=lambda each: each.when.first or each.when.last or date.min)


def presences_at_ends(legs: Iterable[Leg]) -> Iterator[Presence]:
    """A mover at the origin of each leg when it begins, and at its destination when it ends; not of one gainsaid."""
    for each in legs:
        gainsaid = any(story.status in GAINSAID for story in each.stories)
        for place, when in ((each.origin, each.departure), (each.destination, each.arrival)):
            if place is not None and when is not None and not gainsaid:
                yield Presence(place, when, each.certainty, each.stories)


def meetings(who: Party, stories: Iterable[Story]) -> Iterator[Presence]:
    """Those who meet in person, where and when they do."""
    for story in stories:
        sure = certainty(story)
        is_evidence = sure != "contradicted" and meets_in_person(who, story)
        if is_evidence and story.place and story.when:
            yield Presence(story.place, story.when, sure, (story,))


def meets_in_person(who: Party, story: Story) -> bool:
    is_in_person = story.type == MEETING and story.mode != AT_A_DISTANCE
    return is_in_person and any(who.same(party) for party in (*story.actors, *story.recipients))


def whereabouts(who: Party, day: date, stories: Iterable[Story]) -> Whereabouts:
    """Where somebody was on a day, with its evidence; where nothing tells of the day itself, between what and what."""
    known = presences(who, stories)
    that_day = DateSpan(day, day, None)
    near = [each for each in known if may_coincide(each.when, that_day)]
    certain = [each for each in known if each.certainty == "certain"]
    before = [each for each in certain if each.when.last and each.when.last < day]
    after = [each for each in certain if each.when.first and each.when.first > day]
    return Whereabouts(
        on=tuple(each for each in near if each.is_of_a_day),
        around=tuple(each for each in near if not each.is_of_a_day),
        before=max(reversed(before), key=lambda each: each.when.last or date.min, default=None),
        after=min(after, key=lambda each: each.when.first or date.max, default=None),
    )


def first_reported(stories: Iterable[Story]) -> date | None:
    days = (account.reported for story in stories for account in story.accounts)
    return min(filter(None, days), default=None)
