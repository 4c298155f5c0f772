"""Who is on which side of an event, as far as that tells whether two mentions are of one."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.domain import Argument, EventMention, EventType
from pipeline.merging.context import Context

MUTUAL: frozenset[EventType] = frozenset({"AGREE", "CONSULT", "COOPERATE"})


@dataclass(frozen=True, slots=True)
class Sides:
    """Who takes part in a mention: by entity, or who is known by words only by the character at which these stand."""

    actors: frozenset[str | int]
    recipients: frozenset[str | int]
    mutual: bool = False
    """Whether either party may be on either side: "Ortiz met Lund" is "Lund and Ortiz met"."""

    @classmethod
    def of(cls, mention: EventMention, context: Context) -> Sides:
        mutual = mention.type in MUTUAL and mention.mode != "visit"
        return cls(_party_keys(mention.actors, context), _party_keys(mention.recipients, context), mutual)

    @property
    def parties(self) -> frozenset[str | int]:
        return self.actors | self.recipients

    def keys(self, mention: EventMention) -> Iterator[Hashable]:
        """What mentions of one event share: type and mode, and a party, or the word where nobody takes part."""
        kind = (mention.type, mention.mode)
        if self.mutual:
            yield from ((kind, "party", party) for party in self.parties)
        else:
            yield from ((kind, "actor", actor) for actor in self.actors)
            yield from ((kind, "recipient", recipient) for recipient in self.recipients)
        if not self.actors and mention.happening is not None:
            yield kind, "happening", mention.happening

    def is_compatible(self, other: Sides) -> bool:
        """Whether both can be of one event: each side the same, or not told by one of the two."""
        if self.mutual and len(self.parties) > 1 and self.parties == other.parties:
            return True
        return _is_same_or_untold(self.actors, other.actors) and _is_same_or_untold(self.recipients, other.recipients)


def _is_same_or_untold(one: frozenset[str | int], other: frozenset[str | int]) -> bool:
    return one == other or not one or not other


def _party_keys(arguments: Sequence[Argument], context: Context) -> frozenset[str | int]:
    return frozenset(context.participant(argument).entity or argument.head for argument in arguments)
