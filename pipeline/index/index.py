"""What pages ask, answered from columns that are derived from the store: disposable, and kept up to date with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Concatenate, ParamSpec, TypeVar

from pipeline.errors import IndexDamagedError, StoreAwayError, StoreError
from pipeline.index.ask import Ask, Row
from pipeline.index.database import Database, first_line
from pipeline.index.filter_model import Choices, EventFilter
from pipeline.index.leftovers import remove_leftovers
from pipeline.index.place import index_files
from pipeline.index.questions import choices, dyads, entities, events, filters, reports, speech
from pipeline.index.questions.reports import Told
from pipeline.index.rows import Counts, EventRow, MentionRow, MovementRow
from pipeline.index.speech_rows import QuotedRow, StatementRow
from pipeline.index.writer import State, Writer
from pipeline.store import Store

EVERYTHING = EventFilter(doubtful=True)
BATCH = 100
"""Articles that are written at once: a few seconds of work, which a crash loses."""

P = ParamSpec("P")
T = TypeVar("T")


class Index:
    """The columns of a store. Threads may ask it at the same time, also while it is brought up to date.

    Every method raises StoreError when the store or the index fails; a failed index is made anew by ``update``.
    ``revision`` grows with all that changes an answer: the key of what was read.
    """

    def __init__(self, store: Store, folder: Path | None = None) -> None:
        """In a file in ``folder``; without one, or if it cannot be used, in memory.

        While the database of the store is away it is what it was when it was last brought up to date.
        """
        self._store, self._folder = store, folder
        self._identity: str | None = None
        self._writing = RLock()
        self._closing = self._damaged = self._checked = False
        self._database = Database(index_files(folder, store.address()) if folder else [])
        self._writer: Writer | None = None
        self.revision = 0
        self._names: dict[int, list[Row]] = {}
        self._state = self._read_state()
        with suppress(StoreAwayError):
            self._identify()

    def close(self) -> None:
        """After the batch that is being written; the next start goes on behind it."""
        self._closing = True
        with self._writing:
            self._database.close()

    @property
    def path(self) -> Path | None:
        """The file; None for an index in memory."""
        return self._database.path

    @property
    def problem(self) -> str:
        """Why it stands in memory although it was given a folder; empty if it does not."""
        return self._database.problem if self._folder and self.path is None else ""

    @property
    def version(self) -> int:
        """That of the store up to which it has all; 0 where it has nothing whole."""
        return self._state.position.version if self._state.complete else 0

    def is_current(self, version: int) -> bool:
        """Whether it has all that was written to the store up to this version, and is known to be of that store."""
        has_all = self._state.complete and self._state.position.version == version
        return has_all and self._identity is not None and not self._damaged

    def update(self) -> None:
        """Take in what had been written to the store when this was called, by whomever.

        A batch is a transaction: what ends it, a crash too, loses no more than that batch. If the file fails, or is not
        there any more, the index is made anew in one, and after that in memory.
        """
        import duckdb

        with self._writing:
            if self._closing:
                return None
            if self._damaged or self._database.is_gone():
                self._renew()
            for in_memory in (False, True):
                try:
                    return self._write_all()
                except (duckdb.Error, IndexDamagedError) as error:
                    self._database.problem = first_line(error)
                    self._renew(in_memory=in_memory)
            try:
                self._write_all()
            except duckdb.Error as error:
                raise StoreError.index_failed(str(error)) from error

    def _identify(self) -> str:
        """Learn which store stands at the address; what was indexed of another is thrown away."""
        self._identity = self._store.identity()
        if self._state.identity not in ("", self._identity):
            self._renew()
        return self._identity

    def _write_all(self) -> None:
        identity = self._identify()
        self._catch_up(identity)
        if self._state.complete and not self._checked:
            self._checked = True
            if self._is_of_another_history():
                self._renew()
                self._catch_up(identity)
            if self._folder is not None:
                remove_leftovers(self._folder, self._store.address(), identity)

    def _catch_up(self, identity: str) -> None:
        wanted = self._store.version()
        if self._state.position.version > wanted:
            self._renew()
        while not self._closing and (not self._state.complete or self._state.position.version < wanted):
            changes = self._store.since(self._state.position, limit=BATCH)
            self._writer = self._writer or Writer(self._database.cursor())
            self._writer.write(identity, changes)
            self._changed()

    def _is_of_another_history(self) -> bool:
        """Whether it has other articles than the store in the same version: that was put back, and written to since."""
        with self._reading() as ask:
            known = {row["id"] for row in ask.rows("SELECT id FROM articles")}
        differs = self._store.takes_writes and self._store.added_after(-1) != known
        return differs and self._store.version() == self._state.position.version

    def _changed(self) -> None:
        """Another state: what was asked of the last is forgotten, by those too that still ask of that."""
        self._state = self._read_state()
        self._names = {}
        self.revision += 1

    def _renew(self, *, in_memory: bool = False) -> None:
        self._writer = None
        self._database.renew(in_memory=in_memory)
        self._damaged = False
        self._changed()

    def _read_state(self) -> State:
        with self._database.cursor() as cursor:
            return State(cursor)

    @contextmanager
    def _reading(self, wanted: EventFilter = EVERYTHING) -> Iterator[Ask]:
        """Questions of one state of the index, however many they are."""
        import duckdb

        connection, names = self._database.connection, self._names
        try:
            with connection.cursor() as cursor:
                cursor.execute("BEGIN")
                yield Ask(cursor, filters.values(wanted), names)
                cursor.execute("ROLLBACK")
        except (duckdb.ProgrammingError, duckdb.DataError, duckdb.OutOfMemoryException) as error:
            raise StoreError.index_failed(str(error)) from error
        except duckdb.Error as error:
            self._damaged |= connection is self._database.connection
            raise IndexDamagedError.anew() from error

    def ask(
        self,
        question: Callable[Concatenate[Ask, EventFilter, P], T],
        wanted: EventFilter,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """What any question of ``questions/`` answers on a filter."""
        with self._reading(wanted) as ask:
            return question(ask, wanted, *args, **kwargs)

    def articles_known(self) -> int:
        """How many articles are in it, of those that the store has."""
        with self._reading() as ask:
            return ask.number("SELECT count(*) FROM articles")

    def counts(self, wanted: EventFilter = EVERYTHING, *, limit: int = 200) -> Counts:
        """Totals, and at most ``limit`` entities, the most mentioned first.

        If the filter picks events, only mentions in the sentences that tell of those are counted.
        """
        return self.ask(entities.counts, wanted, limit)

    def events(
        self, wanted: EventFilter = EVERYTHING, *, limit: int = 1000, least_sure: bool = False
    ) -> list[EventRow]:
        """Surest first, or the least sure first."""
        return self.ask(events.events, wanted, limit, least_sure=least_sure)

    def movements(
        self, wanted: EventFilter = EVERYTHING, *, limit: int = 1000, least_sure: bool = False
    ) -> list[MovementRow]:
        """Surest first, or the least sure first."""
        return self.ask(events.movements, wanted, limit, least_sure=least_sure)

    def mentions(self, key: str, wanted: EventFilter = EVERYTHING, *, limit: int = 2000) -> list[MentionRow]:
        """The mentions that ``counts`` counts for this key, in the order of the texts."""
        with self._reading(wanted) as ask:
            return entities.mentions(ask, key, wanted, limit)

    def quoted(self, wanted: EventFilter = EVERYTHING, *, limit: int = 200, words: int = 5) -> list[QuotedRow]:
        """Most quoted first, with the most frequent ``words`` and participants of each.

        If the filter picks events, only statements that tell of those are counted.
        """
        return self.ask(speech.quoted, wanted, limit, words)

    def statements(self, source: str, wanted: EventFilter = EVERYTHING, *, limit: int = 2000) -> list[StatementRow]:
        """The statements that ``quoted`` counts for this source, in the order of the texts."""
        with self._reading(wanted) as ask:
            return speech.statements(ask, source, wanted, limit)

    def heard_elsewhere(self, keys: Collection[str], articles: Collection[str]) -> frozenset[str]:
        """Which sources say something in other articles than these."""
        with self._reading() as ask:
            return speech.heard_elsewhere(ask, keys, articles)

    def between(self, pair: str, wanted: EventFilter = EVERYTHING, *, limit: int = 200) -> list[EventRow]:
        """The events that ``dyads`` counts for the pair of this key, surest first; none for an unknown key."""
        with self._reading(wanted) as ask:
            return dyads.between(ask, pair, wanted, limit)

    def choices(self, *, limit: int = 2000) -> Choices:
        """At most ``limit`` entities and as many places."""
        with self._reading() as ask:
            return choices.choices(ask, limit)

    def article_of(self, table: Told, told: str) -> str | None:
        """The id of the article that tells of an event or movement; None for an unknown one."""
        with self._reading() as ask:
            return reports.article_of(ask, table, told)
