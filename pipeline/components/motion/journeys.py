"""From where to where a motion word tells of going: its legs, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.grammar import motion_words as words
from pipeline.components.grammar.factuality import mood
from pipeline.components.grammar.motion_words import FOR, INTO, Frame
from pipeline.components.grammar.traits import has_trait
from pipeline.components.motion import persons
from pipeline.components.motion.anaphora import taken_up
from pipeline.components.motion.document_index import INSIDE, DocumentIndex
from pipeline.domain import Place

ONWARD = frozenset({"on", "onward", "onwards", "back", "thence"})
PASSED_ON = frozenset({"at", "by", "for", "from", "in", "into", "to", "toward", "towards"})
PASSED = frozenset({"through", "via"})
CHAINED = frozenset({"then", "there"})
DIRECTED = frozenset({"to", "into", "toward", "towards", "for", "from"})


@dataclass(frozen=True, slots=True)
class Leg:
    """One stretch of a journey; what the text does not say is ``None``."""

    origin: Place | None = None
    destination: Place | None = None


@dataclass(frozen=True, slots=True)
class Direction:
    """A preposition with what it governs; ``onward`` if the text chains it to the place before: "then on to Quito"."""

    preposition: str
    noun: Token
    onward: bool


def legs(
    bearers: Sequence[Token],
    frame: Frame,
    direct: Sequence[Token],
    index: DocumentIndex,
    inside: frozenset[str] = frozenset(),
) -> list[Leg]:
    """Legs told by the direct objects and prepositions of ``bearers``: the motion word and what shares its phrase.

    ``inside`` are prepositions that count below a direct object too: "welcomed Kaya in Astana".
    """
    found = [d for bearer in bearers for d in directions(bearer)]
    found += [d for noun in direct for d in directions(noun) if d.preposition in beyond(noun, index) | inside]
    outward = [noun for noun in direct if frame.direct == "origin"]
    outward += [d.noun for d in found if d.preposition in frame.outward]
    inward = directions_to(bearers, frame, direct, found, index)
    if frame.inward and not inward:
        inward = [d for d in found if outward and d.preposition == "for" and index.place(d.noun)]
        inward += (
            [] if frame.departs else [Direction("", site, False) for verb in bearers for site in relative_goal(verb)]
        )
    inward += beside_site(inward, found, index)
    if not outward and (inward or frame.mover == "object"):
        outward = [d.noun for noun in direct for d in directions(noun) if d.preposition == "from"]
    origin = next((place for noun in outward if (place := goal(noun, index))), None)
    return chain_legs(inward, origin, index)


def directions_to(
    bearers: Sequence[Token],
    frame: Frame,
    direct: Sequence[Token],
    found: Sequence[Direction],
    index: DocumentIndex,
) -> list[Direction]:
    """Where a movement leads to: by object and preposition, or else "bound for", "through", "for the summit in"."""
    inward = [Direction("", noun, False) for noun in direct if frame.direct == "destination"]
    inward += [d for d in found if d.preposition in frame.inward]
    moved = direct if direct and frame.direct != "origin" else syntax.subjects(bearers[0])
    inward = inward or [d for noun in moved for d in bound_for(noun)]
    inward = inward or [d for d in found if d.preposition in PASSED and frame.inward]
    occasions = (d for d in found if d.preposition == "for" and "occasions" in words.kinds(d.noun))
    return inward or [d for d in occasions if goal(d.noun, index)]


def beside_site(inward: Sequence[Direction], found: Sequence[Direction], index: DocumentIndex) -> list[Direction]:
    """ "rushed to the scene | in Leipzig": the place of a site that the parser gives to the verb."""
    sites = [d.noun for d in inward if "sites" in words.kinds(d.noun)]
    if not sites or any(goals(d.noun, index) for d in inward):
        return []
    return [d for d in found if d.preposition in INSIDE and d.noun.i > sites[0].i and index.place(d.noun)][:1]


def bound_for(noun: Token) -> list[Direction]:
    """ "Rebels destined for Chad were sent through Niger", "a cargo to Oran left": where its phrase says it goes."""
    described = [child for child in noun.rights if child.dep_ == "acl" and has_trait(child, "bound")]
    words_for_it = [*described, *([] if persons.is_human(noun) else [noun])]
    return [d for word in words_for_it for d in directions(word) if d.preposition in INTO | FOR]


def relative_goal(verb: Token) -> list[Token]:
    """The place that a clause of going or hosting is about, the nearest name: "in Turku, where both planes landed"."""
    told = verb.dep_ == "relcl" and (verb.tag_ in labels.PAST or "hosting" in words.kinds(verb))
    where = next((child for child in verb.lefts if child.lower_ == "where"), None)
    if not told or where is None:
        return []
    before = where.nbor(-2) if where.i > 1 and where.nbor(-1).text == "," else verb.head
    return [before if before.pos_ == "PROPN" else verb.head]


def beyond(noun: Token, index: DocumentIndex) -> frozenset[str]:
    """Prepositions below a direct object that may be the verb's: "left Oslo for Tallinn", "sent troops to Mali"."""
    return DIRECTED if index.place(noun) else DIRECTED - {"for", "from"}


