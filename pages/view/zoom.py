"""How far readers moved into a chart, in the address: days of a time axis, or middle and scale of a map. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pages.view.figure import Figure

DEGREES = 2
"""Digits behind the point: a kilometre."""


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of a time axis."""

    first: date
    last: date

    def __str__(self) -> str:
        return f"{self.first}:{self.last}"

    def show(self, figure: Figure) -> None:
        figure.lay_out(xaxis={"range": [self.first.isoformat(), self.last.isoformat()]})


@dataclass(frozen=True, slots=True)
class Middle:
    """The middle of a map in degrees, and how many times larger than at first it is."""

    latitude: float
    longitude: float
    scale: float

    def __str__(self) -> str:
        return f"{self.latitude:.{DEGREES}f}:{self.longitude:.{DEGREES}f}:{self.scale:.{DEGREES}f}"

    def show(self, figure: Figure) -> None:
        center = {"lat": self.latitude, "lon": self.longitude}
        turned = {"scale": self.scale, "rotation": {"lon": self.longitude}}
        figure.lay_out(geo={"center": center, "projection": turned})


@dataclass(frozen=True, slots=True)
class Zoom:
    """A chart, by the key of its widget, and what it shows of its whole."""

    chart: str
    part: Days | Middle

    def __str__(self) -> str:
        return f"{self.chart}:{self.part}"


DAYS, MIDDLES = ("timeline", "timeline-counts"), ("map", "article-map")


def parse(value: str) -> Zoom:
    """Raises ValueError for what no chart can show."""
    chart, *parts = value.split(":")
    if chart in DAYS and len(parts) == 2:
        first, last = map(date.fromisoformat, parts)
        if first < last:
            return Zoom(chart, Days(first, last))
    if chart in MIDDLES and len(parts) == 3:
        latitude, longitude, scale = map(float, parts)
        if abs(latitude) <= 90 and abs(longitude) <= 360 and math.isfinite(scale) and 0.1 <= scale <= 1000:
            return Zoom(chart, Middle(latitude, longitude, scale))
    raise ValueError(value)


def show(figure: Figure, chart: str, zooms: Iterable[Zoom]) -> None:
    """Show the part of a chart that was chosen, if any was."""
    for zoom in zooms:
        if zoom.chart == chart:
            zoom.part.show(figure)
