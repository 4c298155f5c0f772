"""Acronyms that spell a pronoun are names: "WHO", "US"."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from pipeline.components.grammar import known_names

NAME = "dateline_acronyms"
PRONOUNS = frozenset({"PRP", "WDT", "WP"})


@Language.component(NAME)
def acronyms(doc: Doc) -> Doc:
    """Tag as a name what the model took for a pronoun; every reader of the parse would look for its antecedent."""
    for token in doc:
        if token.tag_ in PRONOUNS and is_acronym(token):
            token.tag_, token.pos_ = "NNP", "PROPN"
    return doc


def is_acronym(word: Token) -> bool:
    """Whether a word in capitals is the name of a body or country, in a sentence that is not all in capitals."""
    if len(word) < 2 or not word.is_upper:
        return False
    known = word.text in known_names.organizations() or known_names.country_named(word.text) is not None
    return known and not all(other.is_upper for other in word.sent if other.is_alpha)
