"""Finite verbs that the model misreads: a past that looks like a present, a main clause taken for a relative one.

"The army | put down the revolt", "The frigate Aurora | docked in Lagos": every reader of the parse would else take the
first for a plan and find no clause in the second.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from pipeline.components.grammar.traits import has_trait

NAME = "dateline_main_verbs"
SINGULAR = frozenset({"NN", "NNP"})
CLAUSES = frozenset({"advcl", "ccomp", "conj", "relcl"})
COMPLEMENTS = frozenset({"acomp", "attr", "ccomp", "dobj", "prep", "prt", "xcomp"})


@Language.component(NAME)
def main_verbs(doc: Doc) -> Doc:
    for token in doc:
        if token.tag_ == "VBP" and has_trait(token, "invariable") and _is_past(token):
            token.tag_ = "VBD"
    for sentence in doc.sents:
        if (verb := _main_verb(sentence)) is not None:
            _promote(verb)
    return doc


def _is_past(verb: Token) -> bool:
    """Without a helper, beside a clause in the past, or of one: "rivers | burst as she spoke", "the army | quit"."""
    own = [child for child in verb.lefts if child.dep_ in ("nsubj", "aux", "auxpass", "neg")]
    if [child.dep_ for child in own] != ["nsubj"]:
        return False
    beside = [child for child in verb.children if child.dep_ in CLAUSES]
    above = [verb.head] if verb.dep_ in CLAUSES else []
    return _is_one(own[0]) or any(word.tag_ == "VBD" for word in (*above, *beside))


def _is_one(subject: Token) -> bool:
    return subject.tag_ in SINGULAR and not any(child.dep_ == "conj" for child in subject.children)


def _main_verb(sentence: Span) -> Token | None:
    """The verb of a name right behind the noun that says what bears it, where the parse hangs it on that noun."""
    noun = sentence.root
    if noun.tag_ != "NN":
        return None
    for verb in noun.rights:
        if verb.dep_ == "relcl" and verb.tag_ in ("VBD", "VBZ") and _is_of_name_behind(verb, noun):
            return verb
    return None


def _is_of_name_behind(verb: Token, noun: Token) -> bool:
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    named = any(name.tag_ == "NNP" and name.left_edge.i == noun.i + 1 for name in subjects)
    return named and any(child.dep_ in COMPLEMENTS for child in verb.children)


def _promote(verb: Token) -> None:
    """Make the verb the main one, the noun that it hung on its subject, and the name an apposition of that."""
    noun = verb.head
    name = next(child for child in verb.lefts if child.dep_ == "nsubj")
    behind = [child for child in noun.rights if child.i > verb.i]
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, "nsubj"
    name.head, name.dep_ = noun, "appos"
    for child in behind:
        child.head = verb
