"""What is selected for each question that a page asks."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Column, Select, String, Table, case, cast, distinct, func, or_, select, union, union_all

from pipeline.domain import MentionForm
from pipeline.store import filters
from pipeline.store.filter_model import BinUnit, EventFilter
from pipeline.store.tables import (
    articles,
    entities,
    events,
    mentions,
    movements,
    participants,
    reports,
    sources,
    statements,
)

FORMS: tuple[MentionForm, ...] = ("name", "nominal", "pronoun")
PERSON = "person:"
ISO_LENGTH: dict[BinUnit, int] = {"year": 4, "month": 7, "day": 10}


def articles_listed() -> Select[Any]:
    """Every article with how many events and movements it tells of; the last published first."""
    return select(articles, counted(events), counted(movements)).order_by(
        articles.c.published.desc().nulls_last(), articles.c.title, articles.c.id
    )


def counted(table: Table) -> Any:
    per_article = select(func.count()).where(table.c.article == articles.c.id)
    return per_article.scalar_subquery().label(table.name)


def events_matching(wanted: EventFilter, limit: int, *, least_sure: bool = False) -> Select[Any]:
    """Surest first, of these the most certain; or the least sure first."""
    return told(events, reports.c.event, filters.of_events(wanted), limit, least_sure=least_sure)


def movements_matching(wanted: EventFilter, limit: int) -> Select[Any]:
    """Surest first, each with the type of its event and where its first report stands in its article."""
    about = reports.c.movement == movements.c.id, reports.c.position == 0
    start = select(reports.c.evidence_start).where(*about).scalar_subquery().label("start")
    type_ = select(events.c.type).where(events.c.id == movements.c.event).scalar_subquery().label("type")
    return told(movements, reports.c.movement, filters.of_movements(wanted), limit).add_columns(start, type_)


def told(
    table: Table, reference: Column[Any], conditions: filters.Conditions, limit: int, *, least_sure: bool = False
) -> Select[Any]:
    """Events or movements with their article and what their reports add: how many, and the first one's sentence.

    Which ones is found first, so that nothing is read of those beyond the limit.
    """
    rank = table.c.rank.desc() if least_sure else table.c.rank
    order = rank, table.c.first.nulls_last(), table.c.id
    first = select(table.c.id).where(*conditions).order_by(*order).limit(limit).subquery()
    about = reference == table.c.id
    return (
        select(
            table,
            articles.c.title,
            articles.c.outlet,
            select(func.count()).where(about).scalar_subquery().label("reports"),
            select(reports.c.evidence).where(about, reports.c.position == 0).scalar_subquery().label("evidence"),
        )
        .join(first, first.c.id == table.c.id)
        .join(articles, articles.c.id == table.c.article)
        .order_by(*order)
    )


def participants_of(found: Collection[str]) -> Select[Any]:
    return (
        select(participants)
        .where(participants.c.event.in_(found))
        .order_by(participants.c.event, participants.c.role, participants.c.position)
    )


def event_bins(wanted: EventFilter, unit: BinUnit) -> Select[Any]:
    day = cast(func.coalesce(events.c.first, events.c.last), String)
    keys = [func.substr(day, 1, ISO_LENGTH[unit]).label("period"), events.c.type, events.c.status]
    return select(*keys, func.count().label("events")).where(*filters.of_events(wanted)).group_by(*keys)


def entities_counted(wanted: EventFilter, limit: int) -> Select[Any]:
    """Mentions by key and form, most mentioned first; ``people`` is how many of all keys are persons."""
    total = func.count().label("mentions")
    person = case((mentions.c.key.startswith(PERSON), 1), else_=0)
    return (
        select(
            mentions.c.key,
            total,
            func.sum(person).over().label("people"),
            *(func.sum(case((mentions.c.form == form, 1), else_=0)).label(form) for form in FORMS),
            func.count(distinct(mentions.c.article)).label("articles"),
        )
        .where(*filters.of_mentions(wanted))
        .group_by(mentions.c.key)
        .order_by(total.desc(), mentions.c.key)
        .limit(limit)
    )


def entities_named(keys: Collection[str]) -> Select[Any]:
    """How articles name these entities, most frequent first."""
    said = [entities.c.key, entities.c.kind, entities.c.name, entities.c.country, entities.c.aliases]
    return select(*said).where(entities.c.key.in_(keys)).group_by(*said).order_by(func.count().desc(), *said)


def mentions_of(key: str, wanted: EventFilter, limit: int) -> Select[Any]:
    return (
        select(mentions)
        .where(mentions.c.key == key, *filters.of_mentions(wanted))
        .order_by(mentions.c.article, mentions.c.start, mentions.c.end)
        .limit(limit)
    )


def reports_of(reference: Column[Any], identity: str) -> Select[Any]:
    return (
        select(reports, articles.c.title, articles.c.outlet)
        .join(articles, articles.c.id == reports.c.article)
        .where(reference == identity)
        .order_by(reports.c.position)
    )


def sources_of(found: Collection[str]) -> Select[Any]:
    """The sources of reports, each with when its statement was made."""
    when = statements.c.said_first, statements.c.said_last, statements.c.said_edtf
    return (
        select(sources, *when)
        .join(statements, statements.c.id == sources.c.statement)
        .where(sources.c.report.in_(found))
        .order_by(sources.c.report, sources.c.position)
    )


def count_articles(wanted: EventFilter) -> Select[int]:
    """All articles or those listed; if the filter picks events, those that tell of one."""
    if filters.picks_events(wanted):
        telling = union(
            select(events.c.article).where(*filters.of_events(wanted)),
            select(movements.c.article).where(*filters.of_movements(wanted)),
        ).subquery()
        return select(func.count()).select_from(telling)
    named = [articles.c.id.in_(filters.chosen(wanted.articles))] if wanted.articles else []
    return select(func.count()).select_from(articles).where(*named)


def count_events(wanted: EventFilter) -> Select[int]:
    return select(func.count()).select_from(events).where(*filters.of_events(wanted))


def count_movements(wanted: EventFilter) -> Select[int]:
    return select(func.count()).select_from(movements).where(*filters.of_movements(wanted))


def count_sources(wanted: EventFilter) -> Select[int]:
    """Distinct sources; one without an entity is known by its words."""
    return select(func.count(distinct(statements.c.source))).where(*filters.of_statements(wanted))


def count_doubtful(wanted: EventFilter) -> Select[int]:
    """Events and movements below the threshold, that match otherwise."""
    told, moved = filters.of_doubtful(wanted)
    each = union_all(select(events.c.id).where(*told), select(movements.c.id).where(*moved)).subquery()
    return select(func.count()).select_from(each)


def entity_choices(limit: int) -> Select[Any]:
    """Keys of all who take part in an event or move, most frequent first."""
    return most_frequent([participants.c.key], [[movements.c.mover_key]], limit)


def place_choices(limit: int) -> Select[Any]:
    """Keys, names and countries of all places where something happens or to which or from which something moves."""
    ends = [
        [movements.c.origin_key, movements.c.origin_name, movements.c.origin_country],
        [movements.c.destination_key, movements.c.destination_name, movements.c.destination_country],
    ]
    return most_frequent([events.c.place_key, events.c.place_name, events.c.place_country], ends, limit)


def most_frequent(columns: list[Column[Any]], others: list[list[Column[Any]]], limit: int) -> Select[Any]:
    everywhere = union_all(*(select(*some).where(some[0].is_not(None)) for some in [columns, *others])).subquery()
    found = list(everywhere.c)
    return select(*found).group_by(*found).order_by(func.count().desc(), *found).limit(limit)


def values_of(column: Column[Any]) -> Select[Any]:
    return select(column).distinct().order_by(column)


def statuses() -> Select[Any]:
    found = union(select(events.c.status), select(movements.c.status)).subquery()
    return select(found.c.status).order_by(found.c.status)


def days() -> Select[Any]:
    """First and last day of all dated events and movements."""
    dated = union_all(
        *(
            select(table.c.first, table.c.last).where(or_(table.c.first.is_not(None), table.c.last.is_not(None)))
            for table in (events, movements)
        )
    ).subquery()
    return select(
        func.min(func.coalesce(dated.c.first, dated.c.last)).label("first"),
        func.max(func.coalesce(dated.c.last, dated.c.first)).label("last"),
    )
