"""The two layers: what parsing gives, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.domain.articles import Article
from pipeline.domain.attributions import Attribution
from pipeline.domain.entities import Entity
from pipeline.domain.events import Event, EventMention
from pipeline.domain.factuality import Predicate
from pipeline.domain.movements import Movement, MovementMention
from pipeline.domain.places import Place
from pipeline.domain.times import TimeExpression, Timex


@dataclass(frozen=True, slots=True)
class Reading:
    """All that parsing an article gives, and nothing that depends on its publication date."""

    sentences: tuple[tuple[int, int], ...]
    expressions: tuple[TimeExpression, ...]
    places: tuple[Place, ...]
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]
    predicates: tuple[Predicate, ...]
    events: tuple[EventMention, ...]
    movements: tuple[MovementMention, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What Dateline takes from one article: the analysis format, which ``pipeline.analysis`` writes as JSON."""

    article: Article
    timexes: tuple[Timex, ...]
    places: tuple[Place, ...]
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]
    predicates: tuple[Predicate, ...]
    events: tuple[Event, ...]
    movements: tuple[Movement, ...]
