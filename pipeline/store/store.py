"""The one door to the database: every write is one transaction, every read is bound parameters."""

from __future__ import annotations

from datetime import date

from pipeline.domain import Analysis, Reading
from pipeline.store.rows import (
    ArticleRow,
    BinUnit,
    Choices,
    EntityRow,
    EventBin,
    EventFilter,
    EventRow,
    MentionRow,
    MovementRow,
    ReportRow,
    Totals,
)

EVERYTHING = EventFilter()


class Store:
    """Analyses and what can be asked of them. Threads and processes may share one database."""

    @classmethod
    def open(cls, url: str) -> Store:
        """Connect to an SQLAlchemy URL and bring its tables up to date."""
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

    def version(self) -> int:
        """A number that grows with every write: the cache key of whatever was read."""
        raise NotImplementedError

    def add(self, reading: Reading, analysis: Analysis) -> bool:
        """Keep an article; False if its text is here already, and then nothing changes."""
        raise NotImplementedError

    def replace(self, reading: Reading, analysis: Analysis) -> None:
        """Take a newer reading of an article that is here; its given metadata stay."""
        raise NotImplementedError

    def redate(self, article: str, published: date | None) -> Analysis:
        """Give an article another publication date, without parsing; ``None`` takes a given date back."""
        raise NotImplementedError

    def remove(self, article: str) -> None:
        raise NotImplementedError

    def articles(self) -> list[ArticleRow]:
        raise NotImplementedError

    def analysis(self, article: str) -> Analysis:
        raise NotImplementedError

    def totals(self, wanted: EventFilter = EVERYTHING) -> Totals:
        raise NotImplementedError

    def events(self, wanted: EventFilter = EVERYTHING, *, limit: int = 2000) -> list[EventRow]:
        """Most certain first."""
        raise NotImplementedError

    def event_bins(self, wanted: EventFilter = EVERYTHING, *, unit: BinUnit = "month") -> list[EventBin]:
        raise NotImplementedError

    def movements(self, wanted: EventFilter = EVERYTHING, *, limit: int = 2000) -> list[MovementRow]:
        raise NotImplementedError

    def entity_counts(self, wanted: EventFilter = EVERYTHING, *, limit: int = 200) -> list[EntityRow]:
        """Most mentioned first. If the filter picks events, only the sentences that tell of those are counted."""
        raise NotImplementedError

    def mentions(self, key: str, wanted: EventFilter = EVERYTHING, *, limit: int = 2000) -> list[MentionRow]:
        """The mentions that ``entity_counts`` counts for this key, in the order of the texts."""
        raise NotImplementedError

    def reports(self, event: str) -> list[ReportRow]:
        raise NotImplementedError

    def movement_reports(self, movement: str) -> list[ReportRow]:
        raise NotImplementedError

    def choices(self, *, limit: int = 2000) -> Choices:
        raise NotImplementedError
