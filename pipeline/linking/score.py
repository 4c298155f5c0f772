"""How likely two accounts are of one event: a logistic model over features."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping

from pipeline.domain import Movement, Place
from pipeline.linking.accounts import Account
from pipeline.linking.features import GROUPS, MOST, features, is_same_deed
from pipeline.linking.model import Linking, fitted, may_be_one_type
from pipeline.linking.places import may_be_one_place
from pipeline.linking.times import days_apart, may_be_of_one_day, may_be_one_news
from pipeline.linking.words import cosine
from pipeline.merging.events import are_compatible_places

SURE = 3.0
"""Log-odds beyond which no pair speaks for or against a link."""
OTHER_NEWS = 1.5
"""What it weighs against two accounts of one story that one of them has no date and was news at another time: a page
may have been published anew.
"""
ROUNDING = 1e-6


class Scorer:
    """Scores pairs of accounts by a model."""

    def __init__(self, model: Linking) -> None:
        self.threshold = model.threshold
        self.weights = defaultdict(float, model.all_weights)
        self._ceilings = [sum(map(self._ceiling, names)) for names in GROUPS.values()]

    def score(self, one: Account, other: Account) -> float | None:
        """Log-odds within ``SURE``; None where the two cannot be of one event."""
        if told_apart(one, other):
            return -SURE
        if not may_be_one_deed(one, other) or not may_be_of_one_day(one, other):
            return None
        against = 0.0 if may_be_one_news(one, other) else OTHER_NEWS
        return max(-SURE, min(self._sum(features(one, other)) - against, SURE))

    def links(self, one: Account, other: Account) -> bool:
        """Whether a score reaches the threshold; given up by the group of features after which it no longer can."""
        if not may_be_one(one, other) or told_apart(one, other):
            return False
        found: dict[str, float] = {}
        most = sum(self._ceilings)
        for group, ceiling in zip(GROUPS, self._ceilings, strict=True):
            told = group(one, other)
            found |= told
            most += sum([self.weights[name] * value for name, value in told.items() if value]) - ceiling
            if most < self.threshold - ROUNDING:
                return False
        return self._sum(found) >= self.threshold

    def _ceiling(self, name: str) -> float:
        """The most that a feature may add."""
        return max(self.weights[name], 0.0) * MOST.get(name, 1)

    def _sum(self, found: Mapping[str, float]) -> float:
        return math.fsum(self.weights[name] * value for name, value in found.items() if value)


def reasons(one: Account, other: Account) -> dict[str, float]:
    """What each feature adds to the score of two accounts."""
    known = fitted().all_weights
    return {name: known.get(name, 0.0) * value for name, value in features(one, other).items() if name != "always"}


def may_be_one(one: Account, other: Account) -> bool:
    """Whether two accounts may be linked: by types, times, who moves and where to."""
    return may_be_one_deed(one, other) and may_be_of_one_day(one, other) and may_be_one_news(one, other)


def may_be_one_deed(one: Account, other: Account) -> bool:
    """Types that go together, or one deed under any two: a launch may be of a business or of a weapon."""
    if one.is_move or other.is_move:
        return one.is_move and other.is_move and may_be_one_way(one, other)
    return may_be_one_type(one.type, other.type) or is_same_deed(one, other)


def told_apart(one: Account, other: Account) -> bool:
    """Whether both are of one article, and differ in anything that both tell."""
    if one.article != other.article:
        return False
    apart = one.told.status != other.told.status or bool(days_apart(one, other))
    return apart or not one.sides.is_compatible(other.sides) or not are_compatible_places(one.place, other.place)


def may_be_one_way(one: Account, other: Account) -> bool:
    """Movements of one mover whose ends do not speak against each other."""
    mover, another = one.actors[0], other.actors[0]
    is_alike = cosine(one.party_words, other.party_words) > 0 or (is_unnamed_vehicle(one) and is_unnamed_vehicle(other))
    same = mover.same(another) or (not mover.differs(another) and is_alike)
    return same and may_be_one_place(one.place, other.place) and may_be_one_place(origin(one), origin(other))


def is_unnamed_vehicle(account: Account) -> bool:
    """Whether the mover is a vehicle of which only its sort is told: "the plane" and "Flight 175" may be one."""
    (mover,) = account.actors
    goes_by_vehicle = isinstance(account.told, Movement) and account.told.vehicle is not None
    is_vehicle = mover.kind == "vehicle" or (mover.kind is None and goes_by_vehicle)
    return is_vehicle and not mover.is_known


def origin(account: Account) -> Place | None:
    return account.told.origin if isinstance(account.told, Movement) else None
