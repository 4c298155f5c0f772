"""Which verbs and nouns of a text tell of a movement, of whom, and from where to where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from pipeline.components.grammar import motion_words as words
from pipeline.components.grammar import syntax
from pipeline.components.grammar.certainty import certainty
from pipeline.components.grammar.factuality.complements import is_infinitive
from pipeline.components.grammar.motion_words import AT, Frame
from pipeline.components.grammar.traits import has_trait
from pipeline.components.motion import mover_lexicon, movers, persons, vehicles
from pipeline.components.motion.carriage import by_vehicle, is_ridden, of_carrier, riders
from pipeline.components.motion.document_index import DocumentIndex
from pipeline.components.motion.journeys import Leg, goal, legs
from pipeline.components.motion.motion_frame import MotionFrame
from pipeline.components.motion.nationality import nationality
from pipeline.components.motion.noun_frames import of_noun
from pipeline.components.motion.owners import is_known, owners
from pipeline.components.texts import text_of
from pipeline.domain import Place

INTRANSITIVE = frozenset({"arriving", "calling", "going", "starting"})


def motion_frames(index: DocumentIndex) -> Iterator[MotionFrame]:
    """All frames that name a place, and visits called off without one, in the order of the text."""
    for token in index.doc:
        found = _from_homeland(_homeward(_frame(token, index), index), index)
        if found is not None and _has_mover_and_place(found):
            yield found


def _has_mover_and_place(frame: MotionFrame) -> bool:
    """Whether a frame has a mover and a place, or may find them in another sentence."""
    has_place = bool(frame.legs) or _is_placed_elsewhere(frame.trigger)
    return has_place and (bool(frame.movers) or frame.anaphoric)


def _homeward(frame: MotionFrame | None, index: DocumentIndex) -> MotionFrame | None:
    """ "has gone home": to the country that the text says the mover is of."""
    if frame is None or not _says_home(frame.trigger):
        return frame
    start = frame.legs[0].origin if frame.legs else None
    home = _home(frame, index)
    is_told = home is None or any(leg.destination for leg in frame.legs)
    return frame if is_told else replace(frame, legs=(Leg(start, home),))


def _home(frame: MotionFrame, index: DocumentIndex) -> Place | None:
    """The country that the first mover of a known nationality is of."""
    homes = (index.country(nationality(mover.head, index)) for mover in frame.movers)
    return next((place for place in homes if place), None)


def _says_home(trigger: Token) -> bool:
    return any(child.lower_ in words.motion_context().deictic.home for child in trigger.children)


def _from_homeland(frame: MotionFrame | None, index: DocumentIndex) -> MotionFrame | None:
    """ "the first Malian envoy to defect from the country": nobody defects from any but his own."""
    if frame is None or not frame.legs or not has_trait(frame.trigger, "native"):
        return frame
    start, home = frame.legs[0].origin, _home(frame, index)
    if start is None or home is None or text_of(index.doc)[start.start : start.end] in frame.trigger.sent.text:
        return frame
    return replace(frame, legs=(replace(frame.legs[0], origin=home), *frame.legs[1:]))


def _is_placed_elsewhere(trigger: Token) -> bool:
    """Whether another sentence may say where it was: a visit called off, or an expulsion."""
    if trigger.pos_ != "NOUN":
        return "expelling" in words.kinds(trigger)
    return "visits" in words.kinds(trigger) and certainty(trigger)[0] == "cancelled"


def _frame(token: Token, index: DocumentIndex) -> MotionFrame | None:
    if not words.kinds(token) or token.i in index.places or token.ent_type_ == "PERSON":
        return None
    if not words.is_verb(token):
        return None if is_ridden(token) else of_noun(token, index)
    if token.dep_ == "acl" and is_ridden(token.head):
        return None
    is_told = any(syntax.lemma(agent) in words.motion_context().works for agent in syntax.agents(token))
    return None if is_told else of_verb(token, index)


def of_verb(verb: Token, index: DocumentIndex) -> MotionFrame | None:
    """A verb whose object moves, or else whose subject does."""
    if _is_lost(verb) or _is_active_again(verb):
        return _going(verb, words.frame(verb, "subject"), (), index)
    patients = [noun for noun in syntax.patients(verb) if not _is_afterthought(noun)]
    if "touring" in words.kinds(verb) and (found := _toured(verb, patients, index)):
        return found
    ridden = next(
        (kind for noun in patients if (kind := vehicles.vehicle_of(noun) or mover_lexicon.means().get(noun.lemma_))),
        None,
    )
    active = not syntax.is_passive(verb)
    if ridden and active and (by := riders(verb, index)):
        return by_vehicle(verb, by, ridden, index)
    if (carried := of_carrier(verb, patients, index)) is not None:
        return carried
    frame = words.frame(verb, "subject")
    moves_object = patients and words.frame(verb, "object") and not any(map(index.place, patients))
    if frame is None or moves_object:
        return None
    if not active:
        return _passive(verb, frame, patients, index)
    return _going(verb, frame, patients, index)


def _is_afterthought(noun: Token) -> bool:
    """ "touched down in Lima, the first such visit": no object, whatever the parser says."""
    start = noun.left_edge.i
    return "visits" in words.kinds(noun) and start > 0 and noun.doc[start - 1].text == ","


def _toured(verb: Token, stops: Sequence[Token], index: DocumentIndex) -> MotionFrame | None:
    """ "her tour, which takes in Lima and Quito"."""
    within = [noun for inner in syntax.under(verb, {"in"}) for noun in syntax.conjuncts(inner)]
    places = list(dict.fromkeys(place for stop in stops or within if (place := index.place(stop))))
    tour = next((subject for subject in syntax.subjects(verb) if "visits" in words.kinds(subject)), None)
    if tour is None or not places:
        return None
    who = tuple(movers.moving(owners(tour, index), index))
    return MotionFrame(
        verb, who, tuple(Leg(destination=place) for place in places), anaphoric=not who and is_known(tour)
    )


def _passive(verb: Token, frame: Frame, patients: Sequence[Token], index: DocumentIndex) -> MotionFrame | None:
    """ "is headed for Oslo": the subject goes; "was visited by": the agent does; other passives tell of none."""
    if has_trait(verb, "bound") and not syntax.agents(verb):
        who = tuple(movers.moving(syntax.subjects(verb), index))
        return MotionFrame(verb, who, tuple(legs([verb], frame, (), index)), departs=True)
    if frame.direct != "destination":
        return None
    who = tuple(movers.moving(syntax.agents(verb), index))
    return MotionFrame(verb, who, tuple(legs([verb], frame, patients, index)))


def _is_lost(verb: Token) -> bool:
    """Whether the parser took a verb that has no passive for a participle: "a plane carrying migrants touched down"."""
    kinds = set(words.kinds(verb))
    has_no_passive = bool(kinds) and kinds <= INTRANSITIVE
    return has_no_passive and syntax.is_participle(verb) and not has_trait(verb, "bound")


def _is_active_again(verb: Token) -> bool:
    """ "was freed in May and | fled to Chad": a past beside a passive that has no passive sense."""
    has_own = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.lefts)
    return verb.dep_ == "conj" and verb.tag_ == "VBD" and not has_own and "going" in words.kinds(verb)


def _going(verb: Token, frame: Frame | None, patients: Sequence[Token], index: DocumentIndex) -> MotionFrame | None:
    passive = syntax.is_participle(verb) and not has_trait(verb, "bound") and not _is_lost(verb)
    if frame is None or passive:
        return None
    if patients and frame.direct is None and "arriving" in words.kinds(verb):
        return None
    goers = _goers(verb, index)
    who = tuple(movers.moving(goers, index)) or movers.carried_by(verb, goers, index)
    if "calling" in words.kinds(verb):
        who = tuple(mover for mover in who if vehicles.is_vessel(mover.head, index))
    direct = [*patients, *(child for child in verb.children if child.dep_ == "npadvmod" and index.place(child))]
    if frame.direct == "destination" and any(persons.is_person(noun, index) for noun in patients):
        frame = replace(frame, inward=frame.inward | AT)
    found = _shipped(goers, legs([verb], frame, direct, index), index)
    if verb.lemma_ == "come" and not any(leg.destination for leg in found):
        return None
    return MotionFrame(verb, who, tuple(found), departs=frame.departs)


def _shipped(goers: Sequence[Token], told: list[Leg], index: DocumentIndex) -> list[Leg]:
    """ "Samples from Accra arrived in Lyon": goods that are from a place come from there, persons need not."""
    goods = [
        noun for goer in goers for noun in (goer, *syntax.under(goer, {"of"})) if not persons.is_person(noun, index)
    ]
    sources = [goal(noun, index) for freight in goods for noun in syntax.under(freight, {"from"})]
    origin = next((place for place in sources if place), None)
    if not told or told[0].origin or origin in (None, told[0].destination):
        return told
    return [replace(told[0], origin=origin), *told[1:]]


def _goers(verb: Token, index: DocumentIndex) -> list[Token]:
    """Subjects of a verb; of "plans to visit", "his decision to visit", "no hope of visiting", whoever has the plan."""
    found = syntax.subjects(verb) or [noun for noun in [words.mistagged_subject(verb)] if noun is not None]
    noun = verb.head if is_infinitive(verb) and verb.head in found else None
    if verb.dep_ == "pcomp" and not found and verb.head.lower_ == "of":
        noun = verb.head.head
    if noun is None or noun.pos_ != "NOUN" or movers.is_mover(noun, index):
        return found
    return syntax.possessors(noun) or (syntax.subjects(noun.head) if noun.dep_ == "dobj" else [])
