"""Which nouns name vehicles, whom they carry, and which verbs tell the vehicle by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.grammar.traits import has_trait
from pipeline.components.motion.document_index import DocumentIndex
from pipeline.components.motion.mover_lexicon import mover_lexicon, vehicles
from pipeline.components.motion.persons import is_human, is_people_of
from pipeline.domain import Vehicle
from pipeline.lexicons.predicates import predicates

ARTICLES = frozenset({"a", "an", "the"})


def vehicle_of(head: Token) -> Vehicle | None:
    """The kind of vehicle that a noun phrase names: "the frigate Esperanza", "Kim's train"."""
    if head.pos_ not in labels.NOMINAL or (is_human(head) and not _is_ship_called_so(head)):
        return None
    described = [head, *(child for child in head.lefts if head.pos_ == "PROPN" and child.dep_ in labels.COMPOUNDED)]
    described += [head.head] if head.dep_ == "appos" else []
    before = head.doc[head.i - 1] if head.i else None
    described += [before] if before is not None and (is_described(before) or _is_appositive(before, head)) else []
    return next((kind for noun in described if (kind := kind_of_vehicle(noun, vehicles()))), None)


def _is_ship_called_so(name: Token) -> bool:
    """ "the frigate Admiral Orlov", which the model takes for a person."""
    kinds = (child for child in name.lefts if child.dep_ in labels.COMPOUNDED and child.pos_ == "NOUN")
    return name.pos_ == "PROPN" and any(kind_of_vehicle(kind, vehicles()) for kind in kinds)


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
        if word.i > vehicle.i and has_trait(word, "carrying") and word.tag_ in ("VBG", "VBD", "VBZ", "VBP"):
            yield from (noun for noun in syntax.patients(word) if noun != vehicle)


def manner(trigger: Token) -> Vehicle | None:
    """The vehicle that a motion word tells by itself: "flew to", "during the flight", not "the flight of Kurds"."""
    aboard = trigger.dep_ == "pobj" and trigger.head.lower_ in ("aboard", "during", "on")
    return predicates().of(trigger.lemma_.lower()).vehicle if trigger.pos_ == "VERB" or aboard else None


def is_driven_off(verb: Token, mover: Token) -> bool:
    """ "drove the Americans back", "the war drove them out": armies are driven by no car, and by what is none."""
    if verb.lemma_ != "drive" or mover not in syntax.patients(verb):
        return False
    army = syntax.lemma(mover) in mover_lexicon().parties or is_people_of(mover)
    return army or any(agent.pos_ == "NOUN" and not is_human(agent) for agent in syntax.agents(verb))


def is_described(head: Token) -> bool:
    """Whether the parser took a description for a subject of its own: "the frigate | Esperanza"."""
    if head.pos_ != "NOUN" or head.i + 1 == len(head.doc):
        return False
    after = head.nbor()
    return after.dep_ == head.dep_ and after.head == head.head


def _is_appositive(noun: Token, name: Token) -> bool:
    """Whether a noun stands right before a name, however it is parsed: "the frigate Alcyone left"."""
    return name.pos_ == "PROPN" and noun.pos_ == "NOUN" and noun.left_edge.lower_ in ARTICLES
