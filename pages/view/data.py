"""The store and its index as the pages ask them: each answer kept until they change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache, wraps
from threading import RLock
from typing import Any, TypeVar, TypeVarTuple

from pages.view.kept import kept
from pages.view.opening import index as index
from pages.view.opening import indexing as indexing
from pages.view.opening import is_complete as is_complete
from pages.view.opening import notice as notice
from pages.view.opening import open_cached as open_cached
from pages.view.opening import presence as presence
from pages.view.opening import refresh as refresh
from pages.view.opening import store as store
from pages.view.opening import version as version
from pages.view.opening import wait as wait
from pages.view.opening import wait_for_database as wait_for_database
from pipeline import VERSION, settings
from pipeline.corrections import GRADES, Entry
from pipeline.domain import Analysis
from pipeline.errors import StoreAwayError
from pipeline.grades import Grades
from pipeline.grades import grades as grades_of
from pipeline.index import (
    Choices,
    Counts,
    EntityRow,
    EventFilter,
    EventRow,
    Happening,
    Index,
    MentionRow,
    MovementRow,
    QuotedRow,
    ReportRow,
    StatementRow,
    Totals,
)
from pipeline.index.ask import Ask
from pipeline.index.passages import stretches
from pipeline.index.questions.reports import Told
from pipeline.index.questions.reports import rows as report_rows
from pipeline.store import ArticleRow, Store, seeds

Ts = TypeVarTuple("Ts")
T = TypeVar("T")
Source = TypeVar("Source")
KEPT_ANSWERS = 64
FEW_WORDS = 5
"""What a bar or a card says of a source."""


def _kept(
    query: Callable[[Source, *Ts], T], source: Callable[[str], Source], state: Callable[[], int]
) -> Callable[[*Ts], T]:
    """Answer from memory while the state of the source stands; rows are frozen, so sharing them is safe.

    Who asks the same at the same time waits for the one answer.
    """

    @lru_cache(maxsize=KEPT_ANSWERS)
    def answer(url: str, _: int, *args: *Ts) -> T:
        return query(source(url), *args)

    @lru_cache(maxsize=KEPT_ANSWERS)
    def turn(*_: Any) -> RLock:
        return RLock()

    @wraps(query)
    def ask(*args: *Ts) -> T:
        asked = settings.store_url(), state()
        with turn(*asked, *args):
            return answer(*asked, *args)

    return ask


def _of_store(query: Callable[[Store, *Ts], T]) -> Callable[[*Ts], T]:
    return _kept(query, open_cached, version)


def _of_index(query: Callable[[Index, *Ts], T]) -> Callable[[*Ts], T]:
    return _kept(query, lambda url: indexing(url).index, lambda: index().revision)


@_of_index
def choices(kept: Index) -> Choices:
    return kept.choices()


@_of_store
def articles(kept: Store) -> tuple[ArticleRow, ...]:
    return tuple(kept.articles())


def known_articles() -> tuple[ArticleRow, ...]:
    """The articles; none while the database is away and they were not read before."""
    try:
        return articles()
    except StoreAwayError:
        return ()


def outdated() -> tuple[ArticleRow, ...]:
    """The articles that another version of the pipeline has read."""
    return _outdated(known_articles())


def samples() -> tuple[ArticleRow, ...]:
    """The articles that came with Dateline."""
    return _samples(known_articles())


@kept
def _outdated(known: tuple[ArticleRow, ...]) -> tuple[ArticleRow, ...]:
    return tuple(row for row in known if row.pipeline_version != VERSION)


@kept
def _samples(known: tuple[ArticleRow, ...]) -> tuple[ArticleRow, ...]:
    return tuple(row for row in known if row.id in seeds.samples())


@_of_index
def counts(kept: Index, wanted: EventFilter) -> Counts:
    return kept.counts(wanted)


@dataclass(frozen=True, slots=True)
class FilteredRows:
    """What pages with charts of events or movements ask of a filter."""

    counts: Counts
    events: tuple[EventRow, ...]
    movements: tuple[MovementRow, ...]


@_of_index
def filtered_rows(kept: Index, wanted: EventFilter) -> FilteredRows:
    return FilteredRows(counts(wanted), tuple(kept.events(wanted)), tuple(kept.movements(wanted)))


def totals(wanted: EventFilter) -> Totals:
    return counts(wanted).totals


def entity_counts(wanted: EventFilter) -> tuple[EntityRow, ...]:
    return counts(wanted).entities


def events(wanted: EventFilter) -> tuple[EventRow, ...]:
    return filtered_rows(wanted).events


def movements(wanted: EventFilter) -> tuple[MovementRow, ...]:
    return filtered_rows(wanted).movements


def answers(question: Callable[[Ask, EventFilter, *Ts], Iterable[T]], wanted: EventFilter, *args: *Ts) -> tuple[T, ...]:
    """The rows of any question of the index, kept like others: a new one needs no line here."""
    return _answers(question, wanted, args)


@_of_index
def _answers(
    kept: Index, question: Callable[..., Iterable[T]], wanted: EventFilter, args: tuple[Any, ...]
) -> tuple[T, ...]:
    return tuple(kept.ask(question, wanted, *args))


@_of_index
def mentions(kept: Index, key: str, wanted: EventFilter) -> tuple[MentionRow, ...]:
    return tuple(kept.mentions(key, wanted))


def quoted(wanted: EventFilter, words: int = FEW_WORDS) -> tuple[QuotedRow, ...]:
    """With the most frequent ``words`` and participants of each source."""
    return _quoted(wanted, words)


@_of_index
def _quoted(kept: Index, wanted: EventFilter, words: int) -> tuple[QuotedRow, ...]:
    return tuple(kept.quoted(wanted, words=words))


@_of_index
def heard_elsewhere(kept: Index, sources: frozenset[str], articles: frozenset[str]) -> frozenset[str]:
    return kept.heard_elsewhere(sources, articles)


@_of_index
def between(kept: Index, pair: str, wanted: EventFilter) -> tuple[EventRow, ...]:
    return tuple(kept.between(pair, wanted))


@_of_index
def statements(kept: Index, source: str, wanted: EventFilter) -> tuple[StatementRow, ...]:
    return tuple(kept.statements(source, wanted))


def reports(event: str) -> tuple[ReportRow, ...]:
    return _reports("events", event)


def movement_reports(movement: str) -> tuple[ReportRow, ...]:
    return _reports("movements", movement)


@_of_index
def _reports(kept: Index, table: Told, told: str) -> tuple[ReportRow, ...]:
    """Of the analysis that is kept in memory: to read that of a long article takes a second."""
    article = kept.article_of(table, told)
    return tuple(report_rows(analysis(article), told)) if article else ()


@_of_store
def analysis(kept: Store, article: str) -> Analysis:
    return kept.analysis(article)


@_of_store
def text(kept: Store, article: str) -> str:
    return kept.text(article)


@_of_store
def sentences(kept: Store, article: str) -> tuple[tuple[int, int], ...]:
    """By which an article is searched."""
    return stretches(kept.analysis(article).article.text, kept.sentences(article))


@_of_store
def corrections(kept: Store) -> tuple[Entry, ...]:
    return tuple(kept.corrections())


@_of_store
def grades(kept: Store) -> Grades:
    """How far analysts trust outlets and reports."""
    return grades_of(kept.corrections())


@_of_store
def added_after(kept: Store, version: int) -> frozenset[str]:
    """The articles that came in since a version of the store; all, if it never had that: it is another one."""
    return kept.added_after(version if version <= kept.version() else 0)


def corrected_after(moment: datetime) -> frozenset[str]:
    """The articles of which an analyst corrected something since, and did not undo it; a grade corrects nothing."""
    entries = (entry for entry in corrections() if not entry.undone and entry.correction.change.field not in GRADES)
    return frozenset(entry.correction.article for entry in entries if entry.correction.made > moment)


@_of_index
def least_sure(kept: Index, wanted: EventFilter, most: int) -> tuple[Happening, ...]:
    """Events and movements, least sure first."""
    found = [row for ask in (kept.events, kept.movements) for row in ask(wanted, limit=most, least_sure=True)]
    return tuple(sorted(found, key=lambda row: row.confidence)[:most])
