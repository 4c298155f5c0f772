"""Whether a movement is still to come by how it is told: announced, due, on a timetable, or after something else."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax, when
from pipeline.components.grammar import motion_words as words
from pipeline.components.grammar.factuality import effects
from pipeline.components.grammar.traits import has_trait
from pipeline.components.motion.journeys import ONWARD
from pipeline.components.motion.motion_frame import MotionFrame
from pipeline.components.motion.owners import itineraries
from pipeline.domain import TimeExpression

EARLIER = frozenset({"before", "ahead", "until", "pending"})
STOPS = frozenset({"arriving", "visiting", "arrivals", "visits"})


def is_ahead(frame: MotionFrame, expression: TimeExpression | None) -> bool:
    trigger = frame.trigger
    verb = frame.support_verb if frame.support_verb is not None else trigger
    is_told_before = _comes_later(trigger) and not frame.joined
    if is_told_before or any(tells(trigger) for tells in (_is_announced, _is_due, is_way_on, _is_held_up)):
        return True
    if _is_participle_of_plan(verb) or _is_title_infinitive(verb):
        return True
    return (verb.tag_ != "VBD" and when.looks_ahead(expression)) or _is_scheduled(verb, expression)


def _is_scheduled(verb: Token, expression: TimeExpression | None) -> bool:
    """The present tense of a plan: "arrives on Thursday", "goes on to Rabat", "the tour includes stops in"."""
    if not is_present(verb) or verb.lemma_ == "be" or has_trait(verb, "ending"):
        return False
    toured = "touring" in words.kinds(verb) and any("visits" in words.kinds(noun) for noun in syntax.subjects(verb))
    return toured or _is_timetable(expression) or is_further_leg(verb)


def is_present(verb: Token) -> bool:
    return verb.tag_ in labels.PRESENT or (verb.tag_ == "NNS" and words.is_verb(verb))


def is_further_leg(verb: Token) -> bool:
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
    return described and noun.dep_ in labels.UNDERGOERS


def _is_title_infinitive(verb: Token) -> bool:
    """ "Foreign minister to visit Cairo", not "was the first minister to visit Cairo"."""
    infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    describes = verb.dep_ in labels.ADNOMINAL_CLAUSES and verb.head.dep_ != "attr"
    return infinitive and (verb.dep_ == "ROOT" or describes)


def _is_announced(trigger: Token) -> bool:
    """What is announced is mostly still to come, and what itineraries list: "announced a swing, with stops in"."""
    noun = trigger
    while noun.dep_ in ("conj", "pobj") and (noun.dep_ == "conj" or noun.head.lower_ in ("of", "with")):
        noun = noun.head if noun.dep_ == "conj" else noun.head.head
    verb = noun if noun.pos_ == "VERB" else noun.head
    if trigger == verb:
        return bool(itineraries(verb))
    if noun != verb and noun.dep_ not in labels.UNDERGOERS:
        return False
    return has_trait(verb, "announcing") or bool(itineraries(verb))


def _is_participle_of_plan(verb: Token) -> bool:
    """ "Making his first visit to Lima, he is scheduled to arrive on Monday"."""
    if not is_participial(verb):
        return False
    governing = [verb.head, *(child for child in verb.head.children if child.dep_ == "acomp")]
    return any(effects.on_clause(word) == "plans" for word in governing)


def _is_due(trigger: Token) -> bool:
    beside = (child for word in trigger.children if word.pos_ != "VERB" for child in (word, *word.lefts))
    return "awaiting" in words.kinds(trigger) or any(word.lower_ == "due" for word in beside)


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


def is_way_on(trigger: Token) -> bool:
    """ "arrived in Beijing on their way to Pyongyang"."""
    verb = syntax.governing_verb(trigger)
    return "ways" in words.kinds(trigger) and verb is not None and bool(STOPS & set(words.kinds(verb)))


def is_participial(verb: Token) -> bool:
    return verb.dep_ == "advcl" and verb.tag_ == "VBG"
