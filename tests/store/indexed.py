"""A store that answers the questions of its index: for tests that write and then ask."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from pipeline.index import Counts, Index
from pipeline.index.filter_model import BinUnit, Choices, EventFilter
from pipeline.index.index import EVERYTHING
from pipeline.index.questions.dyads import dyads
from pipeline.index.questions.events import bins
from pipeline.index.questions.reports import Told, rows
from pipeline.index.rows import DyadRow, EventBins, EventRow, MentionRow, MovementRow
from pipeline.index.speech_rows import QuotedRow, ReportRow, StatementRow
from pipeline.store import Store


class Indexed(Store):
    """Each question is answered after the index took in what was written before."""

    @cached_property
    def _index(self) -> Index:
        return Index(self)

    @property
    def index(self) -> Index:
        self._index.update()
        return self._index

    def close(self) -> None:
        if "_index" in self.__dict__:
            self._index.close()
        super().close()

    def counts(self, *args: Any, **kwargs: Any) -> Counts:
        return self.index.counts(*args, **kwargs)

    def events(self, *args: Any, **kwargs: Any) -> list[EventRow]:
        return self.index.events(*args, **kwargs)

    def event_bins(self, wanted: EventFilter = EVERYTHING, *, unit: BinUnit = "month") -> list[EventBins]:
        return self.index.ask(bins, wanted, unit)

    def movements(self, *args: Any, **kwargs: Any) -> list[MovementRow]:
        return self.index.movements(*args, **kwargs)

    def mentions(self, *args: Any, **kwargs: Any) -> list[MentionRow]:
        return self.index.mentions(*args, **kwargs)

    def quoted(self, *args: Any, **kwargs: Any) -> list[QuotedRow]:
        return self.index.quoted(*args, **kwargs)

    def statements(self, *args: Any, **kwargs: Any) -> list[StatementRow]:
        return self.index.statements(*args, **kwargs)

    def dyads(self, wanted: EventFilter = EVERYTHING, *, limit: int = 500) -> list[DyadRow]:
        return self.index.ask(dyads, wanted, limit)

    def between(self, *args: Any, **kwargs: Any) -> list[EventRow]:
        return self.index.between(*args, **kwargs)

    def reports(self, event: str) -> list[ReportRow]:
        return self._reports("events", event)

    def movement_reports(self, movement: str) -> list[ReportRow]:
        return self._reports("movements", movement)

    def _reports(self, table: Told, told: str) -> list[ReportRow]:
        article = self.index.article_of(table, told)
        return rows(self.analysis(article), told) if article else []

    def choices(self, **kwargs: Any) -> Choices:
        return self.index.choices(**kwargs)
