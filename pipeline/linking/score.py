"""How likely two accounts are of one event: a logistic model over a few features, each of which can be named."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache, lru_cache

import msgspec

from pipeline.lexicons import load
from pipeline.linking.accounts import MOVE, Account, Setting
from pipeline.linking.parties import Party, shares
from pipeline.linking.times import days_apart, may_be_one_time, one_is_vague, same_news
from pipeline.linking.words import cosine
from pipeline.merging.events import compatible, same_place

SURE = 3.0
"""Log-odds beyond which no pair speaks for or against a link."""

Parties = tuple[Party, ...]
SHARED = 0.7
"""How alike the parties of two accounts are, if one of them is the same, however it is called."""


class Linking(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon ``linking.toml``."""

    threshold: float
    together: tuple[frozenset[str], ...]
    by_hand: dict[str, float]
    weights: dict[str, float]

    @property
    def all_weights(self) -> dict[str, float]:
        return {**self.by_hand, **self.weights}


@cache
def fitted() -> Linking:
    found: Linking = load("linking", Linking)
    return found


@cache
def may_be_one_type(one: str, other: str) -> bool:
    return one == other or any({one, other} <= group for group in fitted().together)


def may_be_one(one: Account, other: Account) -> bool:
    """What no score outweighs: types, times, who moves and where to."""
    if not may_be_one_type(one.type, other.type) or not may_be_one_time(one, other):
        return False
    return one.type != MOVE or may_be_one_way(one, other)


def told_apart(one: Account, other: Account) -> bool:
    """Whether both are of one article, and differ in anything that both tell."""
    if one.article != other.article:
        return False
    apart = one.told.status != other.told.status or bool(days_apart(one, other))
    return apart or not one.sides.fits(other.sides) or not compatible(one.place, other.place)


def may_be_one_way(one: Account, other: Account) -> bool:
    """Movements of one mover whose ends do not speak against each other."""
    mover, another = one.actors[0], other.actors[0]
    same = mover.same(another) or (not mover.differs(another) and cosine(one.party_words, other.party_words) > 0)
    return same and compatible(one.place, other.place)


def log_odds(one: Account, other: Account, weights: Mapping[str, float]) -> float:
    """The score of two accounts that may be one, within ``SURE``."""
    score = math.fsum(weights.get(name, 0.0) * value for name, value in features(one, other).items())
    return max(-SURE, min(score, SURE))


def reasons(one: Account, other: Account) -> dict[str, float]:
    """What each feature adds to the score of two accounts."""
    known = fitted().all_weights
    return {name: known.get(name, 0.0) * value for name, value in features(one, other).items() if name != "always"}


def features(one: Account, other: Account) -> dict[str, float]:
    """What the model looks at; what is 0 is left out. The same in either order."""
    apart = days_apart(one, other)
    found = {
        "always": 1.0,
        "same type": one.type == other.type,
        "statement": one.type == other.type == "STATEMENT",
        "same sense": not one.senses.isdisjoint(other.senses),
        "same word": not one.stems.isdisjoint(other.stems),
        "other party": sum(others(*parties) for parties in roles(one, other)),
        "parties": max(cosine(one.party_words, other.party_words), SHARED * shares(one.parties, other.parties)),
        "other numbers": any(found.isdisjoint(other.counts.get(word, found)) for word, found in one.counts.items()),
        "sentences": cosine(one.words, other.words),
        "articles": 0.0 if one.article == other.article else likeness(one.setting, other.setting),
        "articles' words": 0.0 if one.article == other.article else in_common(one.setting, other.setting),
        "same article": one.article == other.article,
        "same place": one.place is not None and other.place is not None and same_place(one.place, other.place),
        "other place": not compatible(one.place, other.place),
        "same day": apart == 0,
        "days apart": apart or 0,
        "vague date": one_is_vague(one, other),
        "same news": same_news(one, other),
    }
    return {name: float(value) for name, value in found.items() if value}


def roles(one: Account, other: Account) -> tuple[tuple[Parties, Parties], ...]:
    """The sides that are compared: actors with actors, recipients with recipients; of two accounts that fill no side
    in common ("he died", "they killed him"), all with all.
    """
    if (one.actors and other.actors) or (one.recipients and other.recipients):
        return (one.actors, other.actors), (one.recipients, other.recipients)
    return ((one.parties, other.parties),)


def others(one: Parties, other: Parties) -> bool:
    """Whether a role is filled by named parties on both sides, and by none of the same."""
    return not shares(one, other) and any(a.differs(b) for a in one for b in other)


@lru_cache(maxsize=100_000)
def likeness(one: Setting, other: Setting) -> float:
    """How much two articles are about the same; asked for many pairs of accounts of the same two."""
    return cosine(one.gist, other.gist)


@lru_cache(maxsize=100_000)
def in_common(one: Setting, other: Setting) -> float:
    """Tens of words that tell what two articles are about and that both have: long articles say more by it."""
    return len(one.gist.keys() & other.gist.keys()) / 10
