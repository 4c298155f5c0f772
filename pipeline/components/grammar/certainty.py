"""How certain the article leaves an event: status and factuality of a verb or event noun, from its context.

The sentence is read from its root down to the trigger: each word on the way says how what it governs stands, and the
trigger's own clause adds negation, modality and tense.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.grammar.factuality import (
    clauses,
    descriptions,
    effects,
    framing,
    journeys,
    mood,
    nominals,
    series,
)
from pipeline.components.grammar.factuality.clauses import CLAUSAL
from pipeline.components.grammar.factuality.complements import effect_on, is_infinitive, is_past
from pipeline.components.grammar.factuality.polarity import is_negated
from pipeline.components.grammar.factuality.standing import (
    AVOIDED,
    FACT,
    HYPOTHETICAL,
    OPEN,
    PLANNED,
    SETTLED,
    Standing,
    below_effect,
    negated,
    within_clause,
)
from pipeline.components.grammar.traits import has_trait
from pipeline.domain import Factuality, Status
from pipeline.lexicons.predicates.classes import Effect

DEEPEST = 60
RECENT = 1024
UP_TO = frozenset({"before", "till", "until"})
NOT_CAUSAL = UP_TO | {"once", "when", "while"}
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
    verbal = word.pos_ in labels.VERBAL or word.dep_ == "advcl"
    return of_verb(word) if verbal and not clauses.is_mistagged(word) else nominals.of_noun(word, standing)


def of_verb(verb: Token) -> Standing:
    if clauses.is_passed_over(verb):
        return AVOIDED
    if (before := series.infinitive_before(verb)) is not None:
        return standing(before)
    if verb.dep_ == "conj" and verb.head.pos_ in labels.VERBAL and series.shares_auxiliaries(verb):
        shared = standing(verb.head)
        contrasted = is_negated(verb.head) and "but" in {child.lower_ for child in verb.head.children}
        return negated(shared) if contrasted and not is_negated(verb) else shared
    return within_clause(_context(verb), mood.own_mood(verb))


def _context(verb: Token) -> Standing:
    """How the clause of the verb stands, by what it is set in and by what governs it."""
    head, dep = verb.head, verb.dep_
    if framing.is_fictional(verb) or clauses.is_case(verb):
        return OPEN
    if framing.is_by_anyone(verb) and (dep not in labels.ADNOMINAL_CLAUSES or _is_open(head)):
        return OPEN
    if dep == "ROOT":
        return _of_root(verb)
    if dep == "conj":
        return _coordinated(verb, head)
    if (left := clauses.only_choice(verb)) is not None:
        return _embedding(left)
    if dep in labels.PREPOSITION_OBJECTS:
        return _below_preposition(verb, head)
    if dep == "advcl":
        return _adverbial(verb)
    if dep in labels.ADNOMINAL_CLAUSES and (described := _of_described_noun(verb, head)) is not None:
        return described
    completes = clauses.is_complement(verb) or descriptions.is_content(verb)
    return _complement(verb) if dep in CLAUSAL and completes and not clauses.is_juxtaposed(verb) else FACT


def _coordinated(verb: Token, head: Token) -> Standing:
    """As the verb before; an infinitive joined to an adjective is its complement: "hard to pay and to | sue"."""
    if head.pos_ == "ADJ" and is_infinitive(verb):
        return below_effect(_embedding(head), effects.on_clause(head) or "plans")
    if series.is_in_condition(verb):
        return OPEN
    return _context(head) if head.pos_ in labels.VERBAL else FACT


def _is_open(noun: Token) -> bool:
    """Whether the clause that a noun is part of is no fact: "Norwegians travelling there | could face checks"."""
    above = syntax.governing_verb(noun)
    return above is not None and standing(above).status in ("hypothetical", "planned")


def _of_root(verb: Token) -> Standing:
    if is_infinitive(verb):
        return PLANNED
    if (said := journeys.said_in_headline(verb)) is not None:
        return below_effect(FACT, said)
    return OPEN if any(_is_question(verb, token) for token in verb.sent[-3:]) else FACT


def _is_question(verb: Token, mark: Token) -> bool:
    """Whether a question mark is the main verb's, and not that of a question which its sentence quotes."""
    if mark.text != "?":
        return False
    return sum(token.is_quote for token in verb.doc[verb.i : mark.i]) % 2 == 0


def _complement(verb: Token) -> Standing:
    if clauses.is_not_until(verb.head) or clauses.is_performed(verb):
        return FACT
    outer = _embedding(verb.head)
    if mood.has_condition(verb):
        return below_effect(outer, "supposes")
    if verb.dep_ in labels.COMPLEMENT_CLAUSES and framing.is_told_by_fiction(verb.head):
        return OPEN
    effect = effect_on(verb)
    if effect == "reports" and outer.degree < 0 and verb.head.pos_ == "NOUN":
        return below_effect(outer, "believes")
    if effect == "plans" and outer in (FACT, PLANNED) and clauses.is_past_plan(verb):
        return HYPOTHETICAL
    return below_effect(outer, effect)


