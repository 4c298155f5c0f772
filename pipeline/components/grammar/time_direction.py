"""Whether a clause looks ahead or back from the day it is written, as a day named in it must know."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache

import msgspec
from spacy import symbols
from spacy.tokens import Token

from pipeline import lexicons
from pipeline.components.grammar import labels, syntax, when
from pipeline.components.grammar.factuality import effects
from pipeline.components.grammar.factuality.complements import is_infinitive
from pipeline.domain import Tense
from pipeline.lexicons.function_words import FUTURE_AUXILIARIES
from pipeline.lexicons.predicates import predicates

WILL = FUTURE_AUXILIARIES - {"would"}
PREPOSITIONAL = frozenset({symbols.prep, symbols.agent})
DESCRIBING = frozenset({"acl", "relcl", "amod"})
DEMANDING = frozenset({"request", "threaten"})
INFINITIVE_OF_NOUN = frozenset({"ROOT", "acl", "relcl"})


class DirectionLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of time_direction.toml."""

    pending: frozenset[str]
    calling: frozenset[str]
    moving: frozenset[str]
    pausing: frozenset[str]
    granting: frozenset[str]
    closing: frozenset[str]
    bounds: frozenset[str]
    goals: frozenset[str]
    answering: frozenset[str]
    timetabled: frozenset[str]
    deliveries: frozenset[str]
    expecting: frozenset[str]
    foreseeing: frozenset[str]
    pledging: frozenset[str]
    terms: frozenset[str]
    fixtures: frozenset[str]
    fixing: frozenset[str]


@cache
def direction_words() -> DirectionLexicon:
    loaded: DirectionLexicon = lexicons.load("time_direction", DirectionLexicon)
    return loaded


def tense_of_clause(anchor: Token) -> Tense | None:
    """Tense of the clause a time expression stands in; None if no verb governs it or nothing tells the direction.

    What is planned for a day, put off to it or lasts until it, looks ahead unless it is over; a participle without
    auxiliary ("plans announced in June") looks back.
    """
    if is_pending(anchor) or is_delivery(anchor):
        return "future"
    if is_told_of(anchor):
        return "past"
    verb = clause_verb(anchor)
    if verb is None:
        return None
    plan = plan_between(anchor, verb)
    is_fixed = is_fixed_by(verb, anchor)
    lapsed = is_term(anchor) and is_over(verb) and not is_fixed
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
    found = syntax.tense_with(verb, helpers)
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


def is_told_of(anchor: Token) -> bool:
    """ "in June, when they lost the vote", whatever the tense of the clause around."""
    clauses = (child for child in anchor.rights if child.dep_ == "relcl" and is_over(child))
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
    return is_over(clause) and effects.on_noun(clause) == "cancels"


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


def looks_ahead(verb: Token, preposition: str, children: Sequence[Token], helpers: Sequence[Token]) -> bool:
    """ "until Friday", "set for Friday", "may meet on Friday", "due to meet on Friday", "talks to be held Friday"."""
    if is_moved(verb, preposition):
        return True
    if preposition in direction_words().bounds:
        return not is_over(verb) or effects.on_clause(verb) == "plans"
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
    is_copula = infinitive.dep_ == "xcomp" and above.lemma_ == "be" and syntax.tense(above) == "present"
    return is_copula and all(child.dep_ not in ("acomp", "attr") for child in above.children)


def is_expected(verb: Token) -> bool:
    """ "expects a ruling in ten days", "is expected on Friday", "hopes to reopen in May", "see rates rising by May"."""
    words, above = direction_words(), verb
    if verb.dep_ in labels.COMPLEMENT_CLAUSES and (verb.tag_ == "VBG" or is_infinitive(verb)):
        above = verb.head
    foreseen = verb.tag_ == "VBG" and above != verb and syntax.lemma(above) in words.foreseeing
    return (foreseen or syntax.lemma(above) in words.expecting) and is_told_now(above)


def is_told_now(verb: Token) -> bool:
    """Whether a clause is in the present tense: a participle without auxiliary has none."""
    helpers = [*syntax.auxiliaries(verb)]
    return (verb.tag_ not in labels.PAST or bool(helpers)) and syntax.tense(verb) == "present"


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


def is_moved_from(anchor: Token) -> bool:
    """ "moved from Monday to Friday": two days, and no days between."""
    verb = syntax.governing_verb(anchor)
    if verb is None or syntax.lemma(verb) in direction_words().pausing:
        return False
    return preposition_above(anchor) == "from" and is_moved(verb, "to")


def is_over(verb: Token) -> bool:
    """Whether a clause is in the simple past."""
    return any(token.tag_ == "VBD" for token in (verb, *syntax.auxiliaries(verb)))
