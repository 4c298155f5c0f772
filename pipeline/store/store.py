"""The one door to the database: every write is one transaction, every read is bound parameters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import URL, Connection, Engine, Select, func, select
from sqlalchemy.exc import SQLAlchemyError

from pipeline.corrections import Correction, Entry, overlay
from pipeline.domain import Analysis, Reading, article_id
from pipeline.store import changes as history
from pipeline.store import correction_log, dyads, queries, row_mapping, speech, writes
from pipeline.store.changes import Changes, Position
from pipeline.store.connect import connect
from pipeline.store.consistent_read import of_one_version
from pipeline.store.failures import failure
from pipeline.store.filter_model import BinUnit, Choice, Choices, EventFilter
from pipeline.store.rows import (
    ArticleRow,
    Counts,
    DyadRow,
    EventBin,
    EventRow,
    MentionRow,
    MovementRow,
    QuotedRow,
    ReportRow,
    StatementRow,
    Totals,
)
from pipeline.store.shares import Shares
from pipeline.store.tables import articles, changes, events, reports

EVERYTHING = EventFilter(doubtful=True)
START = Position()


class Store:
    """Analyses and what can be asked of them. Threads and processes may share one database.

    Every method raises StoreError when the database fails; then nothing was written.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.shares = Shares(engine)

    @classmethod
    def open(cls, url: str) -> Store:
        """Connect to an SQLAlchemy URL and bring its tables up to date."""
        return cls(connect(url))

    def close(self) -> None:
        self._engine.dispose()

    def version(self) -> int:
        """A number that grows with every write: the cache key of whatever was read."""
        return self._number(select(changes.c.version))

    def identity(self) -> str:
        """What tells this store from all others, wherever it is copied to."""
        with self._reading() as connection:
            return str(connection.execute(select(changes.c.identity)).scalar_one())

    def address(self) -> URL:
        return self._engine.url

    def since(self, position: Position = START, *, limit: int = 200) -> Changes:
        """The next articles that changed after a position of this store's history, removed ones too."""
        with self._reading() as connection:
            return history.since(connection, position, limit)

    def add(self, reading: Reading, analysis: Analysis) -> bool:
        """Keep an article under the hash of its text; False if that is here already, and then nothing changes."""
        return self.add_all([(reading, analysis)]) == 1

    def add_all(self, found: Iterable[tuple[Reading, Analysis]]) -> int:
        """Keep articles, all or none, in one transaction; how many of them were not here already."""
        own = {
            key: (reading, replace(analysis, article=replace(analysis.article, id=key)))
            for reading, analysis in found
            if (key := article_id(analysis.article.text))
        }
        with self._writing() as connection:
            for key in writes.here(connection, own):
                del own[key]
            if own:
                writes.insert_articles(connection, own.values())
            else:
                connection.rollback()
        return len(own)

    def replace(self, reading: Reading, analysis: Analysis) -> None:
        """Take a newer reading of an article that is here; its id and given metadata stay."""
        with self._writing() as connection:
            writes.replace_reading(connection, article_id(analysis.article.text), reading)

    def redate(self, article: str, published: date | None) -> Analysis:
        """Give an article another publication date, without parsing; ``None`` takes a given date back."""
        with self._writing() as connection:
            return writes.give_date(connection, article, published)

    def describe(self, article: str, *, title: str | None, outlet: str | None, url: str | None) -> None:
        """Give an article another title, outlet and address, cleaned and cut as all metadata; None for unknown."""
        with self._writing() as connection:
            writes.describe(connection, article, title, outlet, url)

    def remove(self, article: str) -> None:
        with self._writing() as connection:
            writes.remove_article(connection, article)

    def articles(self) -> list[ArticleRow]:
        """The last published first, then those without a date."""
        return [row_mapping.article(row) for row in self._rows(queries.articles_listed())]

    def count_articles(self) -> int:
        return self._number(select(func.count()).select_from(articles))

    def analysis(self, article: str) -> Analysis:
        """As its analysts corrected it."""
        with self._reading() as connection:
            return overlay(writes.stored(connection, article)[1], correction_log.entries(connection, article))[0]

    def sentences(self, article: str) -> tuple[tuple[int, int], ...]:
        """First and last offsets of its sentences; none for a text that was not read."""
        with self._reading() as connection:
            return writes.stored(connection, article)[0].sentences

    def correct(self, *made: Correction) -> tuple[int, ...]:
        """Keep corrections, all or none, and show everything by them from now on; their numbers."""
        with self._writing() as connection:
            return writes.correct(connection, made)

    def undo(self, *numbers: int, undone: bool = True) -> None:
        """Take corrections back, or make them again: what is seen is as if they had never been made."""
        with self._writing() as connection:
            writes.undo(connection, numbers, undone)

    def corrections(self) -> list[Entry]:
        """All that were ever made, in that order."""
        with self._reading() as connection:
            return correction_log.entries(connection)

    @of_one_version
    def counts(self, wanted: EventFilter = EVERYTHING, *, limit: int = 200) -> Counts:
        """Totals, and at most ``limit`` entities, the most mentioned first.

        If the filter picks events, only mentions in the sentences that tell of those are counted. The database counts
        the mentions, which takes longest, while a second thread asks for the other totals.
        """
        asked = (
            queries.count_articles,
            queries.count_events,
            queries.count_movements,
            queries.count_sources,
            queries.count_doubtful,
        )
        with ThreadPoolExecutor(1) as beside:
            others = beside.submit(lambda: [self._number(query(wanted)) for query in asked])
            rows = self._rows(queries.entities_counted(wanted, limit))
            names = self._rows(queries.entities_named([row["key"] for row in rows]))
            articles, events, movements, sources, doubtful = others.result()
        people = int(rows[0]["people"]) if rows else 0
        totals = Totals(articles, events, people, movements, sources, doubtful)
        return Counts(totals, tuple(row_mapping.entities(rows, names)))

    @of_one_version
    def events(
        self, wanted: EventFilter = EVERYTHING, *, limit: int = 1000, least_sure: bool = False
    ) -> list[EventRow]:
        """Surest first, or the least sure first."""
        return self._events(queries.events_matching(wanted, limit, least_sure=least_sure))

    def event_bins(self, wanted: EventFilter = EVERYTHING, *, unit: BinUnit = "month") -> list[EventBin]:
        """Events counted by the period in which they begin, type and status."""
        with self._reading() as connection:
            return [EventBin(*row) for row in connection.execute(queries.event_bins(wanted, unit))]

    def movements(self, wanted: EventFilter = EVERYTHING, *, limit: int = 1000) -> list[MovementRow]:
        """Surest first."""
        return [row_mapping.movement(row) for row in self._rows(queries.movements_matching(wanted, limit))]

    def mentions(self, key: str, wanted: EventFilter = EVERYTHING, *, limit: int = 2000) -> list[MentionRow]:
        """The mentions that ``counts`` counts for this key, in the order of the texts."""
        return [row_mapping.mention(row) for row in self._rows(queries.mentions_of(key, wanted, limit))]

    @of_one_version
    def quoted(self, wanted: EventFilter = EVERYTHING, *, limit: int = 200) -> list[QuotedRow]:
        """Most quoted first. If the filter picks events, only statements that tell of those are counted."""
        counts = self._rows(speech.quoted(wanted, limit))
        keys = [row["source"] for row in counts]
        with ThreadPoolExecutor(1) as beside:
            about = beside.submit(self._rows, speech.about(keys, wanted))
            named, cues = self._rows(speech.named(keys)), self._rows(speech.cues(keys, wanted))
            return row_mapping.quoted(counts, named, cues, about.result())

    def statements(self, source: str, wanted: EventFilter = EVERYTHING, *, limit: int = 2000) -> list[StatementRow]:
        """The statements that ``quoted`` counts for this source, in the order of the texts."""
        return [row_mapping.statement(row) for row in self._rows(speech.statements_of(source, wanted, limit))]

    def dyads(self, wanted: EventFilter = EVERYTHING, *, limit: int = 500) -> list[DyadRow]:
        """Who does what to whom, by pair and type; the most frequent first."""
        return [row_mapping.dyad(row) for row in self._rows(dyads.counted(wanted, limit))]

    @of_one_version
    def between(self, pair: str, wanted: EventFilter = EVERYTHING, *, limit: int = 200) -> list[EventRow]:
        """The events that ``dyads`` counts for the pair of this key, most certain first; none for an unknown key."""
        named = dyads.ends(pair)
        return self._events(dyads.events_between(*named, wanted, limit)) if named else []

    @of_one_version
    def reports(self, event: str) -> list[ReportRow]:
        """The strongest first."""
        return self._told(queries.reports_of(reports.c.event, event))

    @of_one_version
    def movement_reports(self, movement: str) -> list[ReportRow]:
        """The strongest first."""
        return self._told(queries.reports_of(reports.c.movement, movement))

    @of_one_version
    def choices(self, *, limit: int = 2000) -> Choices:
        """At most ``limit`` entities and as many places."""
        keys = [row["key"] for row in self._rows(queries.entity_choices(limit))]
        named = row_mapping.grouped(self._rows(queries.entities_named(keys)), "key")
        first, last = self._rows(queries.days())[0].values()
        return Choices(
            types=self._column(queries.values_of(events.c.type)),
            statuses=self._column(queries.statuses()),
            entities=tuple(Choice(key, named[key][0]["name"], named[key][0]["kind"]) for key in keys),
            places=tuple(Choice(*row.values()) for row in self._rows(queries.place_choices(limit))),
            articles=tuple(Choice(row.id, row.title or "", row.outlet or "") for row in self.articles()),
            first=first,
            last=last,
            sources=self._source_choices(limit),
            certainties=self._column(queries.values_of(events.c.factuality)),
        )

    def _source_choices(self, limit: int) -> tuple[Choice, ...]:
        keys = [row["source"] for row in self._rows(speech.quoted(EVERYTHING, limit))]
        named = row_mapping.grouped(self._rows(speech.named(keys)), "source")
        return tuple(Choice(key, named[key][0]["name"], "") for key in keys)

    def _events(self, query: Select[Any]) -> list[EventRow]:
        found = self._rows(query)
        return row_mapping.events(found, self._rows(queries.participants_of([row["id"] for row in found])))

    def _told(self, query: Select[Any]) -> list[ReportRow]:
        found = self._rows(query)
        return row_mapping.reports(found, self._rows(queries.sources_of([row["id"] for row in found])))

    def _number(self, query: Select[Any]) -> int:
        with self._reading() as connection:
            return int(connection.execute(query).scalar_one())

    def _column(self, query: Select[Any]) -> tuple[str, ...]:
        return tuple(next(iter(row.values())) for row in self._rows(query))

    def _rows(self, query: Select[Any]) -> list[dict[str, Any]]:
        with self._reading() as connection:
            return [dict(row) for row in connection.execute(query).mappings()]

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise failure(error) from error

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let no other writer in, while it can be read as before."""
        with self._writing() as connection:
            yield
            connection.rollback()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction that no other writer can come between; undone as a whole by any error."""
        try:
            with self._engine.begin() as connection:
                writes.begin(connection)
                yield connection
        except SQLAlchemyError as error:
            raise failure(error) from error
