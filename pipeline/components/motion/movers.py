"""Who or what moves: persons, bodies of people, vehicles and goods, told from prices, motions and talks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipeline.components.grammar import motion_words as words
from pipeline.components.grammar import syntax
from pipeline.components.motion.anaphora import members
from pipeline.components.motion.document_index import DocumentIndex
from pipeline.components.motion.mover_lexicon import means, mover_lexicon, vehicles
from pipeline.components.motion.persons import is_delegation, is_human, is_person
from pipeline.components.motion.vehicles import is_described, kind_of_vehicle, passengers, vehicle_of
from pipeline.domain import Vehicle

COUNTED = frozenset({"NUM", "NOUN"})


@dataclass(frozen=True, slots=True)
class Moving:
    """Who or what moves, by the head of its phrase, and the vehicle that its phrase names."""

    head: Token
    vehicle: Vehicle | None = None


def moving(heads: Sequence[Token], index: DocumentIndex) -> list[Moving]:
    """Whatever of these can move, what is carried in place of its carrier."""
    goers = [index.speaker(head) or _mover_of(head, index) for head in heads if not is_described(head)]
    return [each for goer in goers for found in _moving(goer, index) for each in _each(found, index)]


def _mover_of(head: Token, index: DocumentIndex) -> Token:
    """The name beside a noun; the noun, if it alone says that people are meant: "the Danish trio Sorte Far"."""
    name = apposed_name(head)
    return head if is_human(head) and not is_person(name, index) else name


def _each(moving: Moving, index: DocumentIndex) -> Iterator[Moving]:
    """ "Both finalists' planes landed": each of those that are named before."""
    persons = members(moving.head, lambda token: token.ent_type_ == "PERSON")
    yield from (replace(moving, head=person) for person in persons) if persons else (moving,)


def apposed_name(head: Token) -> Token:
    """The name that stands beside a noun: "Uganda's president, Grace Akello", "the head of the agency, Lucy Hale"."""
    if head.pos_ != "NOUN":
        return head
    names = [child for child in head.rights if child.dep_ == "appos" and child.pos_ == "PROPN"]
    nested = [child for noun in syntax.under(head, {"of"}) for child in noun.rights if child.dep_ == "appos"]
    names += [name for name in nested if name.ent_type_ == "PERSON"]
    return next((name for name in names if name.ent_type_ != "GPE" or _is_called(head, name)), head)


def _is_called(noun: Token, name: Token) -> bool:
    """ "the singer Lolo Mbeki": a name right behind a noun for a person is that person's, whatever the model says."""
    return is_human(noun) and name.left_edge.i == noun.i + 1


def _moving(head: Token, index: DocumentIndex) -> Iterator[Moving]:
    vehicle = vehicle_of(head)
    if vehicle is not None:
        aboard = [passenger for passenger in passengers(head) if is_person(passenger, index)]
        yield from (Moving(who, vehicle) for who in aboard or [head])
    elif escorted := _escorted(head, index):
        yield from map(Moving, escorted)
    else:
        yield from _measured_or_own(head, index)


def _escorted(head: Token, index: DocumentIndex) -> list[Token]:
    """ "the president's convoy": who goes with an escort."""
    is_escort = head.lemma_ in mover_lexicon().escorts
    return [who for who in syntax.possessors(head) if is_person(who, index)] if is_escort else []


def _measured_or_own(head: Token, index: DocumentIndex) -> Iterator[Moving]:
    """ "tonnes of wheat" moves wheat, "a team of cars" the team."""
    lexicon, lemma = mover_lexicon(), syntax.lemma(head)
    content = measured(head)
    vehicle = vehicle_of(content) if content is not None else None
    is_party_in_vehicles = lemma in lexicon.parties and vehicle is not None
    if content is None or is_party_in_vehicles:
        yield from [Moving(head, vehicle)] if is_mover(head, index) else []
    elif is_mover(content, index) or content.ent_type_ == "NORP" or lemma in lexicon.weights:
        yield Moving(content, vehicle)


def measured(head: Token) -> Token | None:
    """What a measure measures: "tonnes of wheat", "hundreds of thousands of refugees", "the last of them"."""
    if syntax.lemma(head) not in mover_lexicon().measures and head.pos_ not in ("ADJ", "DET", "NUM", "PRON"):
        return None
    content = next(iter(syntax.under(head, {"of"})), None)
    return content and (measured(content) or content)


def is_mover(head: Token, index: DocumentIndex) -> bool:
    if is_person(head, index) or is_delegation(head, index):
        return True
    lemma = syntax.lemma(head)
    is_goods = lemma in mover_lexicon().goods or lemma in vehicles()
    return head.pos_ in COUNTED and (is_goods or _is_crowd(head))


def _is_crowd(head: Token) -> bool:
    """ "Thousands fled": a bare plural measure of people."""
    return syntax.lemma(head) in mover_lexicon().numbers and head.tag_ == "NNS"


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
