"""How a telling of a movement stands: the article's certainty of its trigger, and what going adds to it.

Someone who was on the way somewhere has not arrived there, and a timetable ("arrives on Thursday") is a plan.
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components import motion, syntax, timing
from pipeline.components.certainty import certainty
from pipeline.components.scene import Scene
from pipeline.components.tellings import Telling
from pipeline.domain import Factuality, Status, TimeExpression

SETTLED = frozenset({"occurred", "ongoing"})
EARLIER = frozenset({"before", "ahead", "until", "pending"})
STOPS = frozenset({"arriving", "visiting", "arrivals", "visits"})
PRESENT = frozenset({"VBZ", "VBP"})


def prospect(telling: Telling, expression: TimeExpression | None, scene: Scene) -> tuple[Status, Factuality]:
    """Status and factuality of a movement."""
    trigger = telling.trigger
    if "avoiding" in motion.kinds(trigger):
        return "denied", "CT-"
    word = trigger.head if trigger.dep_ == "prep" else trigger
    status, factuality = certainty(trigger) if word is trigger else ("occurred", "CT+")
    if status not in SETTLED:
        return status, factuality
    if _is_ahead(telling, expression):
        return "planned", "PS+"
    return ("ongoing", factuality) if _is_under_way(telling) else (status, factuality)


def _is_ahead(telling: Telling, expression: TimeExpression | None) -> bool:
    trigger = telling.trigger
    verb = telling.bearer if telling.bearer is not None else trigger
    if timing.looks_ahead(expression) or _is_title_infinitive(verb) or _is_due(trigger):
        return True
    if _comes_later(trigger) or _is_way_on(trigger):
        return True
    return verb.tag_ in PRESENT and expression is not None and not _is_copula(verb)


def _is_title_infinitive(verb: Token) -> bool:
    """ "Foreign minister to visit Cairo"."""
    infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    return infinitive and verb.dep_ in ("relcl", "acl", "ROOT")


def _is_due(trigger: Token) -> bool:
    return any(child.dep_ == "acomp" and child.lower_ == "due" for child in trigger.children)


def _comes_later(trigger: Token) -> bool:
    """ "before his trip", "ahead of her visit"."""
    word = trigger
    while word.dep_ in ("pobj", "pcomp", "prep", "conj"):
        word = word.head
        if word.lower_ in EARLIER:
            return True
    return any(child.dep_ == "mark" and child.lower_ in EARLIER for child in trigger.children)


def _is_way_on(trigger: Token) -> bool:
    """ "arrived in Beijing on their way to Pyongyang"."""
    verb = syntax.governing_verb(trigger)
    return "ways" in motion.kinds(trigger) and verb is not None and bool(STOPS & set(motion.kinds(verb)))


def _is_under_way(telling: Telling) -> bool:
    """The progressive, a bare participle, or "on the way": the destination is not reached."""
    trigger = telling.trigger
    kinds = set(motion.kinds(trigger))
    if "ways" in kinds:
        return True
    if trigger.tag_ == "VBG" and kinds & {"going", "leaving", "sending", "arriving"}:
        return trigger.dep_ not in ("pcomp", "csubj") and any(leg.destination for leg in telling.legs)
    return trigger.lemma_ == "bind" or (trigger.lemma_ == "head" and trigger.tag_ == "VBN")


def _is_copula(verb: Token) -> bool:
    return verb.lemma_ == "be"
