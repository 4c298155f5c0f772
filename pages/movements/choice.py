"""Which movements the map shows of those that match the filters: by who moves and by what; and a mover's legs. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from pipeline.domain import Vehicle
from pipeline.index import MovementRow
from pipeline.wording.palette import form_of_status

MOST_STOPS = 30
FEWEST_LEGS = 3


def movers(rows: Iterable[MovementRow]) -> dict[str, str]:
    """Keys and names of those who move and are known by name, who moves most first."""
    names: dict[str, str] = {}
    counts: dict[str, int] = {}
    for row in rows:
        if key := row.mover.key:
            names.setdefault(key, row.mover.name)
            counts[key] = counts.get(key, 0) + 1
    return {key: names[key] for key in sorted(names, key=lambda key: (-counts[key], names[key]))}


def vehicles(rows: Iterable[MovementRow]) -> list[Vehicle]:
    return sorted({row.vehicle for row in rows if row.vehicle})


def chosen(rows: Sequence[MovementRow], who: Collection[str], by: Collection[str]) -> Sequence[MovementRow]:
    """Movements of some movers by some vehicles; without any of both these same rows."""
    if not who and not by:
        return rows

    def is_wanted(row: MovementRow) -> bool:
        mover_fits = not who or row.mover.key in who
        vehicle_fits = not by or row.vehicle in by
        return mover_fits and vehicle_fits

    return [row for row in rows if is_wanted(row)]


def traveller(rows: Iterable[MovementRow]) -> frozenset[str]:
    """Who makes the longest journey: the mover of most legs, if these are ``FEWEST_LEGS`` or more; or nobody."""
    legs = Counter(key for row in rows if (key := row.mover.key) and _is_leg(row))
    longest, who = max(((number, who) for who, number in legs.items()), default=(0, ""))
    return frozenset({who}) if longest >= FEWEST_LEGS else frozenset()


def itinerary(rows: Iterable[MovementRow], who: Collection[str]) -> list[MovementRow]:
    """The legs of one mover by date, then as the text tells them; the undated last; nothing of several movers.

    What was called off, denied or merely thought of is no leg.
    """
    if len(who) != 1:
        return []
    legs = [row for row in rows if row.mover.key in who and _is_leg(row)]
    ordered = sorted(legs, key=lambda row: (row.first or row.last or date.max, row.article, row.start))
    return _order_of_day(ordered)


def _is_leg(row: MovementRow) -> bool:
    return form_of_status(row.status) in ("filled", "hatched")


def _order_of_day(legs: Sequence[MovementRow]) -> list[MovementRow]:
    """Of legs of one day, that to a place comes before that from it."""
    joined: list[MovementRow] = []
    for leg in legs:
        onward = (at for at, other in enumerate(joined) if _leads_to(leg, other))
        joined.insert(next(onward, len(joined)), leg)
    return joined


def _leads_to(leg: MovementRow, other: MovementRow) -> bool:
    """Whether one ends where the other begins, on the same day."""
    if not (leg.destination and other.origin):
        return False
    return leg.destination.key == other.origin.key and leg.first == other.first


def stops(rows: Sequence[MovementRow]) -> list[date]:
    """The days at which the map halts when it plays: those on which something begins, thinned out, and the last."""
    days = sorted({row.first for row in rows if row.first})
    every = max(1, -(-len(days) // MOST_STOPS))
    return sorted({*days[::every], *days[-1:]})


def following(halts: Sequence[date], day: date | None) -> date | None:
    """The next day to halt at; the first after the end or without a day; ``None`` where there is nothing to play."""
    later = [halt for halt in halts if day is not None and halt > day]
    return next(iter(later or halts), None)
