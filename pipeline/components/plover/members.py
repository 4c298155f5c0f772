"""Who is meant by a plural that names nobody: "countries such as Mali and Chad", "both countries"."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import motion_words, referents, syntax
from pipeline.components.plover.lexicon import event_lexicon


def members_of(noun: Token) -> list[Token]:
    """The names behind a plural noun, or none."""
    if noun.tag_ != "NNS":
        return []
    return _examples(noun) or _both(noun)


def _examples(noun: Token) -> list[Token]:
    """ "countries such as Mali and Chad"."""
    given = (child for child in noun.rights if child.dep_ == "prep" and _gives_examples(child))
    return [name for child in given for name in syntax.objects_of_preposition(child) if name.pos_ == "PROPN"]


def _gives_examples(preposition: Token) -> bool:
    such = preposition.lower_ == "as" and any(child.lower_ == "such" for child in preposition.children)
    return such or preposition.lower_ in motion_words.motion_context().listing


def _both(noun: Token) -> list[Token]:
    """ "both countries", "the two states"."""
    return referents.members(noun) if are_two_states(noun) else []


def are_two_states(noun: Token) -> bool:
    """ "both countries", which stands for two that were named, or for nobody."""
    counts = {child.lower_ for child in noun.lefts}
    return noun.lemma_ in event_lexicon().classes.states and bool(counts & {"both", "two"})
