"""Which nouns and pronouns name persons and bodies of people, and in what role they move."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax, vocabulary
from pipeline.components.grammar.traits import has_trait
from pipeline.components.motion.document_index import DocumentIndex
from pipeline.components.motion.mover_lexicon import humans, mover_lexicon
from pipeline.domain import Entity

COMPLEMENTS = frozenset({"acomp", "advcl", "oprd", "xcomp"})
HUMAN_KINDS = frozenset({"person", "group"})


def is_person(head: Token, index: DocumentIndex) -> bool:
    """Whether a noun names a person or a body of people; pronouns do as far as what they stand for is known."""
    entity = index.entity(head)
    if head.pos_ == "PRON":
        return entity is not None and _stands_for_people(entity, index)
    if index.place(head) is not None:
        return False
    if head.ent_type_ == "PERSON" or (entity is not None and entity.kind in HUMAN_KINDS):
        return True
    return is_human(head) or is_people_of(head) or _is_native(head, index) or _goes_by_name(head, entity)


def is_delegation(head: Token, index: DocumentIndex) -> bool:
    """ "Chile left Lima": a country that goes to, or leaves, a town of another is there by its team or delegation."""
    place, verb = index.place(head), head.head
    if place is None or head.dep_ != "nsubj" or not has_trait(verb, "national"):
        return False
    if not (place.feature or "").startswith("PCL") or any(child.dep_ in COMPLEMENTS for child in verb.rights):
        return False
    ends = [*syntax.patients(verb), *(noun for child in verb.rights for noun in syntax.objects_of_preposition(child))]
    towns = [town for noun in ends if (town := index.place(noun)) and (town.feature or "").startswith("PPL")]
    return any(town.country != place.country for town in towns)


def _goes_by_name(head: Token, entity: Entity | None) -> bool:
    """Whether a body travels as persons do: "Real Oviedo travelled to Bergen", or a full name is nobody else's."""
    delegates = head.dep_ == "nsubj" and has_trait(head.head, "delegating")
    is_body = entity is not None and entity.kind == "organization"
    return (is_body and delegates) or _goes_by_full_name(head)


def _is_native(head: Token, index: DocumentIndex) -> bool:
    """ "a Dane", "two Togolese": a demonym that is counted or has an article of its own is a person."""
    place = index.places.get(head.i)
    is_demonym = place is not None and place.role == "demonym"
    is_counted = any(child.dep_ in ("det", "nummod") and child.lower_ != "the" for child in head.lefts)
    return is_demonym and is_counted and head.dep_ not in ("amod", "compound", "nmod")


def _goes_by_full_name(head: Token) -> bool:
    """Whether a name of two words does what persons do, whatever the model takes it for: "Toshimitsu Motegi left"."""
    names = [child for child in head.lefts if child.dep_ == "compound" and child.pos_ == "PROPN"]
    alone = head.pos_ == "PROPN" and len(names) == 1 and not any(c.dep_ in ("det", "amod") for c in head.lefts)
    known = vocabulary.kinds().keys() & {head.lower_, *(name.lower_ for name in names)}
    if not alone or known or head.dep_ != "nsubj":
        return False
    bound = head.head.lemma_ == "leave" and any(child.lower_ == "for" for child in head.head.children)
    return bound or has_trait(head.head, "personal")


def _stands_for_people(entity: Entity, index: DocumentIndex) -> bool:
    """Whether what a pronoun stands for can move: a person, a vehicle, or a body of people by its own words."""
    if entity.kind in HUMAN_KINDS | {"vehicle"}:
        return True
    return any(is_human(head) for head in index.mentions(entity) if head.pos_ == "NOUN")


def is_human(head: Token) -> bool:
    """Whether the words alone say so: "troops", "President Banda"."""
    nouns = [head, *(child for child in head.lefts if head.pos_ == "PROPN" and child.dep_ in labels.COMPOUNDED)]
    return head.pos_ in labels.NOMINAL and any(syntax.lemma(noun) in humans() for noun in nouns)


def is_people_of(head: Token) -> bool:
    """ "Syrians", "Afghans"."""
    return head.ent_type_ == "NORP" and head.tag_ in labels.PLURAL


def is_resident(head: Token) -> bool:
    """Whether a foreigner is one who lives where he works: "the US ambassador", "Kenyan-born"."""
    beside = [head, *(word for child in head.lefts for word in child.subtree)]
    beside += [head.head] if head.dep_ == "appos" else [child for child in head.children if child.dep_ == "appos"]
    return any(syntax.lemma(word) in mover_lexicon().residents or word.lower_ == "born" for word in beside)


def is_posted(head: Token) -> bool:
    """Whether "to" behind a noun says where someone is posted: "its ambassador", "a high commissioner"."""
    before = head.doc[head.i - 1].lower_ if head.i else ""
    return bool(mover_lexicon().posted & {syntax.lemma(head), f"{before} {syntax.lemma(head)}"})


def is_guest(head: Token, index: DocumentIndex) -> bool:
    """Whether someone is received as a visitor: a named person, an office, a delegation."""
    if is_resident(head):
        return False
    office = syntax.lemma(head) in mover_lexicon().guests | vocabulary.before_names()
    return is_person(head, index) and (office or head.pos_ in ("PROPN", "PRON"))


def goes_itself(mover: Token, trigger: Token, index: DocumentIndex) -> bool:
    """A person who goes, or a named one who is sent: "did not send police" tells of nobody who stayed away."""
    sent = mover.pos_ == "NOUN" and mover in syntax.patients(trigger)
    return is_person(mover, index) and not sent
