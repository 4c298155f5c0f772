"""Whether a clause looks ahead or back from the day it is written, as a day named in it must know."""

from __future__ import annotations

import itertools

from spacy import symbols
from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax, tenses, when
from pipeline.components.grammar.direction_lexicon import direction_words
from pipeline.components.grammar.factuality import effects
from pipeline.components.grammar.prospection import is_moved, looks_ahead
from pipeline.components.grammar.tenses import is_in_past
from pipeline.domain import Tense

PREPOSITIONAL = frozenset({symbols.prep, symbols.agent})
DESCRIBING = frozenset({"acl", "relcl", "amod"})


def tense_of_clause(anchor: Token) -> Tense | None:
    """Tense of the clause a time expression stands in; None if no verb governs it or nothing tells the direction.

    What is planned for a day, put off to it or lasts until it, looks ahead unless it is over; a participle without
    auxiliary ("plans announced in June") looks back.
    """
    if is_pending(anchor) or is_delivery(anchor):
        return "future"
    if has_past_when_clause(anchor):
        return "past"
    verb = clause_verb(anchor)
    if verb is None:
        return None
    plan = plan_between(anchor, verb)
    is_fixed = is_fixed_by(verb, anchor)
    lapsed = is_term(anchor) and is_in_past(verb) and not is_fixed
    if is_called_off(plan or verb) or lapsed:
        return None
    if plan or is_pledged(verb, anchor):
        return "future"
    if was_planned(verb) or is_unanswered(verb):
        return "past"
    return "future" if is_fixed else tense_of_verb(verb, preposition_above(anchor))


def clause_verb(anchor: Token) -> Token | None:
    """The verb above a time; the "am" of "11:36 am on Tuesday" is none, whatever the parser takes it for."""
    verb = syntax.governing_verb(anchor)
    while verb is not None and verb.ent_type_ == "TIME" and verb.head != verb:
        verb = syntax.governing_verb(verb.head)
    return verb


def tense_of_verb(verb: Token, preposition: str) -> Tense:
    """Tense that a verb gives what is dated with a preposition below it."""
    verb = sharing_auxiliary(verb)
    children = list(verb.children)
    helpers = [child for child in children if child.dep in syntax.AUXILIARY]
    if looks_ahead(verb, preposition, children, helpers):
        return "future"
    if preposition == "since" or any(helper.lemma_ == "have" for helper in helpers):
        return "past"
    if verb.tag_ == "VBN" and not helpers:
        return "past"
    found = tenses.tense_with(verb, helpers)
    if found == "present" and is_timetable(verb):
        return "future"
    return "future" if found == "future" else "past" if found == "past" else "present"


def sharing_auxiliary(verb: Token) -> Token:
    """ "would close the plant and cut jobs": the verb whose modal or "to" is shared by one that has no past of its own.

    The verb itself elsewhere.
    """
    first = verb.head
    is_unmarked = verb.dep_ == "conj" and verb.tag_ == "VBD" and verb.lower_ == verb.lemma_
    return first if is_unmarked and first.tag_ == "VB" and not any(syntax.auxiliaries(verb)) else verb


def preposition_above(anchor: Token) -> str:
    """The nearest one; the "by" of "was expected by Friday" the parser takes for that of a doer."""
    return next((above.lower_ for above in anchor.ancestors if above.dep in PREPOSITIONAL), "")


def is_pending(anchor: Token) -> bool:
    """ "payable Nov. 15", "effective Monday"."""
    return not anchor.is_sent_start and anchor.i > 0 and anchor.nbor(-1).lower_ in direction_words().pending


def has_past_when_clause(anchor: Token) -> bool:
    """ "in June, when they lost the vote", whatever the tense of the clause around."""
    clauses = (child for child in anchor.rights if child.dep_ == "relcl" and is_in_past(child))
    return any(child.lower_ == "when" for clause in clauses for child in clause.lefts)


def is_delivery(anchor: Token) -> bool:
    """ "oil for July delivery", "the March contract"."""
    return anchor.head.lower_ in direction_words().deliveries and anchor.head.i > anchor.i


def is_term(anchor: Token) -> bool:
    """ "the June deadline"."""
    return anchor.head.lower_ in direction_words().terms and anchor.head.i > anchor.i


def is_fixed_by(verb: Token, anchor: Token) -> bool:
    """ "The April summit was announced", "confirmed the June deadline"."""
    noun = anchor.head
    if noun.head != verb or noun.i < anchor.i or noun.dep_ not in labels.UNDERGOERS:
        return False
    named = direction_words().terms | direction_words().fixtures
    return noun.lower_ in named and syntax.lemma(verb) in direction_words().fixing


def is_pledged(verb: Token, anchor: Token) -> bool:
    """ "promised a vote in two years", said in whatever tense; but "promised it in June"."""
    length = anchor.head
    is_length = anchor.dep_ == "nummod" or anchor.lower_ in ("a", "an")
    in_it = is_length and length.dep_ == "pobj" and length.head.lower_ == "in"
    return in_it and length.head.head == verb and syntax.lemma(verb) in direction_words().pledging


def is_timetable(verb: Token) -> bool:
    """ "The fair opens on Thursday." in the text, where headlines say in the same tense what is over."""
    if verb.tag_ not in labels.PRESENT:
        return False
    if verb.lemma_ == "be":
        return any(map(when.is_of_day, verb.lefts))
    lemma = syntax.lemma(verb)
    phrases = (f"{lemma} {child.lower_}" for child in verb.children if child.dep_ == "dobj")
    return not direction_words().timetabled.isdisjoint([lemma, *phrases]) and verb.sent[-1].text == "."


def plan_between(anchor: Token, verb: Token) -> Token | None:
    """The plan that a day belongs to: "the election set for June", "a hearing due in April"."""
    between = itertools.takewhile(lambda above: above != verb, anchor.ancestors)
    plans = (above for above in between if _may_plan(above) and effects.on_clause(above) == "plans")
    return next(plans, None)


def _may_plan(word: Token) -> bool:
    """An adjective or participle; one behind its noun the tagger may take for a past."""
    return word.tag_ in ("JJ", "VBN") or (word.tag_ == "VBD" and word.dep_ == "acl")


def is_called_off(plan: Token) -> bool:
    """ "A concert planned for Wednesday was cancelled": the day may be over or still to come."""
    if plan.dep_ not in DESCRIBING or effects.on_clause(plan) != "plans":
        return False
    clause = plan.head.head
    return is_in_past(clause) and effects.on_noun(clause) == "cancels"


def was_planned(verb: Token) -> bool:
    """ "had been due to expire Friday", "had hoped to reopen by May"."""
    plan = verb.head if verb.dep_ == "xcomp" else verb
    above = plan.head if plan.dep_ == "acomp" else plan
    if all(helper.lower_ != "had" for helper in syntax.auxiliaries(above)):
        return False
    effect = effects.on_clause(plan)
    return effect == "plans" or (effect == "wishes" and plan != verb)


def is_unanswered(verb: Token) -> bool:
    """ "could not be reached Tuesday"."""
    if syntax.lemma(verb) not in direction_words().answering or not syntax.is_negated(verb):
        return False
    return any(helper.lower_ in ("could", "would") for helper in syntax.auxiliaries(verb))


def is_moved_from(anchor: Token) -> bool:
    """ "moved from Monday to Friday": two days, and no days between."""
    verb = syntax.governing_verb(anchor)
    if verb is None or syntax.lemma(verb) in direction_words().pausing:
        return False
    return preposition_above(anchor) == "from" and is_moved(verb, "to")
