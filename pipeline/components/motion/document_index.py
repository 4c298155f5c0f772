"""What earlier components found in a text, looked up by token."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from pipeline.components import slots
from pipeline.components.grammar import labels, noun_phrases, positions, syntax
from pipeline.components.grammar import motion_words as words
from pipeline.domain import Argument, Entity, Extent, Place, TimeExpression
from pipeline.merging.attribution_index import ContentIndex

DASHES = frozenset({"-", "--", "–", "—", "|"})
LONGEST_DATELINE = 14
BREAKS = frozenset({":", "-LRB-", "-RRB-"})
NAMING = frozenset({"amod", "compound", "det", "nmod", "nummod", "poss", "predet", "quantmod"})
PLACE_KINDS = frozenset({"country", "place"})
INSIDE = frozenset({"in", "at", "near", "outside", "inside"})


@dataclass(frozen=True, slots=True)
class DocumentIndex:
    """Places, time expressions and entities by token; nationalities by entity, once asked."""

    doc: Doc
    places: dict[int, Place]
    expressions: dict[int, TimeExpression]
    entities: dict[int, Entity]
    at: dict[int, Place]
    contents: ContentIndex
    nationalities: dict[str, str | None] = field(default_factory=dict)

    @classmethod
    def of(cls, doc: Doc) -> DocumentIndex:
        mentions = {(m.start, m.end): entity for entity in slots.ENTITIES.read(doc) for m in entity.mentions}
        longest_first = sorted(mentions, key=lambda extent: extent[0] - extent[1])
        entities: dict[int, Entity] = {}
        for start, end in longest_first:
            entities.update(dict.fromkeys(positions.words_between(doc, start, end), mentions[start, end]))
        places = slots.PLACES.read(doc)
        at = {place.start: place for place in places}
        times = positions.by_token(doc, slots.EXPRESSIONS.read(doc))
        return cls(
            doc, positions.by_token(doc, places), times, entities, at, ContentIndex(slots.ATTRIBUTIONS.read(doc))
        )

    def place(self, token: Token) -> Place | None:
        """The place that the token names as itself, or takes up; no demonym, and not part of another name."""
        place = self.places.get(token.i)
        if place is None:
            return self._taken_up(token) if token.pos_ == "NOUN" else None
        return place if place.role == "name" and not _is_street(place) else None

    def _taken_up(self, noun: Token) -> Place | None:
        """The place that a definite noun stands for: "rushed to the island", "left the country"."""
        entity = self.entities.get(noun.i)
        if entity is None or entity.kind not in PLACE_KINDS:
            return None
        named = (self.at.get(mention.start) for mention in entity.mentions if mention.form == "name")
        return next((place for place in named if place is not None and place.role == "name"), None)

    @property
    def dateline(self) -> Place | None:
        """Where the article says that it was written: "ROME (AP) -"."""
        first = next(self.doc.sents, None)
        if first is None or len(first) > LONGEST_DATELINE or first[-1].text not in DASHES:
            return None
        return next((self.places[token.i] for token in first if token.i in self.places), None)

    def country(self, code: str | None) -> Place | None:
        """The country as the text first names it, as itself or as a demonym."""
        named = (place for place in self.at.values() if place.country == code)
        return next((place for place in named if code and (place.feature or "").startswith("PCL")), None)

    def entity(self, head: Token) -> Entity | None:
        return self.entities.get(head.i)

    def speaker(self, pronoun: Token) -> Token | None:
        """Who says "I" or "we": the source of the statement that the pronoun stands in."""
        if pronoun.lower_ not in words.motion_context().deictic.speaker or self.entity(pronoun) is not None:
            return None
        inside = (said.source for said in self.contents.over(pronoun.idx))
        source = next((source for source in inside if source is not None), None)
        return None if source is None else self._root(source.start, source.end)

    def mentions(self, entity: Entity) -> Iterator[Token]:
        """Heads of an entity's mentions, in the order of the text."""
        yield from filter(None, (self._root(mention.start, mention.end) for mention in entity.mentions))

    def _root(self, start: int, end: int) -> Token | None:
        span = self.doc.char_span(start, end, alignment_mode="expand")
        return None if span is None else span.root

    def located(self, noun: Token, *, person: bool = False) -> Place | None:
        """Where a noun phrase is: the place that it names, or the one that it is said to be in.

        Persons are where they are said to be, not what they are named after: "the Palestine police".
        """
        if found := self.place(noun):
            return found
        nested = (self.place(word) for word in _whereabouts(noun, person=person))
        return next((place for place in nested if place), None)


def _whereabouts(noun: Token, *, person: bool = False) -> Iterator[Token]:
    """Words of a noun phrase that may say where it is: "the capital, Khartoum", "a hospital in Geneva"."""
    for inner in syntax.under(noun, INSIDE if person else _inside(noun)):
        yield inner
        yield from _whereabouts(inner)
    yield from (child for child in noun.children if child.dep_ in ("appos", "npadvmod"))
    if not person and not any(child.dep_ == "nummod" for child in noun.lefts):
        yield from (child for child in noun.lefts if child.dep_ in labels.COMPOUNDED and child.ent_type_ != "PERSON")


def _inside(noun: Token) -> frozenset[str]:
    """Sites can be on an island, talks that are "on" a country are about it."""
    return INSIDE | ({"of", "on"} if "sites" in words.kinds(noun) else {"of"})


def _is_street(place: Place) -> bool:
    """A street is no end of a journey on the map."""
    return place.latitude is None and place.name.split()[-1].lower().rstrip(".") in words.motion_context().streets


def extent(span: Span | Token) -> Extent:
    """Where a token or span stands, without the line breaks that a sentence may end in."""
    start = span.idx if isinstance(span, Token) else span.start_char
    text = span.text.rstrip()
    return Extent(start, start + len(text), text)


def argument(head: Token) -> Argument:
    """A mover by the head of its noun phrase: with what names it, without where it is or goes."""
    left = min((child.left_edge.i for child in head.lefts if child.dep_ in NAMING), default=head.i)
    left = max((token.i + 1 for token in head.doc[left : head.i] if token.tag_ in BREAKS), default=left)
    whole = next((noun for noun in syntax.under(head, {"of"}) if head.nbor().lower_ == "of"), None)
    right = noun_phrases.phrase(whole).end if whole is not None else head.i + 1
    span = head.doc[left:right]
    return Argument(span.start_char, span.end_char, span.text, head.idx)
