"""Who or what moves: persons, bodies of people, vehicles and goods, told from prices, motions and talks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import msgspec
from spacy.tokens import Token

from pipeline import lexicons
from pipeline.components.grammar import motion_words as words
from pipeline.components.grammar import syntax, vocabulary
from pipeline.components.motion.anaphora import members
from pipeline.components.motion.document_index import DocumentIndex
from pipeline.domain import Entity, Vehicle

CARRYING = frozenset({"bear", "bring", "carry", "ferry", "fly", "take", "transport"})
NUMBERS = frozenset({"dozen", "hundred", "million", "score", "ten", "thousand"})
GUESTS = frozenset({"counterpart", "delegate", "delegation", "envoy", "leader", "monarch", "pontiff", "team"})
ESCORTS = frozenset({"convoy", "entourage"})
COUNTED = frozenset({"NUM", "NOUN"})
HUMAN_KINDS = frozenset({"person", "group"})


class MoverLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas of what moves; vehicles by kind, and verbs that tell the vehicle by themselves."""

    people: frozenset[str]
    parties: frozenset[str]
    residents: frozenset[str]
    posted: frozenset[str]
    personal: frozenset[str]
    delegating: frozenset[str]
    goods: frozenset[str]
    measures: frozenset[str]
    weights: frozenset[str]
    vehicles: dict[Vehicle, list[str]]
    ways: dict[Vehicle, list[str]]
    manners: dict[Vehicle, list[str]]


@dataclass(frozen=True, slots=True)
class Moving:
    """Who or what moves, by the head of its phrase, and the vehicle that its phrase names."""

    head: Token
    vehicle: Vehicle | None = None


@cache
def mover_lexicon() -> MoverLexicon:
    loaded: MoverLexicon = lexicons.load("movers", MoverLexicon)
    return loaded


@cache
def humans() -> frozenset[str]:
    """Nouns for persons and for bodies of people that travel together, by lemma."""
    persons = frozenset(noun for noun, kind in vocabulary.kinds().items() if kind == "person")
    return persons | mover_lexicon().people | mover_lexicon().parties


@cache
def vehicles() -> dict[str, Vehicle]:
    return {lemma: kind for kind, lemmas in mover_lexicon().vehicles.items() for lemma in lemmas}


@cache
def means() -> dict[str, Vehicle]:
    """Whatever can be gone by: vehicles, and the ways that they take."""
    return vehicles() | {lemma: kind for kind, lemmas in mover_lexicon().ways.items() for lemma in lemmas}


@cache
def manners() -> dict[str, Vehicle]:
    return {lemma: kind for kind, lemmas in mover_lexicon().manners.items() for lemma in lemmas}


def manner(trigger: Token) -> Vehicle | None:
    """The vehicle that a motion word tells by itself: "flew to", "during the flight", not "the flight of Kurds"."""
    aboard = trigger.dep_ == "pobj" and trigger.head.lower_ in ("aboard", "during", "on")
    return manners().get(trigger.lemma_.lower()) if trigger.pos_ == "VERB" or aboard else None


def moving(heads: Sequence[Token], index: DocumentIndex) -> list[Moving]:
    """Whatever of these can move, what is carried in place of its carrier."""
    goers = [index.speaker(head) or _mover_of(head, index) for head in heads if not _is_described(head)]
    return [each for goer in goers for found in _moving(goer, index) for each in _each(found, index)]


def _mover_of(head: Token, index: DocumentIndex) -> Token:
    """The name beside a noun; the noun, if it alone says that people are meant: "the Danish trio Sorte Far"."""
    name = named(head)
    return head if is_human(head) and not is_person(name, index) else name


def _each(moving: Moving, index: DocumentIndex) -> Iterator[Moving]:
    """ "Both finalists' planes landed": each of those that are named before."""
    persons = members(moving.head, lambda token: token.ent_type_ == "PERSON")
    yield from (replace(moving, head=person) for person in persons) if persons else (moving,)


def _is_described(head: Token) -> bool:
    """Whether the parser took a description for a subject of its own: "the frigate | Esperanza"."""
    after = head.doc[head.i + 1] if head.i + 1 < len(head.doc) else None
    return after is not None and head.pos_ == "NOUN" and after.dep_ == head.dep_ and after.head == head.head


