"""Which entity a word names: what the entities component found, by token."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Token

from pipeline.components import slots
from pipeline.components.grammar import syntax
from pipeline.domain import Entity, EntityKind

KEPT = 4
ACTING: frozenset[EntityKind] = frozenset({"person", "organization", "country", "group", "place"})


@dataclass(frozen=True, slots=True)
class Referent:
    """An entity as a word names it; ``called`` are the words of its names and of what else it is called."""

    id: str
    kind: EntityKind
    name: str
    called: frozenset[str]


def referent(token: Token) -> Referent | None:
    """The entity of the shortest mention that ends its noun phrase with this word, or that it is a part of."""
    return _by_token(token.doc).get(token.i)


def is_a(token: Token, kind: EntityKind) -> bool:
    found = referent(token)
    return found is not None and found.kind == kind


def is_called(token: Token, word: str) -> bool:
    """Whether the entity of a word is called so somewhere in the article: "Judge Osei" of "Osei"."""
    found = referent(token)
    return found is not None and word in found.called


def can_act(token: Token) -> bool:
    found = referent(token)
    return found is not None and found.kind in ACTING


def are_coreferent(one: Token, other: Token) -> bool:
    """Whether two words name one entity, or, where none is known, are of the same phrase by the letter."""
    a, b = referent(one), referent(other)
    if a is not None and b is not None:
        return a.id == b.id
    return a is b and one.text.casefold() == other.text.casefold() and _phrase(one) == _phrase(other)


def are_one_noun(one: Token, other: Token) -> bool:
    """Whether two words name one entity, or are one common noun: "a deputy" of a headline is the deputy of the text."""
    return are_coreferent(one, other) or (one.pos_ == other.pos_ == "NOUN" and syntax.lemma(one) == syntax.lemma(other))


def members(token: Token) -> list[Token]:
    """Those whom a plural takes up, where they are named: "the two leaders"; nobody where it takes up no two."""
    return _by_head(token.doc).get(token.i, [])


@lru_cache(maxsize=KEPT)
def _by_head(doc: Doc) -> dict[int, list[Token]]:
    """The members of each plural by its head; kept for the documents asked last."""
    told = slots.SPLIT_ANTECEDENTS.read(doc)
    at = {token.idx: token for token in doc} if told else {}
    return {at[each.head].i: [at[start] for start in each.members] for each in told}


def _phrase(token: Token) -> str:
    return token.doc[token.left_edge.i : token.i + 1].text.casefold()


@lru_cache(maxsize=KEPT)
def _by_token(doc: Doc) -> dict[int, Referent]:
    """For each word inside a mention, the entity of the shortest one; kept for the documents asked last."""
    named = [(_as_referent(entity), entity.mentions) for entity in slots.ENTITIES.read(doc)]
    spans = ((doc.char_span(m.start, m.end), each) for each, mentions in named for m in mentions)
    known: list[tuple[int, int, Referent]] = [(s.start, s.end, each) for s, each in spans if s is not None]
    found: dict[int, Referent] = {}
    for start, end, each in sorted(known, key=lambda known: known[0] - known[1]):
        found.update(dict.fromkeys(range(start, end), each))
    return found


def _as_referent(entity: Entity) -> Referent:
    return Referent(entity.id, entity.kind, entity.name, _name_words(entity))


def _name_words(entity: Entity) -> frozenset[str]:
    worded = (mention.text for mention in entity.mentions if mention.form != "pronoun")
    return frozenset(word for text in worded for word in text.casefold().split())
