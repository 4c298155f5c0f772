"""Where the truth is kept: SQLite for one analyst, PostgreSQL for a team, one interface for both."""

from pipeline.store.filter_model import BinUnit, Choice, Choices, EventFilter
from pipeline.store.opening import open_store
from pipeline.store.rows import (
    ArticleRow,
    Counts,
    Description,
    DyadRow,
    EntityRow,
    EventBin,
    EventRow,
    MentionRow,
    MovementRow,
    Participation,
    PlacePoint,
    QuotedRow,
    ReportRow,
    SourceRow,
    StatementRow,
    Times,
    Totals,
)
from pipeline.store.store import Store

__all__ = [
    "ArticleRow",
    "BinUnit",
    "Choice",
    "Choices",
    "Counts",
    "Description",
    "DyadRow",
    "EntityRow",
    "EventBin",
    "EventFilter",
    "EventRow",
    "MentionRow",
    "MovementRow",
    "Participation",
    "PlacePoint",
    "QuotedRow",
    "ReportRow",
    "SourceRow",
    "StatementRow",
    "Store",
    "Times",
    "Totals",
    "open_store",
]
