"""Which places two articles can mean by one."""

from __future__ import annotations

import math

from pipeline.domain import Place
from pipeline.merging.events import are_compatible_places

AIRPORT = "AIRP"
AREAS = ("ADM2", "ADM3", "ADM4", "ISL")
"""Features of what a city lies in though no record says so: districts and islands."""
NEAR = 50.0
"""Kilometres from a city within which an airport, a district or an island is its own."""
EARTH = 6371.0
"""Mean radius of the earth, km."""


def may_be_one_place(one: Place | None, other: Place | None) -> bool:
    """Compatible places, an airport with the city that it serves, "LAX" and "Los Angeles", and a district or an island
    with its city.
    """
    if one is None or other is None or are_compatible_places(one, other):
        return True
    is_around = is_of_city(one) or is_of_city(other)
    return is_around and one.country == other.country and distance(one, other) <= NEAR


def is_of_city(place: Place) -> bool:
    """Whether a place is an airport, or an area in which a city may lie."""
    return place.feature == AIRPORT or (place.feature or "").startswith(AREAS)


def distance(one: Place, other: Place) -> float:
    """Kilometres along the great circle; infinite where a place has no coordinates."""
    here, there = position(one), position(other)
    if here is None or there is None:
        return math.inf
    north, north_too = math.radians(here[0]), math.radians(there[0])
    apart = math.radians(here[1] - there[1])
    cosine = math.sin(north) * math.sin(north_too) + math.cos(north) * math.cos(north_too) * math.cos(apart)
    return EARTH * math.acos(min(1.0, cosine))


def position(place: Place) -> tuple[float, float] | None:
    """Latitude and longitude in degrees."""
    return None if place.latitude is None or place.longitude is None else (place.latitude, place.longitude)
