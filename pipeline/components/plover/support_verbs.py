"""What it tells to do something to a matter: "lifted the curfew", "talks resumed", "sent food to Sudan"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from spacy.tokens import Token

from pipeline.components.grammar import labels, motion_words, syntax
from pipeline.components.plover import noun_parties, nouns, protests, roles, wording
from pipeline.components.plover.actor_kinds import is_powerful
from pipeline.components.plover.event_frame import EventFrame
from pipeline.components.plover.lexicon import BEFALLING, NEWS, event_lexicon
from pipeline.components.plover.participants import (
    acting,
    is_actor,
    is_human,
    is_joint,
    is_place,
    is_several,
    is_weighty,
)
from pipeline.domain import EventType, PloverMode
from pipeline.lexicons.predicates import event_words

PLACED: frozenset[EventType] = frozenset(
    {"AID", "ASSAULT", "CONCEDE", "MOBILIZE", "PROTEST", "REQUEST", "RETREAT", "SANCTION", "THREATEN"}
)
CONSULTING = nouns.NounType("CONSULT", None)
RESCHEDULING = frozenset({"cancel", "postpone", "shorten"})
LEADING = ("to", "with", "on", "against")
GIVERS = ("from", "by", "of")
TAKEN: frozenset[EventType] = frozenset({"COERCE", "CONCEDE", "REQUEST", "RETREAT", "SANCTION"})


def match_verb(verb: Token) -> EventFrame | None:
    """The event of a verb by what it does to which matter."""
    for entry in wording.entries(verb, event_words().light_verbs):
        if wording.leads_nowhere(verb, entry.rest):
            continue
        for noun in [*_with_cores(wording.objects(verb, entry.rest)), *_subject_matter(verb, entry.rest)]:
            doing = entry.doing or ""
            if doing == "give" and _is_moved(verb, noun):
                continue
            if found := nouns.under_doing(verb, noun, doing):
                done = _as_done(_with_parties(verb, noun, found), doing, noun)
                matters = dict.fromkeys(matter.name for matter in wording.matters(noun))
                done = replace(done, entry=f"doing {doing!r} to {' or '.join(matters)!r}")
                if done.actors or doing != "incur":
                    return done
    return None


def match_supply(verb: Token) -> EventFrame | None:
    """ "provided Paraguay with buses": things of any kind that one party supplies to another are aid."""
    if syntax.lemma(verb) not in event_lexicon().classes.supplying:
        return None
    things = [*(thing for thing in direct_objects(verb) if not is_actor(thing)), *roles.under_or_nested(verb, "with")]
    if not things or any(map(_is_no_supply, things)):
        return None
    givers = roles.actors(verb)
    takers = [*filter(is_actor, direct_objects(verb)), *acting(roles.under_or_nested(verb, "to"))]
    named = [taker for taker in takers if is_weighty(taker) and taker not in givers]
    return EventFrame("AID", verb, tuple(givers), tuple(named)) if named and any(map(is_weighty, givers)) else None


def _is_no_supply(thing: Token) -> bool:
    """Whether what is given is a deed or a thought: "provided training", "supplied the answer"."""
    immaterial = thing.lemma_.lower() in event_lexicon().classes.immaterial
    return immaterial or any(matter.types or matter.alone for matter in wording.matters(thing))


def _is_moved(verb: Token, noun: Token) -> bool:
    """ "sent tanks to the border": arms that go to a stretch of land or sea are deployed, not given."""
    goals = [goal for preposition in ("to", "into") for goal in roles.under_or_nested(verb, preposition)]
    moved = any(matter.name == "forces" for matter in wording.matters(noun))
    return moved and bool(goals) and all(goal.ent_type_ == "LOC" or not is_actor(goal) for goal in goals)


def _as_done(told: EventFrame, doing: str, noun: Token) -> EventFrame:
    """Who provokes it does not do it.

    Who is let in is the recipient, what is received comes from someone; what is announced or put off is to come.

    What somebody "returned from" was before: it has not the day of the return.
    """
    if doing == "admit":
        return replace(told, recipients=(noun,))
    if doing == "provoke":
        doers, targets = noun_parties.parties(noun)
        return replace(told, actors=tuple(doers), recipients=tuple(targets))
    if doing in ("incur", "receive"):
        givers = [giver for p in GIVERS for giver in acting(roles.under_or_nested(told.trigger, p))]
        return replace(told, actors=tuple(givers or acting([noun], GIVERS)), recipients=told.actors)
    if doing == "end" and told.type == "RETREAT" and _has_toll(told.trigger):
        return replace(told, type="ASSAULT")
    if doing == "return":
        return replace(told, trigger=noun, coindexed=())
    if doing == "cancel" and noun.dep_ == "nsubj" and nouns.type_of(noun) == CONSULTING:
        return replace(told, type="REJECT")
    if _is_announced(told, doing, noun):
        return _still_to_come(told, noun)
    if doing == "cancel" and not told.recipients and nouns.type_of(noun) == CONSULTING:
        return _still_to_come(replace(told, type="CONSULT"), noun)
    return told


def _has_toll(verb: Token) -> bool:
    """ "The clash ended with nine dead", "in 18 fatalities": told of how many died, not of peace."""
    ends = [noun for noun in syntax.under(verb, {"in", "with"}) if noun.ent_type_ not in ("DATE", "GPE", "TIME")]
    words = [word for child in verb.rights if child.lower_ in ("in", "with") for word in child.children]
    tolls = (matter.name == "toll" for word in words for matter in wording.matters(word))
    return any(tolls) or any(is_human(noun) and any(c.dep_ == "nummod" for c in noun.lefts) for noun in ends)


def _is_announced(told: EventFrame, doing: str, noun: Token) -> bool:
    """ "announced talks", "called talks for Monday", "the trial goes on Monday", "postponed the visit"."""
    if doing == "hold" and syntax.lemma(told.trigger) == "call":
        return any(day.ent_type_ in labels.TIMES for day in syntax.under(told.trigger, {"for"}))
    goes = doing == "go" and (noun.dep_ == "nsubj" or told.mode != "visit")
    is_put_off = told.type == "CONSULT" and doing in RESCHEDULING
    return doing == "announce" or goes or is_put_off


def _still_to_come(told: EventFrame, noun: Token) -> EventFrame:
    """What is announced or put off stands as its noun does, and is that of whom it is said to be."""
    doers, targets = noun_parties.parties(noun)
    recipients = tuple(target for target in targets if target not in doers) or told.recipients
    told = replace(told, trigger=noun, coindexed=(told.trigger,))
    return replace(told, actors=tuple(doers), recipients=recipients) if doers else told


def _with_cores(things: list[Token]) -> list[Token]:
    """ "hundreds of doctors": what is counted, besides the count."""
    return [part for thing in things for part in dict.fromkeys((thing, wording.core(thing)))]


def _subject_matter(verb: Token, own: Collection[str]) -> list[Token]:
    """ "Talks resumed", "talks took place": of a verb without objects but its ``own``, its subject is what goes on.

    With a clause it is what says so: "the release stated that".
    """
    if any(child.dep_ == "ccomp" for child in verb.children):
        return []
    things = [noun for noun in syntax.patients(verb) if noun.lemma_.lower() not in own]
    is_leaving = not things and not own and "leaving" in motion_words.kinds(verb)
    return [] if things or is_leaving else [noun for noun in syntax.subjects(verb) if not is_actor(noun)]


def _with_parties(verb: Token, noun: Token, found: nouns.NounType) -> EventFrame:
    doers, targets = noun_parties.parties(noun, found.is_mutual())
    if not targets and wording.core(noun) != noun:
        doers, targets = noun_parties.parties(wording.core(noun), found.is_mutual())
    doers = doers or acting(syntax.under(verb, {"between", "among"}))
    whole = () if verb.dep_ == "relcl" else {*noun.subtree}
    actors = [actor for actor in roles.actors(verb) if actor != noun and actor not in whole]
    inner = [party for party in doers if party not in actors]
    if not actors:
        actors, inner = inner, []
    aimed = targets if found.type in BEFALLING else _aimed_at(verb, noun, found, targets)
    recipients = [party for party in aimed or inner if party not in actors]
    recipients = recipients or placed(found.type, found.mode, verb, noun)
    alone = len(actors) == 1 and is_powerful(actors[0]) and not is_several(actors[0])
    if found.is_mutual() and not recipients and alone:
        recipients = roles.located(verb)
    told = EventFrame(found.type, verb, tuple(actors), tuple(recipients), found.mode, (noun,))
    return _as_joint(told, verb, noun)


def _aimed_at(verb: Token, noun: Token, found: nouns.NounType, targets: list[Token]) -> list[Token]:
    """Whom verb and noun name as recipients: the verb's first where the noun is its object, but for visits."""
    if found.type == "PROTEST" and (
        decried := [*protests.targets_of_protest(verb), *protests.targets_of_protest(noun)]
    ):
        return decried
    moved, patients = moved_with(verb, noun), syntax.patients(verb)
    leading = (*LEADING, "from") if found.type in TAKEN else LEADING
    if found.is_mutual():
        reached = roles.partners(verb)
    elif found.type in NEWS:
        reached = [party for party in roles.directly(verb, leading) if party not in moved]
    else:
        reached = roles.recipients(verb, leading, moved, found.type)
    direct = noun in patients or len(moved) > 1 or any(map(is_actor, patients))
    return reached or targets if direct and found.mode != "visit" else targets or reached


