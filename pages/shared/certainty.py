"""How sure an event or movement is: what is less certain than the threshold is drawn apart, and pale. Pure."""

from __future__ import annotations

from pipeline.corrections import CHECKED
from pipeline.merging.confidence import threshold
from pipeline.store import EventRow, MovementRow

NOT_ESTIMATED = 1.0
PALE = 0.55


def is_doubtful(row: EventRow | MovementRow) -> bool:
    return row.confidence < threshold()


def opacity(doubtful: bool) -> float:
    return PALE if doubtful else 1.0


def is_checked(row: EventRow | MovementRow) -> bool:
    """Whether an analyst has said that it is right, or edited it."""
    return any(reason.startswith(CHECKED) for reason in row.why)


def how_sure(row: EventRow | MovementRow) -> str:
    """ "87% sure", or that an analyst looked at it; nothing where it was not estimated."""
    if is_checked(row):
        return "checked by an analyst"
    return "" if row.confidence == NOT_ESTIMATED else f"{row.confidence:.0%} sure"