def named(head: Token) -> Token:
    """The name that stands beside a noun: "Uganda's president, Grace Akello", "the head of the agency, Lucy Hale"."""
    if head.pos_ != "NOUN":
        return head
    names = [child for child in head.rights if child.dep_ == "appos" and child.pos_ == "PROPN"]
    nested = [child for noun in syntax.under(head, {"of"}) for child in noun.rights if child.dep_ == "appos"]
    names += [name for name in nested if name.ent_type_ == "PERSON"]
    return next((name for name in names if name.ent_type_ != "GPE"), head)


def _moving(head: Token, index: DocumentIndex) -> Iterator[Moving]:
    vehicle = vehicle_of(head)
    if (
        vehicle is None
        and head.lemma_ in ESCORTS
        and (owned := [who for who in syntax.possessors(head) if is_person(who, index)])
    ):
        yield from map(Moving, owned)
    elif vehicle is not None:
        aboard = [passenger for passenger in passengers(head) if is_person(passenger, index)]
        yield from (Moving(passenger, vehicle) for passenger in aboard) if aboard else iter([Moving(head, vehicle)])
    elif (content := measured(head)) is not None and not (
        syntax.lemma(head) in mover_lexicon().parties and vehicle_of(content)
    ):
        if is_mover(content, index) or content.ent_type_ == "NORP" or syntax.lemma(head) in mover_lexicon().weights:
            yield Moving(content, vehicle_of(content))
    elif is_mover(head, index):
        yield Moving(head, vehicle_of(content) if content is not None else None)


def vehicle_of(head: Token) -> Vehicle | None:
    """The kind of vehicle that a noun phrase names: "the frigate Esperanza", "Kim's train"."""
    if head.pos_ not in ("NOUN", "PROPN") or is_human(head):
        return None
    described = [head, *(child for child in head.lefts if head.pos_ == "PROPN" and child.dep_ in ("compound", "nmod"))]
    described += [head.head] if head.dep_ == "appos" else []
    described += [head.doc[head.i - 1]] if head.i and _is_described(head.doc[head.i - 1]) else []
    return next((kind for noun in described if (kind := kind_of_vehicle(noun, vehicles()))), None)


def kind_of_vehicle(noun: Token, listed: Mapping[str, Vehicle]) -> Vehicle | None:
    """The kind of a vehicle by its noun, with the word before it where both are listed: "air ambulance"."""
    lemma = syntax.lemma(noun)
    before = noun.doc[noun.i - 1].lower_ if noun.i else ""
    return listed.get(f"{before} {lemma}") or listed.get(lemma)


def is_vessel(head: Token, index: DocumentIndex) -> bool:
    """Whether a word names, or stands for, a vehicle."""
    entity = index.entity(head)
    return vehicle_of(head) is not None or (entity is not None and entity.kind == "vehicle")


def passengers(vehicle: Token) -> Iterator[Token]:
    """Whom a vehicle carries: its possessor, or the object of carrying."""
    yield from syntax.possessors(vehicle)
    for word in vehicle.subtree:
        if word.i > vehicle.i and word.lemma_ in CARRYING and word.tag_ in ("VBG", "VBD", "VBZ", "VBP"):
            yield from (noun for noun in syntax.patients(word) if noun != vehicle)


def measured(head: Token) -> Token | None:
    """What a measure measures: "tonnes of wheat", "hundreds of thousands of refugees", "the last of them"."""
    if syntax.lemma(head) not in mover_lexicon().measures and head.pos_ not in ("ADJ", "DET", "NUM", "PRON"):
        return None
    content = next(iter(syntax.under(head, {"of"})), None)
    return content and (measured(content) or content)


def is_mover(head: Token, index: DocumentIndex) -> bool:
    if is_person(head, index):
        return True
    lemma = syntax.lemma(head)
    return head.pos_ in COUNTED and (lemma in mover_lexicon().goods or lemma in vehicles() or _is_crowd(head))


def _is_crowd(head: Token) -> bool:
    """ "Thousands fled": a bare plural measure of people."""
    return syntax.lemma(head) in NUMBERS and head.tag_ == "NNS"


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


def _goes_by_name(head: Token, entity: Entity | None) -> bool:
    """Whether a body travels as persons do: "Real Oviedo travelled to Bergen", or a full name is nobody else's."""
    delegates = head.dep_ == "nsubj" and head.head.lemma_ in mover_lexicon().delegating
    return (entity is not None and entity.kind == "organization" and delegates) or _goes_by_full_name(head)


