"""Where the parties of a network stand, and how its links run: on two facing arcs, names outside, links inside. Pure.

Points on a convex curve: no link runs through a third party, and no two names share a line. Units: the field is 1 wide
and 1 high.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from pages.network.links import Link, ident, parties

Point = tuple[float, float]

STEPS, BEND, INWARD = 12, 0.1, 2.0
BULGE = 0.42


def order(links: Sequence[Link]) -> list[str]:
    """Everyone once, those who are linked near each other: from the busiest on, along the links of most events."""
    near: dict[str, list[str]] = {}
    for link in links:
        near.setdefault(ident(link.actor), []).append(ident(link.recipient))
        near.setdefault(ident(link.recipient), []).append(ident(link.actor))
    found: dict[str, None] = {}
    for start in parties(links):
        waiting = [start]
        while waiting:
            at = waiting.pop()
            if at not in found:
                found[at] = None
                waiting.extend(reversed(near[at]))
    return list(found)


def positions(links: Sequence[Link]) -> dict[str, Point]:
    """Down the left arc, then up the right one."""
    keys = order(links)
    left = (len(keys) + 1) // 2
    down = [(_x(height, -1), height) for height in _heights(left)]
    up = [(_x(height, 1), height) for height in reversed(_heights(len(keys) - left))]
    return dict(zip(keys, [*down, *up], strict=True))


def lanes(links: Sequence[Link]) -> list[float]:
    """How far each link bends aside: a lone one runs straight, several between two parties fan out."""
    alike: dict[frozenset[str], list[int]] = {}
    for number, link in enumerate(links):
        alike.setdefault(frozenset((ident(link.actor), ident(link.recipient))), []).append(number)
    found = [0.0] * len(links)
    for same in alike.values():
        for rank, number in enumerate(same):
            side = 1 if ident(links[number].actor) == ident(links[same[0]].actor) else -1
            found[number] = side * (rank - (len(same) - 1) / 2)
    return found


def curve(start: Point, end: Point, lane: float) -> list[Point]:
    """A line between two points, its middle pushed aside by ``lane`` times ``BEND`` of its length.

    Between two of one arc it bows to the middle of the field, the farther apart they are: clear of those between them.
    """
    (x0, y0), (x1, y1) = start, end
    inward = (0.5 - (x0 + x1) / 2) * min(1.0, INWARD * abs(y1 - y0))
    across, along = inward - (y1 - y0) * lane * BEND, (x1 - x0) * lane * BEND
    bows = [(step / STEPS, 4 * step / STEPS * (1 - step / STEPS)) for step in range(STEPS + 1)]
    return [(x0 + (x1 - x0) * share + across * bow, y0 + (y1 - y0) * share + along * bow) for share, bow in bows]


def _heights(count: int) -> list[float]:
    """From the top down, evenly."""
    return [1 - (number + 0.5) / count for number in range(count)]


def _x(height: float, side: int) -> float:
    """On an ellipse that is cut off at top and bottom, so that the arcs stay apart."""
    return 0.5 + side * (0.5 - BULGE + BULGE * sqrt(max(0.0, 1 - (2 * height - 1) ** 2)))
