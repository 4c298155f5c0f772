"""Which verbs and nouns of a text tell of a movement, of whom, and from where to where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipeline.components.grammar import motion_words as words
from pipeline.components.grammar import syntax
from pipeline.components.grammar.certainty import certainty, is_infinitive
from pipeline.components.grammar.motion_words import AT, FOR, FRAMES, FROM, INTO, Frame
from pipeline.components.motion import movers
from pipeline.components.motion.document_index import DocumentIndex
from pipeline.components.motion.journeys import Leg, legs
from pipeline.components.motion.movers import Moving
from pipeline.components.motion.owners import is_known, owners
from pipeline.domain import Vehicle

BOARDED = Frame("subject", INTO | FOR, outward=FROM | AT, departs=True)
INTRANSITIVE = frozenset({"arriving", "calling", "going", "starting"})
PASSIVE_GOING = frozenset({"bind", "head"})


@dataclass(frozen=True, slots=True)
class MotionFrame:
    """A motion word with who moves and where; ``bearer`` is the verb that its noun hangs on, if it is a noun."""

    trigger: Token
    movers: tuple[Moving, ...]
    legs: tuple[Leg, ...]
    departs: bool = False
    bearer: Token | None = None
    anaphoric: bool = False


def motion_frames(index: DocumentIndex) -> Iterator[MotionFrame]:
    """All frames that name a place, and visits called off without one, in the order of the text."""
    for token in index.doc:
        found = _frame(token, index)
        if found and (found.legs or _is_called_off(token)) and (found.movers or found.anaphoric):
            yield found


def _is_called_off(trigger: Token) -> bool:
    return trigger.pos_ == "NOUN" and "visits" in words.kinds(trigger) and certainty(trigger)[0] == "cancelled"


def _frame(token: Token, index: DocumentIndex) -> MotionFrame | None:
    if not words.kinds(token) or token.i in index.places or token.ent_type_ == "PERSON":
        return None
    if not words.is_verb(token):
        return of_noun(token, index)
    is_told = any(syntax.lemma(agent) in words.lexicon().works for agent in syntax.agents(token))
    return None if is_told else of_verb(token, index)


def of_verb(verb: Token, index: DocumentIndex) -> MotionFrame | None:
    """A verb whose object moves, or else whose subject does."""
    if _is_lost(verb):
        return _going(verb, words.frame(verb, "subject"), (), index)
    patients = [noun for noun in syntax.patients(verb) if not _is_afterthought(noun)]
    if "touring" in words.kinds(verb) and (found := _toured(verb, patients, index)):
        return found
    ridden = next(
        (kind for noun in patients if (kind := movers.vehicle_of(noun) or movers.means().get(noun.lemma_))), None
    )
    active = not syntax.is_passive(verb)
    if ridden and active and (by := _riders(verb, index)):
        return _by_vehicle(verb, by, ridden, index)
    carried = tuple(movers.moving(_travellers(verb, index) or patients, index)) or _handled(verb, patients, index)
    if carried and (frame := words.frame(verb, "object")):
        return _carried(verb, carried, frame, index)
    frame = words.frame(verb, "subject")
    if frame is None or (patients and words.frame(verb, "object") and not any(map(index.place, patients))):
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


def _travellers(verb: Token, index: DocumentIndex) -> list[Token]:
    """Whose journey takes them somewhere: "the pope's journey will take him to Lima"."""
    journeys = [subject for subject in syntax.subjects(verb) if "visits" in words.kinds(subject)]
    return [who for journey in journeys for who in owners(journey, index)]


def _handled(verb: Token, patients: Sequence[Token], index: DocumentIndex) -> tuple[Moving, ...]:
    """ "extradited two drug lords", "shipped centrifuges": what such verbs take can be moved, whatever it is."""
    if "handling" not in words.kinds(verb):
        return ()
    return tuple(Moving(noun) for noun in patients if noun.pos_ == "NOUN" and not index.place(noun))


def _riders(verb: Token, index: DocumentIndex) -> tuple[Moving, ...]:
    kinds = set(words.kinds(verb))
    if not ("boarding" in kinds or {"going", "sending"} <= kinds):
        return ()
    return tuple(each for each in movers.moving(syntax.subjects(verb), index) if movers.is_person(each.head, index))


def _by_vehicle(verb: Token, by: Sequence[Moving], vehicle: Vehicle, index: DocumentIndex) -> MotionFrame:
    found = legs([verb, *syntax.patients(verb)], BOARDED, (), index)
    return MotionFrame(verb, tuple(replace(each, vehicle=vehicle) for each in by), tuple(found), departs=True)


def _carried(verb: Token, carried: tuple[Moving, ...], frame: Frame, index: DocumentIndex) -> MotionFrame | None:
    inside = frame.inward if "hosting" in words.kinds(verb) else frozenset[str]()
    found = legs([verb], frame, syntax.patients(verb), index, inside)
    if "hosting" in words.kinds(verb):
        if not all(movers.is_guest(moved.head, index) for moved in carried):
            return None
        hosts = syntax.agents(verb)
        found = found or [Leg(destination=place) for host in hosts if (place := index.place(host))][:1]
        return MotionFrame(verb, carried, tuple(found))
    company = movers.moving(syntax.agents(verb), index) if "accompanying" in words.kinds(verb) else []
    return MotionFrame(verb, (*company, *carried), tuple(found))


def _passive(verb: Token, frame: Frame, patients: Sequence[Token], index: DocumentIndex) -> MotionFrame | None:
    """ "is headed for Oslo": the subject goes; "was visited by": the agent does; other passives tell of none."""
    if verb.lemma_ in PASSIVE_GOING and not syntax.agents(verb):
        who = tuple(movers.moving(syntax.subjects(verb), index))
        return MotionFrame(verb, who, tuple(legs([verb], frame, (), index)), departs=True)
    if frame.direct != "destination":
        return None
    who = tuple(movers.moving(syntax.agents(verb), index))
    return MotionFrame(verb, who, tuple(legs([verb], frame, patients, index)))


def _is_lost(verb: Token) -> bool:
    """Whether the parser took a verb that has no passive for a participle: "a plane carrying migrants touched down"."""
    kinds = set(words.kinds(verb))
    return syntax.is_participle(verb) and verb.lemma_ not in PASSIVE_GOING and bool(kinds) and kinds <= INTRANSITIVE


def _going(verb: Token, frame: Frame | None, patients: Sequence[Token], index: DocumentIndex) -> MotionFrame | None:
    if frame is None or (syntax.is_participle(verb) and verb.lemma_ not in PASSIVE_GOING and not _is_lost(verb)):
        return None
    if patients and frame.direct is None and "arriving" in words.kinds(verb):
        return None
    who = tuple(movers.moving(_goers(verb, index), index))
    if "calling" in words.kinds(verb):
        who = tuple(mover for mover in who if movers.is_vessel(mover.head, index))
    direct = [*patients, *(child for child in verb.children if child.dep_ == "npadvmod" and index.place(child))]
    found = legs([verb], frame, direct, index)
    if verb.lemma_ == "come" and not any(leg.destination for leg in found):
        return None
    return MotionFrame(verb, who, tuple(found), departs=frame.departs)


def _goers(verb: Token, index: DocumentIndex) -> list[Token]:
    """Subjects of a verb; of "plans to visit", "his decision to visit", "no hope of visiting", whoever has the plan."""
    found = syntax.subjects(verb) or [noun for noun in [words.mistagged_subject(verb)] if noun is not None]
    noun = verb.head if is_infinitive(verb) and verb.head in found else None
    if verb.dep_ == "pcomp" and not found and verb.head.lower_ == "of":
        noun = verb.head.head
    if noun is None or noun.pos_ != "NOUN" or movers.is_mover(noun, index):
        return found
    return syntax.possessors(noun) or (syntax.subjects(noun.head) if noun.dep_ == "dobj" else [])


def of_noun(noun: Token, index: DocumentIndex) -> MotionFrame | None:
    """A visit, arrival, departure, shipment or way, of whoever makes it."""
    kinds = [kind for kind in words.kinds(noun) if kind in FRAMES]
    if not kinds:
        return None
    who = owners(noun, index)
    bearer = noun.head if noun.dep_ in ("dobj", "attr") and noun.head.pos_ in ("VERB", "AUX") else None
    frame = words.frame(noun, "subject") or FRAMES[kinds[0]]
    if "transfers" in kinds:
        frame = replace(frame, inward=frame.inward | (INTO if frame.departs else FRAMES["transfers"].inward))
    bearers = [noun, *([bearer] if bearer is not None else []), *syntax.under(noun, {"of"})]
    found = legs(bearers, frame, _compound_places(noun, index), index) if frame.inward else []
    return MotionFrame(
        noun,
        tuple(movers.moving(who, index)),
        tuple(found),
        frame.departs,
        bearer,
        anaphoric=not who and is_known(noun),
    )


def _compound_places(noun: Token, index: DocumentIndex) -> list[Token]:
    """ "her Paris trip"."""
    return [child for child in noun.lefts if child.dep_ in ("compound", "nmod") and index.place(child)][-1:]
