"""Where an event is, by syntax: the closest place that its clause governs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from spacy.tokens import Token

from pipeline.components.grammar import syntax
from pipeline.components.plover.event_frame import EventFrame
from pipeline.components.plover.lexicon import event_lexicon
from pipeline.components.plover.participants import is_place
from pipeline.components.plover.setting import anchor_of, closest, head_of
from pipeline.domain import EventType, Place
from pipeline.gazetteer import countries

INSIDE = frozenset({"in", "at", "near", "outside", "around", "across", "inside", "within"})
TOPICS = frozenset({"about", "because", "concerning", "despite", "over", "regarding"})
"""What leads to the reason for a deed, which may be elsewhere."""
TOWARDS = frozenset({"to", "into", "on", "along"})
STRIKING: frozenset[EventType] = frozenset({"ASSAULT", "DISASTER"})
"""What happens in the place that is struck: "shelled Aleppo"."""

ON_LAND: frozenset[EventType] = frozenset(
    {"AGREE", "CONCEDE", "CONSULT", "MOBILIZE", "REQUEST", "SANCTION", "STATEMENT", "THREATEN"}
)
"""What is done with those who live in a place: "lifted the curfew in Algiers", "held talks in Quito", "won at Genk"."""


def is_only_site(party: Token, told: EventFrame) -> bool:
    """Whether a town or building is no recipient, but where something happens: "arrests in Cologne and Bonn"."""
    first = party
    while first.dep_ == "conj":
        first = first.head
    if told.type in ON_LAND or told.mode == "visit" or first.dep_ != "pobj":
        return False
    name = [*(part.text for part in party.lefts if part.dep_ == "compound"), party.text]
    is_local = is_place(party) and countries.of_name(" ".join(name)) is None
    return is_local and first.head.lower_ in INSIDE


def place_of(told: EventFrame, places: Iterable[Place]) -> int | None:
    """Start of the place that the clause puts it in, or None."""
    doc = told.trigger.doc
    named = ((p.start, head_of(doc, p.start, p.end)) for p in places if p.role == "name")
    return closest(told, ((start, head, _site(head, told)) for start, head in named))


def _site(head: Token, told: EventFrame) -> Token | None:
    """The word that a place is the site of: "in the town of X", "near X", "visited X", "troops to X"."""
    outer = head
    while outer.dep_ == "pobj" and outer.head.lower_ == "of" and outer.head.head.pos_ == "NOUN":
        outer = outer.head.head
    if outer.dep_ == "dobj":
        struck = told.type in STRIKING and (outer == head or _is_named_by(outer))
        reached = struck or (outer == head and syntax.lemma(head.head) in event_lexicon().classes.reaching)
        return outer.head if reached else None
    towards = TOWARDS if told.mode == "visit" or told.type == "MOBILIZE" else frozenset({"on"})
    through = frozenset({"through"}) if told.type == "PROTEST" else frozenset()
    if outer.dep_ != "pobj" or outer.head.lower_ not in INSIDE | towards | through:
        return None
    if any(above.dep_ == "prep" and above.lower_ in TOPICS for above in _between(head, told.trigger)):
        return None
    return anchor_of(head, told, frozenset({"of", *INSIDE}))


def _between(head: Token, verb: Token) -> Iterator[Token]:
    """The words from a place up to the verb: "summoned him | over the burning of a book | in Malmö"."""
    return takewhile(lambda above: above != verb, head.ancestors)


def _is_named_by(noun: Token) -> bool:
    """ "the northern city of Kunduz": a place that bears the name behind its "of"."""
    return noun.lemma_.lower() in event_lexicon().classes.destinations
