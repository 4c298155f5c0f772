"""Which classes of the lexicon a doer or an object is of: those of nouns, and those that names and numbers are of."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from pipeline.components.grammar import labels
from pipeline.components.plover import contests, wording
from pipeline.components.plover.actor_kinds import (
    is_authority,
    is_court,
    is_dealer,
    is_enterprise,
    is_firm,
    is_protester,
    is_ruler,
)
from pipeline.components.plover.lexicon import event_lexicon
from pipeline.components.plover.participants import PERSONS, is_actor, is_human, is_place, is_target, is_weighty
from pipeline.lexicons.predicates import event_words
from pipeline.lexicons.predicates.events import Matter

COUNTS = frozenset({"CARDINAL", "QUANTITY"})
CALLED = frozenset({"EVENT", "ORG", "PERSON"})
"""What a name may be of by the word beside it, whatever the model takes it for."""
STATES = frozenset({"government", "independence", "republic", "state"})


def is_of_class(noun: Token, wanted: str) -> bool:
    """Whether a noun, or what it counts or wraps, is of a class."""
    return _is_itself(noun, wanted) or (wording.core(noun) != noun and _is_itself(wording.core(noun), wanted))


def _is_itself(noun: Token, wanted: str) -> bool:
    if (test := CLASSES.get(wanted)) is not None:
        return test(noun)
    return any(wanted in (matter.name, matter.name.partition(" ")[0]) for matter in _said_to_be(noun))


def _said_to_be(noun: Token) -> list[Matter]:
    """Classes of a noun; of a name, those of words beside it: "Costa, the minister", "Cyclone Idai"."""
    own = () if noun.ent_type_ == "PERSON" else wording.matters(noun)
    beside = ("compound", "nmod", "appos") if noun.ent_type_ in CALLED else ()
    titles = [part.lemma_.lower() for part in noun.children if part.dep_ in beside]
    return [*own, *(matter for title in titles for matter in event_words().matters.get(title, ()))]


def _is_anyone(noun: Token) -> bool:
    return is_actor(noun) or noun.ent_type_ in COUNTS


def _is_person(noun: Token) -> bool:
    if noun.pos_ == "PRON":
        return noun.lower_ in PERSONS
    return is_actor(noun) and (noun.pos_ in ("NOUN", "NUM") or noun.ent_type_ in ("PERSON", "NORP"))


def _is_body(noun: Token) -> bool:
    is_public = noun.lemma_.lower() in event_lexicon().bodies and (is_weighty(noun) or is_authority(noun))
    return noun.ent_type_ == "ORG" or is_public


def _is_state(noun: Token) -> bool:
    return noun.ent_type_ in labels.NATIONS or noun.lemma_.lower() in STATES


def _is_destination(noun: Token) -> bool:
    return is_actor(noun) or is_place(noun) or noun.lemma_.lower() in event_lexicon().classes.destinations


def _is_counted(noun: Token) -> bool:
    """ "hurt three hikers": views and prices hurt people too, but nobody counts them."""
    return is_human(noun) and any(child.dep_ == "nummod" for child in noun.lefts)


CLASSES: dict[str, Callable[[Token], bool]] = {
    "actor": _is_anyone,
    "authority": is_authority,
    "contestant": contests.is_contestant,
    "counted": _is_counted,
    "court": is_court,
    "crowd": is_protester,
    "dealer": is_dealer,
    "enterprise": is_enterprise,
    "any": lambda _: True,
    "body": _is_body,
    "brand": lambda noun: noun.ent_type_ == "PRODUCT",
    "destination": _is_destination,
    "firm": is_firm,
    "human": is_human,
    "missing": lambda noun: is_human(noun) and any(part.lower_ == "missing" for part in noun.children),
    "money": wording.is_money,
    "party": lambda noun: is_actor(noun) or is_human(noun) or noun.lemma_ in event_lexicon().classes.authorities,
    "percent": lambda noun: noun.ent_type_ == "PERCENT",
    "person": _is_person,
    "ruler": is_ruler,
    "state": _is_state,
    "target": is_target,
}
