"""What stands in a sentence around some words of it, as fields of an event or movement that an analyst adds. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from pages.articles import type_guess
from pages.widgets.correction_fields import Value, in_words
from pipeline.corrections import Field
from pipeline.domain import Analysis, EntityKind, Extent, Place
from pipeline.index.columns import place_key

PARTIES: tuple[EntityKind, ...] = ("person", "organization", "country", "group")


class Stretch(Protocol):
    """Something that stands in the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


T = TypeVar("T", bound=Stretch)


def event_fields(analysis: Analysis, words: Extent, evidence: Extent) -> dict[Field, Value]:
    """Type, day, place and parties: the nearest party before the words acts, the nearest behind them is acted upon."""
    before, behind = party(analysis, words, evidence, -1), party(analysis, words, evidence, 1)
    place = nearest(analysis.places, words, evidence)
    return {
        "type": type_guess.type_of(words.text) or "",
        "status": "occurred",
        "when": day(analysis, words, evidence),
        "place": place_key(place) if place else "",
        "actors": (before,) if before else (),
        "recipients": (behind,) if behind and behind != before else (),
    }


def movement_fields(analysis: Analysis, words: Extent, evidence: Extent) -> dict[Field, Value]:
    """Mover, destination and day of arrival: the text alone says whether a place is where from, so none is."""
    behind: Iterable[Place] = (place for place in analysis.places if place.start >= words.end)
    destination = nearest(behind, words, evidence)
    return {
        "mover": party(analysis, words, evidence, -1),
        "status": "occurred",
        "origin": "",
        "destination": place_key(destination) if destination else "",
        "departure": "",
        "arrival": day(analysis, words, evidence),
    }


def nearest(found: Iterable[T], words: Extent, evidence: Extent) -> T | None:
    """Of what stands in the sentence, that which is least far from the words; of equals the first."""
    inside = (each for each in found if evidence.start <= each.start and each.end <= evidence.end)
    return min(inside, key=lambda each: (distance(each, words), each.start), default=None)


def distance(one: Stretch, other: Stretch) -> int:
    """Characters between two stretches; 0 if they touch or overlap."""
    return max(other.start - one.end, one.start - other.end, 0)


def day(analysis: Analysis, words: Extent, evidence: Extent) -> str:
    dated = (timex for timex in analysis.timexes if timex.first or timex.last)
    found = nearest(dated, words, evidence)
    return in_words(found.first, found.last, found.edtf) if found else ""


def party(analysis: Analysis, words: Extent, evidence: Extent, side: int) -> str:
    """The name of the nearest one before (-1) or behind (1) the words; empty if none is there."""
    named = {(each.start, each.end): each for each in mentions(analysis) if (each.start - words.start) * side > 0}
    found = nearest(named.values(), words, evidence)
    return found.text if found else ""


def mentions(analysis: Analysis) -> Iterator[Extent]:
    """Where parties are named, described or meant, each with the name of the entity."""
    for entity in analysis.entities:
        if entity.kind in PARTIES:
            for mention in entity.mentions:
                yield Extent(mention.start, mention.end, entity.name)
