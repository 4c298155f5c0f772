"""What somebody commits to: a deed of theirs that is promised, agreed on, or threatened."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import syntax
from pipeline.components.plover import roles, verbs, wording
from pipeline.components.plover.event_frame import EventFrame
from pipeline.components.plover.futures import is_against
from pipeline.components.plover.governing import complement, governs
from pipeline.components.plover.lexicon import HOSTILE
from pipeline.components.plover.participants import is_actor, is_several
from pipeline.domain import EventType
from pipeline.lexicons.function_words import DUTY_AUXILIARIES, FUTURE_AUXILIARIES

BINDING = DUTY_AUXILIARIES | FUTURE_AUXILIARIES | {"to"}


def commits(word: Token) -> bool:
    return governs(word, "commit") and not _is_opinion(word) and not _only_quotes(word)


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
    kind: EventType = "THREATEN" if threatens(word, content) else "AGREE"
    clause = complement(word)
    if clause is not None and syntax.is_negated(clause):
        kind = "AGREE" if kind == "THREATEN" else "REJECT"
    addressed = [noun for noun in syntax.patients(word) if is_actor(noun)]
    recipients = content.others(speakers) or tuple(addressed or roles.partners(word))
    return _commitment(word, kind, speakers, recipients, content.words)


def threatens(word: Token, content: EventFrame) -> bool:
    if governs(word, "consent"):
        return False
    return content.type in HOSTILE and (content.type != "MOBILIZE" or is_against(content.trigger))


def _bare_commitment(word: Token, speakers: list[Token]) -> EventFrame | None:
    clause = complement(word)
    if clause is None and (told := verbs.match_verb(word)):
        return told
    are_several = len(speakers) > 1 or any(map(is_several, speakers))
    settled = are_several and word.lemma_.lower() == "agree"
    recipients = _addressees(word) if _is_of_thing(word) else roles.recipients(word, ("to", "on", "with", "upon"))
    named = not _is_of_thing(word) and any(map(wording.matters, syntax.under(word, {"to", "on", "upon"})))
    named = named or any(map(wording.is_money, syntax.patients(word)))
    if clause is None and not (settled or recipients or named):
        return None
    return _commitment(word, "AGREE", speakers, tuple(r for r in recipients if r not in speakers), ())


def _is_of_thing(word: Token) -> bool:
    """ "offered tokens", "offers a view": what is not known to be a commitment may be a service or a quality."""
    things = syntax.patients(word)
    return bool(things) and not any(is_actor(thing) or wording.matters(thing) for thing in things)


def _addressees(word: Token) -> list[Token]:
    """Who is given it: "offered the town to Chad"; not whose the thing is, nor where."""
    return [party for party in syntax.under(word, {"to"}) if is_actor(party)]


def _commitment(
    word: Token, kind: EventType, speakers: list[Token], recipients: tuple[Token, ...], covers: tuple[Token, ...]
) -> EventFrame:
    """What speakers commit to; "did not agree" is a refusal."""
    verb = word.head if word.dep_ == "acomp" else word
    refusal = syntax.is_negated(verb)
    kind = "REJECT" if refusal else kind
    return EventFrame(kind, word, tuple(speakers), recipients, coindexed=covers, refusal=refusal)
