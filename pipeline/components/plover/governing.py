"""Words that take an event as their complement, and the verb of the clause that they take."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.lexicons.predicates import predicates
from pipeline.lexicons.predicates.classes import Government


def governs(word: Token, *ways: Government) -> bool:
    """Whether a verb or an adjective takes an event as its complement in one of these ways."""
    lemma = syntax.lemma(word)
    is_adjective = word.pos_ == "ADJ" or word.dep_ == "acomp"
    known = predicates().adjective(lemma) if is_adjective else predicates().verb(lemma)
    return not known.governs.isdisjoint(ways)


def complement(word: Token) -> Token | None:
    """The verb of the clause that a word takes: "agreed to share", "ready to meet", "voted 7-2 to ban"."""
    for child in word.rights:
        if child.dep_ in labels.COMPLEMENT_CLAUSES and child.pos_ in labels.VERBAL:
            return predicate(child)
        if child.dep_ == "advcl" and child.tag_ == "VB" and governs(word, "settle"):
            return predicate(child)
        if child.dep_ == "prep" and child.lower_ in ("to", "of", "from", "on"):
            for clause in child.children:
                if clause.dep_ == "pcomp":
                    return clause
    return None


def predicate(verb: Token) -> Token:
    """ "is ready", "is committed": the adjective that says what the copula does not."""
    if verb.lemma_ == "be":
        return next((child for child in verb.rights if child.dep_ == "acomp"), verb)
    return verb
