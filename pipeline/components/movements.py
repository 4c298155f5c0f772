"""Movements: who or what changes place, from where to where, when, how and what for, as each sentence tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Token

from pipeline.components import slots
from pipeline.components.grammar import motion_words as words
from pipeline.components.grammar import positions, syntax
from pipeline.components.grammar.factuality import effects, polarity
from pipeline.components.grammar.side_text import SideTextIndex, side_texts
from pipeline.components.grammar.traits import has_trait
from pipeline.components.motion import movers, persons, vehicles
from pipeline.components.motion.document_index import DocumentIndex, argument, extent
from pipeline.components.motion.frames import motion_frames
from pipeline.components.motion.habits import is_anyone, is_habit
from pipeline.components.motion.itineraries import link_frames
from pipeline.components.motion.journeys import Leg
from pipeline.components.motion.motion_frame import MotionFrame
from pipeline.components.motion.motion_status import motion_status
from pipeline.components.motion.movers import Moving
from pipeline.components.motion.presence import presences
from pipeline.components.motion.timing import Timing, timing_of
from pipeline.components.texts import text_of
from pipeline.domain import Factuality, MovementMention, Place, Status, TimeExpression, Vehicle

NAME = "dateline_movements"
UNDERWAY = frozenset(
    {"advancing", "going", "sending", "starting", "leaving", "ways", "departures", "transfers", "boarding"}
)
BY = frozenset({"by", "on", "aboard", "in", "onboard"})


@Language.component(NAME)
def movements(doc: Doc) -> Doc:
    slots.MOVEMENTS.write(doc, find_movements(DocumentIndex.of(doc)))
    return doc


def find_movements(index: DocumentIndex) -> list[MovementMention]:
    """Every movement that a sentence tells of, one mention a mover and leg, in the order of the text."""
    told = link_frames([*motion_frames(index), *presences(index)], index)
    found = [mention for frame in told for mention in mentions(frame, index)]
    beside = SideTextIndex(side_texts(text_of(index.doc)) if found else ())
    kept = (movement for movement in found if not beside.covers(movement.trigger.start))
    return list(with_headline_status(index.doc, kept))


def with_headline_status(doc: Doc, found: Iterable[MovementMention]) -> Iterator[MovementMention]:
    """The movements, those of a headline planned where the event of the same word is: "Premier visits Oslo"."""
    first = positions.end_of_opening(doc, 1)
    planned: set[int] | None = None
    for mention in found:
        if mention.trigger.start < first and mention.status == "occurred":
            planned = _planned_triggers(doc) if planned is None else planned
            is_planned = mention.trigger.start in planned
            yield replace(mention, status="planned", factuality="PS+", arrives=False) if is_planned else mention
        else:
            yield mention


def _planned_triggers(doc: Doc) -> set[int]:
    return {event.trigger.start for event in slots.EVENTS.read(doc) if event.status == "planned"}


def is_negated(trigger: Token) -> bool:
    """ "will not start shipping arms without consent"."""
    verbs = (trigger, trigger.head) if trigger.dep_ == "xcomp" else (trigger,)
    return any(map(polarity.is_negated, verbs))


def is_kept_from(trigger: Token) -> bool:
    """ "was barred from entering Chad", "kept them from leaving": a deed of others, and no movement."""
    verb = syntax.governing_verb(trigger.head) if trigger.dep_ == "pcomp" and trigger.head.lower_ == "from" else None
    return verb is not None and bool(syntax.patients(verb)) and effects.before_clause(verb, "from") == "negates"


def mentions(frame: MotionFrame, index: DocumentIndex) -> Iterator[MovementMention]:
    """One mention a mover and leg; habits, and goods that are not sent, are no movements."""
    trigger = frame.trigger
    if is_habit(trigger, index) or is_kept_from(trigger):
        return
    timing = timing_of(trigger, frame.support_verb, index)
    status, factuality = motion_status(frame, timing.time)
    withheld = status == "denied" or is_negated(trigger)
    if withheld and not any(persons.goes_itself(mover.head, trigger, index) for mover in frame.movers):
        return
    for mover in (mover for mover in frame.movers if not is_anyone(mover.head, trigger)):
        for leg in frame.legs:
            yield mention(frame, mover, leg, (status, factuality), timing)


def mention(
    frame: MotionFrame,
    mover: Moving,
    leg: Leg,
    standing: tuple[Status, Factuality],
    timing: Timing,
) -> MovementMention:
    trigger, (status, factuality) = frame.trigger, standing
    date = timing.time.start if timing.time is not None else None
    return MovementMention(
        mover=argument(mover.head),
        trigger=extent(trigger),
        evidence=extent(trigger.sent),
        origin=start(leg.origin),
        destination=start(leg.destination),
        departure=date if departs(frame, leg) else None,
        arrival=None if departs(frame, leg) else date,
        vehicle=vehicle(frame, mover),
        purpose=purpose(frame.support_verb if frame.support_verb is not None else trigger),
        status=status,
        factuality=factuality,
        arrives=status == "occurred" and leg.destination is not None and is_reached(trigger),
        lapse=timing.lapse,
        why=reasons(frame, status, timing.time),
    )


def reasons(frame: MotionFrame, status: Status, time: TimeExpression | None) -> tuple[str, ...]:
    """The lexicon entries and cues that gave a movement, its status and its date."""
    word = frame.trigger.lemma_.lower()
    motion = [f"motion.{kind}:{word}" for kind in words.kinds(frame.trigger)] or [f"motion.presence:{word}"]
    halves = ["motion.halves"] if frame.joined else []
    return (*motion, *halves, f"status.{status}", *([f"time:{time.text}"] if time is not None else []))


def is_reached(trigger: Token) -> bool:
    """Whether a motion word, if it is true, has its mover at the destination."""
    return not UNDERWAY & set(words.kinds(trigger))


def departs(frame: MotionFrame, leg: Leg) -> bool:
    """Whether the date of a frame is that of leaving, not of being there."""
    trigger = frame.trigger
    sets_out = leg.origin is not None and "going" in words.kinds(trigger) and not has_trait(trigger, "homeward")
    return frame.departs or leg.destination is None or sets_out


def start(place: Place | None) -> int | None:
    return None if place is None else place.start


def vehicle(frame: MotionFrame, mover: Moving) -> Vehicle | None:
    """What the text says the mover goes by: "by train", "the plane carrying", or a verb that says it alone."""
    carriers = syntax.agents(frame.trigger) if "sending" in words.kinds(frame.trigger) else []
    ends = [noun for child in frame.trigger.children for noun in syntax.objects_of_preposition(child)]
    aboard = [noun for word in (frame.trigger, *ends) for noun in syntax.under(word, BY)]
    named = (movers.means_of(noun) for noun in (*carriers, *aboard))
    if found := next((kind for kind in named if kind), None):
        return found
    if mover.vehicle is not None or vehicles.is_driven_off(frame.trigger, mover.head):
        return mover.vehicle
    return vehicles.manner(frame.trigger)


def purpose(word: Token) -> str | None:
    """What the journey is for: "to meet Putin", "for talks on gas"."""
    for child in word.rights:
        aims = any(aux.lower_ == "to" and aux.dep_ == "aux" for aux in child.children)
        infinitive = child.dep_ in ("advcl", "xcomp") and aims
        if infinitive or (child.dep_ == "prep" and _is_for_occasion(child)):
            return child.doc[child.left_edge.i : child.right_edge.i + 1].text
    return None


def _is_for_occasion(preposition: Token) -> bool:
    nouns = syntax.objects_of_preposition(preposition)
    return preposition.lower_ == "for" and any("occasions" in words.kinds(noun) for noun in nouns)
