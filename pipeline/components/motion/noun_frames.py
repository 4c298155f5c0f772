"""Nouns that tell of a movement: a visit, arrival, departure, shipment or way, of whoever makes it."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.grammar import motion_words as words
from pipeline.components.grammar.motion_words import FRAMES, INTO
from pipeline.components.motion import movers, persons
from pipeline.components.motion.document_index import DocumentIndex
from pipeline.components.motion.journeys import Leg, legs
from pipeline.components.motion.motion_frame import MotionFrame
from pipeline.components.motion.nationality import nationality
from pipeline.components.motion.owners import is_known, owners

DATELINED = frozenset({"visit", "stay"})


def of_noun(noun: Token, index: DocumentIndex) -> MotionFrame | None:
    """A visit, arrival, departure, shipment or way, of whoever makes it."""
    kinds = [kind for kind in words.kinds(noun) if kind in FRAMES]
    if not kinds:
        return None
    who = owners(noun, index)
    support_verb = noun.head if noun.dep_ in ("dobj", "attr") and noun.head.pos_ in labels.VERBAL else None
    frame = words.frame(noun, "subject") or FRAMES[kinds[0]]
    if "transfers" in kinds:
        frame = replace(frame, inward=frame.inward | (INTO if frame.departs else FRAMES["transfers"].inward))
    bearers = [noun, *([support_verb] if support_verb is not None else []), *syntax.under(noun, {"of"})]
    found = legs(bearers, frame, _compound_places(noun, index), index) if frame.inward else []
    found = found or _at_dateline(noun, index)
    return MotionFrame(
        noun,
        tuple(movers.moving(who, index)),
        tuple(found),
        frame.departs,
        support_verb,
        anaphoric=not who and is_known(noun),
    )


def _compound_places(noun: Token, index: DocumentIndex) -> list[Token]:
    """ "her Paris trip"."""
    return [child for child in noun.lefts if child.dep_ in labels.COMPOUNDED and index.place(child)][-1:]


def _at_dateline(noun: Token, index: DocumentIndex) -> list[Leg]:
    """ "ROME (AP) - The king's state visit": one paid where the news comes from, by somebody from elsewhere."""
    place = index.dateline
    guests = [owner for owner in syntax.possessors(noun) if persons.is_person(owner, index)]
    if place is None or not guests or noun.lemma_ not in DATELINED or noun.tag_ != "NN":
        return []
    homes = {nationality(guest, index) for guest in guests}
    formal = any(child.lower_ in words.motion_context().formal for child in noun.lefts)
    return [Leg(destination=place)] if place.country not in homes and (formal or None not in homes) else []
