"""Words that tell of a change of place, and what each says of its object and prepositions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

import msgspec
from spacy.tokens import Token

from pipeline import lexicons
from pipeline.components.grammar import labels
from pipeline.components.grammar.traits import has_trait
from pipeline.lexicons.predicates import predicates
from pipeline.lexicons.predicates.classes import Motion

INTO = frozenset({"to", "into", "toward", "towards", "onto", "until"})
AT = frozenset({"in", "at", "on", "near", "outside", "off", "aboard"})
FOR = frozenset({"for"})
FROM = frozenset({"from", "out of", "off"})
PARTICLES = frozenset({"prt", "advmod", "prep", "advcl", "acomp"})
TOLD_BY = labels.NOMINAL | labels.VERBAL
RECENT = 1024

Role = Literal["subject", "object"]
End = Literal["origin", "destination"]


class Deictic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that point to a place, or to something told of before."""

    here: frozenset[str]
    there: frozenset[str]
    home: frozenset[str]
    definite: frozenset[str]
    speaker: frozenset[str]


class MotionContext(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``lexicons/motion_context.toml``: words beside a journey."""

    often: frozenset[str]
    works: frozenset[str]
    listing: frozenset[str]
    countries: frozenset[str]
    formal: frozenset[str]
    superseded: frozenset[str]
    streets: frozenset[str]
    rates: frozenset[str]
    sizes: dict[str, int]
    deictic: Deictic


@dataclass(frozen=True, slots=True)
class Frame:
    """How a word tells of a movement: who moves, and where its direct object and prepositions point."""

    mover: Role
    inward: frozenset[str]
    direct: End | None = None
    outward: frozenset[str] = FROM
    departs: bool = False


FRAMES: dict[Motion, Frame] = {
    "visiting": Frame("subject", INTO, direct="destination"),
    "leaving": Frame("subject", INTO | FOR, direct="origin", departs=True),
    "starting": Frame("subject", INTO | FOR, departs=True),
    "arriving": Frame("subject", INTO | AT),
    "calling": Frame("subject", AT | INTO),
    "going": Frame("subject", INTO),
    "advancing": Frame("subject", frozenset({"on"})),
    "avoiding": Frame("subject", frozenset(), direct="destination"),
    "placing": Frame("object", INTO | AT),
    "sending": Frame("object", INTO),
    "expelling": Frame("object", INTO),
    "recalling": Frame("object", INTO),
    "hosting": Frame("object", INTO | AT),
    "visits": Frame("subject", INTO | AT | frozenset({"of", "through", "around", "across"}), direct="destination"),
    "arrivals": Frame("subject", INTO | AT),
    "departures": Frame("subject", INTO | FOR, departs=True),
    "transfers": Frame("object", INTO | AT),
    "ways": Frame("subject", INTO),
}


@cache
def motion_context() -> MotionContext:
    loaded: MotionContext = lexicons.load("motion_context", MotionContext)
    return loaded


@lru_cache(maxsize=RECENT)
def kinds(word: Token) -> tuple[Motion, ...]:
    """The kinds of motion that a verb or noun can tell of; a verb with a particle that is listed is read with it.

    Kept for the words asked last: frames of movements ask several times of each.
    """
    if word.pos_ not in TOLD_BY:
        return ()
    lemma = word.lemma_.lower()
    if not is_verb(word):
        return predicates().noun(lemma).motion if word.pos_ in labels.NOMINAL else ()
    for particle in particles(word):
        phrasal = predicates().of(f"{lemma} {particle}")
        if phrasal.motion:
            return phrasal.motion
        if "idiom" in phrasal.traits:
            return ()
    return predicates().verb(lemma).motion


def is_verb(word: Token) -> bool:
    """Whether a word is a full verb; the tagger takes some for nouns: "UN chief flies to Kabul"."""
    if word.pos_ == "VERB":
        return True
    if word.pos_ == "AUX":
        return word.lemma_ == "be" and word.dep_ not in labels.AUXILIARIES
    return (
        word.tag_ == "NNS"
        and has_trait(word, "homograph")
        and (mistagged_subject(word) is not None or word.dep_ == "conj")
    )


def mistagged_subject(noun: Token) -> Token | None:
    """What looks like the subject of a verb in the present tense that was tagged as a plural noun."""
    before = [
        child for child in noun.lefts if child.dep_ == "nsubj" or (child.dep_ == "compound" and noun.dep_ == "ROOT")
    ]
    return before[-1] if before and before[-1].i == noun.i - 1 else None


def particles(verb: Token) -> Iterator[str]:
    """What may make a phrasal verb of it: "touched down", "pulled out of", "set sail"."""
    for child in verb.rights:
        if child.dep_ in PARTICLES or (child.dep_ == "dobj" and child.i == verb.i + 1):
            yield child.lower_


def frame(word: Token, mover: Role) -> Frame | None:
    """What all kinds of the word together say when its subject, or its object, moves."""
    found = [FRAMES[kind] for kind in kinds(word) if kind in FRAMES and FRAMES[kind].mover == mover]
    if not found:
        return None
    return Frame(
        mover=mover,
        inward=frozenset[str]().union(*(each.inward for each in found)),
        direct=next((each.direct for each in found if each.direct), None),
        departs=any(each.departs for each in found),
    )
