"""The one door to the truth: every write is one transaction, every read is bound parameters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any, Self

from sqlalchemy import URL, Connection, Engine, Row, Select, func, select
from sqlalchemy.exc import SQLAlchemyError

from pipeline.corrections import Correction, Entry, overlay
from pipeline.domain import Analysis, Reading, article_id
from pipeline.errors import StoreAwayError
from pipeline.store import changes as history
from pipeline.store import correction_log, writes
from pipeline.store.changes import Changes, Position
from pipeline.store.connect import connect
from pipeline.store.failures import failure, is_away, reason
from pipeline.store.rows import ArticleRow, Description
from pipeline.store.shares import Shares
from pipeline.store.tables import articles, changes
from pipeline.store.writes import ArticleRows

START = Position()


class Store:
    """Analyses and what can be asked of them. Threads and processes may share one database.

    Every method raises StoreError when the database fails; then nothing was written.
    """

    takes_writes = True

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.shares = Shares(engine)
        self.writes = 0
        """How many transactions of this process counted the version up."""

    @classmethod
    def open(cls, url: str, *, patient: bool = False) -> Self:
        """Connect to an SQLAlchemy URL and bring its tables up to date; a ``patient`` store does so when it can."""
        return cls(connect(url, patient=patient))

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

    def added_after(self, version: int) -> frozenset[str]:
        """The articles that came in after a version, and are still here."""
        with self._reading() as connection:
            return history.added_after(connection, version)

    def add(self, reading: Reading, analysis: Analysis) -> bool:
        """Keep an article under the hash of its text; False if that is here already, and then nothing changes."""
        return self.add_all([(reading, analysis)]) == 1

    def add_all(self, found: Iterable[tuple[Reading, Analysis]]) -> int:
        """Keep articles, all or none, in one transaction; how many of them were not here already."""
        return self.add_rows(
            writes.rows_of(reading, replace(analysis, article=replace(analysis.article, id=key)))
            for reading, analysis in found
            if (key := article_id(analysis.article.text))
        )

    def add_rows(self, found: Iterable[ArticleRows]) -> int:
        """Keep articles whose rows are known, as ``add_all`` does."""
        own = {article["id"]: (article, reading) for article, reading in found}
        with self._writing() as connection:
            for key in writes.kept_articles(connection, own):
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
        self.describe_all({article: Description(title, outlet, url)})

    def describe_all(
        self, described: Mapping[str, Description], dated: Mapping[str, date | None] | None = None
    ) -> None:
        """Describe many articles as ``describe`` does, and date them as ``redate`` does: all or none."""
        with self._writing() as connection:
            for article, description in described.items():
                writes.describe(connection, article, description)
            for article, published in (dated or {}).items():
                writes.give_date(connection, article, published)

    def remove(self, article: str) -> None:
        with self._writing() as connection:
            writes.remove_article(connection, article)

    def articles(self) -> list[ArticleRow]:
        """The last published first, then those without a date."""
        order = articles.c.published.desc().nulls_last(), articles.c.title, articles.c.id
        with self._reading() as connection:
            return [row_of(found) for found in connection.execute(select(articles).order_by(*order))]

    def count_articles(self) -> int:
        return self._number(select(func.count()).select_from(articles))

    def analysis(self, article: str) -> Analysis:
        """As its analysts corrected it."""
        with self._reading() as connection:
            return overlay(
                writes.stored_article(connection, article)[1], correction_log.entries(connection, [article])
            )[0]

    def text(self, article: str) -> str:
        """The text of an article; of what was read in it nothing is decoded."""
        with self._reading() as connection:
            return writes.text(writes.kept_row(connection, article).analysis, article)

    def sentences(self, article: str) -> tuple[tuple[int, int], ...]:
        """First and last offsets of its sentences; none for a text that was not read."""
        with self._reading() as connection:
            return writes.stored_article(connection, article)[0].sentences

    def correct(self, *made: Correction) -> tuple[int, ...]:
        """Keep corrections, all or none, and show everything by them from now on; their numbers."""
        with self._writing() as connection:
            return writes.correct(connection, made)

    def undo(self, *numbers: int, undone: bool = True) -> None:
        """Take corrections back, or make them again: what is seen is as if they had never been made."""
        with self._writing() as connection:
            writes.undo(connection, numbers, undone)

    def sign_corrections(self, *numbers: int, author: str | None = None, reason: str | None = None) -> None:
        """Say who made corrections, or why; what they change stays."""
        with self._writing() as connection:
            writes.sign_corrections(connection, numbers, author, reason)

    def corrections(self) -> list[Entry]:
        """All that were ever made, in that order."""
        with self._reading() as connection:
            return correction_log.log(connection)

    def _number(self, query: Select[Any]) -> int:
        with self._reading() as connection:
            return int(connection.execute(query).scalar_one())

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise failure(error) from error

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction that no other writer can come between; undone as a whole by any error.

        A server that goes away when it is told to keep it may have done so.
        """
        committing = False
        try:
            with self._engine.begin() as connection:
                writes.begin_write(connection)
                yield connection
                committing = True
            self.writes += 1
        except SQLAlchemyError as error:
            if committing and is_away(error):
                raise StoreAwayError.while_committing(reason(error)) from error
            raise failure(error) from error


def row_of(found: Row[Any]) -> ArticleRow:
    return ArticleRow(
        id=found.id,
        title=found.title,
        outlet=found.outlet,
        url=found.url,
        published=found.published,
        basis=found.published_basis,
        candidates=tuple(date.fromisoformat(day) for day in found.published_candidates),
        received=found.received,
        words=found.words,
        events=found.events,
        movements=found.movements,
        pipeline_version=found.pipeline_version,
    )
