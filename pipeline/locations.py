"""Where names of places lie, as analysts corrected it. Pure."""

from __future__ import annotations

from dataclasses import replace

from pipeline.domain import Analysis, Event, Extent, Movement, Place


def named_at(analysis: Analysis, mention: Extent) -> Place | None:
    """The place that this stretch of the text names."""
    return next((each for each in analysis.places if (each.start, each.end) == (mention.start, mention.end)), None)


def relocated(analysis: Analysis, mention: Extent, to: Place | None) -> Analysis:
    """All that was read as the place that is named here lies ``to`` there, with what happens there; None: nobody knows
    where. The words stay, and so does what else they may mean.
    """
    here = named_at(analysis, mention)
    if here is None:
        return analysis

    def moved(place: Place | None) -> Place | None:
        return lying(place, to) if place and is_same(place, here) else place

    def of_event(event: Event) -> Event:
        return replace(event, place=moved(event.place))

    def of_movement(movement: Movement) -> Movement:
        return replace(movement, origin=moved(movement.origin), destination=moved(movement.destination))

    return replace(
        analysis,
        places=tuple(lying(each, to) if is_same(each, here) else each for each in analysis.places),
        events=tuple(map(of_event, analysis.events)),
        movements=tuple(map(of_movement, analysis.movements)),
    )


def is_same(one: Place, other: Place) -> bool:
    """Whether both resolve to one place of the gazetteer, or to none under one name."""
    return one.geonames_id == other.geonames_id and (one.geonames_id is not None or one.name == other.name)


def lying(place: Place, to: Place | None) -> Place:
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
