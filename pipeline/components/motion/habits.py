"""What happens again and again, or in general, is no movement: "flies to Lima every year", "tourists visit Bali"."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.grammar import motion_words as words
from pipeline.components.grammar.certainty import certainty
from pipeline.components.motion.document_index import DocumentIndex
from pipeline.lexicons.function_words import DISTRIBUTIVES, RANKING

EACH = frozenset({"a", "an", "each", "every"})
DETERMINED = frozenset({"det", "nummod", "poss"})
ENDS = frozenset({".", "!", "?"})


def is_habit(trigger: Token, index: DocumentIndex) -> bool:
    """Whether a motion word tells of a habit: an adverb of frequency, a recurring time, "used to", a bare plural."""
    verb = syntax.governing_verb(trigger)
    if _is_repeated([trigger] if verb is None else [trigger, verb], index):
        return True
    used_to = trigger.dep_ == "xcomp" and trigger.head.lemma_ == "use"
    return used_to or (verb is not None and verb == trigger and _is_generic(verb))


def is_anyone(mover: Token, trigger: Token) -> bool:
    """Whether a mover is generic: "all ships arriving in Mali", "the first visit by a Kenyan president"."""
    if trigger.pos_ == "NOUN" and any(child.lower_ in RANKING for child in trigger.lefts):
        return any(child.lower_ in ("a", "an") for child in mover.lefts)
    described = trigger.dep_ in labels.ADNOMINAL_CLAUSES and trigger.head == mover
    return mover == trigger or (described and any(child.lower_ in DISTRIBUTIVES for child in mover.lefts))


def _is_repeated(clause: list[Token], index: DocumentIndex) -> bool:
    """Whether words beside the motion say how often: "often", "every Monday", "three times"."""
    children = [child for word in clause for child in word.children]
    often = any(child.lower_ in words.motion_context().often for child in children if child.dep_ == "advmod")
    return often or any(_is_recurring(child, index) for child in children) or _is_counted(clause)


def _is_counted(clause: list[Token]) -> bool:
    times = [word for word in clause[0].subtree if (word.lower_, word.dep_) == ("times", "npadvmod")]
    return any(word.head in clause or word.head.head.head in clause for word in times)


def _is_generic(verb: Token) -> bool:
    return _is_general(verb) or _is_rate(verb) or _is_advice(verb)


def _is_recurring(child: Token, index: DocumentIndex) -> bool:
    nouns = [child, *(noun for noun in child.children if child.dep_ == "prep")]
    return any(word.i in index.expressions and index.expressions[word.i].type == "SET" for word in nouns)


def _is_advice(verb: Token) -> bool:
    """Whoever goes, if what is said of them only may be: "Swedes travelling to Peru could face checks"."""
    clause = verb.head if verb.dep_ == "conj" else verb
    noun = clause.head
    described = clause.dep_ == "relcl" or (clause.dep_ == "acl" and clause.tag_ == "VBG")
    if not described or noun.tag_ not in labels.PLURAL or any(c.dep_ in DETERMINED for c in noun.lefts):
        return False
    above = syntax.governing_verb(noun)
    return above is not None and certainty(above)[0] == "hypothetical"


def _is_rate(verb: Token) -> bool:
    """ "carries 40,000 passengers a day"."""
    rates = words.motion_context().rates
    times = [word for word in verb.subtree if word.lemma_ in rates and word.dep_ == "npadvmod"]
    return verb.tag_ in labels.PRESENT and any(child.lower_ in EACH for word in times for child in word.lefts)


def _is_general(verb: Token) -> bool:
    """The present tense of nobody in particular, in running text: in a headline "Troops enter Goma" is news."""
    bare = all(
        subject.tag_ in labels.PLURAL
        and not any(child.dep_ in ("det", "nummod", "amod", "poss") for child in subject.lefts)
        for subject in syntax.subjects(verb)
    )
    return verb.tag_ == "VBP" and bare and verb.sent.text.rstrip(' \n"”’)')[-1:] in ENDS
