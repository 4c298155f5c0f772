"""The store as the pages ask it: opened once a server, each answer kept until the store changes."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import lru_cache, wraps
from typing import TypeVar, TypeVarTuple

import streamlit as st

from pipeline import settings
from pipeline.corrections import Entry
from pipeline.domain import Analysis
from pipeline.index.passages import stretches
from pipeline.store import (
    ArticleRow,
    BinUnit,
    Choices,
    Counts,
    DyadRow,
    EntityRow,
    EventBin,
    EventFilter,
    EventRow,
    MentionRow,
    MovementRow,
    QuotedRow,
    ReportRow,
    StatementRow,
    Store,
    Totals,
    seeds,
)

Ts = TypeVarTuple("Ts")
T = TypeVar("T")
KEPT_ANSWERS = 64


def store() -> Store:
    return opened(settings.store_url())


@st.cache_resource(show_spinner=False)
def opened(url: str) -> Store:
    kept = Store.open(url)
    seeds.load_seeds(kept)
    return kept


def _kept(query: Callable[[Store, *Ts], T]) -> Callable[[*Ts], T]:
    """Answer from memory while the version of the store stands; rows are frozen, so sharing them is safe."""

    @lru_cache(maxsize=KEPT_ANSWERS)
    def answer(url: str, version: int, *args: *Ts) -> T:
        return query(opened(url), *args)

    @wraps(query)
    def ask(*args: *Ts) -> T:
        return answer(settings.store_url(), store().version(), *args)

    return ask


@_kept
def choices(kept: Store) -> Choices:
    return kept.choices()


@_kept
def articles(kept: Store) -> tuple[ArticleRow, ...]:
    return tuple(kept.articles())


def samples() -> tuple[ArticleRow, ...]:
    """The articles that came with Dateline."""
    return tuple(row for row in articles() if row.id in seeds.samples())


@_kept
def counts(kept: Store, wanted: EventFilter) -> Counts:
    return kept.counts(wanted)


@dataclass(frozen=True, slots=True)
class Found:
    """What pages with charts of events or movements ask of a filter."""

    counts: Counts
    events: tuple[EventRow, ...]
    movements: tuple[MovementRow, ...]


@_kept
def found(kept: Store, wanted: EventFilter) -> Found:
    """Counted while a second thread reads rows: the database leaves the interpreter free meanwhile."""
    with ThreadPoolExecutor(1) as beside:
        rows = beside.submit(lambda: (tuple(kept.events(wanted)), tuple(kept.movements(wanted))))
        return Found(counts(wanted), *rows.result())


def totals(wanted: EventFilter) -> Totals:
    return counts(wanted).totals


def entity_counts(wanted: EventFilter) -> tuple[EntityRow, ...]:
    return counts(wanted).entities


def events(wanted: EventFilter) -> tuple[EventRow, ...]:
    return found(wanted).events


def movements(wanted: EventFilter) -> tuple[MovementRow, ...]:
    return found(wanted).movements


@_kept
def event_bins(kept: Store, wanted: EventFilter, unit: BinUnit) -> tuple[EventBin, ...]:
    return tuple(kept.event_bins(wanted, unit=unit))


@_kept
def mentions(kept: Store, key: str, wanted: EventFilter) -> tuple[MentionRow, ...]:
    return tuple(kept.mentions(key, wanted))


@_kept
def quoted(kept: Store, wanted: EventFilter) -> tuple[QuotedRow, ...]:
    return tuple(kept.quoted(wanted))


@_kept
def dyads(kept: Store, wanted: EventFilter, most: int) -> tuple[DyadRow, ...]:
    return tuple(kept.dyads(wanted, limit=most))


@_kept
def between(kept: Store, pair: str, wanted: EventFilter) -> tuple[EventRow, ...]:
    return tuple(kept.between(pair, wanted))


@_kept
def statements(kept: Store, source: str, wanted: EventFilter) -> tuple[StatementRow, ...]:
    return tuple(kept.statements(source, wanted))


@_kept
def reports(kept: Store, event: str) -> tuple[ReportRow, ...]:
    return tuple(kept.reports(event))


@_kept
def movement_reports(kept: Store, movement: str) -> tuple[ReportRow, ...]:
    return tuple(kept.movement_reports(movement))


@_kept
def analysis(kept: Store, article: str) -> Analysis:
    return kept.analysis(article)


@_kept
def sentences(kept: Store, article: str) -> tuple[tuple[int, int], ...]:
    """By which an article is searched."""
    return stretches(kept.analysis(article).article.text, kept.sentences(article))


@_kept
def corrections(kept: Store) -> tuple[Entry, ...]:
    return tuple(kept.corrections())


@_kept
def least_sure(kept: Store, wanted: EventFilter, most: int) -> tuple[EventRow, ...]:
    """Those that are drawn apart too, least sure first."""
    return tuple(kept.events(replace(wanted, doubtful=True), limit=most, least_sure=True))
