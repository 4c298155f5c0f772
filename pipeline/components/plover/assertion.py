"""Whether a clause or noun says that its event happens, and does not only name it as a charge, a topic or a kind."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.grammar.traits import has_trait
from pipeline.components.plover import wording
from pipeline.components.plover.event_frame import EventFrame
from pipeline.components.plover.lexicon import event_lexicon
from pipeline.domain import EventType
from pipeline.lexicons.predicates import event_words
from pipeline.lexicons.predicates.events import Matter

SUING: frozenset[EventType] = frozenset({"ACCUSE", "JUSTICE"})
UNASSERTED = frozenset({"about", "against", "from", "into", "near", "of", "on", "than", "to", "without"})


def is_asserted(told: EventFrame) -> bool:
    """Whether the clause says so: no gerund that only names a charge or a thing prevented, no bare subjunctive.

    "accused of leaking", "kept from leaving", "insists that it agree", "closed the road to prevent clashes"; no
    relative clause about people of a kind: "voters who have moved"; and nothing that cannot be: "cannot let him win".
    """
    word = told.trigger
    if word.pos_ not in labels.VERBAL:
        return not _is_topic(word)
    if any(helper.lower_ in ("can", "ca") for helper in syntax.auxiliaries(word)) and syntax.is_negated(word):
        return False
    if word.dep_ == "pcomp" and word.head.lower_ == "for" and word.head.head.pos_ == "NOUN":
        return False
    if word.dep_ == "pcomp":
        return word.head.lower_ not in UNASSERTED or (word.head.dep_ == "prep" and word.head.head.pos_ == "ADJ")
    if _is_plot(word) or any(map(_is_denied, word.lefts)):
        return False
    if word.dep_ == "acl" and word.tag_ == "VBG" and (_is_of_figure(word.head) or _is_claim(told)):
        return False
    if word.tag_ == "VB" and word.dep_ == "ccomp":
        return any(child.dep_ == "aux" for child in word.lefts)
    if _is_purpose(word):
        return told.type in ("CONSULT", "PROTEST", "REQUEST")
    return not (word.dep_ == "relcl" and _is_restrictive(word) and is_kind(word.head))


def _is_denied(subject: Token) -> bool:
    """ "not enough children were vaccinated", "not all of them left"."""
    is_subject = subject.dep_ in labels.SUBJECTS
    return is_subject and any(part.lower_ == "not" for child in subject.lefts for part in child.subtree)


def _is_purpose(word: Token) -> bool:
    """ "flew in to sign the deal and | open a mill": an infinitive of what something is done for."""
    first = word
    while first.dep_ == "conj" and first.head.tag_ == "VB":
        first = first.head
    return word.tag_ == "VB" and first.dep_ == "advcl" and any(child.tag_ == "TO" for child in first.lefts)


def _is_plot(word: Token) -> bool:
    """ "The novel tells of a soldier who kills a farmer": what a work of fiction is about."""
    works = event_lexicon().classes.fiction
    telling = (verb for verb in word.ancestors if has_trait(verb, "depicting"))
    return any(work.lemma_.lower() in works for verb in telling for work in syntax.subjects(verb))


def _is_of_figure(noun: Token) -> bool:
    """ "an epidemic of officers | shooting men", "a flood of firms | suing banks": people of a kind, by a figure."""
    figure = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return any(matter.name.startswith("hazard") for matter in wording.matters(figure)) and figure != noun


def _is_claim(told: EventFrame) -> bool:
    """ "filed suit | challenging the law": what a lawsuit is about is no second deed."""
    suit = told.trigger.head
    phrases = wording.entries(suit.head, event_words().families) if suit.head.pos_ == "VERB" else ()
    filed = any(e.family and e.family.type in SUING and suit.lemma_.lower() in e.rest for e in phrases)
    return told.type == "REJECT" and (filed or any(_is_filing(matter) for matter in wording.matters(suit)))


def _is_filing(matter: Matter) -> bool:
    return matter.alone == "JUSTICE" or matter.name == "filing"


def _is_topic(noun: Token) -> bool:
    """ "a hearing on military intervention": what is talked over need not have happened."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("on", "about"):
        return False
    is_of_occasion = noun.head.head.lemma_.lower() in event_lexicon().classes.occasions
    return is_of_occasion and not any(map(_makes_definite, noun.children))


def _makes_definite(child: Token) -> bool:
    """An article, an owner or a date: the noun is of one occasion."""
    return child.dep_ in ("det", "poss") or child.ent_type_ in labels.TIMES


def _is_restrictive(clause: Token) -> bool:
    """ "voters who have moved", not "Police, who arrested two men"."""
    return not any(child.text == "," and child.i < clause.left_edge.i for child in clause.head.rights)


def is_kind(noun: Token) -> bool:
    """A bare plural: people of a kind, nobody in particular."""
    return noun.tag_ == "NNS" and not noun.ent_type_ and not any(child.dep_ != "prep" for child in noun.lefts)
