"""How certain the article leaves an event: status and factuality of a verb or event noun, from its context.

The sentence is read from its root down to the trigger: each word on the way says how what it governs stands, and the
trigger's own clause adds negation, modality and tense.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

from spacy.tokens import Token

from pipeline.components.grammar import syntax
from pipeline.components.grammar.factuality import effects, framing, journeys, mood, nominals
from pipeline.components.grammar.factuality.polarity import is_negated
from pipeline.components.grammar.factuality.standing import (
    AVOIDED,
    FACT,
    HYPOTHETICAL,
    OPEN,
    PLANNED,
    SETTLED,
    Effect,
    Standing,
    combined,
    governed,
    negated,
)
from pipeline.domain import Factuality, Status

DEEPEST = 60
VERBAL = frozenset({"VERB", "AUX"})
CLAUSAL = frozenset({"xcomp", "ccomp", "acl", "relcl", "csubj", "csubjpass"})
RECENT = 1024
RANKED = frozenset({"first", "last", "latest", "oldest", "only", "youngest"})
DECIDING = frozenset({"agree", "appoint", "authorize", "commit", "decide", "decision", "elect", "order", "resolve"})
UP_TO = frozenset({"before", "till", "until"})
NOT_CAUSAL = UP_TO | {"once", "when", "while"}
PRESENT = frozenset({"VBP", "VBZ"})
AT_THAT_TIME = frozenset({"after", "as", "before", "once", "till", "until", "when", "while"})


def certainty(trigger: Token) -> tuple[Status, Factuality]:
    """Status and factuality of what the trigger, a verb or event noun, tells of.

    Nothing is said for certain of a trigger that hangs deeper than any sentence of prose goes.
    """
    if next(islice(trigger.ancestors, DEEPEST, None), None) is not None:
        return OPEN.status, OPEN.factuality
    found = standing(trigger)
    if found.degree < 0 and trigger.pos_ == "NOUN" and nominals.is_rejected_speech(trigger):
        found = FACT
    return found.status, found.factuality


@lru_cache(maxsize=RECENT)
def standing(word: Token) -> Standing:
    """How the event that a word names stands, all that governs it taken in.

    Kept for the words asked last: each word of a sentence asks for those above it, and events and movements ask again.
    """
    verbal = word.pos_ in VERBAL or word.dep_ == "advcl"
    return of_verb(word) if verbal and not _is_mistagged(word) else nominals.of_noun(word, standing)


def _is_mistagged(word: Token) -> bool:
    """Of headlines, where nouns pass for verbs: "Premier mulls visit to Riyadh"."""
    return word.tag_ in ("VB", "VBP") and word.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj")


def of_verb(verb: Token) -> Standing:
    if _is_passed_over(verb):
        return AVOIDED
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL and _shares_auxiliaries(verb):
        shared = standing(verb.head)
        contrasted = is_negated(verb.head) and "but" in {child.lower_ for child in verb.head.children}
        return negated(shared) if contrasted and not is_negated(verb) else shared
    return combined(_context(verb), mood.own_mood(verb))


def _is_passed_over(verb: Token) -> bool:
    """ "stayed rather than travel"."""
    links = [
        child for child in verb.head.children if child.dep_ == "cc" and child.lower_ == "than" and child.i < verb.i
    ]
    return verb.dep_ == "conj" and any(map(mood.is_instead, links))


def _shares_auxiliaries(verb: Token) -> bool:
    """ "will visit Lima and meet the mayor": the second verb has no finite form, helper or subject of its own."""
    if any(child.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for child in verb.children):
        return False
    return "VerbForm=Fin" not in verb.morph or (verb.tag_ == "VBP" and verb.head.tag_ == "VB")


def _context(verb: Token) -> Standing:
    """How the clause of the verb stands, by what it is set in and by what governs it."""
    head, dep = verb.head, verb.dep_
    if framing.is_fictional(verb) or _is_case(verb):
        return OPEN
    if framing.is_by_anyone(verb) and (dep not in ("acl", "relcl") or _is_open(head)):
        return OPEN
    if dep == "ROOT":
        return _of_root(verb)
    if dep == "conj":
        return _context(head) if head.pos_ in VERBAL else FACT
    if dep == "pcomp":
        return _below_preposition(verb, head)
    if dep == "advcl":
        return _adverbial(verb)
    if dep == "acl" and verb.tag_ == "VBG" and head.dep_ == "pobj":
        return _of_what_may_be(head.head)
    if dep in CLAUSAL and _is_complement(verb) and not _is_juxtaposed(verb):
        return _complement(verb)
    return FACT


def _is_case(verb: Token) -> bool:
    """ "in case the dam | bursts", "in the event that he | resigns"."""
    head = verb.head
    if verb.dep_ not in CLAUSAL or head.lower_ not in ("case", "event") or head.head.lower_ != "in":
        return False
    return not any(child.dep_ in ("amod", "poss") or child.lower_ == "a" for child in head.lefts)


def _is_open(noun: Token) -> bool:
    """Whether the clause that a noun is part of is no fact: "Norwegians travelling there | could face checks"."""
    above = syntax.governing_verb(noun)
    return above is not None and standing(above).status in ("hypothetical", "planned")


def _is_juxtaposed(verb: Token) -> bool:
    """Whether a semicolon makes a sentence of a clause that the parser hangs on the one behind it."""
    return any(token.text == ";" for token in verb.doc[verb.i : verb.head.i])


def _of_root(verb: Token) -> Standing:
    if is_infinitive(verb):
        return PLANNED
    if (said := journeys.said_in_headline(verb)) is not None:
        return governed(FACT, said)
    return OPEN if any(token.text == "?" for token in verb.sent[-3:]) else FACT


def is_infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _is_complement(verb: Token) -> bool:
    """A clause that completes a word, not one that only describes a noun."""
    if is_infinitive(verb) or verb.dep_ not in ("acl", "relcl"):
        return True
    return verb.dep_ == "acl" and any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)


def _complement(verb: Token) -> Standing:
    if _is_not_until(verb.head):
        return FACT
    outer = _embedding(verb.head)
    if mood.has_condition(verb):
        return governed(outer, "supposes")
    if verb.dep_ in ("ccomp", "xcomp") and framing.is_told_by_fiction(verb.head):
        return OPEN
    effect = _effect_on(verb)
    if effect == "reports" and outer.degree < 0 and verb.head.pos_ == "NOUN":
        return governed(outer, "believes")
    return (
        HYPOTHETICAL
        if effect == "plans" and outer in (FACT, PLANNED) and _is_past_plan(verb)
        else governed(outer, effect)
    )


def _is_past_plan(verb: Token) -> bool:
    """ "had planned to go", "had been due to go", "was to have gone"."""
    planner = verb.head if verb.head.pos_ in VERBAL else verb.head.head
    if syntax.lemma(verb.head) in DECIDING:
        return False
    perfect = any(helper.lower_ == "have" for helper in syntax.auxiliaries(verb))
    return mood.is_past_plan(planner) or (perfect and planner.tag_ == "VBD")


def _is_not_until(head: Token) -> bool:
    """ "It was not until May that they left": they did."""
    return head.lemma_ == "be" and is_negated(head) and any(child.lower_ == "until" for child in head.children)


def _effect_on(verb: Token) -> Effect:
    head = verb.head
    if is_infinitive(verb) and (_is_excessive(head) or _is_outstanding(head)):
        return "negates"
    if is_infinitive(verb) and head.lemma_ == "have" and _is_past(head):
        return "entails"
    if is_infinitive(verb) and (judged := _judged_by(head)) is not None:
        return effects.on_clause(judged) or "wishes"
    if _is_to_come(verb) or _is_supposed(verb):
        return "plans"
    if not is_infinitive(verb):
        listed = effects.on_finite_clause(_told_of(head))
        return "believes" if listed == "plans" and _is_past(verb) else listed or "reports"
    listed = effects.on_clause(head)
    if listed == "plans" and _is_past(verb):
        return "believes"
    if listed is None and head.pos_ in VERBAL:
        return "believes" if verb.dep_ == "xcomp" and effects.is_reported(head) else "plans"
    if verb.dep_ == "relcl" and any(c.lower_ in RANKED or c.ent_type_ == "ORDINAL" for c in head.children):
        return "entails"
    return listed or "wishes"


def _told_of(head: Token) -> Token:
    """The word of a copula that says how its clause is: "it is true that", "it is no secret that"."""
    expletive = head.lemma_ == "be" and any(child.lower_ == "it" for child in head.lefts)
    return next((child for child in head.rights if expletive and child.dep_ in ("acomp", "attr")), head)


def _judged_by(head: Token) -> Token | None:
    """The adjective of "it is | illegal to import", where the parse hangs the infinitive on the copula."""
    expletive = head.lemma_ == "be" and any(child.lower_ == "it" for child in head.lefts)
    return next((child for child in head.rights if expletive and child.dep_ == "acomp"), None)


def _is_excessive(head: Token) -> bool:
    """ "too ill to travel"."""
    return head.pos_ in ("ADJ", "ADV") and head.i > 0 and head.nbor(-1).lower_ == "too"


def _is_outstanding(head: Token) -> bool:
    """ "has yet to meet"."""
    return head.lemma_ in ("be", "have", "remain") and any(child.lower_ == "yet" for child in head.children)


def _is_past(verb: Token) -> bool:
    """ "expected to have left", "likely that they left", "had to leave"."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    perfect = any(helper.lemma_ == "have" or helper.tag_ == "VBD" for helper in helpers)
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and perfect)


