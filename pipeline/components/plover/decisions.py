"""Decisions as the deeds that they are: "voted to hold her in contempt", "the refusal to testify"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.grammar.traits import has_trait
from pipeline.components.plover import roles
from pipeline.components.plover.actor_kinds import is_authority
from pipeline.components.plover.event_frame import EventFrame
from pipeline.components.plover.governing import complement
from pipeline.components.plover.lexicon import event_lexicon
from pipeline.components.plover.participants import acting, is_human
from pipeline.domain import EventType

SETTLED: frozenset[EventType] = frozenset(
    {"COERCE", "CONCEDE", "ELECTION", "JUSTICE", "LAW", "PERSONNEL", "REJECT", "SANCTION"}
)
VOTED: frozenset[EventType] = frozenset({"ACCUSE", "AGREE", "REQUEST", "SUPPORT"})
"""Words, which a public body says by resolving them: "parliament voted to back the bid"."""


def settled(word: Token, content: EventFrame, deciders: Sequence[Token] = ()) -> EventFrame | None:
    """ "voted to hold her in contempt", "the decision not to prosecute": the decision is the deed."""
    clause = complement(word) or infinitive(word)
    is_voted = content.type in VOTED and any(map(_resolves, deciders))
    if clause is None or not (content.type in SETTLED or is_voted):
        return None
    kind: EventType = "REJECT" if syntax.is_negated(clause) else content.type
    actors = tuple(deciders) or content.actors
    return replace(content, type=kind, trigger=word, actors=actors, coindexed=content.words)


def resolved(word: Token, content: EventFrame | None, deciders: Sequence[Token]) -> EventFrame | None:
    """ "The council voted to spend more": what a public body resolves is law, where it is no deed of another kind."""
    clause = complement(word)
    if clause is None or clause.tag_ != "VB" or (content is not None and content.type != "BUSINESS"):
        return None
    if not any(map(_resolves, deciders)):
        return None
    covered = () if content is None else content.words
    return EventFrame("LAW", word, tuple(deciders), coindexed=(clause, *covered), plain=True, entry="resolution")


def _resolves(actor: Token) -> bool:
    """ "the council", "the water district", "county commissioners": a public body, or its members."""
    words, lemma = event_lexicon(), actor.lemma_.lower()
    is_office = lemma in words.classes.authorities and lemma not in words.people
    return lemma in words.classes.legislators or is_office or (lemma in words.bodies and is_authority(actor))


def ruled_on(verb: Token) -> list[Token]:
    """ "ruled to send ten men to prison", "that the miners must be freed": whom a ruling is about."""
    clause = next((child for child in verb.rights if child.dep_ in labels.COMPLEMENT_CLAUSES), None)
    if clause is None:
        return []
    parties = syntax.patients(clause) if clause.dep_ == "xcomp" else syntax.subjects(clause)
    return [party for party in acting(parties, ()) if party.pos_ != "PRON" and is_human(party)]


def infinitive(noun: Token) -> Token | None:
    """ "the decision | to leave"."""
    clauses = (child for child in noun.rights if child.dep_ in ("acl", "relcl", "xcomp") and child.pos_ == "VERB")
    return next((clause for clause in clauses if any(child.tag_ == "TO" for child in clause.lefts)), None)


def deciders(noun: Token) -> list[Token]:
    """ "made the decision to leave": who takes it."""
    verb = noun.head
    return roles.actors(verb) if noun.dep_ == "dobj" and has_trait(verb, "taking") else []
