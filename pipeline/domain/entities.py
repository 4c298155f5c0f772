"""People, organizations, countries and places, and the words that name them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.domain.extents import Extent

EntityKind = Literal["person", "organization", "country", "place", "group", "facility", "vehicle", "other"]
MentionForm = Literal["name", "nominal", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention(Extent):
    """A stretch of the text that names an entity."""

    form: MentionForm


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organization, country, place, group ... of an article, with all its mentions.

    ``key`` joins it across articles ("person:kim-jong-un"); ``id`` names it within its article. ``country`` is the
    ISO 3166 code of the country it belongs to, as far as the text or the lexicons say.
    """

    id: str
    key: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...]
    country: str | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class SplitAntecedent:
    """Where those are named whom a plural takes up: "the two leaders", whose head starts at ``head``.

    All are offsets of words; ``members`` are those of the last mention of each.
    """

    head: int
    members: tuple[int, ...]