def chain_legs(inward: Sequence[Direction], origin: Place | None, index: DocumentIndex) -> list[Leg]:
    """One leg a destination; the origin starts the first, and an onward leg starts where the one before ended."""
    found: list[Leg] = []
    stops = [(d.onward, place) for d in sorted(inward, key=lambda d: d.noun.i) for place in goals(d.noun, index)]
    for onward, destination in stops:
        if any(leg.destination == destination for leg in found):
            continue
        if not found:
            found.append(Leg(None if origin == destination else origin, destination))
        else:
            found.append(Leg(found[-1].destination if onward else None, destination))
    return found or ([Leg(origin)] if origin else [])


def goals(noun: Token, index: DocumentIndex) -> list[Place]:
    """Where going to a noun leads: to what it lists, to the place that it is or is in, or to those that it takes up."""
    listed = [place for inner in syntax.under(noun, words.motion_context().listing) if (place := goal(inner, index))]
    if listed and index.place(noun) is None:
        return listed
    own = goal(noun, index)
    return [own] if own is not None else taken_up(noun, index)


def goal(noun: Token, index: DocumentIndex) -> Place | None:
    """The place that going to a noun leads to: itself, or where a site, a person or an occasion is."""
    if index.place(noun) or is_site(noun, index):
        return index.located(noun, person=persons.is_person(noun, index))
    return None


def is_site(noun: Token, index: DocumentIndex) -> bool:
    entity = index.entity(noun)
    if noun.pos_ == "PROPN" or (entity is not None and entity.kind == "facility"):
        return True
    if {"sites", "occasions"} & set(words.kinds(noun)):
        return True
    return persons.is_human(noun) and not any(child.dep_ == "nummod" for child in noun.lefts)


def directions(word: Token, onward: bool = False) -> Iterator[Direction]:
    """Prepositions of a word with their objects, those behind particles and further conjuncts included."""
    deictic = words.motion_context().deictic
    for child in word.children:
        if child.lower_ in deictic.there | deictic.here and child.dep_ == "advmod":
            yield Direction("to", child, onward)
        elif child.dep_ in ("prep", "dative", "agent") or (child.dep_ == "conj" and child.pos_ == "ADP"):
            yield from _governed(child, onward)
        elif child.dep_ in ("prt", "advmod") or (child.dep_ in ("conj", "dep") and child.pos_ == "ADV"):
            yield from directions(child, onward or child.lower_ in ONWARD)


def _governed(preposition: Token, onward: bool) -> Iterator[Direction]:
    name = preposition.lower_
    if mood.is_instead(preposition):
        return
    alone = not any(child.dep_ == "pobj" for child in preposition.children)
    onward = onward or (alone and name in ONWARD) or any(child.lower_ in CHAINED for child in preposition.children)
    for noun in syntax.objects_of_preposition(preposition):
        yield Direction(name, noun, onward)
        if name in PASSED_ON:
            left = name == "from" and "visits" in words.kinds(noun)
            beyond_it = (d for d in directions(noun) if d.preposition in DIRECTED)
            yield from (replace(d, preposition=name) if left else d for d in beyond_it)
    for inner in directions(preposition, onward):
        yield replace(inner, preposition="out of") if (name, inner.preposition) == ("out", "of") else inner
