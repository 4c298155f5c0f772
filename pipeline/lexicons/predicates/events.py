"""What verbs and nouns tell of as events: frames, idioms, matters and light verbs, indexed by lemma."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

import msgspec

from pipeline.domain import EventType, PloverMode

T = TypeVar("T")
Acting = Literal["agent", "patient", "owner", "nobody"]


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs of one frame, another sense of which tells of no event; the fields are explained beside the files."""

    name: str
    verbs: tuple[str, ...]
    object: frozenset[str] = frozenset()
    requires: frozenset[str] = frozenset()
    complement: bool = False
    collective: bool = False
    military: bool = False
    violent: bool = False
    notable: bool = False
    ambiguous: bool = False
    armed: bool = False
    forces: bool = False
    foreign: bool = False
    official: bool = False
    sporting: bool = False
    electoral: bool = False
    unarmed: bool = False
    government: bool = False
    about: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    passive: bool = False
    titled: bool = False


class Family(Frame, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Verbs of one type and frame."""

    type: EventType
    mode: PloverMode | None = None
    recipients: tuple[str, ...] = ()
    reciprocal: bool = False
    moves: bool = False
    undergone: bool = False
    acts: Acting = "agent"
    plain: bool = False
    happening: str | None = None


class Matter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns of one class, and what it tells to do something to what they name."""

    name: str
    nouns: tuple[str, ...]
    types: dict[str, EventType]
    alone: EventType | None = None
    unaimed: EventType | None = None
    together: EventType | None = None
    by_state: bool = False
    instead: bool = False
    mode: PloverMode | None = None
    of: Acting = "agent"


class LightVerb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What can be done to a matter."""

    name: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Phrased:
    """A lexicon entry under its verb: its particle, the words that must follow, and what it says."""

    particle: str | None
    rest: tuple[str, ...]
    family: Family | None = None
    doing: str | None = None
    idiom: Frame | None = None


@dataclass(frozen=True)
class EventWords:
    """Frames and matters by the lemma of their verb or noun."""

    families: dict[str, tuple[Phrased, ...]]
    idioms: dict[str, tuple[Phrased, ...]]
    light_verbs: dict[str, tuple[Phrased, ...]]
    doing_nouns: dict[str, tuple[str, ...]]
    matters: dict[str, tuple[Matter, ...]]


def indexed(
    families: Sequence[Family], idioms: Sequence[Frame], matters: Sequence[Matter], light_verbs: Sequence[LightVerb]
) -> EventWords:
    return EventWords(
        families=group_by_key(_phrased(verb, family=family) for family in families for verb in family.verbs),
        idioms=group_by_key(_phrased(verb, idiom=idiom) for idiom in idioms for verb in idiom.verbs),
        light_verbs=group_by_key(_phrased(verb, doing=doing.name) for doing in light_verbs for verb in doing.verbs),
        doing_nouns=group_by_key((noun, doing.name) for doing in light_verbs for noun in doing.nouns),
        matters=group_by_key((noun, matter) for matter in matters for noun in matter.nouns),
    )


def group_by_key(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = defaultdict(list)
    for word, entry in pairs:
        found[word].append(entry)
    return {word: tuple(entries) for word, entries in found.items()}


def _phrased(
    verb: str, family: Family | None = None, doing: str | None = None, idiom: Frame | None = None
) -> tuple[str, Phrased]:
    first, *rest = verb.split()
    lemma, _, particle = first.partition("_")
    return lemma, Phrased(particle or None, tuple(rest), family, doing, idiom)
