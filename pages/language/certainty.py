"""How sure an event or movement is: what is less certain than the threshold is drawn apart, and pale. Pure."""

from __future__ import annotations

from pipeline.index import Happening
from pipeline.merging.confidence import threshold

PALE = 0.55


def is_doubtful(row: Happening) -> bool:
    return row.confidence < threshold()


def opacity(doubtful: bool) -> float:
    return PALE if doubtful else 1.0
