"""Which movements the map shows when it stands at a day. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from pipeline.index import MovementRow


def days(movements: Iterable[MovementRow]) -> tuple[date, date] | None:
    """The first and the last day that any movement can fall on; ``None`` if there is not more than one."""
    known = [day for row in movements for day in (row.first, row.last) if day]
    if not known or min(known) == max(known):
        return None
    return min(known), max(known)


def until(movements: Sequence[MovementRow], day: date | None) -> Sequence[MovementRow]:
    """Movements that may have begun by the end of a day; the undated stay. Without a day these same rows."""
    if day is None:
        return movements
    return [row for row in movements if row.first is None or row.first <= day]
