"""Whether enough is said for an event: who takes part, one of weight among them, and what about."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from pipeline.components.grammar import labels, referents, syntax
from pipeline.components.plover import wording
from pipeline.components.plover.actor_kinds import is_authority, is_dignitary, is_force, is_powerful, is_protester
from pipeline.components.plover.event_frame import EventFrame
from pipeline.components.plover.lexicon import event_lexicon
from pipeline.components.plover.participants import is_human, is_joint, is_several, is_weighty
from pipeline.domain import EventType

NEEDS_ACTOR: frozenset[EventType] = frozenset(
    {"REQUEST", "AGREE", "REJECT", "THREATEN", "SUPPORT", "CONSULT", "COOPERATE", "PROTEST"}
)
NEEDS_COUNTERPART: frozenset[EventType] = frozenset({"ACCUSE", "AID", "SUPPORT", "COOPERATE", "CONSULT", "ASSAULT"})
DEEDS: frozenset[EventType] = frozenset({"ASSAULT", "COERCE"})
MUTUAL: frozenset[EventType] = frozenset({"COOPERATE", "CONSULT", "SUPPORT"})
WITHOUT_WEIGHT: frozenset[EventType] = frozenset({"ASSAULT", "PROTEST"})
PASSIVE: frozenset[EventType] = frozenset({"ACCUSE", "REQUEST", "RETREAT", "SANCTION"})
MAIN = frozenset({"ROOT", "ccomp", "conj"})


def _has_parties(told: EventFrame) -> bool:
    if told.type in NEEDS_ACTOR and not told.actors:
        return _is_of_one(told) and any(map(is_human, told.recipients))
    if told.type == "AID" and not told.actors and all(taker.ent_type_ == "PERSON" for taker in told.recipients):
        return False
    if told.type == "AID" and told.trigger.lemma_.lower() == "donate" and any(map(is_weighty, told.actors)):
        return True
    if told.type in NEEDS_COUNTERPART or told.mode == "visit" or is_bare_noun(told):
        return _has_counterpart(told)
    return bool(told.actors or told.recipients)


def _judges_deed(told: EventFrame) -> bool:
    """ "condemned the coup", "defended the raid": the deed stands for those who did it."""
    if told.type not in ("ACCUSE", "SUPPORT") or told.trigger.pos_ != "VERB" or syntax.is_passive(told.trigger):
        return False
    matters = (matter for noun in syntax.patients(told.trigger) for matter in wording.matters(noun))
    return any(map(is_weighty, told.actors)) and any(DEEDS & {*matter.types.values()} for matter in matters)


def _is_judged_by_power(told: EventFrame) -> bool:
    """ "the minister welcomed the ruling": what those in power think of something is politics, whoever did it."""
    main = told.trigger.pos_ == "VERB" and told.trigger.dep_ in ("ROOT", "conj", "ccomp")
    named = ("PERSON", "GPE", "NORP", "ORG") if told.type == "ACCUSE" else ("PERSON",)
    judges = (a for a in told.actors if (is_powerful(a) or a.ent_type_ in named or _is_state(a)) and not is_force(a))
    return told.type in ("ACCUSE", "SUPPORT") and main and any(judges)


def _is_state(actor: Token) -> bool:
    """ "Peru welcomed the deal", not "Sydney's zoo welcomed two cubs"."""
    return actor.ent_type_ == "GPE" and actor.dep_ == "nsubj"


def _is_attack_of_forces(told: EventFrame) -> bool:
    by_verb = told.type == "ASSAULT" and bool(told.coindexed) and told.trigger.pos_ == "VERB"
    return by_verb and any(map(is_force, told.actors))


def _has_counterpart(told: EventFrame) -> bool:
    if _judges_deed(told) or _is_judged_by_power(told) or _is_attack_of_forces(told):
        return True
    if told.recipients or told.mode == "visit":
        return bool(told.recipients)
    if told.type == "CONSULT" and (any(map(_sits, told.actors)) or _holds_meeting(told)):
        return True
    if len(told.actors) > 1 or any(map(is_joint, told.actors)):
        return True
    return told.type in MUTUAL and any(map(is_several, told.actors))


def _sits(actor: Token) -> bool:
    """ "the council met": a public body confers among its members."""
    return actor.lemma_.lower() in event_lexicon().bodies and is_authority(actor)


def _holds_meeting(told: EventFrame) -> bool:
    """ "NATO will hold a summit": a named body does so with whoever comes."""
    return bool(told.coindexed) and any(actor.ent_type_ == "ORG" for actor in told.actors)


def _has_anyone(told: EventFrame) -> bool:
    return bool(told.actors or told.recipients)


def _has_weight(told: EventFrame) -> bool:
    if told.mode == "visit":
        return any(is_dignitary(actor) or actor.pos_ == "PRON" for actor in told.actors)
    done = told.type == "COERCE" or (told.type == "RETREAT" and told.actors)
    if done and any(map(_is_counted, told.recipients)):
        return True
    if told.trigger.pos_ == "VERB" and any(map(_weighs_by_itself, told.actors)):
        return True
    if _is_of_one(told) and any(map(is_human, told.recipients)):
        return True
    if told.type == "REQUEST" and told.trigger.dep_ in MAIN and any(map(_is_in_office, told.recipients)):
        return True
    if told.type == "CONSULT" and any(map(_refers_back, told.actors)):
        return True
    return told.type in WITHOUT_WEIGHT or any(is_weighty(party) for party in (*told.actors, *told.recipients))


def _is_of_one(told: EventFrame) -> bool:
    """What is done to one that the main clause is about: "a man was arrested", "they were told to go"."""
    if told.trigger.pos_ not in labels.VERBAL or told.trigger.dep_ not in MAIN:
        return False
    passive = not told.actors and syntax.is_passive(told.trigger)
    return told.type == "COERCE" or (told.type in PASSIVE and passive)


def _weighs_by_itself(actor: Token) -> bool:
    """ "the city lifted the curfew", "protesters called for an inquiry": an authority or a crowd makes politics."""
    return is_authority(actor) or (is_protester(actor) and is_several(actor))


def _is_in_office(asked: Token) -> bool:
    """ "Residents urged the mayor to resign": what is asked of who holds an office is politics, whoever asks."""
    return asked.pos_ == "NOUN" and is_authority(asked)


def _refers_back(actor: Token) -> bool:
    """ "The two met again", "the two men spoke": who has been named before."""
    is_number = actor.pos_ == "NUM" and any(child.lower_ in ("the", "these") for child in actor.lefts)
    return is_number or bool(referents.members(actor))


def _is_counted(party: Token) -> bool:
    """ "seven people", "hundreds": arrests by number are police action more than crime reports."""
    return is_several(party) and (party.pos_ == "NUM" or any(child.dep_ == "nummod" for child in party.lefts))


def _has_content(told: EventFrame) -> bool:
    """A request is of someone or for something, an offer too, and money that nobody gives is no aid."""
    if told.type == "REQUEST":
        return bool(told.recipients or told.coindexed)
    if told.type == "AGREE" and not told.recipients and len(told.coindexed) == 1:
        return any(map(_is_settled_by, told.actors)) or any(True for _ in told.coindexed[0].rights)
    return told.type != "AID" or bool(told.actors) or not any(map(wording.is_money, told.coindexed))


def _is_settled_by(actor: Token) -> bool:
    return is_several(actor) or actor.ent_type_ in ("GPE", "ORG")


def is_bare_noun(told: EventFrame) -> bool:
    return told.trigger.pos_ in labels.NOMINAL and not told.coindexed


CHECKS: tuple[Callable[[EventFrame], bool], ...] = (_has_parties, _has_anyone, _has_weight, _has_content)
