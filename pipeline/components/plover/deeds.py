"""One deed that a verb and a noun of its clause tell together: "an attack by rebels killed nine"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.components.grammar import syntax
from pipeline.components.plover import nouns
from pipeline.components.plover.event_frame import EventFrame
from pipeline.components.plover.participants import is_target

MEANS = frozenset({"by", "during", "in"})


def whole(told: EventFrame) -> EventFrame:
    """An attack with the noun that its verb has as subject, or that it is "in": whoever is killed is killed by it.

    The verb knows to whom it was done, the noun often by whom, and either may be dated. A village that is attacked is
    whom it is done to.
    """
    if told.type != "ASSAULT" or told.trigger.pos_ != "VERB":
        return told
    parts = [each for each in _told_by_nouns(told) if each.trigger not in told.coindexed]
    actors = told.actors or next((each.actors for each in parts if each.actors), ())
    hit = told.recipients or tuple(word for word in told.coindexed if is_target(word))
    return replace(told, actors=actors, recipients=hit, coindexed=(*told.coindexed, *(each.trigger for each in parts)))


def _told_by_nouns(told: EventFrame) -> Iterator[EventFrame]:
    verb = told.trigger
    for noun in (*syntax.subjects(verb), *syntax.under(verb, MEANS)):
        found = nouns.match_noun(noun) if noun.pos_ == "NOUN" else None
        if found is not None and found.type == told.type:
            yield found
