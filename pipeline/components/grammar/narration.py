"""Which clauses carry a narrative on: told in the simple past, in a main clause, and not as what came earlier.

A reader takes what such a clause tells to be of the day that the narrative has reached, after the narrative containers
of J. Pustejovsky and A. Stubbs, "Increasing informativeness in temporal annotation", LAW V, 2011.
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import syntax

EARLIER = frozenset({"already", "before", "earlier", "once", "originally", "previously", "recently"})
MAIN = frozenset({"ccomp", "conj", "parataxis"})


def is_main(word: Token) -> bool:
    """Whether a word heads a main clause, or what is said in one: no relative, no circumstance, no noun."""
    if word.pos_ not in ("AUX", "VERB"):
        return False
    while word.dep_ in MAIN:
        word = word.head
    return word.dep_ == "ROOT"


def is_told_as_earlier(word: Token) -> bool:
    """ "had already met", "criticised her earlier"."""
    return any(child.lower_ in EARLIER for child in word.children)


def carries_on(word: Token) -> bool:
    """ "They met", "was named and sworn in": a main clause in the simple past; no perfect, no plan."""
    return is_main(word) and not is_told_as_earlier(word) and is_in_simple_past(word)


def is_in_simple_past(verb: Token) -> bool:
    """ "met", "was met", the second of "was met and thanked"; not "has met", nor what goes on from it."""
    helpers = list(syntax.auxiliaries(verb))
    if not helpers and verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBN") and verb.head.pos_ in ("AUX", "VERB"):
        return is_in_simple_past(verb.head)
    if verb.tag_ == "VBD":
        return not helpers
    return verb.tag_ == "VBN" and [helper.lower_ for helper in helpers] in (["was"], ["were"])
