"""Who is meant by a plural that names nobody: "countries such as Mali and Chad", "both countries"."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import motion_words, noun_phrases, syntax
from pipeline.components.plover.lexicon import event_lexicon

REACH = 3
"""Sentences before "both countries" in which the two are named."""


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
    """ "both countries", "the two states": the last two that were named, if they are two."""
    if not are_two_states(noun):
        return []
    named = [word for word in noun.doc[_start(noun) : noun.left_edge.i] if _names_state(word)]
    last = {noun_phrases.wording(word).text: word for word in named}
    return list(last.values()) if len(last) == 2 else []


def are_two_states(noun: Token) -> bool:
    """ "both countries", which stands for two that were named, or for nobody."""
    counts = {child.lower_ for child in noun.lefts}
    return noun.lemma_ in event_lexicon().classes.states and bool(counts & {"both", "two"})


def _start(noun: Token) -> int:
    """The first word of the sentences before."""
    start = noun.sent.start
    for _ in range(REACH):
        start = noun.doc[max(0, start - 1)].sent.start
    return start


def _names_state(word: Token) -> bool:
    return word.ent_type_ == "GPE" and word.pos_ == "PROPN" and word.dep_ != "compound"
