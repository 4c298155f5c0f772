"""What kind of clause a verb stands in: a complement, a case, a choice, a wish that does what it says."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.grammar.factuality import modality, mood
from pipeline.components.grammar.factuality.complements import is_infinitive
from pipeline.components.grammar.factuality.polarity import has_no, is_negated
from pipeline.components.grammar.traits import has_trait
from pipeline.lexicons.function_words import FIRST_PERSON

CLAUSAL = frozenset({"xcomp", "ccomp", "acl", "relcl", "csubj", "csubjpass"})


def is_mistagged(word: Token) -> bool:
    """Of headlines, where nouns pass for verbs: "Premier mulls visit to Riyadh"."""
    return word.tag_ in ("VB", "VBP") and word.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj")


def is_passed_over(verb: Token) -> bool:
    """ "stayed rather than travel"."""
    links = [
        child for child in verb.head.children if child.dep_ == "cc" and child.lower_ == "than" and child.i < verb.i
    ]
    return verb.dep_ == "conj" and any(map(mood.is_instead, links))


def is_case(verb: Token) -> bool:
    """ "in case the dam | bursts", "in the event that he | resigns"."""
    head = verb.head
    if verb.dep_ not in CLAUSAL or head.lower_ not in mood.CASES or head.head.lower_ != "in":
        return False
    return not any(child.dep_ in ("amod", "poss") or child.lower_ == "a" for child in head.lefts)


def is_repeated(preposition: Token) -> bool:
    """ "by suing or | by jailing": one that goes on with another."""
    return preposition.dep_ == "conj" and preposition.head.dep_ == "prep"


def is_juxtaposed(verb: Token) -> bool:
    """Whether a semicolon makes a sentence of a clause that the parser hangs on the one behind it."""
    return any(token.text == ";" for token in verb.doc[verb.i : verb.head.i])


def is_complement(verb: Token) -> bool:
    """A clause that completes a word, not one that only describes a noun."""
    if is_infinitive(verb) or verb.dep_ not in labels.ADNOMINAL_CLAUSES:
        return True
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)


def only_choice(verb: Token) -> Token | None:
    """The verb of "| had no choice but to yield", which tells of the yielding as much as of itself."""
    link = verb.doc[max(0, verb.left_edge.i - 1)] if verb.left_edge.lower_ != "but" else verb.left_edge
    if not is_infinitive(verb) or link.lower_ != "but" or link.i == 0:
        return None
    noun = link.nbor(-1)
    return noun.head if noun.lemma_ in modality.modality_words().choices and has_no(noun) else None


def has_choice(verb: Token) -> bool:
    """ "has three ways to enforce it, by | suing or by | jailing": none of what one may choose from is done."""
    choices = (noun for noun in syntax.patients(verb) if noun.lemma_ in modality.modality_words().choices)
    return any(is_infinitive(clause) for noun in choices for clause in noun.rights)


def is_performed(verb: Token) -> bool:
    """ "would like to | thank the crew", "we want to | congratulate them": whoever says so does it."""
    if not is_infinitive(verb) or not has_trait(verb, "performed"):
        return False
    return _is_wish(verb.head) and not is_negated(verb.head)


def _is_wish(verb: Token) -> bool:
    """ "would like to", "we want to"."""
    politely = any(helper.lower_ in modality.modality_words().would for helper in syntax.auxiliaries(verb))
    own = verb.tag_ == "VBP" and any(subject.lower_ in FIRST_PERSON for subject in syntax.subjects(verb))
    return has_trait(verb, "wishing") and (politely or own)


def is_past_plan(verb: Token) -> bool:
    """ "had planned to go", "had been due to go", "was to have gone"."""
    planner = verb.head if verb.head.pos_ in labels.VERBAL else verb.head.head
    if has_trait(verb.head, "deciding"):
        return False
    perfect = any(helper.lower_ == "have" for helper in syntax.auxiliaries(verb))
    return mood.is_past_plan(planner) or (perfect and planner.tag_ == "VBD")


def is_not_until(head: Token) -> bool:
    """ "It was not until May that they left": they did."""
    return head.lemma_ == "be" and is_negated(head) and any(child.lower_ == "until" for child in head.children)
