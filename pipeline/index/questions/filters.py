"""EventFilter -> conditions in SQL, whose values are parameters by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pipeline.index.ask import Ask
from pipeline.index.filter_model import EventFilter
from pipeline.merging.confidence import threshold
from pipeline.search_terms import fragments

CHOSEN = ("types", "entities", "places", "statuses", "articles", "sources", "certainties")
NUMBERS_OF = "SELECT number FROM keys WHERE key = ANY($%s::TEXT[])"
TAKING_PART = f"SELECT event FROM participants WHERE who IN ({NUMBERS_OF % 'entities'})"
ACCORDING_TO = (
    "SELECT told FROM sources WHERE statement IN "
    f"(SELECT number FROM statements WHERE source IN ({NUMBERS_OF % 'sources'}))"
)
IN_ARTICLES = "article IN (SELECT number FROM articles WHERE id = ANY($articles::TEXT[]))"


def values(wanted: EventFilter) -> dict[str, Any]:
    """The parameters that conditions on this filter may name."""
    chosen = {name: getattr(wanted, name) for name in CHOSEN}
    words = {f"word{number}": word for number, word in enumerate(words_of(wanted))}
    return {"first": wanted.first, "last": wanted.last, "threshold": threshold(), **chosen, **words}


def picks_events(wanted: EventFilter) -> bool:
    """Whether the filter asks for some events, rather than for all of some articles."""
    chosen = any(getattr(wanted, name) for name in CHOSEN if name != "articles")
    return bool(wanted.first or wanted.last or chosen or wanted.search.split())


def of_events(ask: Ask, wanted: EventFilter) -> str:
    """What a row of events must fulfil."""
    conditions = common(ask, wanted)
    if wanted.types:
        conditions.append("type = ANY($types::TEXT[])")
    if wanted.entities:
        conditions.append(f"number IN ({TAKING_PART})")
    if wanted.places:
        conditions.append("place.key = ANY($places::TEXT[])")
    return all_of(conditions)


def of_movements(ask: Ask, wanted: EventFilter) -> str:
    """A movement has the type of the event that it is; its mover and those who take part in that event count."""
    conditions = common(ask, wanted)
    if wanted.types:
        conditions.append("type = ANY($types::TEXT[])")
    if wanted.entities:
        moving = f"mover_number IN ({NUMBERS_OF % 'entities'})"
        conditions.append(f"({moving} OR event_number IN ({TAKING_PART}))")
    if wanted.places:
        conditions.append("(origin.key = ANY($places::TEXT[]) OR destination.key = ANY($places::TEXT[]))")
    return all_of(conditions)


def of_mentions(ask: Ask, wanted: EventFilter) -> str:
    """All mentions, or those in the sentences that tell of the events picked."""
    if picks_events(wanted):
        told = f"SELECT sentence FROM event_sentences WHERE {among(ask, wanted, 'event', picked_events(ask, wanted))}"
        return among(ask, wanted, "sentence", told)
    return IN_ARTICLES if wanted.articles else "TRUE"


def of_statements(ask: Ask, wanted: EventFilter) -> str:
    """All statements, or those that tell of the events and movements picked; only of the sources picked."""
    conditions = []
    if wanted.sources:
        conditions.append(f"source IN ({NUMBERS_OF % 'sources'})")
    if wanted.articles:
        conditions.append(IN_ARTICLES)
    if picks_events(replace(wanted, sources=frozenset())):
        told = among(ask, wanted, "told", picked_events(ask, wanted), picked_movements(ask, wanted))
        saying = f"SELECT statement FROM sources WHERE {told}"
        conditions.append(among(ask, wanted, "number", saying))
    return all_of(conditions)


def among(ask: Ask, wanted: EventFilter, number: str, *numbers: str) -> str:
    """The condition that a number is one of those selected by a query: of few, a join reads no more than these."""
    if wanted.entities or wanted.places or wanted.sources or words_of(wanted):
        return f"{number} IN ({' UNION ALL '.join(numbers)})"
    return f"({' OR '.join(ask.among(number, query) for query in numbers)})"


def picked_events(ask: Ask, wanted: EventFilter) -> str:
    return f"SELECT number FROM events WHERE {of_events(ask, wanted)}"


def picked_movements(ask: Ask, wanted: EventFilter) -> str:
    return f"SELECT number FROM movements WHERE {of_movements(ask, wanted)}"


def common(ask: Ask, wanted: EventFilter) -> list[str]:
    conditions = during(wanted)
    if wanted.statuses:
        conditions.append("status = ANY($statuses::TEXT[])")
    if wanted.certainties:
        conditions.append("factuality = ANY($certainties::TEXT[])")
    if wanted.articles:
        conditions.append(IN_ARTICLES)
    if wanted.sources:
        conditions.append(f"number IN ({ACCORDING_TO})")
    if words_of(wanted):
        said = all_of(f"contains(folded, $word{number})" for number in range(len(words_of(wanted))))
        conditions.append(ask.among("number", f"SELECT told FROM reports WHERE {said}"))
    if not wanted.doubtful and threshold() > 0:
        conditions.append("confidence >= $threshold")
    return conditions


def during(wanted: EventFilter) -> list[str]:
    """A vague date counts if it overlaps the period; its open end reaches as far as need be, of what is over to the day
    of its report."""
    conditions = []
    if wanted.last:
        conditions.append("(first IS NULL OR first <= $last)")
    if wanted.first:
        conditions.append("(latest IS NULL OR latest >= $first)")
    if conditions and not wanted.undated:
        conditions.append("(first IS NOT NULL OR last IS NOT NULL)")
    return conditions


def all_of(conditions: Iterable[str]) -> str:
    return " AND ".join(conditions) or "TRUE"


def words_of(wanted: EventFilter) -> tuple[str, ...]:
    """The words and phrases that a sentence must hold, as they are compared."""
    return fragments(wanted.search)
