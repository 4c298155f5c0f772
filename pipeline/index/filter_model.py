"""What the index is asked: filters, and the values that they can take."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

BinUnit = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What a page is asked to show; empty means everything that is certain enough.

    A vague date is in the period if it overlaps it; an undated event is, if ``undated``. An event matches
    ``entities`` (keys) if one of them takes part, ``sources`` (keys) if a report rests on one of them, ``certainties``
    (FactBank's values) if it is as certain as one of these, ``search`` if one of its evidence sentences holds every
    word. What is less certain than the threshold (``confidence.toml``) is left out, unless ``doubtful``.
    """

    first: date | None = None
    last: date | None = None
    undated: bool = True
    types: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    certainties: frozenset[str] = frozenset()
    search: str = ""
    doubtful: bool = False


SET_FILTERS = {
    "type": "types",
    "status": "statuses",
    "entity": "entities",
    "place": "places",
    "article": "articles",
    "source": "sources",
    "certainty": "certainties",
}
"""Filters of which several values may be chosen: the name in an address and on the command line, and the field."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a filter can take, in the words of the text.

    ``told_in`` is the title of the only article that knows an entity which no name tells apart.
    """

    key: str
    name: str
    kind: str
    told_in: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """The values that filters can take; entities and places most frequent first. ``kind`` of a place is its country."""

    types: tuple[str, ...]
    statuses: tuple[str, ...]
    entities: tuple[Choice, ...]
    places: tuple[Choice, ...]
    articles: tuple[Choice, ...]
    first: date | None
    last: date | None
    sources: tuple[Choice, ...] = ()
    certainties: tuple[str, ...] = ()
