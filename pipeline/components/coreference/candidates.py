"""A stretch of text that may name an entity, and the clusters that stretches are joined into."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Token

from pipeline.components.grammar.vocabulary import Gender
from pipeline.domain import EntityKind, MentionForm

Number = Literal["one", "many"]
Determiner = Literal[
    "none", "definite", "indefinite", "demonstrative", "possessive", "quantified", "qualifying", "together"
]


NATIONAL = "national"
"""The role of whom a text calls by a nation alone: "the Kenyan", "American Paige Dunn"."""


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is: "leader" of "KP"; "minister" with "defense" and "RU". Countries stand as ISO codes."""

    noun: str
    modifiers: frozenset[str] = frozenset()

    def countries(self) -> frozenset[str]:
        return frozenset(word for word in self.modifiers if len(word) == 2 and word.isupper())


@dataclass(slots=True, eq=False)
class Candidate:
    """Tokens ``first`` to ``last`` (exclusive) around a head. ``words`` are compared, not shown.

    ``reach`` is the end of the whole mention, where a name goes on with what it is in: "Irving, Texas".
    ``feature`` is GeoNames' code for the place that a name is resolved to.
    """

    first: int
    last: int
    head: Token
    form: MentionForm
    kind: EntityKind | None
    words: tuple[str, ...]
    number: Number | None = None
    gender: Gender | None = None
    country: str | None = None
    determiner: Determiner = "none"
    role: Role | None = None
    sentence: int = 0
    text: str = ""
    reach: int = 0
    feature: str | None = None
    cluster: Cluster = field(init=False)

    def __post_init__(self) -> None:
        self.reach = self.reach or self.last
        self.cluster = Cluster([self], self.kind, self.number, self.gender, self.country, {self.role} - {None})


@dataclass(slots=True, eq=False)
class Cluster:
    """Candidates that name one thing, and what all of them together say of it; ``members``: who several people are."""

    candidates: list[Candidate]
    kind: EntityKind | None
    number: Number | None
    gender: Gender | None
    country: str | None
    roles: set[Role | None]
    known_as: str | None = None
    members: tuple[Candidate, ...] = ()
    names: list[Candidate] = field(init=False)

    def __post_init__(self) -> None:
        self.names = [candidate for candidate in self.candidates if candidate.form == "name"]

    def full_names(self) -> list[Candidate]:
        """One name of each wording of more than one word."""
        return list({one.words: one for one in self.names if len(one.words) > 1}.values())

    def nation(self) -> str | None:
        """Its country, or the one that its offices and descriptions name: Kenya of "the Kenyan president"."""
        found = {code for role in self.roles if role is not None for code in role.countries()}
        return self.country or (found.pop() if len(found) == 1 else None)

    def agrees(self, other: Cluster) -> bool:
        """Whether nothing that is known of the two tells them apart."""
        alike = may_be_same(self.gender, other.gender) and may_be_same(self.number, other.number)
        return alike and may_be_same(self.kind, other.kind)

    def absorb(self, other: Cluster) -> None:
        """Make the other's candidates its own."""
        if other is self:
            return
        self.candidates.extend(other.candidates)
        self.names.extend(other.names)
        self.kind = self.kind or other.kind
        self.number = self.number or other.number
        self.gender = self.gender or other.gender
        self.country = self.country or other.country
        self.roles |= other.roles
        self.known_as = self.known_as or other.known_as
        self.members = self.members or other.members
        for candidate in other.candidates:
            candidate.cluster = self


def may_be_same(one: str | None, other: str | None) -> bool:
    """Whether what is known of two does not differ."""
    return one is None or other is None or one == other
