"""Contests: who plays, and whether a clause tells of a game."""

from __future__ import annotations

import re

from spacy.tokens import Token

from pipeline.components.grammar import syntax
from pipeline.components.plover import wording
from pipeline.components.plover.lexicon import event_lexicon

SCORE = re.compile(r"\b\d{1,3}[-\u2013]\d{1,3}\b")
TIMES = frozenset({"DATE", "TIME"})


def is_played(verb: Token) -> bool:
    """ "beat the Hawks 3-1", "beat Silva in the final": a score in the sentence, or a circumstance that is of sport."""
    circumstances = {noun.lemma_.lower() for child in verb.children for noun in syntax.objects_of_preposition(child)}
    return SCORE.search(verb.sent.text) is not None or not circumstances.isdisjoint(event_lexicon().classes.sport)


def is_contestant(noun: Token) -> bool:
    """Who plays: a team, a player, or whoever bears a name, whatever the model takes "Nantes 2-1" for."""
    named = noun.ent_type_ in ("GPE", "NORP", "ORG", "PERSON")
    return (
        named
        or (noun.pos_ == "PROPN" and noun.ent_type_ not in TIMES)
        or any(matter.name in ("club", "player") for matter in wording.matters(noun))
    )
