"""What a word does to the clause that completes it: the effect of "failed to", "is said to have", "it is true that"."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.grammar.factuality import effects
from pipeline.components.grammar.traits import has_trait
from pipeline.lexicons.function_words import RANKING
from pipeline.lexicons.predicates.classes import Effect

SINGULAR = frozenset({"NN", "NNP", "PRP"})
PLURAL_PRONOUNS = frozenset({"i", "they", "we", "you"})
SUPERLATIVE = frozenset({"JJS", "RBS"})


def effect_on(verb: Token) -> Effect:
    """The effect on a clause, named by its verb, of the word that it hangs on."""
    if not is_infinitive(verb):
        return _on_finite(verb)
    return _by_construction(verb) or _on_infinitive(verb)


def _on_finite(verb: Token) -> Effect:
    listed = effects.on_finite_clause(_predicate_of(verb.head))
    if _is_subjunctive(verb):
        return "wishes"
    if listed == "factive" and verb.tag_ in ("VB", "VBG"):
        return "entails"
    if listed is None and verb.tag_ == "VBG" and verb.dep_ == "xcomp":
        return "entails"
    return "believes" if listed == "plans" and is_past(verb) else listed or "reports"


def _is_subjunctive(verb: Token) -> bool:
    """ "insisted that the union | agree", "asked that he | be freed": what is demanded, in the base form."""
    helper = next(syntax.auxiliaries(verb), verb)
    subject = next((child for child in verb.lefts if child.dep_ in labels.SUBJECTS), None)
    if subject is None or subject.tag_ not in SINGULAR or subject.lower_ in PLURAL_PRONOUNS:
        return False
    marked = any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)
    return marked and helper.tag_ in ("VB", "VBP") and helper.lower_ == helper.lemma_.lower()


def _on_infinitive(verb: Token) -> Effect:
    head, listed = verb.head, effects.on_clause(verb.head)
    if listed == "plans" and is_past(verb):
        return "believes"
    if listed is not None and _is_realised(head):
        return "entails"
    if listed is None and head.pos_ in labels.VERBAL:
        return "appears" if verb.dep_ == "xcomp" and effects.is_reported(head) else "plans"
    if verb.dep_ == "relcl" and (_is_ranked(head) or _is_means(head)):
        return "entails"
    return listed or "wishes"


def _is_ranked(noun: Token) -> bool:
    """ "the first chancellor to visit Bogota", "the highest-ranking officer to defect"."""
    parts = (part for child in noun.children for part in (child, *child.lefts))
    return any(part.lower_ in RANKING or part.ent_type_ == "ORDINAL" or part.tag_ in SUPERLATIVE for part in parts)


def _is_means(noun: Token) -> bool:
    """ "used a tool to attack the site": who used it did so."""
    return noun.dep_ == "dobj" and syntax.lemma(noun.head) == "use"


def _by_construction(verb: Token) -> Effect | None:
    """The effect of the construction, whatever word stands in it: "too ill to", "has yet to", "had to", "is to"."""
    head = verb.head
    if _is_excessive(head) or _is_outstanding(head):
        return "negates"
    if head.lemma_ == "have" and is_past(head):
        return "entails"
    if (judged := _judged_by(head)) is not None:
        return effects.on_clause(judged) or "wishes"
    return "plans" if _is_to_come(verb) or _is_supposed(verb) else None


def is_infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _is_realised(head: Token) -> bool:
    """ "was able to", "took the chance to": in the past, what one could do was done."""
    if head.lemma_ == "able":
        return head.head.tag_ == "VBD" and head.head.lemma_ == "be"
    return head.dep_ == "dobj" and has_trait(head.head, "seizing") and head.pos_ == "NOUN"


def _predicate_of(head: Token) -> Token:
    """The word of a copula that says how its clause is: "it is true that", "it is no secret that"."""
    expletive = head.lemma_ == "be" and any(child.lower_ == "it" for child in head.lefts)
    return next((child for child in head.rights if expletive and child.dep_ in ("acomp", "attr")), head)


def _judged_by(head: Token) -> Token | None:
    """The adjective of "it is | illegal to import", where the parse hangs the infinitive on the copula."""
    told = _predicate_of(head)
    return told if told != head and told.dep_ == "acomp" else None


def _is_excessive(head: Token) -> bool:
    """ "too ill to travel"."""
    return head.pos_ in ("ADJ", "ADV") and head.i > 0 and head.nbor(-1).lower_ == "too"


def _is_outstanding(head: Token) -> bool:
    """ "has yet to meet"."""
    return head.lemma_ in ("be", "have", "remain") and any(child.lower_ == "yet" for child in head.children)


def is_past(verb: Token) -> bool:
    """ "expected to have left", "likely that they left", "had to leave"."""
    helpers = [child for child in verb.children if child.dep_ in labels.AUXILIARIES]
    perfect = any(helper.lemma_ == "have" or helper.tag_ == "VBD" for helper in helpers)
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and perfect)


def _is_to_come(verb: Token) -> bool:
    """ "is going to visit", "is to visit", and in headlines "President to visit Peru"."""
    head = verb.head
    if head.pos_ in labels.NOMINAL and (head.dep_ == "ROOT" or _opens_headline(head)):
        return effects.on_clause(head) is None
    return (head.lemma_ == "go" and head.tag_ == "VBG") or head.lemma_ == "be"


def _opens_headline(subject: Token) -> bool:
    """Whether a name opens its sentence as the subject of an infinitive: "Lopes to visit Peru, aide says"."""
    named = subject.pos_ == "PROPN" or subject.ent_type_ == "PERSON"
    return named and bool(subject.left_edge.is_sent_start) and subject.dep_ not in ("dobj", "pobj")


def _is_supposed(verb: Token) -> bool:
    """ "was supposed to arrive"; with what is past, it is believed: "is supposed to have left"."""
    return (verb.head.lemma_, verb.head.tag_) == ("suppose", "VBN") and not is_past(verb)
