"""What is told whoever takes part: riots that break out, talks that are held, a ban that is lifted."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import syntax, when
from pipeline.components.grammar.traits import has_trait
from pipeline.components.plover import nouns
from pipeline.components.plover.event_frame import EventFrame
from pipeline.domain import IMPERSONAL_TYPES, EventType

OUTBREAKS: frozenset[EventType] = frozenset({"ASSAULT", "COERCE", "CONSULT", "PROTEST", "REJECT"})
LASTING: frozenset[EventType] = frozenset({"RETREAT", "SANCTION"})
"""What takes effect by itself: "the ceasefire began on Monday"."""
GATHERINGS: frozenset[EventType] = frozenset({"CONSULT", "PROTEST"})
WHEN_AND_WHERE = frozenset({"DATE", "FAC", "GPE", "LOC", "TIME"})


def is_one(told: EventFrame) -> bool:
    """Whether an event needs nobody who does it."""
    return _breaks_out(told) or _is_gathering(told) or _is_settled(told)


def _breaks_out(told: EventFrame) -> bool:
    """ "Riots broke out", "the ruling sparked protests", "talks have collapsed", "a revolt was crushed".

    They are told whoever takes part.
    """
    trigger = told.trigger
    if told.type not in OUTBREAKS | LASTING or trigger.pos_ != "VERB" or told.actors:
        return False
    if has_trait(trigger, "explaining") and not syntax.is_passive(trigger):
        return told.type == "PROTEST"
    happening = (cover for cover in told.coindexed if nouns.type_of(cover) is not None)
    goes_on = any(noun in syntax.subjects(trigger) for noun in happening)
    if not syntax.is_passive(trigger):
        return goes_on and told.type != "COERCE"
    return goes_on if told.type == "COERCE" else told.type == "PROTEST" and told.plain


def _is_gathering(told: EventFrame) -> bool:
    """ "Talks were held in Geneva", "a rally is planned for Saturday": of a place or day, whoever comes."""
    if told.type not in GATHERINGS or told.actors:
        return False
    if when.is_of_day(told.trigger):
        return True
    verb = told.trigger if told.trigger.pos_ == "VERB" else told.trigger.head
    is_held = has_trait(verb, "held") or has_trait(verb, "holding")
    gathers = any(child.dep_ == "nsubjpass" and nouns.type_of(child) is not None for child in verb.lefts)
    return is_held and gathers and _is_placed(verb)


def _is_settled(told: EventFrame) -> bool:
    """ "A deal was reached on Monday", whoever did it; merging keeps it where a place or day is told."""
    trigger = told.trigger
    if told.type not in IMPERSONAL_TYPES or told.actors or trigger.pos_ != "VERB" or not syntax.is_passive(trigger):
        return False
    return any(noun in told.coindexed for noun in syntax.subjects(trigger))


def _is_placed(word: Token) -> bool:
    """Whether a day or a place stands right under it."""
    return any(under.ent_type_ in WHEN_AND_WHERE for child in word.rights for under in _led_to(child))


def _led_to(child: Token) -> list[Token]:
    return [child, *syntax.objects_of_preposition(child)]
