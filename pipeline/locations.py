"""Where names of places lie, as analysts corrected it, and which names are none of places. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from pipeline.domain import Analysis, Entity, EntityKind, Event, Extent, Movement, Place

GEOGRAPHIC: frozenset[EntityKind] = frozenset({"place", "country"})


def place_at(analysis: Analysis, mention: Extent) -> Place | None:
    """The place that this stretch of the text names."""
    return next((each for each in analysis.places if (each.start, each.end) == (mention.start, mention.end)), None)


def relocate(analysis: Analysis, mention: Extent, to: Place | None) -> Analysis:
    """All that was read as the place that is named here lies ``to`` there, with what happens there; None: nobody knows
    where. The words stay, and so does what else they may mean.
    """
    here = place_at(analysis, mention)
    if here is None:
        return analysis

    def with_new_place(place: Place | None) -> Place | None:
        return with_location(place, to) if place and is_same(place, here) else place

    places = tuple(with_location(each, to) if is_same(each, here) else each for each in analysis.places)
    return happening_at(replace(analysis, places=places), with_new_place)


def happening_at(analysis: Analysis, place: Callable[[Place | None], Place | None]) -> Analysis:
    """With another place wherever something happens or leads."""

    def of_event(event: Event) -> Event:
        return replace(event, place=place(event.place))

    def of_movement(movement: Movement) -> Movement:
        return replace(movement, origin=place(movement.origin), destination=place(movement.destination))

    return replace(
        analysis, events=tuple(map(of_event, analysis.events)), movements=tuple(map(of_movement, analysis.movements))
    )


def placed_as(analysis: Analysis, before: Collection[Entity], after: Entity) -> Analysis:
    """With the places that follow from what an entity is now: its names are names of a place, which lies where one of
    them does; or they are of none, and nothing happens there.
    """
    were = {each.kind in GEOGRAPHIC for each in before}
    if after.kind in GEOGRAPHIC and False in were:
        return with_names_of(after, analysis)
    if after.kind not in GEOGRAPHIC and True in were:
        return without_names_of(after, analysis)
    return analysis


def with_names_of(entity: Entity, analysis: Analysis) -> Analysis:
    """With a place at each of its names at which none stands."""
    named = [each for each in entity.mentions if each.form == "name"]
    stretches = set(map(stretch, named))
    here = [each for each in analysis.places if stretch(each) in stretches]
    to = max(here, key=lambda each: each.confidence, default=None)
    taken = set(map(stretch, here))
    unknown = (
        Place(each.start, each.end, each.text, each.text, None, None, None, None, None, None, 1.0)
        for each in named
        if stretch(each) not in taken
    )
    added = [with_location(each, to) for each in unknown]
    return replace(analysis, places=tuple(sorted((*analysis.places, *added), key=stretch)))


def without_names_of(entity: Entity, analysis: Analysis) -> Analysis:
    """Without the places at its names, and without what they told of where things happen."""
    gone = {stretch(each) for each in entity.mentions}
    places = tuple(each for each in analysis.places if stretch(each) not in gone)
    return happening_at(
        replace(analysis, places=places), lambda place: None if place and stretch(place) in gone else place
    )


def stretch(each: Extent) -> tuple[int, int]:
    return each.start, each.end


def is_same(one: Place, other: Place) -> bool:
    """Whether both resolve to one place of the gazetteer, or to none under one name."""
    return one.geonames_id == other.geonames_id and (one.geonames_id is not None or one.name == other.name)


def with_location(place: Place, to: Place | None) -> Place:
    """These words, and what an analyst says that they mean."""
    if to is None:
        return replace(
            place, name=place.text, country=None, admin1=None, feature=None,
            latitude=None, longitude=None, geonames_id=None, confidence=1.0,
        )  # fmt: skip
    return replace(
        to, start=place.start, end=place.end, text=place.text,
        confidence=1.0, alternatives=place.alternatives, role=place.role,
    )  # fmt: skip
