"""Which places two articles can mean by one."""

from __future__ import annotations

import math

from pipeline.domain import Place
from pipeline.merging.events import compatible

AIRPORT = "AIRP"
NEAR = 50.0
"""Kilometres from a city within which an airport is its own."""
EARTH = 6371.0
"""Mean radius of the earth, km."""


def may_be_one_place(one: Place | None, other: Place | None) -> bool:
    """Compatible places, and an airport with the city that it serves: "LAX" and "Los Angeles"."""
    if one is None or other is None or compatible(one, other):
        return True
    is_airport = AIRPORT in (one.feature, other.feature)
    return is_airport and one.country == other.country and distance(one, other) <= NEAR


def distance(one: Place, other: Place) -> float:
    """Kilometres along the great circle; infinite where a place has no coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return math.inf
    north, north_too = math.radians(one.latitude), math.radians(other.latitude)
    apart = math.radians(one.longitude - other.longitude)
    cosine = math.sin(north) * math.sin(north_too) + math.cos(north) * math.cos(north_too) * math.cos(apart)
    return EARTH * math.acos(min(1.0, cosine))
