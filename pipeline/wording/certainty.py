"""How sure an event or movement is, in words. Pure."""

from __future__ import annotations

from pipeline.corrections import CHECKED
from pipeline.index import Happening

NOT_ESTIMATED = 1.0


def is_checked(row: Happening) -> bool:
    """Whether an analyst has said that it is right, or edited it."""
    return any(reason.startswith(CHECKED) for reason in row.why)


def how_sure(row: Happening) -> str:
    """ "87% sure", or that an analyst looked at it; nothing where it was not estimated."""
    if is_checked(row):
        return "checked by an analyst"
    return "" if row.confidence == NOT_ESTIMATED else f"{row.confidence:.0%} sure"
