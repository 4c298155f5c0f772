"""The future of an event, which its doer commits to or threatens with."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.plover import roles
from pipeline.components.plover.event_frame import EventFrame
from pipeline.components.plover.governing import governs
from pipeline.components.plover.lexicon import COOPERATIVE, HOSTILE, NEWS
from pipeline.components.plover.speakers import speaker_for
from pipeline.lexicons.function_words import FUTURE_AUXILIARIES, POSSIBILITY_AUXILIARIES

OPEN_AUXILIARIES = FUTURE_AUXILIARIES | POSSIBILITY_AUXILIARIES


def foreseen(told: EventFrame, verb: Token) -> EventFrame:
    helpers = {child.lower_ for child in verb.lefts if child.dep_ == "aux"}
    if helpers & OPEN_AUXILIARIES and told.type in HOSTILE and _is_warned_of(verb):
        return told.retyped("THREATEN")
    return shifted(told, verb) if helpers & FUTURE_AUXILIARIES or _is_headline_future(verb) else told


def _is_headline_future(verb: Token) -> bool:
    """ "Iraq to let Turkey ship oil": an infinitive with a subject of its own is a headline's future."""
    parts = [(child.dep_, child.lower_) for child in verb.lefts]
    clause = verb.dep_ == "ROOT" or (verb.dep_ == "ccomp" and verb.i < verb.head.i)
    return clause and ("aux", "to") in parts and any(dep == "nsubj" for dep, _ in parts)


def _is_warned_of(verb: Token) -> bool:
    """ "Mali may cut the aid, its envoy warned": the warning stands after what is warned of."""
    return verb.dep_ == "ccomp" and verb.i < verb.head.i and governs(verb.head, "warn")


def shifted(told: EventFrame, verb: Token) -> EventFrame:
    """PLOVER codes the future of cooperation as AGREE and that of conflict as THREATEN, where the doer speaks.

    A strike or march that the text itself says is to come stays one that is planned.
    """
    is_planned_protest = told.type == "PROTEST" and (verb.dep_ == "ROOT" or governs(verb, "plan"))
    if told.plain or told.type in NEWS or is_planned_protest:
        return told
    if told.type in ("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN") or not _speaks_for_itself(verb):
        return told
    if syntax.is_negated(verb):
        return told.retyped("REJECT") if told.type in COOPERATIVE and _own_words(verb) else told
    if told.type == "CONSULT" and told.mode != "third-party":
        return told
    if told.type == "MOBILIZE" and not is_against(told.trigger):
        return told
    if told.type in COOPERATIVE:
        return told.retyped("AGREE") if _is_by_doer(told, verb) else told
    return told.retyped("THREATEN") if told.actors and _own_words(verb) else told


def _is_by_doer(told: EventFrame, verb: Token) -> bool:
    """Whether who commits does what is to come: "Peru will send aid", not "the strike called by nurses is to end"."""
    clauses = {clause for clause in (verb, told.trigger, verb.head) if clause.pos_ in labels.VERBAL}
    doers = [doer for clause in clauses for doer in roles.doers_of(clause)]
    within = {part for doer in doers if doer not in told.actors for part in doer.subtree}
    return any(actor not in within for actor in told.actors)


def is_against(verb: Token) -> bool:
    """Whether what is mobilised is so against somebody; troops are also sent to keep a peace."""
    return bool(roles.under_or_nested(verb, "against"))


def _speaks_for_itself(verb: Token) -> bool:
    """No prediction of others: the clause is the main one, or what someone says."""
    clause = verb
    while clause.dep_ in ("conj", "xcomp", "acomp"):
        clause = clause.head
    told = clause.dep_ == "ccomp" and governs(clause.head, "say", "commit")
    return told or clause.dep_ == "ROOT"


def _own_words(verb: Token) -> bool:
    clause = verb
    while clause.dep_ in ("conj", "xcomp", "acomp"):
        clause = clause.head
    if clause.dep_ == "ROOT":
        return True
    speakers, doers = syntax.agents(clause.head), syntax.subjects(clause)
    if any(child.tag_ == "PRP$" for speaker in speakers for child in speaker.children):
        return True
    return any(speaker in speaker_for(doer) for doer in doers for speaker in speakers)
