"""What a noun tells with its infinitive: "the decision to leave", "Reyes's refusal to testify", "a request to act"."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.plover import complements, decisions, noun_parties
from pipeline.components.plover.event_frame import EventFrame
from pipeline.components.plover.governing import predicate
from pipeline.domain import EventType
from pipeline.lexicons.predicates import predicates


def match_noun(noun: Token) -> EventFrame | None:
    clause = decisions.infinitive(noun)
    if clause is None:
        return None
    owners = noun_parties.parties(noun)[0] or decisions.deciders(noun)
    content = complements.match_verb(predicate(clause))
    if "settle" in predicates().noun(noun.lemma_.lower()).governs:
        return None if content is None else decisions.settled(noun, content, owners)
    kind = _kind(noun)
    if kind is None or not owners:
        return None
    if content is None:
        return EventFrame(kind, noun, tuple(owners), coindexed=(clause,))
    return EventFrame(kind, noun, tuple(owners), content.others(owners), coindexed=content.words)


def _kind(noun: Token) -> EventType | None:
    known = predicates().noun(noun.lemma_.lower()).governs
    if "refuse" in known:
        return "REJECT"
    return "REQUEST" if "request" in known else None
