"""What tells an event from others of its kind: names, countries and weekdays in the sentences that report it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from pipeline.domain import Analysis, Entity, EntityKind, Extent
from pipeline.frequencies import rarity
from pipeline.gazetteer import countries
from pipeline.lexicons import load
from pipeline.linking.model import fitted
from pipeline.linking.weekdays import weekdays
from pipeline.linking.words import stem, words

MARKING: frozenset[EntityKind] = frozenset({"person", "organization", "place", "facility", "vehicle"})
"""Kinds of which a name marks an event; countries and peoples take part in many of one kind."""
RARE = 0.63
"""Rarity above which a word of a name marks its bearer: of "Ohio Health Ministry" the first."""
SURE = 0.5
"""Confidence from which a toponym says of which country it is."""

Placed = tuple[int, str]
"""An offset in the text, and what is named there."""


class Body(msgspec.Struct, frozen=True):
    """A row of ``organizations.toml``: of what it says, the names."""

    names: tuple[str, ...]


class Bodies(msgspec.Struct, frozen=True):
    """The lexicon ``organizations.toml``."""

    organizations: tuple[Body, ...]


class Marks:
    """The names, countries and weekdays of an article by where they stand."""

    def __init__(self, analysis: Analysis) -> None:
        self._names = sorted(set(marking_words(analysis.entities)))
        self._countries = sorted(
            (place.start, place.country)
            for place in analysis.places
            if place.country is not None and place.confidence >= SURE
        )
        self._timexes = analysis.timexes

    def names(self, sentences: Iterable[Extent]) -> frozenset[str]:
        """Rare words of the names in some sentences, by stem."""
        return standing_in(self._names, sentences)

    def countries(self, sentences: Iterable[Extent]) -> frozenset[str]:
        """ISO codes of the countries that some sentences name, or places in."""
        return standing_in(self._countries, sentences)

    def weekdays(self, sentences: Iterable[Extent]) -> frozenset[int]:
        return weekdays(self._timexes, sentences)


def standing_in(placed: Sequence[Placed], sentences: Iterable[Extent]) -> frozenset[str]:
    """What stands in some extents, of what is in order."""
    return frozenset(
        named
        for each in sentences
        for _, named in placed[bisect_left(placed, (each.start, "")) : bisect_left(placed, (each.end, ""))]
    )


def marking_words(entities: Iterable[Entity]) -> Iterator[Placed]:
    for entity in entities:
        if entity.kind in MARKING and entity.key not in bodies_known_everywhere():
            for mention in entity.mentions:
                if mention.form == "name" and not is_of_country(mention.text):
                    yield from ((mention.start, stem(word)) for word in words(mention.text) if is_marking(word))


def is_marking(word: str) -> bool:
    """Whether a word of a name is rare, and neither of a continent or disease nor a designation of a class ("H5N1")."""
    return word.isalpha() and rarity(word) > RARE and word not in fitted().unmarking


def is_of_country(name: str) -> bool:
    """Whether a name is that of a country or of its people."""
    return countries.of_name(name) is not None or countries.of_demonym(name) is not None


@cache
def bodies_known_everywhere() -> frozenset[str]:
    """Keys of the bodies that the news of any event may name: the WHO, the White House."""
    rows = load("organizations", Bodies).organizations
    return frozenset(f"organization:{'-'.join(words(row.names[0]))}" for row in rows)
