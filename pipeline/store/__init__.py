"""Where analyses are kept and asked: SQLite for one analyst, PostgreSQL for a team, one interface for both."""

from pipeline.store.rows import (
    ArticleRow,
    BinUnit,
    Choice,
    Choices,
    EntityRow,
    EventBin,
    EventFilter,
    EventRow,
    MentionRow,
    MovementRow,
    Participation,
    PlacePoint,
    ReportRow,
    SourceRow,
    Totals,
)
from pipeline.store.store import Store

__all__ = [
    "ArticleRow",
    "BinUnit",
    "Choice",
    "Choices",
    "EntityRow",
    "EventBin",
    "EventFilter",
    "EventRow",
    "MentionRow",
    "MovementRow",
    "Participation",
    "PlacePoint",
    "ReportRow",
    "SourceRow",
    "Store",
    "Totals",
]
