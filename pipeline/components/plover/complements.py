"""What becomes of an event that another word takes as its complement: promised, threatened, refused, demanded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Token

from pipeline.components.grammar import syntax
from pipeline.components.grammar.traits import has_trait
from pipeline.components.plover import decisions, roles, speech_acts, support_verbs, verbs, wording
from pipeline.components.plover.event_frame import EventFrame
from pipeline.components.plover.futures import foreseen, is_against, shifted
from pipeline.components.plover.governing import complement, governs, predicate
from pipeline.components.plover.lexicon import HOSTILE, event_lexicon
from pipeline.components.plover.participants import acting, is_actor, is_several
from pipeline.domain import EventType

DUTIES = frozenset({"must", "should", "ought"})
BINDING = DUTIES | {"will", "would", "'ll", "’ll", "wo", "shall", "to"}


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
    if not governs(word, "commit") or _is_opinion(word) or _only_quotes(word):
        return None
    return committed(word, subject_of(word), inner(word))


def _is_opinion(word: Token) -> bool:
    """ "agreed that the plan is good" commits to nothing: what is agreed to be done has a modal."""
    clause = next((child for child in word.rights if child.dep_ == "ccomp"), None)
    return clause is not None and clause.tag_ != "VB" and not any(aux.lower_ in BINDING for aux in clause.lefts)


def _only_quotes(word: Token) -> bool:
    """ "Berlin will send tanks, the minister promised": what stands first speaks for itself."""
    return any(child.dep_ == "ccomp" for child in word.lefts)


def committed(word: Token, speakers: list[Token], content: EventFrame | None) -> EventFrame | None:
    """A commitment of the speakers: AGREE, or THREATEN where what is promised is hostile."""
    if not speakers:
        return None
    if content is None:
        return None if word.pos_ == "ADJ" else _bare_commitment(word, speakers)
    if content.type == "CONSULT" and content.mode != "third-party" and word.pos_ == "ADJ":
        return EventFrame(content.type, content.trigger, tuple(speakers), content.recipients, content.mode, (word,))
    kind: EventType = "THREATEN" if _threatens(word, content) else "AGREE"
    clause = complement(word)
    if clause is not None and syntax.is_negated(clause):
        kind = "AGREE" if kind == "THREATEN" else "REJECT"
    addressed = [noun for noun in syntax.patients(word) if is_actor(noun)]
    recipients = others(content, speakers) or tuple(addressed or roles.partners(word))
    return _said(word, kind, speakers, recipients, _all(content))


def _threatens(word: Token, content: EventFrame) -> bool:
    if governs(word, "consent"):
        return False
    return content.type in HOSTILE and (content.type != "MOBILIZE" or is_against(content.trigger))


def _bare_commitment(word: Token, speakers: list[Token]) -> EventFrame | None:
    clause = complement(word)
    if clause is None and (told := verbs.match_verb(word)):
        return told
    settled = word.lemma_.lower() == "agree" and (len(speakers) > 1 or any(map(is_several, speakers)))
    recipients = roles.recipients(word, ("to", "on", "with", "upon"))
    named = any(wording.matters(noun) for noun in syntax.under(word, {"to", "on", "upon"}))
    named = named or any(noun.ent_type_ == "MONEY" for noun in syntax.patients(word))
    if clause is None and not (settled or recipients or named):
        return None
    return _said(word, "AGREE", speakers, tuple(r for r in recipients if r not in speakers), ())


def _said(
    word: Token, kind: EventType, speakers: list[Token], recipients: tuple[Token, ...], covers: tuple[Token, ...]
) -> EventFrame:
    """What speakers commit to; "did not agree" is a refusal."""
    verb = word.head if word.dep_ == "acomp" else word
    refusal = syntax.is_negated(verb)
    kind = "REJECT" if refusal else kind
    return EventFrame(kind, word, tuple(speakers), recipients, coindexed=covers, refusal=refusal)


def others(content: EventFrame, speakers: list[Token]) -> tuple[Token, ...]:
    """Participants of the content who are not the speakers themselves."""
    found = content.recipients or content.actors
    return tuple(party for party in found if party not in speakers and party.pos_ != "PRON")


def _all(content: EventFrame) -> tuple[Token, ...]:
    return (*content.coindexed, content.trigger)


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
    recipients = others(content, speakers) or tuple(roles.recipients(word, ("against", "with", "in")))
    return EventFrame("THREATEN", word, tuple(speakers), recipients, coindexed=_all(content))


def _refused(word: Token) -> EventFrame | None:
    failing, refusing = governs(word, "fail"), governs(word, "refuse")
    clause = complement(word) if failing or refusing else None
    if clause is None or not subject_of(word) or syntax.is_negated(word):
        return None
    content = inner(word)
    if not refusing and (content is None or content.type != "AGREE"):
        return None
    speakers = subject_of(word)
    recipients = others(content, speakers) if content else tuple(roles.recipients(word, ()))
    if not recipients:
        recipients = tuple(roles.recipients(word, ("by", "from", "for"))) or tuple(roles.located(clause))
    return EventFrame("REJECT", word, tuple(speakers), recipients, coindexed=_all(content) if content else ())


def _prepared(word: Token) -> EventFrame | None:
    if not governs(word, "prepare"):
        return None
    content = inner(word)
    if content is None or content.type not in ("ASSAULT", "MOBILIZE"):
        return None
    return EventFrame("MOBILIZE", word, tuple(subject_of(word)), content.recipients, coindexed=_all(content))


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
    if governs(word, "settle") and (decision := decisions.settled(word, told)):
        return decision
    return shifted(told, word) if governs(word, "plan") else told


def _leads_to(word: Token, event: Token) -> bool:
    """ "is to visit", not "is that they visited"; "kept visiting", not "kept from visiting"."""
    prevented = event.dep_ == "pcomp" and event.head.lower_ == "from"
    return not prevented and (word.lemma_ != "be" or event.tag_ == "VB")


def _allowed(word: Token) -> EventFrame | None:
    """ "let South Sudan export oil": whoever gives leave concedes, to those who may now act."""
    if not governs(word, "allow"):
        return None
    clause = next((child for child in word.rights if child.dep_ in ("xcomp", "ccomp")), None)
    if clause is None or clause.lemma_ == "know":
        return None
    speakers = roles.actors(word)
    free = [noun for noun in acting([*roles.addressed(word), *syntax.subjects(clause)]) if noun not in speakers]
    released = clause.lemma_ == "go" and not any(child.lower_ in ("to", "into") for child in clause.rights)
    kind: EventType = "RETREAT" if released else "CONCEDE"
    told = EventFrame(kind, word, tuple(speakers), tuple(free), coindexed=(clause,))
    return foreseen(told, word) if speakers and free else None


def _requested(word: Token) -> EventFrame | None:
    """ "insisted that Madrid move them", "want France to arrest him", "called for him to resign"."""
    if not governs(word, "request"):
        return None
    clauses = [c for c in word.rights if c.dep_ in ("xcomp", "ccomp", "advcl") and _is_order(c)]
    speakers, passive = roles.actors(word), syntax.is_passive(word)
    if not clauses or not (speakers or (passive and has_trait(word, "ordering"))):
        return None
    told = [n for n in clauses[0].lefts if n.dep_ in ("nsubj", "nsubjpass")]
    asked = acting([*roles.addressed(word), *(syntax.patients(word) if passive else ()), *told])
    recipients = tuple(party for party in asked if party not in speakers)
    if not recipients:
        return None
    content = match_verb(predicate(clauses[0]))
    coindexed = _all(content) if content else (clauses[0],)
    return EventFrame("REQUEST", word, tuple(speakers), recipients, coindexed=coindexed)


def _is_order(clause: Token) -> bool:
    """An infinitive, or a clause in the subjunctive or with a modal of duty; "told them that it rained" is none.

    "wants the court dissolved" is one, whose participle the model may take for a past.
    """
    helpers = {aux.lower_ for aux in clause.lefts if aux.dep_ == "aux"}
    is_wanted = clause.head.lemma_ == "want" and clause.dep_ == "ccomp" and clause.tag_ in ("VBN", "VBD")
    if is_wanted and not helpers:
        return True
    return clause.tag_ == "VB" and (not helpers or bool(helpers & (DUTIES | {"to", "be"})))


def _required(word: Token) -> EventFrame | None:
    """ "said the US must allocate": a duty that a speaker puts on others is a request."""
    if not governs(word, "say"):
        return None
    clause = next((child for child in word.children if child.dep_ == "ccomp"), None)
    speakers = roles.actors(word)
    if clause is None or not speakers or DUTIES.isdisjoint(c.lower_ for c in clause.lefts if c.dep_ == "aux"):
        return None
    doers = syntax.agents(clause)
    bound = [noun for noun in acting(doers) if noun not in speakers]
    if not bound and syntax.subjects(clause):
        return None
    content = match_verb(predicate(clause))
    return EventFrame("REQUEST", word, tuple(speakers), tuple(bound), coindexed=_all(content) if content else (clause,))


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
    if content is None or not _threatens(told.trigger, content):
        return told
    return replace(told, type="THREATEN", recipients=others(content, list(told.actors)))


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
