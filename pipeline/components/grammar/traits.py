"""The traits that the predicate lexicon gives a word."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import syntax
from pipeline.lexicons.predicates import predicates
from pipeline.lexicons.predicates.classes import Trait


def has_trait(word: Token, trait: Trait) -> bool:
    """Whether a word has a trait, whatever its part of speech."""
    return trait in predicates().of(syntax.lemma(word)).traits
