"""Which verbs look ahead from the day of writing: plans, wishes, demands and expectations, and what is put off."""

from __future__ import annotations

from collections.abc import Sequence

from spacy import symbols
from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax, tenses
from pipeline.components.grammar.direction_lexicon import direction_words
from pipeline.components.grammar.factuality import effects
from pipeline.components.grammar.factuality.complements import is_infinitive
from pipeline.components.grammar.tenses import is_in_past, is_in_present
from pipeline.lexicons.function_words import FUTURE_AUXILIARIES
from pipeline.lexicons.predicates import predicates

WILL = FUTURE_AUXILIARIES - {"would"}
DEMANDING = frozenset({"request", "threaten"})
INFINITIVE_OF_NOUN = frozenset({"ROOT", "acl", "relcl"})


def looks_ahead(verb: Token, preposition: str, children: Sequence[Token], helpers: Sequence[Token]) -> bool:
    """ "until Friday", "set for Friday", "may meet on Friday", "due to meet on Friday", "talks to be held Friday"."""
    if is_moved(verb, preposition):
        return True
    if preposition in direction_words().bounds:
        return not is_in_past(verb) or effects.on_clause(verb) == "plans"
    if preposition == "for" and (effects.on_clause(verb) == "plans" or syntax.lemma(verb) in direction_words().calling):
        return True
    if is_expected(verb) or is_wish_for(verb, children, helpers) or any(helper.lower_ in WILL for helper in helpers):
        return True
    if any(child.dep == symbols.acomp and effects.on_clause(child) == "plans" for child in children):
        return True
    if any(helper.tag_ == "MD" for helper in helpers):
        return all(helper.lemma_ != "have" for helper in helpers)
    if not any(helper.tag_ == "TO" for helper in children if helper.i < verb.i):
        return False
    is_plan = effects.on_clause(verb.head) == "plans" or is_demanded(verb.head)
    return verb.dep_ in INFINITIVE_OF_NOUN or is_plan or is_to_be(verb)


def is_demanded(above: Token) -> bool:
    """ "threatened to leave in May", "ordered them to leave by Friday": what is to be done was still to come."""
    return not predicates().verb(syntax.lemma(above)).governs.isdisjoint(DEMANDING)


def is_wish_for(verb: Token, children: Sequence[Token], helpers: Sequence[Token]) -> bool:
    """ "hopes for a deal in May"; but not "had bid for the port in May"."""
    if all(child.lower_ != "for" for child in children) or any(helper.lower_ == "had" for helper in helpers):
        return False
    return effects.with_preposition(verb, "for") == "wishes"


def is_to_be(infinitive: Token) -> bool:
    """ "Talks are to resume"; but "it is hard to finish"."""
    above = infinitive.head
    is_copula = infinitive.dep_ == "xcomp" and above.lemma_ == "be" and tenses.tense(above) == "present"
    return is_copula and all(child.dep_ not in ("acomp", "attr") for child in above.children)


def is_expected(verb: Token) -> bool:
    """ "expects a ruling in ten days", "is expected on Friday", "hopes to reopen in May", "see rates rising by May"."""
    words, above = direction_words(), verb
    if verb.dep_ in labels.COMPLEMENT_CLAUSES and (verb.tag_ == "VBG" or is_infinitive(verb)):
        above = verb.head
    foreseen = verb.tag_ == "VBG" and above != verb and syntax.lemma(above) in words.foreseeing
    return (foreseen or syntax.lemma(above) in words.expecting) and is_in_present(above)


def is_moved(verb: Token, preposition: str) -> bool:
    """ "postponed until Monday", "pushed back to March", "gave the army until Friday"."""
    if preposition not in direction_words().goals:
        return False
    particle = next((child.lower_ for child in verb.children if child.dep_ in ("prt", "advmod")), "")
    words, lemma = direction_words(), syntax.lemma(verb)
    moved = f"{lemma} {particle}" in words.moving or lemma in words.moving
    has_bound = preposition in words.bounds and (lemma in words.granting or is_closing(verb))
    return moved or has_bound


def is_closing(verb: Token) -> bool:
    """ "closed the road until Monday"; but "the road was closed until Monday", which may be over."""
    return syntax.lemma(verb) in direction_words().closing and all(child.dep_ != "auxpass" for child in verb.children)
