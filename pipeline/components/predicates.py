"""Each verb and event noun of a text, with its factuality."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Token

from pipeline import lexicons
from pipeline.components import slots
from pipeline.components.grammar import labels
from pipeline.components.grammar.certainty import certainty
from pipeline.domain import Predicate

NAME = "dateline_predicates"


class EventNouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that name events: by themselves, or by an ending, with its exceptions."""

    nouns: frozenset[str]
    endings: tuple[str, ...]
    not_events: frozenset[str]


@Language.component(NAME)
def predicates(doc: Doc) -> Doc:
    slots.PREDICATES.write(doc, [predicate(token) for token in find_predicates(doc)])
    return doc


def find_predicates(doc: Doc) -> Iterator[Token]:
    return (token for token in doc if is_verb(token) or is_event_noun(token))


def is_verb(token: Token) -> bool:
    return token.pos_ in labels.VERBAL and token.dep_ not in labels.AUXILIARIES


def is_event_noun(token: Token) -> bool:
    return token.pos_ == "NOUN" and names_event(token.lemma_.lower())


@cache
def names_event(lemma: str) -> bool:
    listed: EventNouns = lexicons.load("predicates/event_nouns", EventNouns)
    if lemma in listed.nouns:
        return True
    return lemma.endswith(listed.endings) and lemma not in listed.not_events


def predicate(token: Token) -> Predicate:
    _, factuality = certainty(token)
    return Predicate(token.idx, token.idx + len(token), token.text, factuality)
