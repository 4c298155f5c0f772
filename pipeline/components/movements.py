"""Movements: who or what changes place, from where to where, when, how and what for, as each sentence tells it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from pipeline.components import slots
from pipeline.components.grammar import motion_words as words
from pipeline.components.grammar import syntax
from pipeline.components.grammar.factuality import mood
from pipeline.components.motion import movers, timing
from pipeline.components.motion.habits import is_anyone, is_habit
from pipeline.components.motion.itineraries import linked
from pipeline.components.motion.journeys import Leg
from pipeline.components.motion.movers import Moving
from pipeline.components.motion.presence import presences
from pipeline.components.motion.prospects import prospect
from pipeline.components.motion.scene import Scene, argument, extent
from pipeline.components.motion.tellings import Telling, tellings
from pipeline.domain import MovementMention, Place, Vehicle

NAME = "dateline_movements"
HOMEWARD = frozenset({"come", "return"})
UNDERWAY = frozenset(
    {"advancing", "going", "sending", "starting", "leaving", "ways", "departures", "transfers", "boarding"}
)
BY = frozenset({"by", "on", "aboard", "in", "onboard"})


@Language.component(NAME)
def movements(doc: Doc) -> Doc:
    slots.MOVEMENTS.write(doc, find(Scene.of(doc)))
    return doc


def find(scene: Scene) -> list[MovementMention]:
    """Every movement that a sentence tells of, one mention a mover and leg, in the order of the text."""
    told = linked([*tellings(scene), *presences(scene)], scene)
    return [mention for telling in told for mention in mentions(telling, scene)]


def is_negated(trigger: Token) -> bool:
    """ "will not start shipping arms without consent"."""
    verbs = (trigger, trigger.head) if trigger.dep_ == "xcomp" else (trigger,)
    return any(map(mood.is_negated, verbs))


def mentions(telling: Telling, scene: Scene) -> Iterator[MovementMention]:
    """One mention a mover and leg; habits, and goods that are not sent, are no movements."""
    trigger = telling.trigger
    if is_habit(trigger, scene):
        return
    expression = timing.when(trigger, telling.bearer, scene)
    status, factuality = prospect(telling, expression)
    withheld = status == "denied" or is_negated(trigger)
    if withheld and not any(movers.goes_itself(mover.head, trigger, scene) for mover in telling.movers):
        return
    date = expression.start if expression is not None else None
    for mover in (mover for mover in telling.movers if not is_anyone(mover.head, trigger)):
        for leg in telling.legs:
            yield MovementMention(
                mover=argument(mover.head),
                trigger=extent(trigger),
                evidence=extent(trigger.sent),
                origin=start(leg.origin),
                destination=start(leg.destination),
                departure=date if departs(telling, leg) else None,
                arrival=None if departs(telling, leg) else date,
                vehicle=vehicle(telling, mover),
                purpose=purpose(telling.bearer if telling.bearer is not None else trigger),
                status=status,
                factuality=factuality,
                arrives=status == "occurred" and leg.destination is not None and is_reached(trigger),
            )


def is_reached(trigger: Token) -> bool:
    """Whether a motion word, if it is true, has its mover at the destination."""
    return not UNDERWAY & set(words.kinds(trigger))


def departs(telling: Telling, leg: Leg) -> bool:
    """Whether the date of a telling is that of leaving, not of being there."""
    trigger = telling.trigger
    sets_out = leg.origin is not None and "going" in words.kinds(trigger) and trigger.lemma_ not in HOMEWARD
    return telling.departs or leg.destination is None or sets_out


def start(place: Place | None) -> int | None:
    return None if place is None else place.start


def vehicle(telling: Telling, mover: Moving) -> Vehicle | None:
    """What the text says the mover goes by: "by train", "the plane carrying", or a verb that says it alone."""
    carriers = syntax.agents(telling.trigger) if "sending" in words.kinds(telling.trigger) else []
    named = (movers.means().get(noun.lemma_.lower()) for noun in (*carriers, *syntax.under(telling.trigger, BY)))
    if found := next((kind for kind in named if kind), None):
        return found
    if mover.vehicle is not None or telling.trigger.pos_ != "VERB" or movers.is_driven_off(telling.trigger, mover.head):
        return mover.vehicle
    return movers.manners().get(telling.trigger.lemma_.lower())


def purpose(word: Token) -> str | None:
    """What the journey is for: "to meet Putin", "for talks on gas"."""
    for child in word.rights:
        aims = any(aux.lower_ == "to" and aux.dep_ == "aux" for aux in child.children)
        if (child.dep_ in ("advcl", "xcomp") and aims) or (child.dep_ == "prep" and _is_for_occasion(child)):
            return child.doc[child.left_edge.i : child.right_edge.i + 1].text
    return None


def _is_for_occasion(preposition: Token) -> bool:
    nouns = syntax.objects_of_preposition(preposition)
    return preposition.lower_ == "for" and any("occasions" in words.kinds(noun) for noun in nouns)
