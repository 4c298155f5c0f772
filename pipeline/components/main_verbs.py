"""Finite verbs that the model misreads: a past that looks like a present, a main clause taken for a relative one.

"The army | put down the revolt", "The frigate Aurora | docked in Lagos": every reader of the parse would else take the
first for a plan and find no clause in the second.
"""

from __future__ import annotations

from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc, MorphAnalysis, Span, Token

from pipeline.components.grammar.traits import has_trait

NAME = "dateline_main_verbs"
SINGULAR = frozenset({"NN", "NNP"})
NOUNS = SINGULAR | {"NNS", "NNPS"}
CLAUSES = frozenset({"advcl", "ccomp", "conj", "relcl"})
PAST = frozenset({"VBD", "VBN"})
COMPLEMENTS = frozenset({"acomp", "attr", "ccomp", "dobj", "prep", "prt", "xcomp"})


@Language.component(NAME)
def main_verbs(doc: Doc) -> Doc:
    for token in doc:
        if token.tag_ == "VBP" and has_trait(token, "invariable") and _is_past(token):
            _make_past(token)
    for sentence in doc.sents:
        if (verb := _main_verb(sentence)) is not None:
            _promote(verb, sentence.root)
    return doc


def _make_past(verb: Token) -> None:
    verb.tag_ = "VBD"
    verb.morph = MorphAnalysis(verb.vocab, "Tense=Past|VerbForm=Fin")


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
    """The verb that the parse hangs on the noun that is its subject, or that says what its subject is."""
    noun = sentence.root
    if noun.tag_ not in NOUNS:
        return None
    clauses = [child for child in noun.rights if child.dep_ in ("acl", "relcl")]
    inside = (verb for clause in clauses if clause.dep_ == "acl" for verb in clause.subtree)
    direct = (verb for verb in clauses if _is_of_name_behind(verb, noun) or _is_of_noun(verb, noun))
    return next(chain(direct, (verb for verb in inside if _is_of_noun(verb, noun))), None)


def _is_of_noun(verb: Token, noun: Token) -> bool:
    """ "A cloud of gas | leaked, killing two", "Mobs angered by the vote | burned cars": such a participle is none.

    One that has an outcome or an object is finite, and of the first noun even where another stands between.
    """
    if verb.dep_ != "acl" or verb.tag_ not in PAST or any("VerbForm=Fin" in child.morph for child in noun.children):
        return False
    return any(child.dep_ in ("advcl", "dobj") for child in verb.rights)


def _is_of_name_behind(verb: Token, noun: Token) -> bool:
    if verb.dep_ != "relcl" or verb.tag_ not in ("VBD", "VBZ") or noun.tag_ not in SINGULAR:
        return False
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    named = any(name.tag_ == "NNP" and name.left_edge.i == noun.i + 1 for name in subjects)
    return named and any(child.dep_ in COMPLEMENTS for child in verb.children)


def _promote(verb: Token, noun: Token) -> None:
    """Make the verb the main one, the noun its subject, and a name between the two an apposition of that."""
    names = [child for child in verb.lefts if child.dep_ == "nsubj"]
    behind = [child for child in noun.rights if child.i > verb.i]
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, "nsubj"
    if verb.tag_ == "VBN":
        _make_past(verb)
    for name in names:
        name.head, name.dep_ = noun, "appos"
    for child in behind:
        child.head = verb
