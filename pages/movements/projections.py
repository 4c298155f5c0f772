"""Where points of the globe stand on a map of so many pixels, as plotly.js projects them. Pure; y grows downwards."""

from __future__ import annotations

from collections.abc import Callable
from math import log, pi, radians, tan

from pages.movements.arcs import MOST_LATITUDE, Point, Window

Projection = Callable[[Point], tuple[float, float]]


def mercator(shown: Window, width: float, height: float) -> Projection:
    span = shown.east - shown.west
    north, south = northing(shown.north), northing(shown.south)

    def project(point: Point) -> tuple[float, float]:
        lat, lon = point
        turned = (lon - shown.west) % 360
        across = turned if turned <= span or turned - span < 360 - turned else turned - 360
        return across / span * width, (north - northing(lat)) / (north - south) * height

    return project


def natural_earth(shown: Window, width: float, height: float) -> Projection:
    """Plotly fits the window into the map, and puts the middle of its degrees in the middle."""
    span, middle = shown.east - shown.west, (shown.east + shown.west) / 2
    nearest = min(max(0, shown.south), shown.north)
    widest = max(_natural_earth(each, span)[0] for each in (shown.south, shown.north, nearest))
    north, south, level = (
        _natural_earth(each, 0)[1] for each in (shown.north, shown.south, (shown.north + shown.south) / 2)
    )
    scale = min(width / widest, height / (north - south))

    def project(point: Point) -> tuple[float, float]:
        lat, lon = point
        x, y = _natural_earth(lat, (lon - middle + 180) % 360 - 180)
        return width / 2 + scale * x, height / 2 - scale * (y - level)

    return project


def northing(lat: float) -> float:
    """Of Mercator's projection."""
    bounded = max(-MOST_LATITUDE, min(MOST_LATITUDE, lat))
    return log(tan(pi / 4 + radians(bounded) / 2))


def _natural_earth(lat: float, lon: float) -> tuple[float, float]:
    """Patterson's projection with the polynomials of Šavrič and others (2011), as d3-geo has it; degrees in."""
    phi = radians(lat)
    two = phi * phi
    four = two * two
    across = 0.8707 - 0.131979 * two + four * (-0.013791 + four * (0.003971 * two - 0.001529 * four))
    up = 1.007226 + two * (0.015085 + four * (-0.044475 + 0.028874 * two - 0.005916 * four))
    return radians(lon) * across, phi * up
