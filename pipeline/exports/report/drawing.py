"""A picture as shapes, which ``svg`` and ``png`` write. Lengths are pixels, from the upper left. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Spot = tuple[float, float]
Anchor = Literal["start", "middle", "end"]

INK, FAINT, PAPER = "#1c2733", "#d8dde3", "#ffffff"


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points."""

    points: tuple[Spot, ...]
    colour: str
    width: float = 1.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A closed stretch without outline."""

    points: tuple[Spot, ...]
    colour: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle; hollow where it is not filled."""

    at: Spot
    radius: float
    colour: str
    filled: bool = True


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text; ``at`` is on its baseline."""

    at: Spot
    text: str
    colour: str = INK
    size: int = 13
    anchor: Anchor = "start"


Shape = Line | Area | Dot | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """``title`` says in words what it shows; ``background`` is a colour."""

    width: int
    height: int
    title: str
    shapes: tuple[Shape, ...]
    background: str = PAPER


def box(left: float, top: float, right: float, bottom: float) -> tuple[Spot, ...]:
    return (left, top), (right, top), (right, bottom), (left, bottom)
