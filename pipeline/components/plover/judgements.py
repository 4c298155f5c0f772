"""Blame and praise in words: "called him a coward", "said the ministry had lied", "described it as a breakthrough"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.components.grammar import cues, labels, referents, syntax, tenses
from pipeline.components.grammar.traits import has_trait
from pipeline.components.plover import frames, roles, wording
from pipeline.components.plover.actor_kinds import is_authority, is_force
from pipeline.components.plover.event_frame import EventFrame
from pipeline.components.plover.participants import acting, is_actor, is_human, is_weighty
from pipeline.domain import EventType
from pipeline.lexicons.predicates import predicates

PREDICATED = frozenset({"acomp", "attr", "ccomp", "oprd", "xcomp"})


def match_verb(verb: Token) -> EventFrame | None:
    """What a verb says of somebody: a name it gives them, or a misdeed or fault in the clause that it reports."""
    if has_trait(verb, "naming"):
        return _naming(verb)
    return _reporting(verb) if cues.is_speech(verb) else None


def _naming(verb: Token) -> EventFrame | None:
    """ "called him a coward"; "what she called a lie" names somebody's words in passing."""
    kind: EventType | None = next(filter(None, map(_judgement, _named_as(verb))), None)
    speakers = roles.actors(verb)
    if kind is None or not speakers or any(child.tag_ == "WP" for child in verb.lefts):
        return None
    if frames.is_reflexive(verb):
        return None
    judged = [*syntax.patients(verb), *(word for child in verb.rights for word in _subjects_of(child))]
    named = [party for party in acting(judged) if party not in speakers]
    return EventFrame(kind, verb, tuple(speakers), tuple(named), plain=True, entry="a name given")


def _named_as(verb: Token) -> Iterator[Token]:
    """ "a coward" of "called him a coward", "unfair" of "described it as unfair"."""
    for child in verb.rights:
        if child.dep_ in PREDICATED:
            yield from (child, *(part for part in child.subtree if part.dep_ in ("amod", "attr", "acomp")))
        if child.dep_ == "prep" and child.lower_ == "as":
            yield from child.subtree
        yield from (name for name in child.rights if child.dep_ == "dobj" and _is_quoted_name(name))


def _is_quoted_name(name: Token) -> bool:
    """ "called the ruling "a disgrace"", which the parser takes for an apposition."""
    before = name.left_edge
    return name.dep_ == "appos" and before.i > 0 and before.nbor(-1).is_quote


def _subjects_of(clause: Token) -> list[Token]:
    return [word for word in clause.lefts if word.dep_ in labels.SUBJECTS] if clause.dep_ == "ccomp" else []


def _reporting(verb: Token) -> EventFrame | None:
    clause = next((child for child in verb.children if child.dep_ == "ccomp"), None)
    if clause is None or syntax.is_negated(clause) or tenses.has_modal(clause):
        return None
    speakers = roles.actors(verb)
    blamed = [party for party in syntax.subjects(clause) if _is_other(party, speakers) or _is_work(party)]
    if not speakers or not blamed or _fault(clause) != "ACCUSE" or all(map(_is_anybody, blamed)):
        return None
    others = (party for party in acting(blamed) if _is_other(party, speakers))
    return EventFrame("ACCUSE", verb, tuple(speakers), tuple(others), plain=True, entry="a fault reported")


def _is_work(thing: Token) -> bool:
    """ "said the claim was absurd": what others say and do stands for them."""
    own = any(child.tag_ == "PRP$" for child in thing.children)
    return thing.pos_ == "NOUN" and not own and has_trait(thing, "work")


def _is_other(party: Token, speakers: list[Token]) -> bool:
    return is_actor(party) and not any(referents.are_coreferent(party, speaker) for speaker in speakers)


def _is_anybody(party: Token) -> bool:
    """ "said two men had stolen": whoever reports the deed of people without name or office accuses nobody."""
    is_plain = party.pos_ in ("NOUN", "NUM") and is_human(party)
    return is_plain and not (is_weighty(party) or is_authority(party) or is_force(party))


def _fault(clause: Token) -> EventType | None:
    """Blame of the subject of a clause: by its verb, or by what its copula says of it."""
    if clause.lemma_ == "be":
        return next(filter(None, (_judgement(c) for c in clause.rights if c.dep_ in ("acomp", "attr"))), None)
    phrases = (syntax.lemma(clause), *(f"{syntax.lemma(clause)} {part}" for part in wording.particles(clause)))
    misdeed = any("misdeed" in predicates().verb(phrase).traits for phrase in phrases) and not syntax.is_passive(clause)
    return "ACCUSE" if misdeed else None


def _judgement(word: Token) -> EventType | None:
    said = predicates().of(word.lemma_.lower()).traits
    if "blaming" in said:
        return "ACCUSE"
    return "SUPPORT" if "praising" in said else None
