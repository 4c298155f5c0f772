"""Verbs whose object moves: who is sent, brought, received, expelled or called back, and from where to where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from pipeline.components.grammar import motion_words as words
from pipeline.components.grammar import syntax
from pipeline.components.grammar.motion_words import AT, FOR, FROM, INTO, Frame
from pipeline.components.grammar.traits import has_trait
from pipeline.components.motion import movers, persons
from pipeline.components.motion.document_index import DocumentIndex
from pipeline.components.motion.journeys import Leg, goal, legs
from pipeline.components.motion.motion_frame import MotionFrame
from pipeline.components.motion.movers import Moving
from pipeline.components.motion.nationality import nationality
from pipeline.components.motion.owners import owners
from pipeline.domain import Place, Vehicle

BOARDED = Frame("subject", INTO | FOR, outward=FROM | AT, departs=True)
RECEIVED = Frame("object", INTO | AT)
ABOARD = frozenset({"aboard", "in", "into", "on", "onto"})
POSTED = frozenset({"at", "from", "in"})


def of_carrier(verb: Token, patients: Sequence[Token], index: DocumentIndex) -> MotionFrame | None:
    """What a verb says of the movement of its object."""
    if _is_guest(verb):
        return _received(verb, index)
    if "loading" in words.kinds(verb):
        return _loaded(verb, patients, index)
    carried = tuple(movers.moving(_travellers(verb, index) or patients, index)) or movers.handled(verb, patients, index)
    frame = words.frame(verb, "object")
    if not carried or frame is None:
        return None
    kinds = set(words.kinds(verb))
    if "hosting" in kinds:
        return _hosted(verb, carried, frame, index)
    found = _recalled(verb, patients, index) if "recalling" in kinds else []
    found = found or legs([verb], frame, patients, index)
    if "expelling" in kinds:
        found = _expelled(verb, found, index)
    company = movers.moving(syntax.agents(verb), index) if "accompanying" in kinds else []
    return MotionFrame(verb, (*company, *carried), tuple(found))


def _loaded(verb: Token, patients: Sequence[Token], index: DocumentIndex) -> MotionFrame | None:
    """ "were put on flights to Quito": by the vehicle, to where it goes."""
    ridden = [noun for noun in syntax.under(verb, ABOARD) if movers.means_of(noun)]
    carried = tuple(movers.moving(patients, index)) or movers.things(patients, index) if ridden else ()
    if not carried:
        return None
    vehicle = movers.means_of(ridden[0])
    found = legs([verb, *ridden], BOARDED, (), index)
    return MotionFrame(verb, tuple(replace(each, vehicle=vehicle) for each in carried), tuple(found), departs=True)


def is_ridden(noun: Token) -> bool:
    """ "boarded a flight to Lima": the verb tells of the journey, its object of none beside it."""
    return noun.dep_ == "dobj" and "boarding" in words.kinds(noun.head) and movers.means_of(noun) is not None


def _is_guest(verb: Token) -> bool:
    """ "met visiting Chilean minister Jaime Ravinet": who visits, whatever the parser takes for the object."""
    bare = verb.tag_ == "VBG" and "visiting" in words.kinds(verb) and not any(syntax.auxiliaries(verb))
    host = verb.doc[verb.i - 1] if verb.i else verb
    return bare and verb.dep_ in ("amod", "xcomp") and bool({"hosting", "attending"} & set(words.kinds(host)))


def _received(visiting: Token, index: DocumentIndex) -> MotionFrame | None:
    guests = [visiting.head] if visiting.dep_ == "amod" else syntax.patients(visiting)
    carried = [each for each in movers.moving(guests, index) if persons.is_guest(each.head, index)]
    host = visiting.doc[visiting.i - 1]
    found = legs([host, visiting], RECEIVED, guests, index, AT)
    return MotionFrame(host, tuple(carried), tuple(found)) if carried and found else None


def _hosted(verb: Token, guests: tuple[Moving, ...], frame: Frame, index: DocumentIndex) -> MotionFrame | None:
    if not all(persons.is_guest(guest.head, index) for guest in guests):
        return None
    found = legs([verb], frame, syntax.patients(verb), index, frame.inward)
    found = found or [Leg(destination=place) for host in syntax.agents(verb) if (place := index.place(host))][:1]
    return MotionFrame(verb, guests, tuple(found))


def _recalled(verb: Token, patients: Sequence[Token], index: DocumentIndex) -> list[Leg]:
    """ "recalled its ambassador to Angola": who is called back comes from where he is posted."""
    posts = [noun for patient in patients for noun in syntax.under(patient, POSTED)]
    if any(map(persons.is_posted, patients)):
        posts += [noun for word in (*patients, verb) for noun in syntax.under(word, INTO)]
    origin = next((place for noun in posts if (place := goal(noun, index))), None)
    return [Leg(origin)] if origin else []


def _expelled(verb: Token, told: list[Leg], index: DocumentIndex) -> list[Leg]:
    """ "Gambia expelled six Cubans": who is expelled leaves the country that does so."""
    origin = next((place for agent in syntax.agents(verb) if (place := _state(agent, index))), None)
    if origin is None:
        return told
    first, *others = told or [Leg()]
    has_other_origin = first.origin is not None or first.destination == origin
    return told if has_other_origin else [replace(first, origin=origin), *others]


def _state(agent: Token, index: DocumentIndex) -> Place | None:
    """The country that acts, by its name or by what is its own: "the Gambian government"."""
    if persons.is_person(agent, index) and agent.ent_type_ == "PERSON":
        return None
    return index.place(agent) or index.country(nationality(agent, index))


def _travellers(verb: Token, index: DocumentIndex) -> list[Token]:
    """Whose journey takes them somewhere: "the pope's journey will take him to Lima"."""
    journeys = [subject for subject in syntax.subjects(verb) if "visits" in words.kinds(subject)]
    return [who for journey in journeys for who in owners(journey, index)]


def riders(verb: Token, index: DocumentIndex) -> tuple[Moving, ...]:
    kinds = set(words.kinds(verb))
    if not ("boarding" in kinds or {"going", "sending"} <= kinds):
        return ()
    return tuple(each for each in movers.moving(syntax.subjects(verb), index) if persons.is_person(each.head, index))


def by_vehicle(verb: Token, by: Sequence[Moving], vehicle: Vehicle, index: DocumentIndex) -> MotionFrame:
    ridden = syntax.patients(verb)
    described = [child for noun in ridden for child in noun.rights if has_trait(child, "bound")]
    found = legs([verb, *ridden, *described], BOARDED, (), index)
    return MotionFrame(verb, tuple(replace(each, vehicle=vehicle) for each in by), tuple(found), departs=True)
