"""The words of events, indexed by lemma: verb families, matters, light_verbs, complements, actors and idioms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeVar

import msgspec

from pipeline.components.grammar.vocabulary import nouns
from pipeline.domain import EventType, PloverMode
from pipeline.lexicons import load

T = TypeVar("T")
PREDICATES = (
    "cooperation", "disputes", "conflict", "life", "disaster", "justice", "election", "personnel", "business", "law",
    "statement", "idioms",
)  # fmt: skip
NEWS: frozenset[EventType] = frozenset(
    {"LIFE", "DISASTER", "JUSTICE", "ELECTION", "PERSONNEL", "BUSINESS", "LAW", "STATEMENT"}
)
Acting = Literal["agent", "patient", "owner", "nobody"]
COOPERATIVE: frozenset[EventType] = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})


HOSTILE: frozenset[EventType] = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "THREATEN"})


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


class Predicates(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of verb families and matters."""

    family: tuple[Family, ...] = ()
    idiom: tuple[Frame, ...] = ()
    matter: tuple[Matter, ...] = ()


class LightVerb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What can be done to a matter."""

    name: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...] = ()


class LightVerbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of light_verbs."""

    light_verb: tuple[LightVerb, ...]


class Governors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that take an event as their complement."""

    verbs: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()


class Complements(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Groups of words that take events, explained in the file."""

    allow: Governors
    commit: Governors
    consent: Governors
    plan: Governors
    prepare: Governors
    threaten: Governors
    refuse: Governors
    fail: Governors
    request: Governors
    through: Governors
    say: Governors
    settle: Governors
    spurn: Governors
    suffer: Governors
    warn: Governors


class Judgements(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that blame or praise, and verbs that give such names."""

    misdeeds: frozenset[str]
    blaming: frozenset[str]
    praising: frozenset[str]
    naming: frozenset[str]
    works: frozenset[str]


class Classes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns of those who act, of what can be attacked or visited, and words that make an event no event."""

    heads: frozenset[str]
    assets: frozenset[str]
    authorities: frozenset[str]
    units: frozenset[str]
    targets: frozenset[str]
    destinations: frozenset[str]
    occasions: frozenset[str]
    offices: frozenset[str]
    private: frozenset[str]
    officials: frozenset[str]
    outlets: frozenset[str]
    powers: frozenset[str]
    rulers: frozenset[str]
    protesters: frozenset[str]
    accidents: frozenset[str]
    animals: frozenset[str]
    causes: frozenset[str]
    compounds: frozenset[str]
    fiction: frozenset[str]
    givers: frozenset[str]
    immaterial: frozenset[str]
    legislators: frozenset[str]
    market: frozenset[str]
    shells: frozenset[str]
    speakers: frozenset[str]
    silence: frozenset[str]
    sport: frozenset[str]
    supplying: frozenset[str]


@dataclass(frozen=True)
class Phrased:
    """A lexicon entry under its verb: its particle, the words that must follow, and what it says."""

    particle: str | None
    rest: tuple[str, ...]
    family: Family | None = None
    doing: str | None = None
    idiom: Frame | None = None


@dataclass(frozen=True)
class Lexicon:
    """All lists, with verbs and nouns indexed by lemma."""

    families: dict[str, tuple[Phrased, ...]]
    idioms: dict[str, tuple[Phrased, ...]]
    light_verbs: dict[str, tuple[Phrased, ...]]
    doing_nouns: dict[str, tuple[str, ...]]
    matters: dict[str, tuple[Matter, ...]]
    complements: Complements
    classes: Classes
    judgements: Judgements
    people: frozenset[str]
    bodies: frozenset[str]


@cache
def event_lexicon() -> Lexicon:
    """The lexicon, read once a process."""
    files = [load(f"predicates/{name}", Predicates) for name in PREDICATES]
    families = [family for file in files for family in file.family]
    matters = [matter for file in files for matter in file.matter]
    light_verbs = load("predicates/light_verbs", LightVerbs).light_verb
    people = nouns()
    return Lexicon(
        families=grouped(_phrased(verb, family=family) for family in families for verb in family.verbs),
        idioms=grouped(_phrased(verb, idiom=idiom) for file in files for idiom in file.idiom for verb in idiom.verbs),
        light_verbs=grouped(_phrased(verb, doing=doing.name) for doing in light_verbs for verb in doing.verbs),
        doing_nouns=grouped((noun, doing.name) for doing in light_verbs for noun in doing.nouns),
        matters=grouped((noun, matter) for matter in matters for noun in matter.nouns),
        complements=load("predicates/complements", Complements),
        classes=load("classes", Classes),
        judgements=load("predicates/judgements", Judgements),
        people=people.person | people.female | people.male | people.group,
        bodies=people.organization,
    )


def grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
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
