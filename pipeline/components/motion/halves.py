"""Two halves of one journey: where a mover came from told by one word, where to by another.

"headed to Central Asia ... before leaving Madrid", "left Niger today. The envoys were flown to Porto".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.grammar import motion_words as words
from pipeline.components.grammar.certainty import certainty
from pipeline.components.motion import persons
from pipeline.components.motion.document_index import DocumentIndex
from pipeline.components.motion.journeys import Leg
from pipeline.components.motion.motion_frame import MotionFrame
from pipeline.domain import Place

SUBORDINATE = frozenset({"advcl", "pcomp", "pobj", "relcl"})
SETTLED = frozenset({"occurred", "ongoing"})
NEAR = 2


def join_halves(frames: Sequence[MotionFrame], index: DocumentIndex) -> list[MotionFrame]:
    """The frames, with both ends in each of two that are halves of one journey."""
    found = list(frames)
    for i, start in enumerate(frames):
        if not _is_half(start.legs, of_origin=True):
            continue
        end = next((j for j in _nearest(i, len(found)) if _is_other_half(found[i], found[j], index)), None)
        if end is not None:
            found[i], found[end] = _whole(found[i], found[end])
    return found


def _nearest(i: int, size: int) -> list[int]:
    return sorted((j for j in range(size) if j != i), key=lambda j: (abs(j - i), j < i))


def _is_half(legs: Sequence[Leg], *, of_origin: bool) -> bool:
    first = legs[0]
    return (first.destination is None, first.origin is None) == (of_origin, not of_origin)


def _is_other_half(start: MotionFrame, end: MotionFrame, index: DocumentIndex) -> bool:
    """Whether a frame without an origin tells where a journey leads that another says the start of."""
    if not _is_half(end.legs, of_origin=False) or _are_apart(start.trigger, end.trigger):
        return False
    origin, destination = start.legs[0].origin, end.legs[0].destination
    if origin is None or destination is None or _overlap(origin, destination):
        return False
    if not (_same_mover(start, end, index) and _are_alike(start.trigger, end.trigger)):
        return False
    return end.trigger.i > start.trigger.i or _is_background(start.trigger)


def _are_apart(a: Token, b: Token) -> bool:
    first, last = sorted((a.i, b.i))
    starts = (token for token in a.doc[first + 1 : last + 1] if token.is_sent_start)
    return next(islice(starts, NEAR - 1, None), None) is not None


def _overlap(origin: Place, destination: Place) -> bool:
    """Whether one place may lie in the other: who leaves the country of a city has not come to the city."""
    countries = [place.country for place in (origin, destination) if (place.feature or "PCL").startswith("PCL")]
    return origin == destination or (bool(countries) and origin.country == destination.country)


def _are_alike(a: Token, b: Token) -> bool:
    """Whether both are told as done, or both as planned: not "left Quito and will visit Lima"."""
    stands = ["occurred" if _is_aboard(trigger) else certainty(trigger)[0] for trigger in (a, b)]
    return all(status in SETTLED for status in stands) or set(stands) == {"planned"}


def _is_aboard(trigger: Token) -> bool:
    """ "spoke on the voyage from Odesa": what is done on a journey is done while it is made."""
    known = any(child.lower_ in words.motion_context().deictic.definite for child in trigger.lefts)
    return known and trigger.dep_ == "pobj" and trigger.head.lower_ in ("aboard", "during", "on")


def _is_background(trigger: Token) -> bool:
    """Whether a clause tells what came before: "before leaving Spain", "had left Spain", "during the flight from"."""
    perfect = any(helper.lower_ in ("had", "'d") for helper in syntax.auxiliaries(trigger))
    return perfect or trigger.dep_ in SUBORDINATE


def _same_mover(start: MotionFrame, end: MotionFrame, index: DocumentIndex) -> bool:
    """The same person, or a definite plural that takes up the one before: "40 Americans left. The envoys flew to"."""
    a, b = start.movers[0].head, end.movers[0].head
    entities = index.entity(a), index.entity(b)
    if a == b or (entities[0] is not None and entities[0] == entities[1]):
        return True
    once = entities[1] is None or len(entities[1].mentions) == 1
    follows = end.trigger.i > start.trigger.i and a.sent != b.sent
    return once and follows and _is_taken_up(a, b) and persons.is_person(a, index)


def _is_taken_up(several: Token, again: Token) -> bool:
    """Whether a definite plural for people may mean several that were named: "40 Americans", "the envoys"."""
    definite = any(child.lower_ in words.motion_context().deictic.definite for child in again.lefts)
    plural = several.tag_ in labels.PLURAL and again.tag_ == "NNS"
    return definite and plural and persons.is_human(again)


def _whole(start: MotionFrame, end: MotionFrame) -> tuple[MotionFrame, MotionFrame]:
    """Both with the whole leg; a further leg of the second half goes on from there."""
    leg = Leg(start.legs[0].origin, end.legs[0].destination)
    vehicle = next((each.vehicle for each in (*start.movers, *end.movers) if each.vehicle), None)
    who = tuple(replace(each, vehicle=vehicle) for each in start.movers)
    return (
        replace(start, legs=(leg,), movers=who, joined=True),
        replace(end, legs=(leg, *end.legs[1:]), movers=who, joined=True),
    )
