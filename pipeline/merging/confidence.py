"""How sure an event or movement is: a logistic model over a few features, fitted by ``benchmarks/confidence.py``."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

import msgspec

from pipeline.domain import Event, EventType, Movement
from pipeline.lexicons import load

Rated = TypeVar("Rated", Event, Movement)

LEAD = 600
LEAST, MOST = 0.01, 0.99


class Confidence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon ``confidence.toml``: a weight a feature, and the confidence below which marks are drawn apart."""

    threshold: float
    classes: dict[EventType, str]
    weights: dict[str, float]


def fitted() -> Confidence:
    found: Confidence = load("confidence", Confidence)
    return found


def threshold() -> float:
    """The confidence, 0 to 1, below which pages draw events and movements apart; 0 draws nothing apart."""
    return fitted().threshold


def with_confidence(found: Iterable[Rated], weights: Mapping[str, float] | None = None) -> tuple[Rated, ...]:
    """Each with the probability that it is rightly read; with ``weights`` other than those of the lexicon, by these."""
    known = fitted().weights if weights is None else weights
    return tuple(replace(each, confidence=probability(features(each), known)) for each in found)


def probability(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The logistic function of the weighted features, 0.01 to 0.99; 1 where nothing is fitted."""
    if not weights:
        return 1.0
    score = sum(weights.get(name, 0.0) * value for name, value in found.items())
    return round(min(max(logistic(score), LEAST), MOST), 3)


def logistic(score: float) -> float:
    """Odds in logits as a probability; written so that no score overflows."""
    return (1 + math.tanh(score / 2)) / 2


def features(found: Event | Movement) -> dict[str, float]:
    """What the model looks at, all of it from the event or movement itself."""
    own = of_movement(found) if isinstance(found, Movement) else of_event(found)
    first = found.reports[0]
    true = {
        "always": True,
        f"status {found.status}": True,
        f"factuality {first.factuality}": True,
        "in the lead": first.evidence.start < LEAD,
        "attributed": bool(first.attributions),
        **own,
    }
    more = {"further reports": math.log(len(found.reports)), **kinds_of_reason(found.why)}
    return {name: 1.0 for name, holds in true.items() if holds} | {name: value for name, value in more.items() if value}


def of_event(event: Event) -> dict[str, bool]:
    return {
        f"class {fitted().classes[event.type]}": True,
        "actor": bool(event.actors),
        "actor is an entity": any(actor.entity for actor in event.actors),
        "recipient": bool(event.recipients),
        "recipient is an entity": any(recipient.entity for recipient in event.recipients),
        "dated": bool(event.first or event.last),
        "placed": event.place is not None,
    }


def of_movement(movement: Movement) -> dict[str, bool]:
    return {
        "class movement": True,
        "actor is an entity": movement.mover.entity is not None,
        "dated": bool(movement.departure or movement.arrival),
        "origin": movement.origin is not None,
        "destination": movement.destination is not None,
        "vehicle": movement.vehicle is not None,
    }


def kinds_of_reason(why: Sequence[str]) -> dict[str, float]:
    """The share of each kind among the reasons; the kind is what stands before the first dot or colon."""
    counts = Counter(reason.partition(":")[0].partition(".")[0] for reason in why)
    return {f"why {kind}": number / len(why) for kind, number in counts.items()}
