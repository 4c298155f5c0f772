"""Who does it to whom in one event, and what names such a pair in a link. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from urllib.parse import quote, unquote

from pipeline.domain import EventType

MUTUAL: frozenset[EventType] = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types in which several actors and no recipient do it with each other: "Kim and Putin met"."""
ONE_WAY, BOTH_WAYS = "/", "="


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parties of an event, by their keys or, where they have none, their names."""

    actor: str
    recipient: str
    mutual: bool

    @property
    def key(self) -> str:
        """What names it in a link: "/" between the two where one does it to the other, "=" where both do."""
        return (BOTH_WAYS if self.mutual else ONE_WAY).join(
            quote(who, safe=":") for who in (self.actor, self.recipient)
        )


def pairs(type_: EventType, actors: Iterable[str], recipients: Sequence[str]) -> Iterator[Pair]:
    """Each actor with each recipient; each two actors, where they do it with each other."""
    mutual = type_ in MUTUAL and not recipients
    found = combinations(sorted(actors), 2) if mutual else product(actors, recipients)
    return (Pair(actor, recipient, mutual) for actor, recipient in found)


def read(key: str) -> Pair | None:
    """The pair that a link names; None for what ``Pair.key`` did not make."""
    mutual = BOTH_WAYS in key
    actor, between, recipient = key.partition(BOTH_WAYS if mutual else ONE_WAY)
    return Pair(unquote(actor), unquote(recipient), mutual) if between else None
