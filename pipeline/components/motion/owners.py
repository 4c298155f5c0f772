"""Whose a visit, arrival or shipment is, as a noun says it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.grammar import motion_words as words
from pipeline.components.grammar.traits import has_trait
from pipeline.components.motion.document_index import DocumentIndex
from pipeline.components.motion.movers import is_mover, measured
from pipeline.components.motion.persons import is_person
from pipeline.lexicons.predicates import predicates

CIRCUMSTANCE = frozenset(
    {"after", "ahead", "before", "during", "en", "following", "for", "from", "in", "on", "since", "while", "with"}
)
PLANNED = frozenset({"planned", "proposed", "scheduled"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def owners(noun: Token, index: DocumentIndex) -> list[Token]:
    """Who goes, by the noun's own phrase or by the clause that it stands in; empty if the sentence does not say."""
    fits = is_mover if "ways" in words.kinds(noun) else is_person
    if named := _explicit_owners(noun, index):
        return named
    doers = [index.speaker(who) or who for who in _doers(noun, index)]
    return [who for who in doers if fits(measured(who) or who, index) and not _is_onlooker(who, noun)]


def _is_onlooker(who: Token, noun: Token) -> bool:
    """ "An aide spoke during the flight": a journey that is known is not that of somebody new."""
    known = noun.dep_ == "pobj" and any(child.lower_ in DEFINITE for child in noun.lefts)
    new = who.pos_ == "NOUN" and who.tag_ == "NN" and any(child.lower_ in ("a", "an", "another") for child in who.lefts)
    return known and new


def _explicit_owners(noun: Token, index: DocumentIndex) -> list[Token]:
    """ "Kim's visit", "a visit by Kim", "the arrival of Kim", "the Kim visit", "arms shipments"."""
    if "transfers" in words.kinds(noun):
        found = syntax.under(noun, {"of"}) or _compounds(noun)
        if moved := [word for word in found if is_mover(word, index)]:
            return moved
    found = syntax.possessors(noun) or syntax.under(noun, {"by", "of"}) or _compounds(noun)
    return [word for word in found if is_person(word, index)]


def _compounds(noun: Token) -> list[Token]:
    """Names, and of what is shipped common nouns too: "the Kim visit", "arms shipments", not a "maiden flight"."""
    found = [child for child in noun.lefts if child.dep_ in labels.COMPOUNDED and child.ent_type_ != "ORG"]
    return [child for child in found if child.pos_ == "PROPN" or "transfers" in words.kinds(noun)]


def _doers(noun: Token, index: DocumentIndex) -> Iterator[Token]:
    """Who pays, makes or is on the visit: the subject of the clause around it."""
    head, relation = _first_conjunct(noun).head, _first_conjunct(noun).dep_
    verb = syntax.governing_verb(noun) if relation == "conj" else head
    if relation == "dobj" and (listed := _scheduled_by(head)):
        yield from listed
    elif relation in ("dobj", "attr", "conj") and verb is not None and _is_performing(verb):
        yield from _performers(verb, index)
    elif relation == "pobj" and head.lower_ in CIRCUMSTANCE | {"of"}:
        yield from _around(head, index)


def _is_performing(verb: Token) -> bool:
    return "performing" in predicates().verb(verb.lemma_).motion


def _first_conjunct(noun: Token) -> Token:
    """The noun that a list of journeys begins with: "shows a trip to Fiji and a | trip to Tonga"."""
    return _first_conjunct(noun.head) if noun.dep_ == "conj" and words.kinds(noun.head) == words.kinds(noun) else noun


def _scheduled_by(verb: Token) -> list[Token]:
    """Whose itinerary it is that lists a stop: "her schedule shows a visit to"."""
    plans = itineraries(verb) if "scheduling" in words.kinds(verb) else []
    return [owner for plan in plans for owner in syntax.possessors(plan) or syntax.under(plan, {"of"})]


def itineraries(verb: Token) -> list[Token]:
    """Subjects of a verb that are plans of somebody's days."""
    return [subject for subject in syntax.subjects(verb) if "itineraries" in words.kinds(subject)]


def _performers(verb: Token, index: DocumentIndex) -> Iterator[Token]:
    """Subjects of a verb; where a visit is the subject, its owners: "Harper's visit included a stop"."""
    for subject in syntax.subjects(verb):
        if words.kinds(subject) and subject.pos_ == "NOUN":
            yield from _explicit_owners(subject, index)
        else:
            yield subject


def _around(preposition: Token, index: DocumentIndex) -> Iterator[Token]:
    """Whom a circumstance is said of: "Nowak, on a visit to Ottawa", "said during a visit to Ottawa"."""
    above = preposition.head
    while above.dep_ in ("prep", "pobj") and (above.pos_ == "ADP" or has_trait(above, "part")):
        above = above.head
    if above.pos_ in labels.VERBAL:
        joined = [noun for noun in syntax.patients(above) if has_trait(above, "joining")]
        yield from joined or syntax.agents(above)
    elif preposition.lower_ != "of" or above != preposition.head:
        yield above


def is_known(noun: Token) -> bool:
    """Whether a noun points back to a visit that was told of before: "the visit", "the visit is part of a trip"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and has_trait(noun.head.head, "part"):
        return any(is_known(subject) for subject in syntax.subjects(noun.head.head.head) if words.kinds(subject))
    beside = {child.lower_ for child in noun.lefts}
    return bool(beside & (DEFINITE | PLANNED))
