"""How a frame of a movement stands: the article's certainty of its trigger, and what going adds to it.

Someone who was on the way somewhere has not arrived there, and a timetable ("arrives on Thursday") is a plan.
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax, when
from pipeline.components.grammar import motion_words as words
from pipeline.components.grammar.certainty import certainty
from pipeline.components.grammar.factuality import effects
from pipeline.components.grammar.traits import has_trait
from pipeline.components.motion.motion_frame import MotionFrame
from pipeline.components.motion.plans import STOPS, is_ahead, is_participial, is_present
from pipeline.domain import Factuality, Status, TimeExpression

SETTLED = frozenset({"occurred", "ongoing"})
CIRCUMSTANCES = frozenset({"after", "during", "following", "in", "on"})
GOING_ON = frozenset({"going", "leaving", "starting"})
UNFINISHED = frozenset({"going", "leaving", "starting", "sending", "arriving"})
OPEN = frozenset({"planned", "hypothetical"})
UNLIKELY = frozenset({"PS-", "CT-"})
HAD = frozenset({"had", "'d"})
UNDONE = frozenset({"instead", "n't", "never", "not"})


def motion_status(frame: MotionFrame, expression: TimeExpression | None) -> tuple[Status, Factuality]:
    """Status and factuality of a movement; what had been planned need not have come true."""
    status, factuality = _outlook(frame, expression)
    if status in OPEN and _is_replaced(frame.trigger):
        return "cancelled", "CT-"
    if status == "planned" and _is_past_plan(frame.trigger):
        return "hypothetical", "PS+"
    return status, factuality


def _outlook(frame: MotionFrame, expression: TimeExpression | None) -> tuple[Status, Factuality]:
    """How it stands by its own words and the clauses around it."""
    trigger = frame.trigger
    if "avoiding" in words.kinds(trigger):
        return "denied", "CT-"
    status, factuality = _certainty(trigger)
    if status == "hypothetical" and factuality in UNLIKELY:
        return "denied", factuality
    if status not in SETTLED:
        return status, factuality
    if is_ahead(frame, expression):
        return "planned", "PS+"
    return ("ongoing", factuality) if _is_under_way(frame) else (status, factuality)


def _certainty(trigger: Token) -> tuple[Status, Factuality]:
    """The certainty of a trigger; what is on or during a visit stands as the clause around it does."""
    around = _surrounding(trigger)
    is_circumstance = around is not None and trigger.dep_ == "pobj" and trigger.head.lower_ in CIRCUMSTANCES | {"of"}
    own = certainty(trigger)
    if (is_circumstance or trigger.dep_ == "prep") and own[0] not in ("cancelled", "denied"):
        own = "occurred", "CT+"
    if around is None or own[0] not in SETTLED:
        return own
    outer = _certainty(around)
    return outer if outer[0] in OPEN else own


def _is_past_plan(trigger: Token) -> bool:
    """ "had been due to fly", "had planned to visit", "was to have visited": whether it came true is not told."""
    perfect = any(child.dep_ == "aux" and child.lower_ == "have" for child in trigger.children)
    plan = _planning(trigger)
    return (perfect and plan.tag_ == "VBD") or any(child.lower_ in HAD for child in plan.children)


def _planning(trigger: Token) -> Token:
    """The verb that says what is planned, or the trigger itself: "had been | due to fly", "had been due in"."""
    word = trigger
    while word.dep_ in ("xcomp", "acomp"):
        word = word.head
    return word


def _is_replaced(trigger: Token) -> bool:
    """ "was to fly on to Oslo, but flew home instead", "but never left"."""
    plan = _planning(trigger)
    if plan.tag_ != "VBD" and not _is_past_plan(trigger):
        return False
    above = syntax.governing_verb(plan.head) if plan.dep_ == "relcl" else None
    later = [word for word in (above, *plan.conjuncts, *trigger.conjuncts) if word is not None]
    later = [word for word in later if word.i > trigger.i]
    called_off = any(effects.on_noun(word) == "cancels" and _is_of_journey(word) for word in later)
    return called_off or any(child.lower_ in UNDONE for word in later for child in word.children)


def _is_of_journey(verb: Token) -> bool:
    """ "was to visit Oslo, but the trip was cancelled"; not "and thousands of operations were postponed"."""
    subject = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    if subject is None:
        return syntax.is_passive(verb)
    return subject.pos_ == "PRON" or subject.tag_ == "NN" or bool(words.kinds(subject))


def _surrounding(trigger: Token) -> Token | None:
    """The verb that a plain visit is a circumstance of: "called for calm on a visit", "the last leg of his tour"."""
    marks = {child.lower_ for child in trigger.children if child.dep_ in labels.MARKERS}
    if is_participial(trigger) and marks <= when.when_words().meanwhile:
        return trigger.head
    noun = trigger
    while noun.dep_ == "pobj" and not any(map(effects.on_noun, noun.lefts)):
        preposition, above = noun.head, noun.head.head
        if "ways" in words.kinds(trigger) and above.pos_ == "NOUN":
            return syntax.governing_verb(above)
        if above.pos_ != "NOUN" or not (has_trait(above, "part") or words.kinds(above)):
            circumstance = preposition.lower_ in CIRCUMSTANCES and above.pos_ in labels.VERBAL
            return above if circumstance and not GOING_ON & set(words.kinds(above)) else None
        noun = above
    if noun.dep_ in ("dobj", "nsubj") or noun != trigger:
        return syntax.governing_verb(noun)
    return None


def _is_on_rounds(frame: MotionFrame) -> bool:
    """ "is on a tour of Italy and France": which of them is reached is not told."""
    trigger = frame.trigger
    is_round = has_trait(trigger, "round") and len(frame.legs) > 1
    return is_round and trigger.dep_ == "pobj" and trigger.head.lower_ in CIRCUMSTANCES - {"after", "following"}


def _is_set_out_for(trigger: Token) -> bool:
    """ "left Beijing for a visit to Astana", "set off on a tour of Asia"."""
    setting_out = trigger.dep_ == "pobj" and trigger.head.lower_ in ("for", "on")
    return setting_out and bool(GOING_ON & set(words.kinds(trigger.head.head))) and "visits" in words.kinds(trigger)


def _is_there(verb: Token) -> bool:
    """ "arrived in Belarus, flying into Minsk"."""
    return verb.tag_ in labels.PAST and (bool(STOPS & set(words.kinds(verb))) or verb.lemma_ == "come")


def _is_under_way(frame: MotionFrame) -> bool:
    """The progressive, a bare participle, or "on the way": the destination is not reached."""
    trigger = frame.trigger
    kinds = set(words.kinds(trigger))
    if "ways" in kinds or _is_set_out_for(trigger) or _is_on_rounds(frame):
        return True
    if is_present(trigger) and kinds & {"going", "starting"} and "arriving" not in kinds:
        return True
    if trigger.tag_ == "VBG" and kinds & UNFINISHED and trigger.dep_ not in ("pcomp", "csubj"):
        if trigger.dep_ == "advcl" and _is_there(trigger.head):
            return False
        return any(child.dep_ == "aux" for child in trigger.children) or any(leg.destination for leg in frame.legs)
    return has_trait(trigger, "bound") and (syntax.is_passive(trigger) or trigger.dep_ in ("acl", "advcl"))