def _is_to_come(verb: Token) -> bool:
    """ "is going to visit", "is to visit", and in headlines "President to visit Peru"."""
    head = verb.head
    if not is_infinitive(verb):
        return False
    if head.dep_ == "ROOT" and head.pos_ in ("NOUN", "PROPN"):
        return effects.on_clause(head) is None
    return (head.lemma_ == "go" and head.tag_ == "VBG") or head.lemma_ == "be"


def _is_supposed(verb: Token) -> bool:
    """ "was supposed to arrive"; with what is past, it is believed: "is supposed to have left"."""
    return is_infinitive(verb) and (verb.head.lemma_, verb.head.tag_) == ("suppose", "VBN") and not _is_past(verb)


def _embedding(head: Token) -> Standing:
    """How the governing word stands; an adjective or noun in a predicate stands as its copula does."""
    if head.pos_ not in VERBAL and head.dep_ in ("acomp", "attr", "oprd") and head.head.pos_ in VERBAL:
        outer = standing(head.head)
        return negated(outer) if any(child.dep_ == "neg" for child in head.children) else outer
    return standing(head) if head.pos_ in (*VERBAL, "NOUN") else FACT


def _adverbial(verb: Token) -> Standing:
    if mood.has_condition(verb):
        return OPEN
    outer = _embedding(verb.head)
    if is_infinitive(verb):
        return governed(outer, effects.on_clause(_predicate(verb.head)) or "plans")
    return FACT if _is_past(verb) else _at_that_time(verb, outer)


