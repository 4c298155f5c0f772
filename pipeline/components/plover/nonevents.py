"""What is no event although its words are: idioms, sport, fiction, markets, and what nobody takes part in."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.components.plover.lexicon import lexicon
from pipeline.components.plover.telling import Telling

SPORT_SHARE = 0.03


def is_play(doc: Doc) -> bool:
    """Whether a text is about sport: one word in thirty-three is of it."""
    words = [token for token in doc if token.is_alpha]
    sport = lexicon().idioms.sport
    return len(words) >= 40 and sum(token.lemma_.lower() in sport for token in words) > SPORT_SHARE * len(words)


def happens(told: Telling) -> bool:
    """Someone takes part, and a noun alone names two or one who is done something to."""
    if told.trigger.pos_ in ("NOUN", "PROPN"):
        return bool(told.actors) and bool(told.recipients or len(told.actors) > 1 or told.mode == "visit")
    return bool(told.actors or told.recipients)
