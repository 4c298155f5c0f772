"""What is selected for questions about sources: who is quoted how often, with what words, about whom."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, case, distinct, func, select

from pipeline.domain import Manner
from pipeline.store import filters
from pipeline.store.filter_model import EventFilter
from pipeline.store.tables import articles, participants, sources, statements

MANNERS: tuple[Manner, ...] = ("direct", "indirect", "mixed")


def quoted(wanted: EventFilter, limit: int) -> Select[Any]:
    """Statements by source and manner, the most quoted first; those of nobody in particular are left out."""
    total = func.count().label("statements")
    manners = (func.sum(case((statements.c.manner == manner, 1), else_=0)).label(manner) for manner in MANNERS)
    return (
        select(
            statements.c.source,
            total,
            *manners,
            func.count(distinct(statements.c.article)).label("articles"),
        )
        .where(statements.c.source.is_not(None), *filters.of_statements(wanted))
        .group_by(statements.c.source)
        .order_by(total.desc(), statements.c.source)
        .limit(limit)
    )


def named(found: Collection[str]) -> Select[Any]:
    """What articles call these sources, most frequent first."""
    said = statements.c.source, statements.c.name
    return select(*said).where(statements.c.source.in_(found)).group_by(*said).order_by(func.count().desc(), *said)


def cues(found: Collection[str], wanted: EventFilter) -> Select[Any]:
    """The words with which they are quoted, most frequent first."""
    cue = func.lower(statements.c.cue).label("name")
    times = func.count().label("times")
    return (
        select(statements.c.source, cue, times)
        .where(statements.c.source.in_(found), *filters.of_statements(wanted))
        .group_by(statements.c.source, cue)
        .order_by(times.desc(), cue)
    )


def about(found: Collection[str], wanted: EventFilter) -> Select[Any]:
    """Who takes part in the events of their statements, each with the number of these; most frequent first."""
    who = func.coalesce(participants.c.key, participants.c.name).label("who")
    name = func.min(participants.c.name).label("name")
    times = func.count(distinct(statements.c.id)).label("times")
    return (
        select(statements.c.source, who, name, times)
        .join(sources, sources.c.statement == statements.c.id)
        .join(participants, participants.c.event == sources.c.event)
        .where(statements.c.source.in_(found), *filters.of_statements(wanted))
        .group_by(statements.c.source, who)
        .order_by(times.desc(), name, who)
    )


def statements_of(source: str, wanted: EventFilter, limit: int) -> Select[Any]:
    """In the order of the texts."""
    return (
        select(statements, articles.c.title, articles.c.outlet)
        .join(articles, articles.c.id == statements.c.article)
        .where(statements.c.source == source, *filters.of_statements(wanted))
        .order_by(statements.c.article, statements.c.content_start, statements.c.id)
        .limit(limit)
    )
