"""How a frame of a movement stands: the article's certainty of its trigger, and what going adds to it.

Someone who was on the way somewhere has not arrived there, and a timetable ("arrives on Thursday") is a plan.
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import motion_words as words
from pipeline.components.grammar import syntax, when
from pipeline.components.grammar.certainty import certainty
from pipeline.components.grammar.factuality import effects
from pipeline.components.grammar.traits import has_trait
from pipeline.components.motion.journeys import ONWARD
from pipeline.components.motion.motion_frame import MotionFrame
from pipeline.components.motion.owners import itineraries
from pipeline.domain import Factuality, Status, TimeExpression

SETTLED = frozenset({"occurred", "ongoing"})
CIRCUMSTANCES = frozenset({"after", "during", "following", "in", "on"})
EARLIER = frozenset({"before", "ahead", "until", "pending"})
GOING_ON = frozenset({"going", "leaving", "starting"})
STOPS = frozenset({"arriving", "visiting", "arrivals", "visits"})
UNFINISHED = frozenset({"going", "leaving", "starting", "sending", "arriving"})
OPEN = frozenset({"planned", "hypothetical"})
UNLIKELY = frozenset({"PS-", "CT-"})
HAD = frozenset({"had", "'d"})
UNDONE = frozenset({"instead", "n't", "never", "not"})
PRESENT = frozenset({"VBZ", "VBP"})


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
    if _is_ahead(frame, expression):
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
    marks = {child.lower_ for child in trigger.children if child.dep_ in ("advmod", "mark")}
    if _is_participial(trigger) and marks <= when.when_words().meanwhile:
        return trigger.head
    noun = trigger
    while noun.dep_ == "pobj" and not any(map(effects.on_noun, noun.lefts)):
        preposition, above = noun.head, noun.head.head
        if "ways" in words.kinds(trigger) and above.pos_ == "NOUN":
            return syntax.governing_verb(above)
        if above.pos_ != "NOUN" or not (has_trait(above, "part") or words.kinds(above)):
            circumstance = preposition.lower_ in CIRCUMSTANCES and above.pos_ in ("VERB", "AUX")
            return above if circumstance and not GOING_ON & set(words.kinds(above)) else None
        noun = above
    if noun.dep_ in ("dobj", "nsubj") or noun != trigger:
        return syntax.governing_verb(noun)
    return None


def _is_ahead(frame: MotionFrame, expression: TimeExpression | None) -> bool:
    trigger = frame.trigger
    verb = frame.support_verb if frame.support_verb is not None else trigger
    to_come = _is_announced(trigger) or _is_due(trigger) or is_way_on(trigger)
    to_come = to_come or (_comes_later(trigger) and not frame.joined)
    if to_come or _is_held_up(trigger) or _is_participle_of_plan(verb) or _is_title_infinitive(verb):
        return True
    return (verb.tag_ != "VBD" and when.looks_ahead(expression)) or _is_scheduled(verb, expression)


def _is_scheduled(verb: Token, expression: TimeExpression | None) -> bool:
    """The present tense of a plan: "arrives on Thursday", "goes on to Rabat", "the tour includes stops in"."""
    if not is_present(verb) or verb.lemma_ == "be" or has_trait(verb, "ending"):
        return False
    toured = "touring" in words.kinds(verb) and any("visits" in words.kinds(noun) for noun in syntax.subjects(verb))
    return toured or _is_timetable(expression) or goes_on(verb)


def is_present(verb: Token) -> bool:
    return verb.tag_ in PRESENT or (verb.tag_ == "NNS" and words.is_verb(verb))


def goes_on(verb: Token) -> bool:
    """ "goes on to Rabat", "travels back to Madrid": a further leg."""
    return any(child.lower_ in ONWARD for child in verb.children if child.dep_ in ("prt", "advmod"))


def _is_timetable(expression: TimeExpression | None) -> bool:
    """Whether the present tense with this time tells a plan ("on Thursday"); with a year it tells history."""
    return expression is not None and not expression.value.removeprefix("BC")[:4].isdigit()


def _is_held_up(trigger: Token) -> bool:
    """ "arms bound for Beirut were seized"."""
    noun = trigger.head
    while noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head
    moved = {"going", "sending"} & set(words.kinds(noun.head))
    described = not moved and trigger.dep_ == "acl" and has_trait(trigger, "bound")
    return described and noun.dep_ in ("dobj", "nsubjpass")


def _is_title_infinitive(verb: Token) -> bool:
    """ "Foreign minister to visit Cairo", not "was the first minister to visit Cairo"."""
    infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    describes = verb.dep_ in ("relcl", "acl") and verb.head.dep_ != "attr"
    return infinitive and (verb.dep_ == "ROOT" or describes)


def _is_announced(trigger: Token) -> bool:
    """What is announced is mostly still to come, and what itineraries list: "announced a swing, with stops in"."""
    noun = trigger
    while noun.dep_ in ("conj", "pobj") and (noun.dep_ == "conj" or noun.head.lower_ in ("of", "with")):
        noun = noun.head if noun.dep_ == "conj" else noun.head.head
    verb = noun if noun.pos_ == "VERB" else noun.head
    if trigger == verb:
        return bool(itineraries(verb))
    if noun != verb and noun.dep_ not in ("dobj", "nsubjpass"):
        return False
    return has_trait(verb, "announcing") or bool(itineraries(verb))


def _is_participle_of_plan(verb: Token) -> bool:
    """ "Making his first visit to Lima, he is scheduled to arrive on Monday"."""
    if not _is_participial(verb):
        return False
    governing = [verb.head, *(child for child in verb.head.children if child.dep_ == "acomp")]
    return any(effects.on_clause(word) == "plans" for word in governing)


def _is_participial(verb: Token) -> bool:
    return verb.dep_ == "advcl" and verb.tag_ == "VBG"


def _is_due(trigger: Token) -> bool:
    return "awaiting" in words.kinds(trigger) or any(
        child.lower_ == "due" for word in trigger.children for child in (word, *word.lefts) if word.pos_ != "VERB"
    )


def _comes_later(trigger: Token) -> bool:
    """ "before his trip", "ahead of her visit"."""
    word = trigger
    if word.dep_ == "pcomp" and _is_stop_before(word.head.head):
        return False
    while word.dep_ in ("pobj", "pcomp", "prep", "conj"):
        word = word.head
        if word.lower_ in EARLIER:
            return True
    return False


def _is_stop_before(verb: Token) -> bool:
    """ "visited Lima before flying to Quito", "began in Lima before going on to Quito"."""
    moves = has_trait(verb, "beginning") or bool(words.kinds(verb))
    return moves and verb.tag_ == "VBD" and not syntax.is_passive(verb)


def _is_on_rounds(frame: MotionFrame) -> bool:
    """ "is on a tour of Italy and France": which of them is reached is not told."""
    trigger = frame.trigger
    is_round = has_trait(trigger, "round") and len(frame.legs) > 1
    return is_round and trigger.dep_ == "pobj" and trigger.head.lower_ in CIRCUMSTANCES - {"after", "following"}


def _is_set_out_for(trigger: Token) -> bool:
    """ "left Beijing for a visit to Astana", "set off on a tour of Asia"."""
    setting_out = trigger.dep_ == "pobj" and trigger.head.lower_ in ("for", "on")
    return setting_out and bool(GOING_ON & set(words.kinds(trigger.head.head))) and "visits" in words.kinds(trigger)


def is_way_on(trigger: Token) -> bool:
    """ "arrived in Beijing on their way to Pyongyang"."""
    verb = syntax.governing_verb(trigger)
    return "ways" in words.kinds(trigger) and verb is not None and bool(STOPS & set(words.kinds(verb)))


def _is_there(verb: Token) -> bool:
    """ "arrived in Belarus, flying into Minsk"."""
    return verb.tag_ in ("VBD", "VBN") and (bool(STOPS & set(words.kinds(verb))) or verb.lemma_ == "come")


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