def _as_joint(told: EventFrame, verb: Token, noun: Token) -> EventFrame:
    """Drills that several hold with each other are cooperation rather than a show of force."""
    kind = next((matter.together for matter in wording.matters(noun) if matter.together), None)
    partners = [party for word in (verb, noun) for party in acting(syntax.under(word, {"with", "alongside"}))]
    joint = len(told.actors) > 1 or any(map(is_joint, told.actors))
    if kind is None or told.type != "MOBILIZE" or not (partners or joint):
        return told
    return replace(told, type=kind, recipients=tuple(partners))


def moved_with(verb: Token, noun: Token) -> list[Token]:
    """What is given, sent or imposed along with a matter, none of which is a recipient."""
    things = direct_objects(verb)
    parts = [part for thing in things for part in (thing, wording.core(thing))]
    return list(dict.fromkeys((noun, *parts))) if noun in parts else [noun]


def placed(kind: EventType, mode: PloverMode | None, *words: Token) -> list[Token]:
    """The place that stands for those who live there, in types that are done to a place."""
    if kind not in PLACED and mode != "visit":
        return []
    entered = [thing for word in words if word.pos_ == "VERB" for thing in direct_objects(word) if is_place(thing)]
    return entered or next((found for word in words if (found := roles.located(word))), [])


def direct_objects(verb: Token) -> list[Token]:
    """What is given or sent, without whom it is given to."""
    if syntax.is_passive(verb):
        return syntax.patients(verb)
    return [noun for child in verb.children if child.dep_ == "dobj" for noun in syntax.conjuncts(child)]
