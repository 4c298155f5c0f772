"""From characters of a text to the words of its parse, and to where its news stands."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Protocol, TypeVar

from spacy.tokens import Doc


class Located(Protocol):
    """What stands between two characters of the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


L = TypeVar("L", bound=Located)


def by_token(doc: Doc, found: Iterable[L]) -> dict[int, L]:
    """What was found in a text, by each word that it covers; of two over one word, the later."""
    return {i: each for each in found for i in words_between(doc, each.start, each.end)}


def words_between(doc: Doc, start: int, end: int) -> range:
    """Positions of the words that stand, whole or in part, between two characters."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return range(span.start, span.end) if span is not None else range(0)


def end_of_opening(doc: Doc, sentences: int) -> int:
    """The character after the first so many sentences: headline and lead, where the news stands."""
    return max((sentence.end_char for sentence in islice(doc.sents, sentences)), default=0)
