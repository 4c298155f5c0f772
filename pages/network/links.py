"""Pairs and types -> the links that a network can show. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.index import DyadRow, Participation
from pipeline.wording import palette, titles
from pipeline.wording.palette import Quad


@dataclass(frozen=True, slots=True)
class Link:
    """All that one does to another in one quad class; ``settled`` of the ``events`` occurred or are under way."""

    key: str
    title: str
    actor: Participation
    recipient: Participation
    mutual: bool
    quad: Quad
    events: int
    settled: int
    types: str


def links(rows: Iterable[DyadRow]) -> list[Link]:
    """One link a pair and quad class, that of most events first, and of equals that of which most is fact."""
    alike: dict[tuple[str, Quad], list[DyadRow]] = {}
    for row in rows:
        alike.setdefault((row.key, palette.quad(row.type)), []).append(row)
    return sorted(
        (_link(quad, same) for (_, quad), same in alike.items()), key=lambda link: (-link.events, -link.settled)
    )


@dataclass(frozen=True, slots=True)
class Party:
    """Someone at the end of a link; ``opens`` is the key of an entity, where the text names a known one."""

    name: str
    opens: str | None
    others: int


def parties(shown: Sequence[Link]) -> dict[str, Party]:
    """Everyone at an end of a link, with the number of others that links lead to; those of most first."""
    ends = {ident(who): who for link in shown for who in (link.actor, link.recipient)}
    others: dict[str, set[str]] = {end: set() for end in ends}
    for link in shown:
        actor, recipient = ident(link.actor), ident(link.recipient)
        others[actor].add(recipient)
        others[recipient].add(actor)
    found = {end: Party(who.name, who.key, len(others[end])) for end, who in ends.items()}
    return dict(sorted(found.items(), key=lambda item: -item[1].others))


def ident(who: Participation) -> str:
    """What tells one party from another: its key, or its words."""
    return who.key or who.name


def share_of_fact(link: Link) -> str:
    """How much of it is fact."""
    if link.settled == link.events:
        return "occurred or under way"
    return "none has occurred" if link.settled == 0 else f"{link.settled} of them occurred or under way"


def _link(quad: Quad, same: Sequence[DyadRow]) -> Link:
    first = same[0]
    return Link(
        first.key,
        titles.pair(first),
        first.actor,
        first.recipient,
        first.mutual,
        quad,
        sum(row.events for row in same),
        sum(row.settled for row in same),
        ", ".join(f"{titles.TYPES[row.type]} {row.events}" for row in same),
    )
