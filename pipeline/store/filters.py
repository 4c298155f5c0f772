"""EventFilter -> conditions: pure, each value a bound parameter, the same on both databases."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, Table, and_, false, or_, select

from pipeline.merging.confidence import threshold
from pipeline.search_terms import fragments
from pipeline.store.filter_model import EventFilter
from pipeline.store.tables import events, mentions, movements, participants, reports, sources, statements, tellings

Conditions = list[ColumnElement[bool]]


def picks_events(wanted: EventFilter) -> bool:
    """Whether the filter asks for some events, rather than for all of some articles."""
    return bool(
        wanted.first
        or wanted.last
        or wanted.types
        or wanted.entities
        or wanted.places
        or wanted.statuses
        or wanted.sources
        or wanted.certainties
        or wanted.search.split()
    )


def of_events(wanted: EventFilter) -> Conditions:
    return picked(events, events.c.id, wanted)


def picked(table: Table, event: Column[Any], wanted: EventFilter) -> Conditions:
    """What a row of events, or of the sentences that tell of them, must fulfil; ``event`` is the column of their id."""
    conditions = common(table, wanted)
    if wanted.types:
        conditions.append(table.c.type.in_(chosen(wanted.types)))
    if wanted.entities:
        conditions.append(event.in_(taking_part(wanted)))
    if wanted.sources:
        conditions.append(event.in_(according_to(wanted, sources.c.event)))
    if wanted.certainties:
        conditions.append(table.c.factuality.in_(chosen(wanted.certainties)))
    if wanted.places:
        conditions.append(table.c.place_key.in_(chosen(wanted.places)))
    if wanted.search.split():
        conditions.append(event.in_(select(reports.c.event).where(reports.c.event.is_not(None), says(wanted))))
    return conditions


def of_movements(wanted: EventFilter) -> Conditions:
    """A movement has the type of the event that it is; its mover and those who take part in that event count."""
    conditions = common(movements, wanted)
    if wanted.types:
        typed = select(events.c.id).where(events.c.type.in_(chosen(wanted.types)))
        conditions.append(movements.c.event.in_(typed))
    if wanted.entities:
        moving = movements.c.mover_key.in_(chosen(wanted.entities))
        conditions.append(or_(moving, movements.c.event.in_(taking_part(wanted))))
    if wanted.sources:
        conditions.append(movements.c.id.in_(according_to(wanted, sources.c.movement)))
    if wanted.certainties:
        conditions.append(movements.c.factuality.in_(chosen(wanted.certainties)))
    if wanted.places:
        keys = chosen(wanted.places)
        conditions.append(or_(movements.c.origin_key.in_(keys), movements.c.destination_key.in_(keys)))
    if wanted.search.split():
        said = select(reports.c.movement).where(reports.c.movement.is_not(None), says(wanted))
        conditions.append(movements.c.id.in_(said))
    return conditions


def of_mentions(wanted: EventFilter) -> Conditions:
    """All mentions, or those in the sentences that tell of the events picked."""
    if picks_events(wanted):
        telling = select(tellings.c.sentence).where(*picked(tellings, tellings.c.event, wanted))
        return [mentions.c.sentence.in_(telling)]
    return [mentions.c.article.in_(chosen(wanted.articles))] if wanted.articles else []


def of_statements(wanted: EventFilter) -> Conditions:
    """All statements, or those that tell of the events and movements picked; only of the sources picked."""
    conditions: Conditions = []
    if wanted.sources:
        conditions.append(statements.c.source.in_(chosen(wanted.sources)))
    if wanted.articles:
        conditions.append(statements.c.article.in_(chosen(wanted.articles)))
    if picks_events(replace(wanted, sources=frozenset())):
        moved = select(movements.c.id).where(*of_movements(wanted))
        told = or_(sources.c.event.in_(matching_events(wanted)), sources.c.movement.in_(moved))
        conditions.append(statements.c.id.in_(select(sources.c.statement).where(told)))
    return conditions


def matching_events(wanted: EventFilter) -> Select[str]:
    return select(events.c.id).where(*of_events(wanted))


def common(table: Table, wanted: EventFilter) -> Conditions:
    conditions = during(table, wanted)
    if wanted.statuses:
        conditions.append(table.c.status.in_(chosen(wanted.statuses)))
    if wanted.articles:
        conditions.append(table.c.article.in_(chosen(wanted.articles)))
    if not wanted.doubtful and threshold() > 0:
        conditions.append(table.c.confidence >= threshold())
    return conditions


def of_doubtful(wanted: EventFilter) -> tuple[Conditions, Conditions]:
    """Events and movements that match but are less certain than the threshold."""
    every = replace(wanted, doubtful=True)
    return (
        [*of_events(every), events.c.confidence < threshold()],
        [*of_movements(every), movements.c.confidence < threshold()],
    )


def during(table: Table, wanted: EventFilter) -> Conditions:
    """A vague date counts if it overlaps the period; its open end reaches as far as need be."""
    conditions: Conditions = []
    if wanted.last:
        conditions.append(or_(table.c.first.is_(None), table.c.first <= wanted.last))
    if wanted.first:
        conditions.append(or_(table.c.last.is_(None), table.c.last >= wanted.first))
    if conditions and not wanted.undated:
        conditions.append(or_(table.c.first.is_not(None), table.c.last.is_not(None)))
    return conditions


def chosen(values: Collection[str]) -> list[str]:
    """The values that can stand in a database: a mangled link may hold others."""
    return sorted(value for value in values if storable(value))


def storable(value: str) -> bool:
    return "\x00" not in value and value.encode("utf-8", "ignore").decode() == value


def taking_part(wanted: EventFilter) -> Select[str]:
    return select(participants.c.event).where(participants.c.key.in_(chosen(wanted.entities)))


def according_to(wanted: EventFilter, told: Column[Any]) -> Select[Any]:
    """Ids of what the sources picked tell of: of events or of movements."""
    by = statements.c.source.in_(chosen(wanted.sources))
    return select(told).join(statements, statements.c.id == sources.c.statement).where(by, told.is_not(None))


def says(wanted: EventFilter) -> ColumnElement[bool]:
    """Each word or phrase stands in the sentence, in whatever case; ``%`` and ``_`` mean themselves."""
    words = fragments(wanted.search)
    if not all(map(storable, words)):
        return false()
    return and_(*(reports.c.folded.contains(word, autoescape=True) for word in words))
