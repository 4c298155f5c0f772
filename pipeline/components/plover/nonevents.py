"""What is no event although its words are: idioms, sport, fiction, markets, and what nobody takes part in."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from pipeline.components.plover.lexicon import lexicon
from pipeline.components.plover.participants import is_several, is_weighty
from pipeline.components.plover.telling import Telling
from pipeline.domain import PloverType

SPORT_SHARE = 0.03
FIELD_WORDS = 3
NEEDS_ACTOR: frozenset[PloverType] = frozenset(
    {"REQUEST", "AGREE", "REJECT", "THREATEN", "SUPPORT", "CONSULT", "COOPERATE", "PROTEST"}
)
NEEDS_COUNTERPART: frozenset[PloverType] = frozenset({"ACCUSE", "AID", "SUPPORT", "COOPERATE", "CONSULT", "ASSAULT"})
MUTUAL: frozenset[PloverType] = frozenset({"COOPERATE", "CONSULT", "SUPPORT"})
WITHOUT_WEIGHT: frozenset[PloverType] = frozenset({"ASSAULT", "PROTEST", "THREATEN"})


def is_play(doc: Doc) -> bool:
    """Whether a text is about sport: one word in thirty-three is of it."""
    words = [token for token in doc if token.is_alpha]
    sport = lexicon().idioms.sport
    return len(words) >= 40 and sum(token.lemma_.lower() in sport for token in words) > SPORT_SHARE * len(words)


def is_play_or_trade(sentence: Span) -> bool:
    """Whether a sentence is full of words of sport, of fiction or of the markets."""
    idioms = lexicon().idioms
    lemmas = {token.lemma_.lower() for token in sentence}
    return any(len(lemmas & field) >= FIELD_WORDS for field in (idioms.sport, idioms.fiction, idioms.market))


def happens(told: Telling) -> bool:
    """Whether enough is said for an event: who takes part, and in what is only said or agreed, someone of weight."""
    if told.type in NEEDS_ACTOR and not told.actors:
        return False
    if told.type in NEEDS_COUNTERPART and not _has_counterpart(told):
        return False
    parties = (*told.actors, *told.recipients)
    if told.type not in WITHOUT_WEIGHT and not any(is_weighty(party) for party in parties):
        return False
    if told.type == "REQUEST" and not (told.recipients or told.covers):
        return False
    if told.type == "AID" and not told.actors and any(thing.ent_type_ == "MONEY" for thing in told.covers):
        return False
    if told.mode == "visit" and not any(is_weighty(actor) or actor.pos_ == "PRON" for actor in told.actors):
        return False
    if told.trigger.pos_ in ("NOUN", "PROPN") and not told.covers:
        return bool(told.actors) and _has_counterpart(told)
    return bool(parties)


def _has_counterpart(told: Telling) -> bool:
    if told.recipients or len(told.actors) > 1:
        return told.mode != "visit" or bool(told.recipients)
    return told.mode != "visit" and told.type in MUTUAL and any(map(is_several, told.actors))
