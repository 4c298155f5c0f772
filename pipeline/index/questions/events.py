"""Events and movements, and events counted by period."""

from __future__ import annotations

from pipeline.index.ask import Ask
from pipeline.index.filter_model import BinUnit, EventFilter
from pipeline.index.questions import filters
from pipeline.index.rows import EventBins, EventRow, MovementRow

ISO_LENGTH: dict[BinUnit, int] = {"year": 4, "month": 7, "day": 10}
BINS = """
    SELECT type, status, list(left(day::TEXT, $length) ORDER BY day) AS periods, list(events ORDER BY day) AS events
    FROM (
        SELECT type, status, date_trunc('{unit}', coalesce(first, last)) AS day, count(*) AS events
        FROM events WHERE {condition} GROUP BY ALL
    ) GROUP BY type, status ORDER BY type, status
"""
SUREST, LEAST_SURE = ("rank, first NULLS LAST, id", "rank DESC, first NULLS LAST, id")


def events(ask: Ask, wanted: EventFilter, limit: int, *, least_sure: bool = False) -> list[EventRow]:
    order = LEAST_SURE if least_sure else SUREST
    return ask.all(EventRow, first_of("events", filters.of_events(ask, wanted), order), limit=limit)


def movements(ask: Ask, wanted: EventFilter, limit: int, *, least_sure: bool = False) -> list[MovementRow]:
    order = LEAST_SURE if least_sure else SUREST
    return ask.all(MovementRow, first_of("movements", filters.of_movements(ask, wanted), order), limit=limit)


def first_of(table: str, condition: str, order: str) -> str:
    """Which ones is found first, so that nothing else is read of those beyond the limit."""
    chosen = f"SELECT number FROM {table} WHERE {condition} ORDER BY {order} LIMIT $limit"
    return f"""
        SELECT told.* EXCLUDE (article), articles.id AS article, articles.title, articles.outlet
        FROM (SELECT * FROM {table} WHERE number IN ({chosen})) AS told
        JOIN articles ON articles.number = told.article
        ORDER BY {order.replace("id", "told.id")}
    """


def bins(ask: Ask, wanted: EventFilter, unit: BinUnit) -> list[EventBins]:
    """Each event where it begins; where that is open, where it ends."""
    return ask.all(EventBins, BINS.format(unit=unit, condition=filters.of_events(ask, wanted)), length=ISO_LENGTH[unit])
