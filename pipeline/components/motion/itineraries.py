"""What one telling of a movement takes from another: whose visit "the visit" is, and where the next leg starts.

A leg starts where the one before ended only where the text chains them: "left Kingston and is heading to Nassau",
"arrived in Beijing on their way to Pyongyang", "after a day in Lisbon goes on to Rabat", "from there".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, takewhile

from spacy.tokens import Token

from pipeline.components.grammar import motion_words as words
from pipeline.components.grammar import syntax
from pipeline.components.grammar.certainty import certainty
from pipeline.components.motion.journeys import Leg
from pipeline.components.motion.prospects import OPEN, SETTLED, goes_on, is_way_on, prospect
from pipeline.components.motion.scene import Scene
from pipeline.components.motion.tellings import Telling
from pipeline.domain import Place

REACH = 3
UNMET = OPEN | {"cancelled"}
RETOLD = frozenset({"arrivals", "going", "touring", "visits", "ways"})
PAUSED = frozenset({"after", "following"})


def linked(told: Sequence[Telling], scene: Scene) -> list[Telling]:
    """Tellings in the order of the text, with what each takes from those around it; those of nobody are left out."""
    known: list[Telling] = []
    placed = (_placed(telling, told, scene) for telling in sorted(told, key=lambda each: each.trigger.i))
    for telling in (each for each in placed if each is not None):
        recent = _recent(known, telling)
        known.append(_started(_owned(telling, recent), recent, told, scene))
    continued = [_departure(each, known) for each in known if each.movers]
    return [
        _from(each, departure.legs[0].origin) if departure is not None else each
        for each, departure in zip((each for each in known if each.movers), continued, strict=True)
        if not any(each is departed for departed in continued)
    ]


def _recent(known: Sequence[Telling], telling: Telling) -> list[Telling]:
    """The tellings of the last sentences; ``known`` stands in the order of the text."""
    near = takewhile(lambda each: sentences_between(each.trigger, telling.trigger) < REACH, reversed(known))
    return list(near)[::-1]


def sentences_between(earlier: Token, later: Token) -> int:
    """How many sentences further on the later word stands; counted no further than ``REACH``."""
    starts = (token for token in earlier.doc[earlier.i + 1 : later.i + 1] if token.is_sent_start)
    return sum(1 for _ in islice(starts, REACH))


def _placed(telling: Telling, told: Sequence[Telling], scene: Scene) -> Telling | None:
    """ "The trip has been scrapped": the one just told of as a plan, or the one that the next sentence tells of."""
    if telling.legs:
        return telling
    plans = [
        each
        for each in told
        if each.legs and each.movers and _fits(each, telling, scene) and prospect(each, None)[0] in UNMET
    ]
    before = [each for each in plans if 0 <= sentences_between(each.trigger, telling.trigger) < REACH]
    after = [each for each in plans if sentences_between(telling.trigger, each.trigger) == 1]
    plan = next(iter([*before[::-1], *after]), None)
    return replace(telling, movers=plan.movers, legs=plan.legs) if plan is not None else None


def _fits(plan: Telling, telling: Telling, scene: Scene) -> bool:
    same_noun = not telling.movers or plan.movers[0].head.lemma_ == telling.movers[0].head.lemma_
    return same_noun or _same_mover(plan, telling, scene)


def _owned(telling: Telling, recent: Sequence[Telling]) -> Telling:
    """ "The visit" is that of whoever moved last."""
    if telling.movers or not recent or not RETOLD & set(words.kinds(telling.trigger)):
        return telling
    return replace(telling, movers=recent[-1].movers)


def _started(telling: Telling, recent: Sequence[Telling], told: Sequence[Telling], scene: Scene) -> Telling:
    """The telling with the place that it starts from, where the text chains it to another."""
    if telling.legs[0].origin is not None or telling.legs[0].destination is None:
        return telling
    before = _stops(telling.trigger)
    if stops := [each for each in told if each.trigger in before and _same_mover(each, telling, scene)]:
        return _from(telling, _end(stops))
    if _says_from_there(telling.trigger):
        return _from(telling, _end(recent))
    if goes_on(telling.trigger):
        return _from(telling, _paused(telling.trigger, scene))
    return telling


def _stops(trigger: Token) -> list[Token]:
    """Words for the stop before: "arrived there on the way", "visits it before flying on", "flew on after a visit"."""
    if is_way_on(trigger):
        return [verb for verb in [syntax.governing_verb(trigger)] if verb is not None]
    if trigger.dep_ in ("pcomp", "pobj") and trigger.head.lower_ == "before":
        return [trigger.head.head]
    after = [child for child in trigger.children if child.dep_ == "prep" and child.lower_ in PAUSED]
    return [word for preposition in after for word in preposition.children if word.dep_ in ("pcomp", "pobj")]


def _same_mover(a: Telling, b: Telling, scene: Scene) -> bool:
    """Whether both are of one mover, as far as heads and entities tell."""
    if not a.movers or not b.movers:
        return False
    heads = (a.movers[0].head, b.movers[0].head)
    entities = [scene.entity(head) for head in heads]
    return heads[0] == heads[1] or (entities[0] is not None and entities[0] == entities[1])


def _end(told: Sequence[Telling]) -> Place | None:
    return told[-1].legs[-1].destination if told else None


def _from(telling: Telling, origin: Place | None) -> Telling:
    first = telling.legs[0]
    if origin is None or origin == first.destination:
        return telling
    return replace(telling, legs=(Leg(origin, first.destination), *telling.legs[1:]))


def _says_from_there(trigger: Token) -> bool:
    return any(
        child.lower_ == "from" and any(inner.lower_ == "there" for inner in child.children)
        for child in trigger.children
    )


def _paused(trigger: Token, scene: Scene) -> Place | None:
    """Where the mover was before: "after a day in Lisbon", "after talks in Lisbon"."""
    nouns = syntax.under(trigger, PAUSED)
    nested = (scene.place(inner) for noun in nouns for inner in syntax.under(noun, {"in", "at", "to"}))
    return next((place for place in nested if place), None)


def _departure(telling: Telling, known: Sequence[Telling]) -> Telling | None:
    """The telling of leaving that this one goes on from: "has left Pyongyang and is heading to Russia"."""
    trigger = telling.trigger
    first = telling.legs[0]
    if trigger.dep_ not in ("conj", "advcl") or first.destination is None or first.origin is not None:
        return None
    for earlier in known:
        start = earlier.legs[0]
        same = earlier.trigger == trigger.head and earlier.movers and earlier.movers[0].head == telling.movers[0].head
        if same and start.destination is None and start.origin != first.destination and _both_settled(earlier, telling):
            return earlier
    return None


def _both_settled(earlier: Telling, later: Telling) -> bool:
    return all(certainty(each.trigger)[0] in SETTLED for each in (earlier, later))
