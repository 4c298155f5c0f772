"""Certainty of clauses that describe a noun: of what is brought about, of charges, of what is not known to be."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.grammar.factuality import effects
from pipeline.components.grammar.factuality.occasions import Reading
from pipeline.components.grammar.factuality.standing import OPEN, Standing, below_effect
from pipeline.components.grammar.traits import has_trait
from pipeline.lexicons.function_words import RANKING

DEFINITE = frozenset({"both", "each", "its", "that", "the", "these", "this", "those"})
PRESENT = labels.PRESENT | {"VBG"}


def of_description(clause: Token, standing: Reading) -> Standing | None:
    """How the clause stands by what is said of its noun; ``None`` if that says nothing."""
    noun = clause.head
    if _is_brought_about(clause):
        return below_effect(standing(noun.head), effects.on_clause(noun.head) or "entails")
    above = syntax.governing_verb(noun)
    if above is None or noun.i < above.i or not (_is_first_time(noun) or _is_unknown(noun)):
        return None
    if has_trait(above, "aftermath") or has_trait(above, "explaining"):
        return None
    outer = standing(above)
    if outer.status not in ("hypothetical", "planned") or not _is_of_that_time(clause, outer, noun):
        return None
    return outer


def _is_brought_about(clause: Token) -> bool:
    """ "hopes to have the game | reinstated", "wants him | jailed"."""
    noun = clause.head
    return clause.tag_ == "VBN" and noun.dep_ == "dobj" and has_trait(noun.head, "causative")


def _is_first_time(noun: Token) -> bool:
    """ "would be the first time a firm | has been fined"."""
    return (
        noun.lemma_ == "time" and noun.dep_ in ("attr", "dobj") and any(child.lower_ in RANKING for child in noun.lefts)
    )


def _is_unknown(noun: Token) -> bool:
    """ "an airline", "leaders": nobody and nothing that is known already."""
    known = (c for c in noun.lefts if c.dep_ in ("nummod", "poss") or c.lower_ in DEFINITE)
    return noun.pos_ == "NOUN" and not any(known)


def _is_of_that_time(clause: Token, outer: Standing, noun: Token) -> bool:
    """A past may tell of what has been: "will meet a man who | fled"; not in a condition or of a first time."""
    if outer == OPEN or _is_first_time(noun):
        return True
    helpers = list(syntax.auxiliaries(clause))
    is_going_on = clause.tag_ == "VBG" and bool(helpers)
    return (*helpers, clause)[0].tag_ in PRESENT and not is_going_on and "have" not in (h.lemma_ for h in helpers)


def is_content(clause: Token) -> bool:
    """ "charges he robbed a bank", "fears they left": a clause that lacks nothing says what the noun is of."""
    if clause.dep_ not in labels.ADNOMINAL_CLAUSES or effects.on_clause(clause.head) is None:
        return False
    subjects = [child for child in clause.lefts if child.dep_ in labels.SUBJECTS]
    whole = syntax.is_passive(clause) or any(child.dep_ == "dobj" for child in clause.rights)
    related = any(word.tag_ in syntax.RELATIVE_TAGS for word in clause.subtree if word.i <= clause.i)
    return bool(subjects) and whole and not related
