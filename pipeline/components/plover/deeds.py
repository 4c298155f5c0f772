"""One deed that a verb and a noun of its clause tell together: "an attack by rebels killed nine"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from pipeline.components.grammar import syntax
from pipeline.components.plover import nouns, wording
from pipeline.components.plover.event_frame import EventFrame
from pipeline.components.plover.participants import distinct, is_place, is_target
from pipeline.domain import EventType

AT = frozenset({"at", "into"})
MEANS = frozenset({"by", "during", "in"})
INCLUDED: dict[EventType, frozenset[EventType]] = {
    "ASSAULT": frozenset({"ASSAULT"}),
    "DISASTER": frozenset({"DISASTER", "LIFE"}),
    "PROTEST": frozenset({"ACCUSE", "REJECT", "REQUEST"}),
}
"""What a clause under a verb tells that is part of the verb's event: its toll, or what people protest for."""


def whole(told: EventFrame) -> EventFrame:
    """An attack with the noun that its verb has as subject, or that it is "in": whoever is killed is killed by it.

    The verb knows to whom it was done, the noun often by whom, and either may be dated. A village that is attacked is
    whom it is done to.
    """
    if told.trigger.pos_ != "VERB":
        return told
    if told.type == "COERCE":
        return replace(told, coindexed=(*told.coindexed, *filter(_is_raid, syntax.under(told.trigger, MEANS))))
    if told.type != "ASSAULT":
        return told
    parts = [each for each in _told_by_nouns(told) if each.trigger not in told.coindexed]
    actors = told.actors or next((each.actors for each in parts if each.actors), ())
    struck = (*told.coindexed, *syntax.patients(told.trigger), *syntax.under(told.trigger, AT))
    hit = told.recipients or tuple(distinct(filter(_is_struck, struck)))
    return replace(told, actors=actors, recipients=hit, coindexed=(*told.coindexed, *(each.trigger for each in parts)))


def _is_struck(word: Token) -> bool:
    """A target, but not the missile that is fired at one."""
    fired = any(matter.name == "munition" for matter in wording.matters(word))
    return word.dep_ != "nsubj" and is_target(word) and not fired


def _is_raid(noun: Token) -> bool:
    """ "detained in raids": what the police came for is no second deed."""
    return any(matter.name == "raid" for matter in wording.matters(noun))


def clauses_of(told: EventFrame) -> Iterator[Token]:
    """The clauses that may tell of the verb's own event: "exploded, | killing nine", "marched | to demand a vote".

    What an attack is only meant to do, "opened fire | to kill the mayor", is no part of what it did.
    """
    is_part = _is_aim if told.type == "PROTEST" else _is_toll
    return (child for child in told.trigger.rights if child.dep_ == "advcl" and is_part(child))


def _is_toll(clause: Token) -> bool:
    return clause.tag_ == "VBG"


def _is_aim(clause: Token) -> bool:
    return clause.tag_ == "VBG" or any(child.tag_ == "TO" for child in clause.lefts)


def with_clauses(told: EventFrame, clauses: Iterable[EventFrame]) -> EventFrame:
    """The event with what clauses under its verb tell of it; who was hurt is whom it was done to, not in what town."""
    parts = [each for each in clauses if each.type in INCLUDED.get(told.type, ()) and not _is_of_others(each, told)]
    coindexed = (*told.coindexed, *(word for each in parts for word in each.words))
    hurt = [noun for each in parts if not syntax.is_negated(each.trigger) for noun in each.recipients]
    if told.type == "PROTEST" or not hurt:
        return replace(told, coindexed=coindexed)
    hit = [noun for noun in told.recipients if noun.dep_ != "pobj" or not is_place(noun)]
    return replace(told, recipients=tuple(distinct([*hit, *hurt])), coindexed=coindexed)


def _is_of_others(part: EventFrame, told: EventFrame) -> bool:
    return bool(part.actors and told.actors) and part.actors != told.actors


def _told_by_nouns(told: EventFrame) -> Iterator[EventFrame]:
    verb = told.trigger
    for noun in (*syntax.subjects(verb), *syntax.under(verb, MEANS)):
        found = nouns.match_noun(noun) if noun.pos_ == "NOUN" else None
        if found is not None and found.type == told.type:
            yield found
