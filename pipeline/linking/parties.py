"""Who takes part in an event, known across articles: by a name that tells them apart, or by words only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.domain import Entity, EntityKind
from pipeline.naming import initials, same_across_articles, same_body, sounds

LOOSE: frozenset[EntityKind] = frozenset({"facility", "organization", "place"})
"""Kinds that articles are loose with: a museum is a building, a body and a place."""
PEOPLE: frozenset[EntityKind] = frozenset({"person", "group"})
COUNTRY_AND_BODY: tuple[set[EntityKind], ...] = ({"country", "organization"}, {"country", "group"})
SOUND = 5
"""Sounds by which a name is filed: "Lukashenko" and "Lukashenka" share them."""


@dataclass(frozen=True, slots=True)
class Party:
    """A participant; ``words`` is the filed name, empty where nothing but a description is known of them; ``terms`` are
    shared by all names of who is known across articles, however they are written.
    """

    kind: EntityKind | None
    key: str | None
    name: str
    words: tuple[str, ...] = ()
    country: str | None = None
    terms: frozenset[str] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "terms", frozenset(self._terms() if self.is_known else ()))

    @classmethod
    def of(cls, entity: Entity | None, name: str) -> Party:
        if entity is None:
            return cls(None, None, name)
        own = entity.key.endswith(f"-{entity.id[:8]}")
        words = () if own else tuple(entity.key.partition(":")[2].split("-"))
        return cls(entity.kind, entity.key, entity.name, words, entity.country)

    @property
    def is_known(self) -> bool:
        """Whether the name tells them apart in every article: a person's surname alone does not."""
        return len(self.words) > (1 if self.kind == "person" else 0)

    def same(self, other: Party) -> bool:
        """Whether both are one across articles; who is not named apart is nobody else."""
        if self.terms.isdisjoint(other.terms) or not self.is_like(other):
            return False
        if self.kind == "person":
            return same_across_articles(self.words, other.words)
        return self.key == other.key or (self.kind != "country" and same_body(self.words, other.words))

    def differs(self, other: Party) -> bool:
        """Whether both cannot be one: names of one sort, surnames too, that share nothing, or people of two nations."""
        if {self.kind, other.kind} == PEOPLE or self.is_foreign(other):
            return True
        if not self.is_like(other):
            return False
        if self.words and other.words:
            are_known = self.is_known and other.is_known
            return not self.same(other) and (are_known or self.sounds().isdisjoint(other.sounds()))
        return self.kind in PEOPLE and self.is_of_other_country(other)

    def is_foreign(self, other: Party) -> bool:
        """Whether one is a country and the other a body or group of another."""
        return {self.kind, other.kind} in COUNTRY_AND_BODY and self.is_of_other_country(other)

    def is_of_other_country(self, other: Party) -> bool:
        """Whether the countries of both are known, and are two."""
        return None not in (self.country, other.country) and self.country != other.country

    def is_like(self, other: Party) -> bool:
        return self.kind == other.kind or {self.kind, other.kind} <= LOOSE

    def sounds(self) -> frozenset[str]:
        return frozenset(sounds(word)[:SOUND] for word in self.words if len(word) > 1)

    def _terms(self) -> Iterable[str]:
        if self.kind == "person":
            return self.sounds()
        if self.kind == "country" or len(self.words) == 1:
            return (str(self.key), *self.words)
        return (str(self.key), *initials(self.words))


def shares(one: Iterable[Party], other: Iterable[Party]) -> bool:
    others = tuple(other)
    return any(a.same(b) for a in one for b in others)
