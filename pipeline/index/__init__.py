"""What pages ask: derived from the store, disposable, and brought up to date after each write, by its number."""

from pipeline.index.filter_model import SET_FILTERS, BinUnit, Choice, Choices, EventFilter
from pipeline.index.index import Index
from pipeline.index.place import folder_of
from pipeline.index.rows import (
    Counts,
    DyadRow,
    EntityRow,
    EventBins,
    EventRow,
    Happening,
    MentionRow,
    MovementRow,
    Participation,
    PlacePoint,
    Totals,
)
from pipeline.index.speech_rows import QuotedRow, ReportRow, SourceRow, StatementRow, Times

__all__ = [
    "SET_FILTERS",
    "BinUnit",
    "Choice",
    "Choices",
    "Counts",
    "DyadRow",
    "EntityRow",
    "EventBins",
    "EventFilter",
    "EventRow",
    "Happening",
    "Index",
    "MentionRow",
    "MovementRow",
    "Participation",
    "PlacePoint",
    "QuotedRow",
    "ReportRow",
    "SourceRow",
    "StatementRow",
    "Times",
    "Totals",
    "folder_of",
]
