"""What several do with each other, whatever it is."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.plover import roles
from pipeline.components.plover.event_frame import EventFrame
from pipeline.components.plover.participants import is_joint, is_weighty
from pipeline.lexicons.function_words import TOGETHER


def match_verb(verb: Token) -> EventFrame | None:
    """ "Turkey and Qatar jointly built a base": what named parties do together is cooperation, whatever it is."""
    adverbs = {part.lower_ for child in verb.children for part in (child, *child.lefts) if part.dep_ == "advmod"}
    if not adverbs & TOGETHER:
        return None
    actors = roles.actors(verb)
    partners = roles.partners(verb, ("with",)) if "together" in adverbs else []
    if any(map(is_weighty, partners)) and any(map(is_weighty, actors)):
        return EventFrame("COOPERATE", verb, tuple(actors), tuple(partners))
    if "jointly" not in adverbs or not (sum(map(is_weighty, actors)) > 1 or any(map(is_joint, actors))):
        return None
    return EventFrame("COOPERATE", verb, tuple(actors))