def _at_that_time(verb: Token, outer: Standing) -> Standing:
    """What goes with what is no fact yet is none either: "may vote before he | returns", "wait until he | returns"."""
    marks = {child.lower_ for child in verb.children if child.dep_ in ("mark", "advmod")}
    if not marks & AT_THAT_TIME or outer.status in SETTLED:
        return FACT
    if outer.status == "planned" or (outer.status == "hypothetical" and marks & NOT_CAUSAL):
        return outer if outer.degree >= 0 else OPEN
    return HYPOTHETICAL if marks & UP_TO and verb.tag_ in PRESENT else FACT


def _of_what_may_be(preposition: Token) -> Standing:
    """ "fears of rebels taking the port", "the prospect of Chad leaving"."""
    said = effects.before_clause(preposition.head, preposition.lower_)
    effect = said if preposition.head.pos_ == "NOUN" else None
    return FACT if effect is None else governed(_embedding(preposition.head), effect)


def _predicate(verb: Token) -> Token:
    """The adjective of a copula, which says what it says: "was ready", else the verb itself."""
    return next((child for child in verb.children if child.dep_ == "acomp" and verb.lemma_ == "be"), verb)


def _below_preposition(verb: Token, preposition: Token) -> Standing:
    head = preposition.head
    if mood.has_condition(verb) or mood.is_condition(preposition):
        return OPEN
    if mood.is_instead(preposition):
        return AVOIDED
    effect = effects.before_clause(head, preposition.lower_)
    if effect is not None:
        return governed(_embedding(head), effect)
    if preposition.lower_ == "against":
        return HYPOTHETICAL
    outer = _embedding(head)
    earlier = preposition.lower_ in ("after", "since") and outer.status not in ("planned", "hypothetical")
    return FACT if earlier else outer