def _is_native(head: Token, index: DocumentIndex) -> bool:
    """ "a Dane", "two Togolese": a demonym that is counted or has an article of its own is a person."""
    place = index.places.get(head.i)
    counted = any(child.dep_ in ("det", "nummod") and child.lower_ != "the" for child in head.lefts)
    return counted and place is not None and place.role == "demonym" and head.dep_ not in ("amod", "compound", "nmod")


def _goes_by_full_name(head: Token) -> bool:
    """Whether a name of two words does what persons do, whatever the model takes it for: "Toshimitsu Motegi left"."""
    names = [child for child in head.lefts if child.dep_ == "compound" and child.pos_ == "PROPN"]
    alone = head.pos_ == "PROPN" and len(names) == 1 and not any(c.dep_ in ("det", "amod") for c in head.lefts)
    known = vocabulary.kinds().keys() & {head.lower_, *(name.lower_ for name in names)}
    if not alone or known or head.dep_ != "nsubj":
        return False
    bound = head.head.lemma_ == "leave" and any(child.lower_ == "for" for child in head.head.children)
    return bound or head.head.lemma_ in mover_lexicon().personal


def _stands_for_people(entity: Entity, index: DocumentIndex) -> bool:
    """Whether what a pronoun stands for can move: a person, a vehicle, or a body of people by its own words."""
    if entity.kind in HUMAN_KINDS | {"vehicle"}:
        return True
    return any(is_human(head) for head in index.mentions(entity) if head.pos_ == "NOUN")


def is_driven_off(verb: Token, mover: Token) -> bool:
    """ "drove the Americans back", "the war drove them out": armies are driven by no car, and by what is none."""
    if verb.lemma_ != "drive" or mover not in syntax.patients(verb):
        return False
    army = syntax.lemma(mover) in mover_lexicon().parties or is_people_of(mover)
    return army or any(agent.pos_ == "NOUN" and not is_human(agent) for agent in syntax.agents(verb))


def goes_itself(mover: Token, trigger: Token, index: DocumentIndex) -> bool:
    """A person who goes, or a named one who is sent: "did not send police" tells of nobody who stayed away."""
    sent = mover.pos_ == "NOUN" and mover in syntax.patients(trigger)
    return is_person(mover, index) and not sent


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
    office = syntax.lemma(head) in GUESTS or syntax.lemma(head) in vocabulary.before_names()
    return is_person(head, index) and (office or head.pos_ in ("PROPN", "PRON"))


def is_human(head: Token) -> bool:
    """Whether the words alone say so: "troops", "President Banda"."""
    nouns = [head, *(child for child in head.lefts if head.pos_ == "PROPN" and child.dep_ in ("compound", "nmod"))]
    return head.pos_ in ("NOUN", "PROPN") and any(syntax.lemma(noun) in humans() for noun in nouns)


def is_people_of(head: Token) -> bool:
    """ "Syrians", "Afghans"."""
    return head.ent_type_ == "NORP" and head.tag_ in ("NNPS", "NNS")


def handled(verb: Token, patients: Sequence[Token], index: DocumentIndex) -> tuple[Moving, ...]:
    """ "extradited two drug lords", "shipped centrifuges": what such verbs take can be moved, whatever it is."""
    if "handling" in words.kinds(verb):
        return things(patients, index)
    return carried_by(verb, patients, index)


def carried_by(verb: Token, nouns: Sequence[Token], index: DocumentIndex) -> tuple[Moving, ...]:
    """ "The looms went by sea to Oran": what goes by a vehicle can be moved, whatever it is."""
    goes_by = any(means_of(noun) for noun in syntax.under(verb, {"aboard", "by"}))
    return things(nouns, index) if goes_by else ()


def things(nouns: Sequence[Token], index: DocumentIndex) -> tuple[Moving, ...]:
    return tuple(Moving(noun) for noun in nouns if noun.pos_ == "NOUN" and not index.place(noun))


def means_of(noun: Token) -> Vehicle | None:
    """What is gone by: "by sea", "in convoys of buses"."""
    content = measured(noun)
    return kind_of_vehicle(noun, means()) or (None if content is None else kind_of_vehicle(content, means()))
