"""Words that tell of a change of place, and what each says of its object and prepositions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec
from spacy.tokens import Token

from pipeline import lexicons

INTO = frozenset({"to", "into", "toward", "towards", "onto", "until"})
AT = frozenset({"in", "at", "on", "near", "outside", "off", "aboard"})
FOR = frozenset({"for"})
FROM = frozenset({"from", "out of", "off"})
PARTICLES = frozenset({"prt", "advmod", "prep", "advcl", "acomp"})
PERFORMED = frozenset({"NOUN", "PROPN"})

Role = Literal["subject", "object"]
End = Literal["origin", "destination"]


class MotionVerbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas by the frame that they share; ``attending`` and ``lasting`` tell of being somewhere."""

    going: list[str]
    arriving: list[str]
    calling: list[str]
    visiting: list[str]
    leaving: list[str]
    starting: list[str]
    sending: list[str]
    expelling: list[str]
    recalling: list[str]
    handling: list[str]
    advancing: list[str]
    placing: list[str]
    accompanying: list[str]
    hosting: list[str]
    avoiding: list[str]
    boarding: list[str]
    loading: list[str]
    lasting: list[str]
    awaiting: list[str]
    attending: list[str]
    signing: list[str]
    stating: list[str]
    spending: list[str]
    touring: list[str]
    scheduling: list[str]
    performing: list[str]


class MotionNouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas by whose they are."""

    visits: list[str]
    arrivals: list[str]
    departures: list[str]
    transfers: list[str]
    ways: list[str]
    itineraries: list[str]
    occasions: list[str]
    sites: list[str]


class Deictic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that point to a place, or to something told of before."""

    here: frozenset[str]
    there: frozenset[str]
    home: frozenset[str]
    definite: frozenset[str]
    speaker: frozenset[str]


class MotionLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``lexicons/motion.toml``."""

    often: frozenset[str]
    native: frozenset[str]
    ending: frozenset[str]
    idioms: frozenset[str]
    works: frozenset[str]
    homographs: frozenset[str]
    rounds: frozenset[str]
    bound: frozenset[str]
    listing: frozenset[str]
    countries: frozenset[str]
    formal: frozenset[str]
    announcing: frozenset[str]
    superseded: frozenset[str]
    sizes: dict[str, int]
    deictic: Deictic
    verbs: MotionVerbs
    nouns: MotionNouns


@dataclass(frozen=True, slots=True)
class Frame:
    """How a word tells of a movement: who moves, and where its direct object and prepositions point."""

    mover: Role
    inward: frozenset[str]
    direct: End | None = None
    outward: frozenset[str] = FROM
    departs: bool = False


FRAMES = {
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
def motion_lexicon() -> MotionLexicon:
    loaded: MotionLexicon = lexicons.load("motion", MotionLexicon)
    return loaded


@cache
def kinds_of_verbs() -> dict[str, tuple[str, ...]]:
    return _kinds(msgspec.to_builtins(motion_lexicon().verbs))


@cache
def kinds_of_nouns() -> dict[str, tuple[str, ...]]:
    return _kinds(msgspec.to_builtins(motion_lexicon().nouns))


def _kinds(lists: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    lemmas = {lemma for words in lists.values() for lemma in words}
    return {lemma: tuple(kind for kind, words in lists.items() if lemma in words) for lemma in lemmas}


def kinds(word: Token) -> tuple[str, ...]:
    """The kinds of motion that a verb or noun can tell of; a verb with a particle that is listed is read with it."""
    if is_verb(word):
        listed = kinds_of_verbs()
        for particle in particles(word):
            if found := listed.get(f"{word.lemma_.lower()} {particle}"):
                return found
            if f"{word.lemma_.lower()} {particle}" in motion_lexicon().idioms:
                return ()
        return listed.get(word.lemma_.lower(), ())
    return kinds_of_nouns().get(word.lemma_.lower(), ()) if word.pos_ in PERFORMED else ()


def is_verb(word: Token) -> bool:
    """Whether a word is a full verb; the tagger takes some for nouns: "UN chief flies to Kabul"."""
    if word.pos_ == "VERB":
        return True
    if word.pos_ == "AUX":
        return word.lemma_ == "be" and word.dep_ not in ("aux", "auxpass")
    return (
        word.tag_ == "NNS"
        and word.lemma_ in motion_lexicon().homographs
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
