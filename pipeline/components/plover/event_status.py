"""How an event stands: as its clause does, and as what it is can stand; nobody schedules a blast."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import cues, labels, syntax, tenses, time_direction, when
from pipeline.components.grammar.certainty import certainty
from pipeline.components.grammar.factuality import effects
from pipeline.components.plover.event_frame import EventFrame
from pipeline.domain import EventType, Factuality, Status, TimeExpression

UNSCHEDULED: frozenset[EventType] = frozenset({"ASSAULT", "COERCE", "DISASTER"})
DECIDED = labels.COMPLEMENT_CLAUSES | {"acl"}


def standing(told: EventFrame, time: TimeExpression | None) -> tuple[Status, Factuality]:
    """Status and factuality of an event that a time expression, if any, dates."""
    status, factuality = _as_told(told)
    if status == "occurred" and _is_timetable(told.trigger, time) and not _is_unscheduled(told):
        return "planned", "PS+"
    if status == "planned" and _is_unscheduled(told) and _is_simple_present(told.trigger):
        return "occurred", "CT+"
    return status, factuality


def _as_told(told: EventFrame) -> tuple[Status, Factuality]:
    """How certain it is; what a refusal denies is not that someone refuses."""
    coming = certainty(_occasion_of(told)) if told.mode == "visit" else None
    status, factuality = coming if coming and coming[0] == "planned" else certainty(_purpose_of(told))
    return ("occurred", "CT+") if told.refusal and status == "denied" else (status, factuality)


def _is_unscheduled(told: EventFrame) -> bool:
    """ "Blast kills five on Monday", "a gunman opens fire on June 12": no plan, though it is told in the present."""
    return told.type in UNSCHEDULED or told.happening == "death"


def _is_simple_present(verb: Token) -> bool:
    """Whether a verb is in the simple present, in a main clause or in one that a verb of speech reports."""
    main = verb
    while main.dep_ == "conj":
        main = main.head
    alone = verb.tag_ in labels.PRESENT and not any(syntax.auxiliaries(verb))
    return verb.pos_ == "VERB" and alone and main.dep_ in ("ROOT", "ccomp")


def is_of_decision(told: EventFrame, time: TimeExpression) -> bool:
    """ "decided on Saturday to host it", "announced plans last week to sell": when it was decided, and not when it is.

    A time to come is that of what is planned, wherever it stands: "plans in May to lay off 75".
    """
    word = told.trigger
    within = word.left_edge.idx <= time.start <= word.right_edge.idx
    looks_back = when.looks_back(time)
    if word.pos_ not in labels.VERBAL or word.dep_ not in DECIDED:
        return False
    return looks_back or (time.tense == "past" and not within)


def _is_timetable(word: Token, time: TimeExpression | None) -> bool:
    """ "The contracts are signed next week", "the funeral is Saturday": in the present tense, of a time to come."""
    if word.pos_ == "NOUN" and when.is_of_day(word):
        return tenses.tense(word.head) == "present"
    if word.pos_ != "VERB" or tenses.tense(word) != "present":
        return False
    return when.looks_ahead(time) or (time is not None and time_direction.is_timetable(word))


def _occasion_of(told: EventFrame) -> Token:
    """ "Making his first visit to Lima, he is to open a mill": what a visit is for, and as certain as."""
    visit = told.trigger
    if visit.dep_ != "advcl" or visit.tag_ != "VBG" or visit.i > visit.head.i:
        return visit
    planned = (child for child in visit.head.rights if child.dep_ == "xcomp")
    return next(planned, visit.head) if effects.on_clause(visit.head) == "plans" else visit.head


def _purpose_of(told: EventFrame) -> Token:
    """ "walked out to protest", "said it would attack": a crowd's march is the protest, what is said is the threat."""
    word = told.trigger
    if told.type == "THREATEN" and (said := cues.uttering(word)) is not None:
        return said
    purpose = word.dep_ == "advcl" and any(child.tag_ == "TO" for child in word.lefts)
    is_planned = any(certainty(noun)[0] == "planned" for noun in told.coindexed if _is_own(noun))
    return word.head if purpose and told.type == "PROTEST" and not is_planned else word


def _is_own(noun: Token) -> bool:
    """A noun of the event itself, and not of what it is against: "protested against | the killing"."""
    return noun.pos_ == "NOUN" and noun.dep_ != "pobj"
