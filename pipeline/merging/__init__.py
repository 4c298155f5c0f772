"""Reports of one article that tell of the same thing, merged into events and movements; pure functions."""

from __future__ import annotations

from pipeline.merging.confidence import with_confidence
from pipeline.merging.context import Context
from pipeline.merging.events import event_order, merge_events, order_events
from pipeline.merging.journeys import with_journeys
from pipeline.merging.movements import merge_movements

__all__ = [
    "Context",
    "event_order",
    "merge_events",
    "merge_movements",
    "order_events",
    "with_confidence",
    "with_journeys",
]
