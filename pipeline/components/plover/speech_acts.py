"""What one would have others suffer, leaves open, or will not have: threats and refusals that no verb family tells."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import syntax
from pipeline.components.plover import roles, verbs, wording
from pipeline.components.plover.event_frame import EventFrame
from pipeline.components.plover.futures import OPEN_AUXILIARIES
from pipeline.components.plover.governing import governs
from pipeline.components.plover.lexicon import HOSTILE, event_lexicon
from pipeline.components.plover.participants import acting, is_weighty
from pipeline.components.plover.speakers import speaker_for


def warned(word: Token) -> EventFrame | None:
    """ "warned Mali that it could lose its seat": what others would suffer is a threat, if one says so who can act."""
    clause = next((child for child in word.rights if child.dep_ == "ccomp"), None)
    if clause is None or not _is_threat(word, clause):
        return None
    if not any(aux.lower_ in OPEN_AUXILIARIES for aux in clause.lefts if aux.dep_ == "aux"):
        return None
    speakers = roles.actors(word)
    threatened = [noun for noun in acting([*roles.addressed(word), *syntax.subjects(clause)]) if noun not in speakers]
    named = [noun for noun in threatened if noun.pos_ != "PRON"]
    content = verbs.match_verb(clause)
    if content is not None and content.type in HOSTILE:
        named += [party for party in content.recipients if party not in (*speakers, *named)]
    elif not named:
        return None
    told = EventFrame("THREATEN", word, tuple(speakers), tuple(named), coindexed=(clause,))
    return told if _by_weight(speakers) else None


def _by_weight(speakers: list[Token]) -> bool:
    return any(map(is_weighty, speakers))


def _is_threat(word: Token, clause: Token) -> bool:
    """Whether others would suffer it, or a warning is of what the speaker does."""
    return _is_penalty(word, clause) or (governs(word, "warn") and _is_own(clause))


def _is_penalty(word: Token, clause: Token) -> bool:
    """Whether others would suffer it; saying so is a threat only where it is a reprisal."""
    if not governs(clause, "suffer"):
        return False
    return governs(word, "warn") or (governs(word, "say") and _names_reprisal(clause))


def _is_own(clause: Token) -> bool:
    return any(map(speaker_for, syntax.subjects(clause)))


def _names_reprisal(clause: Token) -> bool:
    """ "would face sanctions": what they suffer is done by somebody."""
    matters = [matter.name for noun in syntax.patients(clause) for matter in wording.matters(noun)]
    return bool(event_lexicon().classes.reprisals.intersection(matters))


def left_open(word: Token) -> EventFrame | None:
    """ "did not rule out the use of force" threatens with it."""
    if word.lemma_ != "rule" or not syntax.is_negated(word) or "out" not in wording.particles(word):
        return None
    if not _names_reprisal(word):
        return None
    aims = tuple(roles.recipients(word, ("against", "on"), syntax.patients(word)))
    return EventFrame("THREATEN", word, tuple(roles.actors(word)), aims, refusal=True)


def spurned(word: Token) -> EventFrame | None:
    """ "will not accept the plan", "does not recognise Kosovo"."""
    if not governs(word, "spurn") or not syntax.is_negated(word) or word.tag_ != "VB":
        return None
    speakers = roles.actors(word)
    spurned = tuple(roles.recipients(word, ("from", "of", "by", "to", "with", "on")))
    return EventFrame("REJECT", word, tuple(speakers), spurned, refusal=True) if speakers else None
