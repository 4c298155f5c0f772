"""What one frame of a movement takes from another: whose visit "the visit" is, and where the next leg starts.

A leg starts where the one before ended only where the text chains them: "left Kingston and is heading to Nassau",
"arrived in Beijing on their way to Pyongyang", "after a day in Lisbon goes on to Rabat", "from there".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, takewhile

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.grammar import motion_words as words
from pipeline.components.motion.document_index import DocumentIndex
from pipeline.components.motion.halves import join_halves
from pipeline.components.motion.journeys import Leg
from pipeline.components.motion.motion_frame import MotionFrame
from pipeline.components.motion.motion_status import OPEN, motion_status
from pipeline.components.motion.plans import is_further_leg, is_way_on
from pipeline.domain import Place

REACH = 3
UNMET = OPEN | {"cancelled"}
RETOLD = frozenset({"arrivals", "going", "touring", "visits", "ways"})
PAUSED = frozenset({"after", "following"})


def link_frames(told: Sequence[MotionFrame], index: DocumentIndex) -> list[MotionFrame]:
    """Frames in the order of the text, with what each takes from those around it; those of nobody are left out."""
    known: list[MotionFrame] = []
    placed = (_with_place_of_plan(frame, told, index) for frame in sorted(told, key=lambda each: each.trigger.i))
    for frame in (each for each in placed if each is not None):
        recent = _recent(known, frame)
        known.append(_with_origin(_with_owner(frame, recent), recent, told, index))
    return join_halves([each for each in known if each.movers], index)


def _recent(known: Sequence[MotionFrame], frame: MotionFrame) -> list[MotionFrame]:
    """The frames of the last sentences; ``known`` stands in the order of the text."""
    near = takewhile(lambda each: sentences_between(each.trigger, frame.trigger) < REACH, reversed(known))
    return list(near)[::-1]


def sentences_between(earlier: Token, later: Token) -> int:
    """How many sentences further on the later word stands; counted no further than ``REACH``."""
    starts = (token for token in earlier.doc[earlier.i + 1 : later.i + 1] if token.is_sent_start)
    return sum(1 for _ in islice(starts, REACH))


def _with_place_of_plan(frame: MotionFrame, told: Sequence[MotionFrame], index: DocumentIndex) -> MotionFrame | None:
    """ "The trip has been scrapped": the one just told of as a plan, or the one that the next sentence tells of."""
    if frame.legs:
        return frame
    if "expelling" in words.kinds(frame.trigger):
        return _expelled_alike(frame, told)
    if _is_of_another_plan(frame.trigger):
        return None
    plans = [
        each
        for each in told
        if each.legs and each.movers and _may_be_of_plan(each, frame, index) and motion_status(each, None)[0] in UNMET
    ]
    before = [each for each in plans if 0 <= sentences_between(each.trigger, frame.trigger) < REACH]
    after = [each for each in plans if sentences_between(frame.trigger, each.trigger) == 1]
    plan = next(iter([*before[::-1], *after]), None)
    return replace(frame, movers=plan.movers, legs=plan.legs) if plan is not None else None


def _expelled_alike(frame: MotionFrame, told: Sequence[MotionFrame]) -> MotionFrame | None:
    """ "Gabon expelled four Malians. Two Togolese were deported too": by the country that did so just before."""
    alike = (each for each in told if each.legs and "expelling" in words.kinds(each.trigger))
    before = [each for each in alike if 0 <= sentences_between(each.trigger, frame.trigger) < REACH]
    before = [each for each in before if each.trigger.i < frame.trigger.i and each.legs[0].origin]
    is_passive = syntax.is_passive(frame.trigger) and not syntax.agents(frame.trigger)
    return replace(frame, legs=(Leg(before[-1].legs[0].origin),)) if before and is_passive else None


def _is_of_another_plan(cancelled: Token) -> bool:
    """ "The visit first planned was dropped", "A longer tour was planned, but that trip was ditched"."""
    superseded = words.motion_context().superseded
    if any(word.lower_ in superseded for word in cancelled.subtree):
        return True
    before = cancelled.doc[cancelled.sent.start : cancelled.i]
    new = [noun for noun in before if noun.pos_ == "NOUN" and "visits" in words.kinds(noun)]
    return any(child.lower_ in ("a", "an", "another") for noun in new for child in noun.lefts)


def _may_be_of_plan(plan: MotionFrame, frame: MotionFrame, index: DocumentIndex) -> bool:
    same_noun = not frame.movers or plan.movers[0].head.lemma_ == frame.movers[0].head.lemma_
    return same_noun or _same_mover(plan, frame, index)


def _with_owner(frame: MotionFrame, recent: Sequence[MotionFrame]) -> MotionFrame:
    """ "The visit" is that of whoever moved last."""
    if frame.movers or not recent or not RETOLD & set(words.kinds(frame.trigger)):
        return frame
    return replace(frame, movers=recent[-1].movers)


def _with_origin(
    frame: MotionFrame, recent: Sequence[MotionFrame], told: Sequence[MotionFrame], index: DocumentIndex
) -> MotionFrame:
    """The frame with the place that it starts from, where the text chains it to another."""
    if frame.legs[0].origin is not None or frame.legs[0].destination is None:
        return frame
    before = _stops(frame.trigger)
    if stops := [each for each in told if each.trigger in before and _same_mover(each, frame, index)]:
        return _from(frame, _end(stops))
    if _says_from_there(frame.trigger):
        return _from(frame, _end(recent))
    if is_further_leg(frame.trigger):
        return _from(frame, _paused(frame.trigger, index))
    return frame


def _stops(trigger: Token) -> list[Token]:
    """Words for the stop before: "arrived there on the way", "visits it before flying on", "flew on after a visit"."""
    if is_way_on(trigger):
        return [verb for verb in [syntax.governing_verb(trigger)] if verb is not None]
    if trigger.dep_ in labels.PREPOSITION_OBJECTS and trigger.head.lower_ == "before":
        return [trigger.head.head]
    after = [child for child in trigger.children if child.dep_ == "prep" and child.lower_ in PAUSED]
    return [word for preposition in after for word in preposition.children if word.dep_ in labels.PREPOSITION_OBJECTS]


def _same_mover(a: MotionFrame, b: MotionFrame, index: DocumentIndex) -> bool:
    """Whether both are of one mover, as far as heads and entities tell."""
    if not a.movers or not b.movers:
        return False
    heads = (a.movers[0].head, b.movers[0].head)
    entities = [index.entity(head) for head in heads]
    return heads[0] == heads[1] or (entities[0] is not None and entities[0] == entities[1])


def _end(told: Sequence[MotionFrame]) -> Place | None:
    return told[-1].legs[-1].destination if told else None


def _from(frame: MotionFrame, origin: Place | None) -> MotionFrame:
    first = frame.legs[0]
    if origin is None or origin == first.destination:
        return frame
    return replace(frame, legs=(Leg(origin, first.destination), *frame.legs[1:]))


def _says_from_there(trigger: Token) -> bool:
    return any(
        child.lower_ == "from" and any(inner.lower_ == "there" for inner in child.children)
        for child in trigger.children
    )


def _paused(trigger: Token, index: DocumentIndex) -> Place | None:
    """Where the mover was before: "after a day in Lisbon", "after talks in Lisbon"."""
    nouns = syntax.under(trigger, PAUSED)
    nested = (index.place(inner) for noun in nouns for inner in syntax.under(noun, {"in", "at", "to"}))
    return next((place for place in nested if place), None)
