"""Contests: who plays, and whether a clause tells of a game or an election."""

from __future__ import annotations

import re

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.plover import wording
from pipeline.components.plover.lexicon import event_lexicon

SCORE = re.compile(r"\b\d{1,3}[-\u2013]\d{1,3}\b")
FEWEST = 2


def is_played(verb: Token) -> bool:
    """ "beat the Hawks 3-1", "beat Silva in the final": a score in the sentence, words or a circumstance of sport."""
    if SCORE.search(verb.sent.text) is not None:
        return True
    sport = event_lexicon().classes.sport
    circumstances = (noun for child in verb.children for noun in syntax.objects_of_preposition(child))
    if any(noun.lemma_.lower() in sport for noun in circumstances):
        return True
    return sum(word.pos_ == "NOUN" and word.lemma_.lower() in sport for word in verb.sent) >= FEWEST


def is_contestant(noun: Token) -> bool:
    """Who plays: a team, a player, or whoever bears a name, whatever the model takes "Nantes 2-1" for."""
    named = noun.ent_type_ in labels.ACTORS
    return (
        named
        or (noun.pos_ == "PROPN" and noun.ent_type_ not in labels.TIMES)
        or any(matter.name in ("club", "player") for matter in wording.matters(noun))
    )


def is_of_election(verb: Token) -> bool:
    """ "took 55 percent" where the sentence has a word of elections; shares of a market are lost and won too."""
    words = event_lexicon().classes.elections
    return any(word.lemma_.lower() in words for word in verb.sent)
