"""Names that the model takes for those of people, bodies or states, and which do nothing: storms, addresses."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.plover.lexicon import event_lexicon


def names_storm(token: Token) -> bool:
    """ "Hurricane Ida", which the model takes for a person."""
    classes = event_lexicon().classes
    if token.pos_ != "PROPN":
        return False
    itself = token.dep_ == "compound" and token.lower_ in classes.accidents
    return itself or any(child.dep_ == "compound" and child.lower_ in classes.storms for child in token.lefts)


def is_address(token: Token) -> bool:
    """ "Henry, of 12 Orchard St., was arrested", where the parse takes the road for a subject."""
    if token.pos_ != "PROPN" or token.lower_ not in event_lexicon().classes.roads:
        return False
    first = token.left_edge
    return first.like_num or (first.i > 0 and first.nbor(-1).like_num)
