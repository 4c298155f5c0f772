"""Who said what an article reports: the key that joins a source over articles, and how a sentence names it. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.domain import Attribution, Entity, Source
from pipeline.merging.events import PRONOUNS
from pipeline.search_terms import fold_case

ANYONE = PRONOUNS | {"i", "one", "that", "this", "we", "you"}
DETERMINERS = frozenset(
    {"a", "an", "another", "both", "her", "his", "its", "one", "other", "our", "several", "some", "their", "two"}
)


class Speakers:
    """The sources of an article's statements, by the ids of its entities."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self.entities = entities

    def entity(self, source: Source | None) -> Entity | None:
        return self.entities.get(source.entity or "") if source else None

    def key(self, said: Attribution) -> str | None:
        """What joins a source over articles: the key of its entity, or else its words."""
        if said.source is None or self.is_anyone(said.source):
            return None
        entity = self.entity(said.source)
        return entity.key if entity else f"name:{fold_case(said.source.text)}"

    def name(self, said: Attribution) -> str | None:
        if said.source is None or self.is_anyone(said.source):
            return None
        entity = self.entity(said.source)
        return entity.name if entity else said.source.text

    def is_anyone(self, source: Source) -> bool:
        """A pronoun of which nobody knows who it is names no source."""
        return source.entity not in self.entities and source.text.casefold() in ANYONE

    def spoken_name(self, said: Attribution) -> str | None:
        """The name as a sentence goes on with it: "the Kremlin", "another official"."""
        name = self.name(said)
        if name is None or said.source is None:
            return None
        if said.source.text.casefold() == f"the {name.casefold()}":
            return f"the {name}"
        first, _, rest = name.partition(" ")
        return f"{first.lower()} {rest}" if rest and first.lower() in DETERMINERS else name
