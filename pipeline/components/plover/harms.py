"""Harms that words are about: who suffers what is condemned or investigated is not whom they blame."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import syntax
from pipeline.components.plover import noun_parties, nouns, sites, wording
from pipeline.components.plover.event_frame import EventFrame
from pipeline.components.plover.frames import violent_word
from pipeline.components.plover.lexicon import NEWS
from pipeline.domain import EventType

GROUNDS = ("against", "at", "over", "outside")
HARM: frozenset[EventType] = frozenset({"ASSAULT", "COERCE", "DISASTER", "JUSTICE", "LIFE"})
SPEAKING: frozenset[EventType] = frozenset({"ACCUSE", "PROTEST", "REJECT", "SUPPORT"})


def is_harm(noun: Token) -> bool:
    """Whether a noun names what somebody suffers: an event of such a type, or a violent deed."""
    found = nouns.type_of(wording.core(noun))
    names_harm = found is not None and found.type in HARM
    return names_harm or (noun.pos_ == "NOUN" and violent_word(noun))


def reached(told: EventFrame) -> list[Token]:
    """Recipients other than who suffers what is spoken of, and the place it is in."""
    suffering = victims(told.trigger) if told.type in SPEAKING else []
    return [party for party in told.recipients if party not in suffering and not sites.is_only_site(party, told)]


def victims(word: Token) -> list[Token]:
    """The student of "protested against the killing of a student", "are investigating a student's death"."""
    told = [*syntax.patients(word), *(noun for ground in GROUNDS for noun in syntax.under(word, {ground}))]
    return [party for noun in told if is_harm(noun) for party in _sufferers(wording.core(noun))]


def _sufferers(noun: Token) -> list[Token]:
    """Whom a noun of harm is done to: a death or a trial is its owner's."""
    doers, targets = noun_parties.parties(noun)
    found = nouns.type_of(noun)
    if found is None or found.type not in NEWS:
        return targets
    return [*doers, *(target for target in targets if target.head.lower_ == "of")]
