"""What becomes of an event that another word takes as its complement: promised, threatened, refused, demanded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Token

from pipeline.components.grammar import cues, labels, syntax
from pipeline.components.grammar.traits import has_trait
from pipeline.components.plover import decisions, roles, speech_acts, support_verbs, verbs
from pipeline.components.plover.commitments import commits, committed, threatens
from pipeline.components.plover.event_frame import EventFrame
from pipeline.components.plover.futures import foreseen, shifted
from pipeline.components.plover.governing import complement, governs, predicate
from pipeline.components.plover.lexicon import event_lexicon
from pipeline.components.plover.participants import acting, is_actor
from pipeline.components.plover.speakers import speaker_for
from pipeline.domain import EventType
from pipeline.lexicons.function_words import DUTY_AUXILIARIES


def match_verb(verb: Token) -> EventFrame | None:
    """The event a verb tells of once its complement is read, or what the verb tells without one."""
    if _is_silence(verb):
        return None
    for reading in READINGS:
        if found := reading(verb):
            return found
    return foretold(verb)


def _is_silence(word: Token) -> bool:
    """ "declined to comment", "refused to say" reject nobody."""
    clause = complement(word) if governs(word, "refuse") else None
    if clause is None:
        return False
    things = {noun.lemma_.lower() for noun in syntax.patients(clause)}
    classes = event_lexicon().classes
    return clause.lemma_.lower() in classes.silence or bool(things & classes.immaterial)


def subject_of(word: Token) -> list[Token]:
    verb = word.head if word.dep_ == "acomp" else word
    return roles.actors(verb)


def inner(word: Token) -> EventFrame | None:
    clause = complement(word)
    return match_verb(clause) if clause is not None else None


def _promised(word: Token) -> EventFrame | None:
    return committed(word, subject_of(word), inner(word)) if commits(word) else None


def _threatened(word: Token) -> EventFrame | None:
    if not governs(word, "threaten"):
        return None
    speakers = subject_of(word)
    content = inner(word)
    if not speakers:
        return None
    if content is None:
        told, clause = verbs.match_verb(word), complement(word)
        if told is None or told.recipients or clause is None:
            return told
        return replace(told, recipients=tuple(support_verbs.placed("THREATEN", None, clause)))
    recipients = content.others(speakers) or tuple(roles.recipients(word, ("against", "with", "in"), kind="THREATEN"))
    return EventFrame("THREATEN", word, tuple(speakers), recipients, coindexed=content.words)


def _refused(word: Token) -> EventFrame | None:
    failing, refusing = governs(word, "fail"), governs(word, "refuse")
    clause = complement(word) if failing or refusing else None
    if clause is None or not subject_of(word) or syntax.is_negated(word):
        return None
    content = inner(word)
    if not refusing and (content is None or content.type != "AGREE"):
        return None
    speakers = subject_of(word)
    recipients = content.others(speakers) if content else tuple(roles.recipients(word, ()))
    if not recipients:
        recipients = tuple(roles.recipients(word, ("by", "from", "for"))) or tuple(roles.located(clause))
    return EventFrame("REJECT", word, tuple(speakers), recipients, coindexed=content.words if content else ())


def _prepared(word: Token) -> EventFrame | None:
    if not governs(word, "prepare"):
        return None
    content = inner(word)
    if content is None or content.type not in ("ASSAULT", "MOBILIZE"):
        return None
    return EventFrame("MOBILIZE", word, tuple(subject_of(word)), content.recipients, coindexed=content.words)


def _passed(word: Token) -> EventFrame | None:
    """ "began collecting signatures", "plans to visit": the event is what they lead to."""
    if not governs(word, "through", "plan"):
        return None
    content = inner(word)
    if governs(word, "settle") and (resolution := decisions.resolved(word, content, subject_of(word))):
        return resolution
    if content is None or not _leads_to(word, content.trigger):
        return None
    passive = syntax.is_passive(content.trigger)
    actors = content.actors or (() if passive else tuple(subject_of(word)))
    told = replace(content, actors=actors, coindexed=(*content.coindexed, word))
    if governs(word, "settle") and (decision := decisions.settled(word, told, actors)):
        return decision
    return shifted(told, word) if governs(word, "plan") else told


def _leads_to(word: Token, event: Token) -> bool:
    """ "is to visit", not "is that they visited"; "kept visiting", not "kept from visiting"."""
    prevented = event.dep_ == "pcomp" and event.head.lower_ == "from"
    return not prevented and (word.lemma_ != "be" or event.tag_ == "VB")


def _is_thought(clause: Token) -> bool:
    """ "let them know", "allowed the public to think that": what others come to think is no concession."""
    holds = cues.reports(clause, "thinks") and any(child.dep_ == "ccomp" for child in clause.rights)
    return holds or clause.lemma_ == "know"


def _allowed(word: Token) -> EventFrame | None:
    """ "let South Sudan export oil": whoever gives leave concedes, to those who may now act."""
    if not governs(word, "allow"):
        return None
    clause = next((child for child in word.rights if child.dep_ in labels.COMPLEMENT_CLAUSES), None)
    if clause is None or _is_thought(clause) or _is_standing_rule(word):
        return None
    speakers = roles.actors(word)
    free = [noun for noun in acting([*roles.addressed(word), *syntax.subjects(clause)]) if noun not in speakers]
    released = clause.lemma_ == "go" and not any(child.lower_ in ("to", "into") for child in clause.rights)
    kind: EventType = "RETREAT" if released else "CONCEDE"
    told = EventFrame(kind, word, tuple(speakers), tuple(free), coindexed=(clause,))
    return foreseen(told, word) if speakers and free else None


def _is_standing_rule(verb: Token) -> bool:
    """ "Oregon's law allows doctors to help": what a rule gives leave to at any time, nobody concedes today."""
    in_force = verb.tag_ in labels.PRESENT and not any(syntax.auxiliaries(verb))
    return in_force and not any(map(is_actor, roles.doers_of(verb)))


def _requested(word: Token) -> EventFrame | None:
    """ "insisted that Madrid move them", "want France to arrest him", "called for him to resign"."""
    if not governs(word, "request"):
        return None
    clauses = [c for c in word.rights if c.dep_ in ("xcomp", "ccomp", "advcl") and _is_order(c)]
    speakers, passive = roles.actors(word), syntax.is_passive(word)
    has_orderer = bool(speakers) or (passive and has_trait(word, "ordering"))
    if not clauses or not has_orderer:
        return None
    told = [n for n in clauses[0].lefts if n.dep_ in labels.SUBJECTS]
    asked = acting([*roles.addressed(word), *(syntax.patients(word) if passive else ()), *told])
    recipients = tuple(party for party in asked if party not in speakers)
    if not recipients:
        return None
    content = match_verb(predicate(clauses[0]))
    coindexed = content.words if content else (clauses[0],)
    return EventFrame("REQUEST", word, tuple(speakers), recipients, coindexed=coindexed)


def _is_order(clause: Token) -> bool:
    """An infinitive, or a clause in the subjunctive or with a modal of duty; "told them that it rained" is none.

    "wants the court dissolved" is one, whose participle the model may take for a past.
    """
    helpers = {aux.lower_ for aux in clause.lefts if aux.dep_ == "aux"}
    is_wanted = clause.head.lemma_ == "want" and clause.dep_ == "ccomp" and clause.tag_ in labels.PAST
    if is_wanted and not helpers:
        return True
    return clause.tag_ == "VB" and (not helpers or bool(helpers & (DUTY_AUXILIARIES | {"to", "be"})))


def _required(word: Token) -> EventFrame | None:
    """ "said the US must allocate": a duty that a speaker puts on others is a request."""
    if not governs(word, "say"):
        return None
    clause = next((child for child in word.children if child.dep_ == "ccomp"), None)
    speakers = roles.actors(word)
    if clause is None or not speakers or DUTY_AUXILIARIES.isdisjoint(c.lower_ for c in clause.lefts if c.dep_ == "aux"):
        return None
    doers = syntax.agents(clause)
    if any(speaker in speakers for doer in doers for speaker in speaker_for(doer)):
        return None
    bound = [noun for noun in acting(doers) if noun not in speakers]
    if not bound and syntax.subjects(clause):
        return None
    content = match_verb(predicate(clause))
    return EventFrame("REQUEST", word, tuple(speakers), tuple(bound), coindexed=content.words if content else (clause,))


def foretold(verb: Token) -> EventFrame | None:
    """What a verb tells by itself; a future of one's own is a commitment or a threat."""
    told = verbs.match_verb(verb)
    return foreseen(_as_pledged(told), verb) if told is not None else None


def _as_pledged(told: EventFrame) -> EventFrame:
    """ "renewed his pledge to ban foreigners": a commitment to what is hostile threatens with it."""
    clauses = (
        clause for clause in map(decisions.infinitive, told.coindexed) if clause and told.trigger.is_ancestor(clause)
    )
    content = next((match_verb(clause) for clause in clauses), None) if told.type == "AGREE" else None
    if content is None or not threatens(told.trigger, content):
        return told
    return replace(told, type="THREATEN", recipients=content.others(told.actors))


READINGS: tuple[Callable[[Token], EventFrame | None], ...] = (
    _threatened,
    speech_acts.warned,
    _refused,
    _promised,
    _prepared,
    _passed,
    _allowed,
    _requested,
    _required,
    speech_acts.left_open,
    speech_acts.spurned,
)
