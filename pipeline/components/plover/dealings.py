"""What it tells to do something to a matter: "lifted the curfew", "talks resumed", "sent food to Sudan"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from pipeline.components import syntax
from pipeline.components.plover import nouns, roles, wording
from pipeline.components.plover.lexicon import lexicon
from pipeline.components.plover.participants import acting, is_actor
from pipeline.components.plover.telling import Telling
from pipeline.domain import PloverMode, PloverType

PLACED: frozenset[PloverType] = frozenset(
    {"AID", "ASSAULT", "COERCE", "CONCEDE", "MOBILIZE", "PROTEST", "REQUEST", "RETREAT", "SANCTION", "THREATEN"}
)
CONSULTING = nouns.NounType("CONSULT", None)
RESCHEDULING = frozenset({"cancel", "postpone", "shorten"})
LEADING = ("to", "with", "on", "against")
TAKEN: frozenset[PloverType] = frozenset({"COERCE", "REQUEST", "RETREAT", "SANCTION"})


def told_by(verb: Token) -> Telling | None:
    """The event of a verb by what it does to which matter."""
    for entry in wording.entries(verb, lexicon().doings):
        for noun in [*_with_cores(wording.objects(verb, entry.rest)), *_subject_matter(verb)]:
            doing = entry.doing or ""
            if found := nouns.under_doing(verb, noun, doing):
                return _as_done(_with_parties(verb, noun, found), doing, noun)
    return None


def _as_done(told: Telling, doing: str, noun: Token) -> Telling:
    """Who is let in is the recipient, what is received comes from someone; what is announced or put off is to come."""
    if doing == "admit":
        return replace(told, recipients=(noun,))
    if doing == "receive":
        givers = acting(roles.under_or_nested(told.trigger, "from"))
        return replace(told, actors=tuple(givers), recipients=told.actors)
    if (
        doing == "announce"
        or (doing == "go" and noun.dep_ == "nsubj")
        or (told.type == "CONSULT" and doing in RESCHEDULING)
    ):
        return _still_to_come(told, noun)
    if doing == "cancel" and not told.recipients and nouns.type_of(noun) == CONSULTING:
        return _still_to_come(replace(told, type="CONSULT"), noun)
    return told


def _still_to_come(told: Telling, noun: Token) -> Telling:
    """What is announced or put off stands as its noun does, and is that of whom it is said to be."""
    doers, targets = roles.parties(noun)
    recipients = tuple(target for target in targets if target not in doers) or told.recipients
    told = replace(told, trigger=noun, covers=(told.trigger,))
    return replace(told, actors=tuple(doers), recipients=recipients) if doers else told


def _with_cores(things: list[Token]) -> list[Token]:
    """ "hundreds of doctors": what is counted, besides the count."""
    return [part for thing in things for part in dict.fromkeys((thing, wording.core(thing)))]


def _subject_matter(verb: Token) -> list[Token]:
    """ "Talks resumed", "the curfew was lifted": of a verb without objects its subject is what goes on."""
    return [] if syntax.patients(verb) else [noun for noun in syntax.subjects(verb) if not is_actor(noun)]


def _with_parties(verb: Token, noun: Token, found: nouns.NounType) -> Telling:
    doers, targets = roles.parties(noun, found.is_mutual())
    actors = [actor for actor in roles.actors(verb) if actor != noun and not noun.is_ancestor(actor)]
    inner = [party for party in doers if party not in actors]
    if not actors:
        actors, inner = inner, []
    moved = moved_with(verb, noun)
    if found.is_mutual():
        reached = roles.partners(verb)
    else:
        reached = roles.recipients(verb, (*LEADING, "from") if found.type in TAKEN else LEADING, moved)
    nearest = (reached, targets) if noun in syntax.patients(verb) or len(moved) > 1 else (targets, reached)
    recipients = [party for party in (nearest[0] or nearest[1] or inner) if party not in actors]
    recipients = recipients or placed(found.type, found.mode, verb, noun)
    return Telling(found.type, verb, tuple(actors), tuple(recipients), found.mode, (noun,))


def moved_with(verb: Token, noun: Token) -> list[Token]:
    """What is given, sent or imposed along with a matter, none of which is a recipient."""
    things = direct_objects(verb)
    parts = [part for thing in things for part in (thing, wording.core(thing))]
    return list(dict.fromkeys((noun, *parts))) if noun in parts else [noun]


def placed(kind: PloverType, mode: PloverMode | None, *words: Token) -> list[Token]:
    """The place that stands for those who live there, in types that are done to a place."""
    if kind not in PLACED and mode != "visit":
        return []
    return next((found for word in words if (found := roles.located(word))), [])


def direct_objects(verb: Token) -> list[Token]:
    """What is given or sent, without whom it is given to."""
    if syntax.is_passive(verb):
        return syntax.patients(verb)
    return [noun for child in verb.children if child.dep_ == "dobj" for noun in syntax.conjuncts(child)]
