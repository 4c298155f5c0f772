"""Which verb a coordinated one goes on with: whose helping verbs, whose condition and whose complement it shares."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import cues, labels, syntax, tenses
from pipeline.components.grammar.factuality import effects, mood
from pipeline.components.grammar.traits import has_trait

OPEN_EFFECTS = frozenset({"believes", "plans", "wishes"})


def shares_auxiliaries(verb: Token) -> bool:
    """ "will visit Lima and meet the mayor", "will pay and then be repaid": no finite form or subject of its own."""
    if _is_elliptical(verb):
        return True
    helpers = list(syntax.auxiliaries(verb))
    if any(helper.tag_ not in ("VB", "VBN", "VBG") for helper in helpers) or _has_subject(verb):
        return False
    return "VerbForm=Fin" not in verb.morph or (verb.tag_ == "VBP" and verb.head.tag_ == "VB")


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in labels.SUBJECTS for child in verb.children)


def _is_elliptical(verb: Token) -> bool:
    """ "will be closed and 40 workers | laid off": a participle with its own subject that leaves its helpers out."""
    bare = verb.tag_ in labels.PAST and not any(syntax.auxiliaries(verb))
    if not bare or not _has_subject(verb) or any(child.dep_ == "dobj" for child in verb.children):
        return False
    return syntax.is_passive(verb.head) and tenses.has_modal(verb.head) and has_trait(verb, "transitive")


def infinitive_before(verb: Token) -> Token | None:
    """The infinitive that a bare verb goes on with, where the parse hangs it on the finite verb above.

    "voted on a bill to pay for roads and | toughen rules": what only a base form can join.
    """
    loose = verb.dep_ == "conj" or (verb.dep_ == "advcl" and verb.i > verb.head.i)
    if verb.tag_ != "VB" or not loose or any(syntax.auxiliaries(verb)) or _has_subject(verb):
        return None
    if any(child.dep_ == "mark" for child in verb.children):
        return None
    first = verb.head
    while first.dep_ == "conj" and first.tag_ == "VB":
        first = first.head
    if first.tag_ == "VB" or any(helper.tag_ == "MD" or helper.lemma_ == "do" for helper in syntax.auxiliaries(first)):
        return None
    return next((word for word in reversed(_tokens_between(first, verb)) if _is_infinitive(word)), None)


def _tokens_between(first: Token, last: Token) -> list[Token]:
    return [word for word in first.subtree if first.i < word.i < last.left_edge.i]


def _is_infinitive(word: Token) -> bool:
    return word.tag_ == "VB" and any(helper.lower_ == "to" for helper in syntax.auxiliaries(word))


def is_in_condition(verb: Token) -> bool:
    """ "the seat is free if Silva wins and Costa | resigns": a present that goes on with the condition before it."""
    link = next((child for child in verb.head.children if child.dep_ == "cc" and child.i < verb.i), None)
    if link is None or verb.tag_ not in labels.PRESENT or verb.head.tag_ in labels.PRESENT or link.i == 0:
        return False
    clauses = (word for word in (link.nbor(-1), *link.nbor(-1).ancestors) if word.dep_ == "advcl")
    return any(mood.has_condition(clause) for clause in clauses if clause.head.i < clause.i)


def complement_before(verb: Token) -> Token:
    """The complement that what stands behind it belongs to: "is likely to rise, with | costs falling".

    The head itself, where it says what is done or said and not only what is thought to come.
    """
    head = verb.head
    word = next((child for child in head.rights if child.dep_ == "acomp"), head)
    found = next((child for child in word.rights if child.dep_ == "xcomp" and child.i < verb.i), None)
    if found is None or cues.addresses(head) or effects.on_clause(word) not in OPEN_EFFECTS:
        return head
    return found
