"""A tour of a region is told by its stops: "on a trip to Asia" is no journey beside the one to Japan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from pipeline.domain import MovementMention, Place
from pipeline.merging.context import Context

Group = list[MovementMention]
REGIONS = frozenset({"CONT", "RGN"})


def with_tours(
    groups: Sequence[Group],
    context: Context,
    key: Callable[[MovementMention], str],
    may_be_one: Callable[[MovementMention, MovementMention], bool],
) -> Iterator[tuple[Group, Group]]:
    """Each journey with the mentions of the tour that it is a stop of; a tour without stops is a journey itself."""
    tours = {id(group): group for group in groups if _is_tour(group, context)}
    stops: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        if id(group) not in tours:
            stops[key(group[0])].append(group)
    stop_of = {at: _first_stop(tour, stops[key(tour[0])], context, may_be_one) for at, tour in tours.items()}
    toured: dict[int, Group] = defaultdict(list)
    for at, stop in stop_of.items():
        toured[id(stop)] += tours[at]
    for group in groups:
        if stop_of.get(id(group)) is None:
            yield group, toured[id(group)]


def _is_tour(group: Group, context: Context) -> bool:
    return all(_is_region(context.place(mention.destination)) and mention.origin is None for mention in group)


def _is_region(place: Place | None) -> bool:
    return place is not None and place.country is None and place.feature in REGIONS


def _first_stop(
    tour: Group,
    stops: Sequence[Group],
    context: Context,
    may_be_one: Callable[[MovementMention, MovementMention], bool],
) -> Group | None:
    """The first of the journeys of its mover that leads to a place of some country."""
    return next(
        (
            stop
            for stop in stops
            if may_be_one(stop[0], tour[0])
            if any((place := context.place(each.destination)) and place.country for each in stop)
        ),
        None,
    )
