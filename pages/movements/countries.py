"""Names of countries on the map, where there is room for them."""

from __future__ import annotations

from collections.abc import Iterable

from pages.movements.arcs import Point, Window
from pipeline.gazetteer.countries import by_code
from pipeline.gazetteer.lookup import countries_within

MOST_NAMED = 12
WIDEST = 60.0
LEFT, RIGHT, ABOVE = 0.14, 0.26, 0.07
SHIFTS = (0.0, 0.12, -0.12)
AROUND = 1.5
"""Degrees."""


def country_labels(shown: Window, taken: Iterable[Point], names: Iterable[str]) -> list[tuple[str, Point]]:
    """Names of countries in the window that hide none of the points taken; none on a map of half the world.

    ``names`` are on the map already. A name stands in the middle of the country's places in the window, or a little
    above or below, where other places of that country are.
    """
    if shown.north - shown.south > WIDEST:
        return []
    held, said = list(taken), set(names)
    found: list[tuple[str, Point]] = []
    for code, latitude, longitude in countries_within(shown.south, shown.north, shown.west, shown.east):
        country = by_code().get(code)
        if country is None or country.name in said or len(found) == MOST_NAMED:
            continue
        spots = [(latitude + shift * (shown.north - shown.south), longitude) for shift in SHIFTS]
        free = next((spot for spot in spots if _is_free(spot, held, shown) and _is_in(code, spot)), None)
        if free:
            found.append((country.name, free))
            held.append(free)
    return found


def _is_free(spot: Point, held: Iterable[Point], shown: Window) -> bool:
    return not any(_hides(spot, point, shown) for point in held)


def _is_in(code: str, spot: Point) -> bool:
    """Whether the places around a spot are of a country, most of them."""
    latitude, longitude = spot
    around = countries_within(latitude - AROUND, latitude + AROUND, longitude - AROUND, longitude + AROUND)
    return bool(around) and around[0][0] == code


def _hides(spot: Point, point: Point, shown: Window) -> bool:
    """Whether a name at a spot would run into what stands at a point, whose own words run to the right."""
    up = (spot[0] - point[0]) / (shown.north - shown.south)
    right = (spot[1] - point[1]) / (shown.east - shown.west)
    return abs(up) < ABOVE and -LEFT < right < RIGHT