def _embedding(head: Token) -> Standing:
    """How the governing word stands; an adjective or noun in a predicate stands as its copula does."""
    if head.pos_ not in labels.VERBAL and head.dep_ in ("acomp", "attr", "oprd") and head.head.pos_ in labels.VERBAL:
        outer = standing(head.head)
        return negated(outer) if any(child.dep_ == "neg" for child in head.children) else outer
    return standing(head) if head.pos_ in (*labels.VERBAL, "NOUN") else FACT


def _adverbial(verb: Token) -> Standing:
    if mood.has_condition(verb):
        return OPEN
    outer = _embedding(verb.head)
    if (below := _object_before(verb)) is not None:
        return below_effect(outer, below)
    if verb.head.lower_ == "long":
        return FACT if _embedding(verb.head.head).status in SETTLED else OPEN
    if is_infinitive(verb):
        return below_effect(outer, effects.on_clause(_predicate(verb.head)) or "plans")
    if mood.is_outcome(verb) and (before := _undecided_before(verb)) is not None:
        return before
    return FACT if is_past(verb) else _at_that_time(verb, outer)


def _undecided_before(verb: Token) -> Standing | None:
    """How what has an outcome stands, if that is no fact: "will shut the plant, | axing 640 jobs"."""
    cause = series.complement_before(verb)
    found = standing(cause)
    is_open = found.status == "hypothetical" and (cause != verb.head or mood.is_modal(cause))
    return found if is_open or found.status == "planned" else None


def _object_before(verb: Token) -> Effect | None:
    """ "depends on Egypt | reopening the border", where the parse hangs the participle on the verb."""
    before = (c for c in verb.head.rights if c.dep_ == "prep" and c.right_edge.i + 1 == verb.left_edge.i)
    phrase = next(before, None) if verb.tag_ == "VBG" else None
    return effects.in_phrase(verb.head, phrase.lower_) if phrase is not None else None


def _at_that_time(verb: Token, outer: Standing) -> Standing:
    """What goes with what is no fact yet is none either: "may vote before he | returns", "wait until he | returns"."""
    marks = {child.lower_ for child in verb.children if child.dep_ in labels.MARKERS}
    if not marks & AT_THAT_TIME or outer.status in SETTLED or _was_under_way(verb, marks):
        return FACT
    if outer.status == "planned" or (outer.status == "hypothetical" and marks & NOT_CAUSAL):
        return outer if outer.degree >= 0 else OPEN
    return HYPOTHETICAL if marks & UP_TO and verb.tag_ in labels.PRESENT else FACT


def _was_under_way(verb: Token, marks: set[str]) -> bool:
    """ "her decision to meet him while police | were investigating him"."""
    return "while" in marks and verb.tag_ == "VBG" and any(helper.tag_ == "VBD" for helper in syntax.auxiliaries(verb))


def _of_described_noun(verb: Token, noun: Token) -> Standing | None:
    """As the noun that a clause describes, where that says so."""
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        if _says_when(verb):
            return standing(noun)
        if noun.dep_ == "pobj" and (said := _of_what_may_be(noun.head)) != FACT:
            return said
    return descriptions.of_description(verb, standing)


def _says_when(verb: Token) -> bool:
    """ "plans a series of rallies | starting in May": it stands as the noun does."""
    begins = has_trait(verb, "beginning") or has_trait(verb, "happening")
    return begins and not any(child.dep_ in ("dobj", "mark", "nsubj") for child in verb.children)


def _of_what_may_be(preposition: Token) -> Standing:
    """ "fears of rebels taking the port", "the prospect of Chad leaving"."""
    said = effects.before_clause(preposition.head, preposition.lower_)
    effect = said if preposition.head.pos_ == "NOUN" else None
    return FACT if effect is None else below_effect(_embedding(preposition.head), effect)


def _predicate(verb: Token) -> Token:
    """The adjective of a copula, which says what it says: "was ready", else the verb itself."""
    return next((child for child in verb.children if child.dep_ == "acomp" and verb.lemma_ == "be"), verb)


def _below_preposition(verb: Token, preposition: Token) -> Standing:
    head = preposition.head.head if clauses.is_repeated(preposition) else preposition.head
    if mood.has_condition(verb) or mood.is_condition(preposition):
        return OPEN
    if mood.is_instead(preposition):
        return AVOIDED
    effect = effects.before_clause(head, preposition.lower_)
    if effect is not None:
        return below_effect(_embedding(head), effect)
    if preposition.lower_ == "by" and clauses.has_choice(head):
        return OPEN
    if preposition.lower_ == "against":
        return HYPOTHETICAL
    outer = _embedding(series.complement_before(preposition) if preposition.lower_ == "with" else head)
    earlier = preposition.lower_ in ("after", "since") and outer.status not in ("planned", "hypothetical")
    return FACT if earlier else outer
