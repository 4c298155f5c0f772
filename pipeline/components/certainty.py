"""How certain the article leaves an event: status and factuality of a verb or event noun, from its context.

The sentence is read from its root down to the trigger: each word on the way says how what it governs stands, and the
trigger's own clause adds negation, modality and tense.
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components import effects, mood
from pipeline.components.standing import (
    DENIED,
    FACT,
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

CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided", "supposing"})
INSTEAD = frozenset({"without", "instead", "rather", "than", "against"})
ALREADY = frozenset(
    {"after", "since", "following", "over", "despite", "because", "during", "from", "about", "by", "as", "of"}
)
VERBAL = frozenset({"VERB", "AUX"})


def certainty(trigger: Token) -> tuple[Status, Factuality]:
    """Status and factuality of what the trigger, a verb or event noun, tells of."""
    found = standing(trigger)
    return found.status, found.factuality


def standing(word: Token) -> Standing:
    return _of_verb(word) if word.pos_ in VERBAL else _of_noun(word)


def _of_verb(verb: Token) -> Standing:
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL and _shares_auxiliaries(verb):
        shared = standing(verb.head)
        return (
            negated(shared)
            if mood.is_negated(verb.head) and not mood.is_negated(verb) and "but" in _links(verb)
            else shared
        )
    own = mood.own_mood(verb)
    return combined(_clause_context(verb), own)


def _shares_auxiliaries(verb: Token) -> bool:
    """ "will visit Lima and meet the mayor": the second verb has no finite form, helper or subject of its own."""
    if any(child.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for child in verb.children):
        return False
    return "VerbForm=Fin" not in verb.morph or (verb.tag_ == "VBP" and verb.head.tag_ == "VB")


def _links(verb: Token) -> set[str]:
    return {child.lower_ for child in verb.head.children if child.dep_ == "cc"}


def _clause_context(verb: Token) -> Standing:
    """How the clause of the verb stands, by what governs it."""
    head, dep = verb.head, verb.dep_
    if dep == "ROOT" or head is verb:
        return _of_root(verb)
    if dep == "conj":
        return _clause_context(head) if head.pos_ in VERBAL else FACT
    if dep == "pcomp":
        return _below_preposition(verb, head)
    if dep == "advcl":
        return _adverbial(verb)
    if dep in ("xcomp", "ccomp", "acl", "csubj", "csubjpass") and _is_complement(verb):
        return _complement(verb)
    return FACT


def _of_root(verb: Token) -> Standing:
    if _is_infinitive(verb):
        return PLANNED
    return OPEN if mood.is_question(verb) else FACT


def _is_infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _is_complement(verb: Token) -> bool:
    return verb.dep_ != "acl" or _is_infinitive(verb) or verb.tag_ not in ("VBN", "VBG")


def _complement(verb: Token) -> Standing:
    head = verb.head
    effect = "plans" if _is_to_come(verb) else effects.on_clause(head)
    if any(child.dep_ == "mark" and child.lower_ in ("if", "whether") for child in verb.children):
        effect = "supposes"
    if effect is None:
        effect = _unlisted(verb)
    return governed(_embedding(head), effect)


def _is_to_come(verb: Token) -> bool:
    """ "is going to visit", "is to visit", and in headlines "President to visit Peru"."""
    if not _is_infinitive(verb):
        return False
    head = verb.head
    return (head.lemma_ == "go" and head.tag_ == "VBG") or head.lemma_ == "be" or _is_headline_subject(head)


def _is_headline_subject(noun: Token) -> bool:
    return noun.dep_ == "ROOT" and noun.pos_ in ("NOUN", "PROPN") and effects.on_clause(noun) is None


def _unlisted(verb: Token) -> Effect:
    """A clause below a word that no list names: an infinitive is wished for, anything else is told."""
    return "wishes" if _is_infinitive(verb) else "reports"


def _embedding(head: Token) -> Standing:
    """How the governing word stands; an adjective or noun stands as its copula does."""
    if head.pos_ in VERBAL:
        return standing(head)
    if head.dep_ in ("acomp", "attr", "oprd") and head.head.pos_ in VERBAL:
        return standing(head.head)
    return _of_noun(head) if head.pos_ == "NOUN" else FACT


def _adverbial(verb: Token) -> Standing:
    marks = {child.lower_ for child in verb.children if child.dep_ in ("mark", "advmod")}
    if marks & CONDITIONS:
        return OPEN
    outer = _embedding(verb.head)
    if _is_infinitive(verb):
        return governed(outer, effects.on_clause(verb.head) or "wishes")
    if marks & {"until", "till", "before", "once"} and outer.status not in SETTLED:
        return outer
    return FACT


def _below_preposition(verb: Token, preposition: Token) -> Standing:
    if preposition.lower_ in INSTEAD:
        return DENIED
    head = preposition.head
    if head.lower_ == "instead":
        return DENIED
    effect = effects.on_clause(head)
    if effect is None:
        return FACT if preposition.lower_ in ("after", "since") else _embedding(head)
    return governed(_embedding(head), effect)


def _of_noun(noun: Token) -> Standing:
    if mood.has_no(noun):
        return DENIED
    return combined(_noun_context(noun), _own_of_noun(noun))


def _own_of_noun(noun: Token) -> Standing:
    for child in noun.lefts:
        if child.dep_ in ("amod", "compound", "nmod") and (effect := effects.on_noun(child)):
            return governed(FACT, effect)
    return PLANNED if mood.has_future_time(noun) else FACT


def _noun_context(noun: Token) -> Standing:
    head, dep = noun.head, noun.dep_
    if dep == "conj":
        return _noun_context(head) if head.pos_ not in VERBAL else FACT
    if dep in ("pobj", "pcomp"):
        return _noun_below_preposition(noun, head)
    if head.pos_ in VERBAL and dep in ("dobj", "nsubj", "nsubjpass", "attr", "oprd"):
        return _argument(noun)
    if dep == "compound" or (dep == "poss" and head.pos_ == "NOUN"):
        return FACT
    return FACT


def _argument(noun: Token) -> Standing:
    verb = noun.head
    effect = effects.on_noun(verb)
    outer = standing(verb)
    if effect is not None:
        return governed(outer, effect)
    if outer.status == "planned":
        return PLANNED
    return outer if noun.dep_ in ("nsubj", "nsubjpass") and outer.status != "denied" else FACT


def _noun_below_preposition(noun: Token, preposition: Token) -> Standing:
    word, head = preposition.lower_, preposition.head
    if word in INSTEAD or head.lower_ in INSTEAD:
        return DENIED
    if word in ALREADY and head.pos_ in VERBAL:
        return FACT
    effect = effects.on_noun(head)
    if effect is not None and (head.pos_ != "VERB" or effect not in ("entails", "factive")):
        return governed(_embedding(head), effect)
    if head.pos_ in VERBAL:
        outer = standing(head)
        return outer if outer.status in ("planned", "hypothetical") else FACT
    if head.lower_ == "ahead" or word == "pending":
        return PLANNED
    return FACT
