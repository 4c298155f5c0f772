"""Places and persons that a phrase takes up from the text before it: "there", "both countries", "the two finalists"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from pipeline.components.grammar import motion_words as words
from pipeline.components.grammar import syntax
from pipeline.components.motion.document_index import DocumentIndex
from pipeline.domain import Place

FARTHEST = 3
COUNTRY = "PCL"


def taken_up(word: Token, index: DocumentIndex) -> list[Place]:
    """Places named before that a word stands for: those of "there" and "here", or of a counted plural."""
    if word.lower_ in words.motion_context().deictic.here:
        return [index.dateline] if index.dateline is not None else []
    if word.lower_ in words.motion_context().deictic.there:
        return _last_named(word, index)
    return _counted_places(word, index)


def _last_named(there: Token, index: DocumentIndex) -> list[Place]:
    """The place told of last, with those joined to it; a country that acts is where nobody went."""
    for token in _before(there):
        if token.dep_ in ("nsubj", "poss") and token.head.lemma_ != "be":
            continue
        if token.dep_ != "conj" and (found := _places(token, index) or _counted_places(token, index)):
            return found
    return []


def _counted_places(noun: Token, index: DocumentIndex) -> list[Place]:
    """ "both countries", "the three cities": the last so many places that were named together."""
    if noun.tag_ != "NNS" or "sites" not in words.kinds(noun):
        return []
    of_country = syntax.lemma(noun) in words.motion_context().countries
    named = members(noun, lambda token: index.place(token) is not None)
    places = [place for token in named if (place := index.place(token))]
    fits = not of_country or all((place.feature or COUNTRY).startswith(COUNTRY) for place in places)
    return places if fits else []


def _places(token: Token, index: DocumentIndex) -> list[Place]:
    return [place for noun in syntax.conjuncts(token) if (place := index.place(noun))]


def members(noun: Token, fits: Callable[[Token], bool]) -> list[Token]:
    """Who or what a counted definite noun stands for: the last coordination before it of so many that fit."""
    size = _size(noun)
    if size is None:
        return []
    for token in _before(noun):
        if token.dep_ != "conj" and len(joined := syntax.conjuncts(token)) == size and all(map(fits, joined)):
            return joined
    return []


def _size(noun: Token) -> int | None:
    """How many "both men", "the two cities", "the pair" are; nothing for "two men", whoever they are."""
    sizes = words.motion_context().sizes
    beside = [child.lower_ for child in noun.lefts]
    if "both" in beside:
        return sizes["both"]
    if not words.motion_context().deictic.definite & set(beside):
        return None
    return next((sizes[word] for word in (*beside, syntax.lemma(noun)) if word in sizes), None)


def _before(word: Token) -> Iterator[Token]:
    """Tokens before a word, the nearest first, as far as it can point back."""
    sentences = 0
    for token in reversed(word.doc[: word.i]):
        yield token
        sentences += bool(token.is_sent_start)
        if sentences == FARTHEST:
            return
